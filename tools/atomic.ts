/** Files written whole or not at all, and never outside the folder the user named. */

import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';

/** A file or folder that could not be written, with the reason. */
export class OutputError extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`cannot write ${JSON.stringify(path)}: ${reason}`, options);
    this.name = 'OutputError';
    this.path = path;
    this.reason = reason;
  }
}

/**
 * Atomic write of `content` to `path`, making its folders. It goes to a temporary file in the same folder, flushed to
 * the disk, then renamed. Whoever reads `path` finds the old content or the new, never a part. Throws `OutputError`.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  try {
    await makeFolder(dirname(path));
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw outputError(path, error);
  }
}

/**
 * Folder at `path` with those above it, each made by itself: below `/proc` the recursive `mkdir` of Node never returns.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdirOnce(path);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    await makeFolder(parent);
    await mkdirOnce(path);
  }
}

async function mkdirOnce(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Writing of `files` under `outDir`, each whole or not at all. They are content by path relative to `outDir`, with `/`.
 * All paths are checked before the first is written: one that is absolute, holds `..` or a NUL is refused with
 * `OutputError`.
 */
export async function writeFiles(
  outDir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly string[]> {
  const entries = Object.entries(files).map(([path, content]) => [inside(outDir, path), content] as const);
  for (const [path, content] of entries) await writeFileAtomic(path, content);
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
  const root = resolve(outDir);
  const full = join(root, path);
  if (!full.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new OutputError(path, 'the path must stay inside the output folder');
  return full;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder has that name',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of the path is not a folder',
  ENOTEMPTY: 'a folder has that name',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
};

/** Error of the file system about `path` as an `OutputError`. Any other error is returned unchanged. */
export function outputError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  return new OutputError(path, `${REASONS[error.code] ?? error.message} (${error.code})`, { cause: error });
}
