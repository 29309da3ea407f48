/** Input files that the user names. */

import { createReadStream } from 'node:fs';
import { DataError, readRegular, readUpTo, UnfitFile } from '../../tools/index.ts';
import { InputError } from './input-error.ts';

const MEGABYTE = 1e6;
/** Most bytes of a text that a person writes: a spec, a table of cells, a network. */
export const MOST_TEXT = 4 * MEGABYTE;
/** Most bytes of a file that a program writes: weights, a library. */
export const MOST_BYTES = 1000 * MEGABYTE;

/** Bytes of `file`, called `what` where it cannot be read. Rejects with `DataError`. */
export const readInput = (file: string, what: string, most = MOST_BYTES): Promise<Buffer> =>
  readRegular(file, most).catch((error: Error) => {
    throw new DataError(`cannot read ${what}: ${error.message}`, { cause: error });
  });

/** Demands on a file that the user names. */
export interface Wanted {
  /** `a spec`. */
  readonly what: string;
  /** Way out where there is no such file. */
  readonly hint?: string;
  readonly most: number;
}

/** Bytes of the file that the user named, `-` being standard input. Rejects with `InputError`. */
export async function readNamed(file: string, { what, hint, most }: Wanted): Promise<Buffer> {
  try {
    if (file === '-') return await readUpTo(most, createReadStream('', { fd: 0, autoClose: false }), 'standard input');
    return await readRegular(file, most);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new InputError(`${file}: no such file${hint ? `; ${hint}` : ''}`);
    if (code === 'EISDIR') throw new InputError(`${file}: is a folder, not ${what}`);
    if (code === 'EACCES') throw new InputError(`${file}: permission denied`);
    if (error instanceof UnfitFile) throw new InputError(`${error.message}, not ${what}`);
    if (error instanceof Error && code !== undefined) throw new InputError(`${file}: cannot be read: ${error.message}`);
    throw error;
  }
}
