/** Specs from text or data, checked and with every default filled in. */

import { parseDocument } from 'yaml';
import {
  parseSpec,
  problemText,
  quantityParser,
  type Spec,
  type SpecDocument,
  type SpecProblem,
} from '../gen/index.ts';

/** Error of a spec that cannot be used; the message has a line for each problem. */
export class SpecError extends Error {
  readonly problems: readonly SpecProblem[];
  constructor(problems: readonly SpecProblem[]) {
    super(problems.map(problemText).join('\n'));
    this.name = 'SpecError';
    this.problems = problems;
  }
}

/**
 * Spec from YAML or JSON text, or from data. Quantities are numbers in SI base units or strings with a unit (`100 pA`).
 * Rejects with `SpecError`, which names every key with its value and what is allowed.
 */
export async function readSpec(source: string | SpecDocument): Promise<Spec> {
  const document = typeof source === 'string' ? documentOf(source) : source;
  const result = parseSpec(document, await quantityParser(document));
  if ('spec' in result) return result.spec;
  throw new SpecError(result.problems);
}

function documentOf(text: string): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0)
    throw new SpecError(
      document.errors.map(({ message }) => ({ path: [], message: `must be YAML or JSON: ${message}` })),
    );
  return document.toJS();
}
