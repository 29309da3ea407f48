/** Data sets of the user's own: the files of a folder, under the names that they come with, compressed or not. */

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ifPresent } from '../if-present.ts';
import type { CifarBytes, IdxBytes, NamedBytes } from './data.ts';
import { DataError } from './data-error.ts';
import { CIFAR_NAMES, cifarParts, idxParts, type NamedPart } from './own-names.ts';

/** Data set without its classes, which the network decides. */
export type OwnBytes = Omit<IdxBytes, 'classes'> | Omit<CifarBytes, 'classes'>;

/** Folder that holds no files of the part that is looked for. */
export class MissingPart extends DataError {}

/** Shape of the images that are looked for. */
interface Shape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** Most bytes of an unpacked file. */
const LARGEST = 2 ** 31 - 1;

/**
 * Part of a data set of the user's own in `place`: a folder, or a folder with the beginning of the files' names. The
 * hash of the unpacked files becomes a part of the data set's name. Throws `MissingPart` where there is none,
 * `DataError` where there is more than one, or a file cannot be read.
 */
export async function readOwnDataSet(place: string, part: 'train' | 'test', shape: Shape): Promise<OwnBytes> {
  const { folder, prefix } = await placeOf(place);
  const found = await partOf(folder, prefix, part, shape);
  const hash = createHash('md5');
  const read = async (name: string): Promise<NamedBytes> => {
    const bytes = await contentOf(folder, name);
    hash.update(bytes);
    return { file: join(folder, name), bytes };
  };
  const source = (): string => `own ${part} (files md5 ${hash.digest('hex')})`;
  if (found.format === 'idx') {
    const images = await read(found.images);
    const labels = await read(found.labels);
    return { format: 'idx', images, labels, source: source() };
  }
  const batches: NamedBytes[] = [];
  for (const name of found.batches) batches.push(await read(name));
  return { format: found.format, batches, source: source() };
}

/** Folder, and the beginning of names that was given after it. */
async function placeOf(place: string): Promise<{ readonly folder: string; readonly prefix: string }> {
  const found = await statOf(place);
  if (found?.isDirectory()) return { folder: place, prefix: '' };
  const folder = dirname(place);
  if (found || !(await statOf(folder))?.isDirectory())
    throw new DataError(`cannot read the data set: ${place} must be a folder${found ? '' : ': there is none'}`);
  return { folder, prefix: basename(place) };
}

async function partOf(folder: string, prefix: string, part: 'train' | 'test', shape: Shape): Promise<NamedPart> {
  const names = await readdir(folder).catch(unreadable);
  const colour = shape.channels === 3 && shape.height === 32 && shape.width === 32;
  const records = colour && prefix === '' ? cifarParts(names, part) : [];
  const found = records.length > 0 ? records : idxParts(names, part, prefix);
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only)
    throw new DataError(
      `cannot read the data set: ${folder} holds more than one (${found.map(nameOf).join(', ')}): ` +
        'name the beginning of the files too, as in FOLDER/emnist-letters',
    );
  if (prefix !== '' && !names.some((name) => name.startsWith(prefix)))
    throw new DataError(
      `cannot read the data set: ${join(folder, prefix)} is no folder, nor do names of files begin so`,
    );
  const word = part === 'test' ? 't10k' : 'train';
  const wanted = [`${word}-images-idx3-ubyte and ${word}-labels-idx1-ubyte`];
  if (colour)
    for (const named of Object.values(CIFAR_NAMES))
      wanted.push(named[part].map((name) => join(folder, name)).join(', '));
  const shown = names.toSorted().slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ', ...' : '');
  throw new MissingPart(
    `cannot read the data set: ${join(folder, prefix)} must hold its ${part} files, ` +
      `named ${wanted.join(', or ')} (also with .gz, dots, or a name before): it holds ${shown || 'nothing'}`,
  );
}

/** Names that are told of a folder without the files. */
const SHOWN = 12;

const nameOf = (part: NamedPart): string => (part.format === 'idx' ? `${part.stem}-images` : part.format);

/** Content of a file, unpacked. One in a folder of its own name, as some archives have it, is found there. */
async function contentOf(folder: string, name: string): Promise<Uint8Array> {
  const path = join(folder, name);
  const file = (await statOf(path))?.isDirectory() ? join(path, name) : path;
  if (!(await statOf(file))?.isFile()) throw new DataError(`cannot read the data set: ${file} must be a file`);
  const bytes = await readFile(file).catch(unreadable);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return promisify(gunzip)(bytes, { maxOutputLength: LARGEST }).catch((error: Error) => {
    throw new DataError(`cannot read the data set: ${file} cannot be unpacked (gzip): ${error.message}`, {
      cause: error,
    });
  });
}

const statOf = (path: string) => ifPresent(stat(path)).catch(unreadable);

function unreadable(error: Error): never {
  throw new DataError(`cannot read the data set: ${error.message}`, { cause: error });
}
