/** Checked specs from YAML or JSON files. Every mistake is told with file, line, column, key and value. */

import { type Document, isNode, type LineCounter } from 'yaml';
import { type Mapping, parseSpec, problemText, quantityParser, type Spec, type SpecProblem } from '../../gen/index.ts';
import { InputError } from '../session/input-error.ts';
import { MOST_TEXT, readNamed } from '../session/input-file.ts';
import { withOwnPaths } from './own-paths.ts';
import { applySettings, type Setting } from './set-value.ts';
import { yamlData } from './yaml-data.ts';

/** Spec, and what it leaves to a library. */
export interface OpenSpec {
  readonly spec: Spec;
  /** Names of the neurons whose stages their clock decides. */
  readonly clocked: ReadonlySet<string>;
}

/** Spec in `file` with the changes of `--set`. Throws `InputError`. */
export async function loadSpec(file: string, settings: readonly string[]): Promise<Spec> {
  return (await loadOpenSpec(file, settings, 'cells')).spec;
}

/** Spec in `file` for a mapping, with what its clocks decide. Throws `InputError`. */
export async function loadOpenSpec(file: string, settings: readonly string[], mapping: Mapping): Promise<OpenSpec> {
  const hint = `somagen init ${file} writes a starter spec`;
  const bytes = await readNamed(file, { what: 'a spec', hint, most: MOST_TEXT });
  const { document, lines, data } = yamlData(bytes.toString('utf8'), file);
  const applied = applySettings(data, settings);
  const result = parseSpec(data, await quantityParser(data), mapping);
  if ('spec' in result) return { spec: withOwnPaths(result.spec, file), clocked: clockedNames(data) };
  throw new InputError(
    ...result.problems.map((problem) => `${place(file, document, lines, applied, problem)}${problemText(problem)}`),
  );
}

/** Names of the neurons that have a clock and no stages in `data`. */
function clockedNames(data: unknown): ReadonlySet<string> {
  const { neurons } = data as { readonly neurons?: unknown };
  const list: readonly Readonly<Record<string, unknown>>[] = Array.isArray(neurons)
    ? neurons
    : neurons
      ? [neurons]
      : [];
  return new Set(
    list.filter(({ clock, pipeline }) => clock !== undefined && pipeline === undefined).map(({ name }) => String(name)),
  );
}

/** `file:line:column: ` of the value with the problem, or of the nearest mapping that holds it. */
function place(
  file: string,
  document: Document,
  lines: LineCounter,
  settings: readonly Setting[],
  problem: SpecProblem,
): string {
  const setting = settings.findLast((entry) => entry.path.every((key, depth) => problem.path[depth] === key));
  if (setting) return `--set ${setting.text}: `;
  for (let depth = problem.path.length; depth >= 0; depth--) {
    const path = problem.path.slice(0, depth);
    const node = depth === 0 ? document.contents : document.getIn(path, true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return `${file}:${line}:${col}: `;
  }
  return `${file}: `;
}
