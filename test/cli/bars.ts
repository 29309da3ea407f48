/** A small task of one's own: bars, standing or lying, in noise. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { philox4x32 } from '../../numeric/index.ts';

/** Pixels of a side. */
export const SIDE = 8;
/** Network that tells them apart. */
export const NETWORK = {
  name: 'mine',
  input: { channels: 1, height: SIDE, width: SIDE },
  layers: [
    { kind: 'convolution', name: 'c', inputs: 1, outputs: 3, kernel: 3, padding: 1, activation: 'tanh' },
    { kind: 'max-pool', size: 2 },
    { kind: 'flatten' },
    { kind: 'dense', name: 'd', inputs: 48, outputs: 2, activation: 'none' },
  ],
};

/** IDX files of images of bars, standing (0) or lying (1), in noise. */
export function writeBars(folder: string, part: 'train' | 't10k', images: number): void {
  const words = new Uint32Array(4);
  const values = new Uint8Array(images * SIDE * SIDE);
  const labels = new Uint8Array(images);
  for (let image = 0; image < images; image++) {
    philox4x32(words, image, part.length, 0, 0, 1, 2);
    labels[image] = words[0]! & 1;
    const place = words[1]! % SIDE;
    for (let k = 0; k < SIDE * SIDE; k++) {
      const [y, x] = [Math.floor(k / SIDE), k % SIDE];
      philox4x32(words, image, k, 1, part.length, 1, 2);
      values[image * SIDE * SIDE + k] = (words[0]! >>> 26) + ((labels[image] ? y : x) === place ? 150 : 0);
    }
  }
  const header = (magic: number, ...sizes: number[]): Buffer => {
    const buffer = Buffer.alloc(4 + 4 * sizes.length);
    [magic, ...sizes].forEach((value, k) => {
      buffer.writeUInt32BE(value, 4 * k);
    });
    return buffer;
  };
  writeFileSync(join(folder, `${part}-images-idx3-ubyte`), Buffer.concat([header(0x803, images, SIDE, SIDE), values]));
  writeFileSync(join(folder, `${part}-labels-idx1-ubyte`), Buffer.concat([header(0x801, images), labels]));
}
