/** Input files packed by gzip. */

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from './input-error.ts';

/** Content of a file, unpacked where gzip packed it. Rejects with `InputError` where it cannot be unpacked. */
export async function unpacked(bytes: Buffer, path: string, most: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return promisify(gunzip)(bytes, { maxOutputLength: most }).catch((error: Error & { code?: string }) => {
    if (error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new InputError(`${path}: holds more than ${most / 1e6} MB unpacked, the most that is read`);
    throw new InputError(`${path}: cannot be unpacked (gzip): ${error.message}`);
  });
}
