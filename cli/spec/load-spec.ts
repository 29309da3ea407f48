/** Checked specs from YAML or JSON files. Every mistake is told with file, line, column, key and value. */

import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { parseSpec, problemText, quantityParser, type Spec, type SpecProblem } from '../../gen/index.ts';
import { InputError } from '../session/input-error.ts';
import { withOwnPaths } from './own-paths.ts';
import { applySettings, type Setting } from './set-value.ts';

/** Spec in `file` with the changes of `--set`. Throws `InputError`. */
export async function loadSpec(file: string, settings: readonly string[]): Promise<Spec> {
  const text = await readSpecFile(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    throw new InputError(
      ...document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return `${file}:${line}:${col}: ${error.message}`;
      }),
    );
  const data: unknown = document.toJS();
  const applied = applySettings(data, settings);
  const result = parseSpec(data, await quantityParser(data));
  if ('spec' in result) return withOwnPaths(result.spec, file);
  throw new InputError(
    ...result.problems.map((problem) => `${place(file, document, lines, applied, problem)}${problemText(problem)}`),
  );
}

async function readSpecFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new InputError(`${file}: no such file; somagen init ${file} writes a starter spec`);
    if (code === 'EISDIR') throw new InputError(`${file}: is a folder, not a spec`);
    if (code === 'EACCES') throw new InputError(`${file}: permission denied`);
    throw error;
  }
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
