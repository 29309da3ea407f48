/**
 * A file that is being fetched: the bytes so far, and a note beside them. The note says what the bytes are the
 * beginning of.
 */

import { createReadStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import ssri from 'ssri';
import { writeFileAtomic } from '../atomic.ts';
import { ifPresent } from '../if-present.ts';

/** Part of a file that is there. */
export interface Part {
  readonly bytes: number;
  /** Server's name of this version of the file (entity tag or date), for `If-Range`. null where it did not. */
  readonly validator: string | null;
}

const NOTHING: Part = { bytes: 0, validator: null };

/** Part in `path` of the file with hash `integrity`; no bytes where there is none, or one of another file. */
export async function readPart(path: string, integrity: string): Promise<Part> {
  const note = await ifPresent(readFile(noteOf(path), 'utf8'));
  const part = await ifPresent(stat(path));
  if (note === null || part === null) return NOTHING;
  const [noted, validator] = note.split('\n');
  return noted === integrity ? { bytes: part.size, validator: validator || null } : NOTHING;
}

/** New beginning: the part is removed, and a note says what the next bytes will be. */
export async function startPart(path: string, integrity: string, validator: string | null): Promise<void> {
  await rm(path, { force: true });
  await writeFileAtomic(noteOf(path), `${integrity}\n${validator ?? ''}\n`);
}

/** Removal of the part and its note. */
export async function removePart(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(noteOf(path), { force: true });
}

/** True for a part that is the whole file, by its hash. */
export async function isWhole(path: string, integrity: string): Promise<boolean> {
  if ((await readPart(path, integrity)).bytes === 0) return false;
  try {
    await ssri.checkStream(createReadStream(path), integrity);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EINTEGRITY') throw error;
    return false;
  }
}

const noteOf = (path: string): string => `${path}.note`;
