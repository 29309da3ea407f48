/** Input of a tool that failed, kept so that a person can run it again. */

import { join } from 'node:path';
import { ToolError } from '../../tools/index.ts';
import type { Run } from './run.ts';

/** Error with the place of the files where a tool failed. They are written under `failed/TOOL/`. */
export async function keepingFiles(run: Pick<Run, 'write' | 'options'>, error: unknown): Promise<unknown> {
  // A tool that was ended with the run has not failed.
  if (run.options.signal.aborted) return error;
  if (!(error instanceof ToolError) || Object.keys(error.files).length === 0) return error;
  const folder = `failed/${error.tool.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  const names = Object.keys(error.files);
  await run.write(
    Object.fromEntries(Object.entries(error.files).map(([name, content]) => [`${folder}/${name}`, content])),
  );
  const reason = error.message.slice(error.tool.length + 1);
  const kept = `${reason}\nIts input is kept: ${names.map((name) => join(run.options.out, folder, name)).join(', ')}`;
  return new ToolError(error.tool, error.args, error.code, '', error.files, kept);
}
