/** The private temporary folder of a program, gone afterwards, however the program ends. */

import { isUtf8 } from 'node:buffer';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { leave } from '../at-exit.ts';
import { OutputError, outputError } from '../atomic.ts';
import { temporaryName } from '../sweep.ts';
import type { Files } from '../tool.ts';

export interface Folder {
  readonly path: string;
  /** Addition of `files` to the folder. */
  write(files: Files): Promise<void>;
  /** Files in the folder, folders in it left out: text as a string, all else as bytes. */
  read(): Promise<Files>;
  /** Removal of the folder and what is in it. */
  remove(): Promise<void>;
}

/** Paths that mean the same to every shell and to make. */
const PLAIN_PATH = /^[\p{L}\p{N}_.,:+@%=/-]*$/u;

/**
 * New folder under the system's temporary folder that no other user can read. Throws `OutputError`, also where that
 * folder's path holds characters that a shell obeys: some programs hand it to one.
 */
export async function createFolder(): Promise<Folder> {
  const place = resolve(tmpdir());
  if (!PLAIN_PATH.test(place))
    throw new OutputError(
      place,
      'programs that run there may hand its path to a shell, which would read spaces and signs in it; ' +
        'set TMPDIR to a folder named with letters, digits and _.,:+@%=- alone',
    );
  const prefix = join(place, temporaryName());
  const path = await mkdtemp(prefix).catch((error: unknown) => {
    throw outputError(prefix, error);
  });
  const forget = leave({ kind: 'path', path });
  return {
    path,
    async write(files) {
      for (const name of Object.keys(files)) checkName(name);
      for (const [name, content] of Object.entries(files)) {
        const file = join(path, name);
        await writeFile(file, content).catch((error: unknown) => {
          throw outputError(file, error);
        });
      }
    },
    async read() {
      const entries = await readdir(path, { withFileTypes: true });
      const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();
      const files: Record<string, string | Uint8Array> = {};
      for (const name of names) {
        const bytes = await readFile(join(path, name));
        files[name] = isUtf8(bytes) && !bytes.includes(0) ? bytes.toString() : new Uint8Array(bytes);
      }
      return files;
    },
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      forget();
    },
  };
}

/** Check of a file name. No program may take it for an option, a hidden file or a path. */
function checkName(name: string): void {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name))
    throw new RangeError(`file name must be letters, digits, _ . and -: ${JSON.stringify(name)}`);
}
