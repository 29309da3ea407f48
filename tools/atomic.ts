/** Files written whole or not at all. */

import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { leave } from './at-exit.ts';
import { isFileError, writeReason } from './file-error.ts';
import { makeFolder } from './make-folder.ts';
import { temporaryName } from './sweep.ts';

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
 * Atomic write of `content` to `path`, making its folders. It goes to a temporary file in `beside` (default: the same
 * folder), flushed to the disk, then renamed. Whoever reads `path` finds the old content or the new, never a part.
 * Throws `OutputError`.
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  beside: string = dirname(path),
): Promise<void> {
  const temporary = join(beside, `.${temporaryName()}${randomBytes(6).toString('hex')}`);
  const forget = leave({ kind: 'path', path: temporary });
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
  } finally {
    forget();
  }
}

/** Error of the file system about `path` as an `OutputError`. Any other error is returned unchanged. */
export function outputError(path: string, error: unknown): unknown {
  return isFileError(error) ? new OutputError(path, writeReason(error), { cause: error }) : error;
}
