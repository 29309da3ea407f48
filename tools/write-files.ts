/** Files of an output folder, never outside the folder the user named. */

import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { OutputError, outputError, writeFileAtomic } from './atomic.ts';
import { ifPresent } from './if-present.ts';

/**
 * Writing of `files` under `outDir`, each whole or not at all. They are content by path relative to `outDir`, with `/`.
 * All paths are checked before the first is written: one that is absolute, holds `..` or a NUL, or leads outside by a
 * symbolic link is refused with `OutputError`. A link in the place of a file is replaced, not followed.
 */
export async function writeFiles(
  outDir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly string[]> {
  const entries = Object.entries(files).map(([path, content]) => [inside(outDir, path), content] as const);
  const root = resolve(outDir);
  for (const folder of new Set(entries.map(([path]) => dirname(path)))) await checkLinks(root, folder);
  // Temporary files stand in the folder itself, where the next run finds those of one that was killed.
  for (const [path, content] of entries) await writeFileAtomic(path, content, root);
  return entries.map(([path]) => path);
}

/** Absolute path of `path` under `outDir`. */
function inside(outDir: string, path: string): string {
  if (outDir.includes('\0') || path.includes('\0')) throw new OutputError(path, 'the path holds a NUL character');
  if (
    path === '' ||
    isAbsolute(path) ||
    path.split(/[/\\]/).some((part) => part === '..' || part === '.' || part === '')
  )
    throw new OutputError(path, 'the path must stay inside the output folder');
  return join(resolve(outDir), path);
}

/** Refusal of a symbolic link between `root` and `folder` that leads outside, or nowhere. */
async function checkLinks(root: string, folder: string): Promise<void> {
  const names = relative(root, folder).split(sep).filter(Boolean);
  const places = names.map((_, k) => join(root, ...names.slice(0, k + 1)));
  for (const place of places) {
    const found = await ifPresent(lstat(place)).catch((error: unknown) => {
      throw outputError(place, error);
    });
    if (found === null) return;
    if (!found.isSymbolicLink()) continue;
    const target = await realpath(place).catch((error: unknown) => {
      throw outputError(place, error);
    });
    if (relative(await realpath(root), target).split(sep)[0] === '..')
      throw new OutputError(place, `it is a symbolic link that leads out of the output folder, to ${target}`);
  }
}
