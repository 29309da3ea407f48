/** Files read whole: devices and pipes, which might never end, are refused, and so is what is too long. */

import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** A device, a pipe, a socket, or more bytes than are read. */
export class UnfitFile extends Error {}

const MEGABYTE = 1e6;

/** Bytes of a regular file, at most `most`. Throws `UnfitFile`, or the file system's error. */
export async function readRegular(path: string, most: number): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory())
    throw new UnfitFile(`${path}: is a ${found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device'}`);
  if (found.size > most) throw tooLong(path, most);
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return await readUpTo(most, file.createReadStream({ autoClose: false }), path);
  } finally {
    await file.close();
  }
}

/** All of `stream`, called `name`: files of the kernel do not tell their size. Throws `UnfitFile` beyond `most`. */
export async function readUpTo(most: number, stream: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > most) throw tooLong(name, most);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLong = (name: string, most: number): UnfitFile =>
  new UnfitFile(`${name}: holds more than ${most / MEGABYTE} MB, the most that is read`);
