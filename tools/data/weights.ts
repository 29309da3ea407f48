/** Weight files on disk, with their hash. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packagePath } from '../package-root.ts';
import { DataError } from './data-error.ts';

/** Folder of the weights that come with the package. */
const SHIPPED = packagePath('nn/weights/');

/** True for a name whose weights come with the package. */
export function hasWeightFiles(name: string): boolean {
  return ['safetensors', 'json'].every((extension) => existsSync(join(SHIPPED, `${name}.${extension}`)));
}

/** SHA-256 of `bytes`, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Weights and their manifest as they were read. */
export interface StoredWeights {
  /** Weights with their SHA-256 in hex. */
  readonly weights: { readonly file: string; readonly bytes: Uint8Array; readonly sha256: string };
  readonly manifest: { readonly file: string; readonly text: string };
}

/** Weights in NAME.safetensors and NAME.json of `folder`. Throws `DataError` where one cannot be read. */
export async function readWeightFiles(name: string, folder: string = SHIPPED): Promise<StoredWeights> {
  const read = (path: string): Promise<Buffer> =>
    readFile(path).catch((error: Error) => {
      throw new DataError(`cannot read the weights of ${name}: ${error.message}`, { cause: error });
    });
  const weights = join(folder, `${name}.safetensors`);
  const manifest = join(folder, `${name}.json`);
  const bytes = await read(weights);
  return {
    weights: { file: weights, bytes, sha256: sha256(bytes) },
    manifest: { file: manifest, text: (await read(manifest)).toString('utf8') },
  };
}
