/** Libraries of the user's: the files of `--liberty` and `--spice`, with those that they include. */

import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import {
  expandIncludes,
  LibertyError,
  type LibraryChoices,
  LibraryError,
  type LibraryFile,
  readTechnology,
  SpiceError,
  type Technology,
  type TransistorTable,
} from '../../synth/index.ts';
import { InputError } from '../session/input-error.ts';
import { readNamed } from '../session/input-file.ts';
import { unpacked } from '../session/unpack.ts';

/** Files of `--liberty` and `--spice`. */
export interface LibraryPaths {
  readonly liberty: readonly string[];
  readonly spice: readonly string[];
}

/** Most bytes of a library's file, packed or not. */
const MOST_BYTES = 400e6;

/**
 * Library in the files of `--liberty` and `--spice`. Throws `InputError` about files that cannot be used.
 */
export async function loadTechnology(
  { liberty, spice }: LibraryPaths,
  table: TransistorTable | undefined,
  choices: LibraryChoices,
): Promise<Technology> {
  try {
    return readTechnology(
      await inOrder(liberty, libertyFile),
      await inOrder(spice, async (path) => (await libraryFile(path)).file),
      table,
      choices,
    );
  } catch (error) {
    throw libraryMistake(error);
  }
}

/** `InputError` about the user's library; other errors stay as they are. */
export function libraryMistake(error: unknown): unknown {
  const isUsers = error instanceof LibertyError || error instanceof LibraryError || error instanceof SpiceError;
  return isUsers ? new InputError(error.message) : error;
}

async function inOrder<T>(paths: readonly string[], read: (path: string) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const path of paths) done.push(await read(path));
  return done;
}

/** Liberty file with what it includes, from its own folder or one below. */
async function libertyFile(path: string): Promise<LibraryFile> {
  const { file, hash } = await libraryFile(path);
  const root = await realpath(dirname(resolve(path)));
  const { text, parts } = await expandIncludes(file, async (name, from, place) => {
    const wanted = resolve(dirname(from), name);
    const found = await realpath(wanted).catch(() => {
      throw new InputError(`${place}: no such file: ${wanted}`);
    });
    if (!found.startsWith(`${root}${sep}`))
      throw new InputError(`${place}: must be in the folder of ${path}, or below: ${found}`);
    const included = await libraryFile(found);
    hash.update(included.bytes);
    return included.file;
  });
  return parts.length === 1 ? file : { ...file, text, parts, sha256: hash.digest('hex') };
}

/** File of a library, unpacked where it is packed by gzip. `hash` goes on from its bytes. */
async function libraryFile(path: string) {
  const bytes = await readNamed(path, { what: 'a library', most: MOST_BYTES });
  const hash = createHash('sha256').update(bytes);
  const text = (await unpacked(bytes, path, MOST_BYTES)).toString('utf8');
  const file: LibraryFile = { path, name: basename(path), text, sha256: hash.copy().digest('hex') };
  return { file, hash, bytes };
}
