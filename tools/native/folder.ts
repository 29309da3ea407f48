/** The private temporary folder of a program, gone afterwards, however the program ends. */

import { isUtf8 } from 'node:buffer';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { atExit } from '../at-exit.ts';
import { outputError } from '../atomic.ts';
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

/** New folder under the system's temporary folder that no other user can read. Throws `OutputError`. */
export async function createFolder(): Promise<Folder> {
  const prefix = join(resolve(tmpdir()), 'somagen-');
  const path = await mkdtemp(prefix).catch((error: unknown) => {
    throw outputError(prefix, error);
  });
  const forget = atExit(() => rmSync(path, { recursive: true, force: true }));
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
