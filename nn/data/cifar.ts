/**
 * Binary format of CIFAR-10: records of a label byte and 3 x 32 x 32 values, red, green, blue, each row by row.
 * A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and the data set's page, "Binary
 * version".
 */

import { nth } from '../../numeric/index.ts';
import type { DataSet, NamedBytes } from './data-set.ts';
import { FormatError } from './format-error.ts';

const SIDE = 32;
const CHANNELS = 3;
const PIXELS = CHANNELS * SIDE * SIDE;
const RECORD = 1 + PIXELS;

/** Data set of files of records, one after the other. Throws `FormatError` naming the file. */
export function dataSetOfCifar(files: readonly NamedBytes[], classes: number, source: string): DataSet {
  const images = files.reduce((sum, { file, bytes }) => sum + recordsOf(file, bytes), 0);
  const values = new Uint8Array(images * PIXELS);
  const labels = new Uint8Array(images);
  let image = 0;
  for (const { file, bytes } of files)
    for (let at = 0; at < bytes.length; at += RECORD, image++) {
      const label = nth(bytes, at);
      if (label >= classes)
        throw new FormatError(file, `labels must be 0 to ${classes - 1}: ${label} (image ${at / RECORD})`);
      labels[image] = label;
      values.set(bytes.subarray(at + 1, at + RECORD), image * PIXELS);
    }
  return { images, channels: CHANNELS, height: SIDE, width: SIDE, pixels: PIXELS, values, labels, classes, source };
}

function recordsOf(file: string, bytes: Uint8Array): number {
  if (bytes.length === 0 || bytes.length % RECORD !== 0)
    throw new FormatError(file, `must hold whole records of ${RECORD} bytes: ${bytes.length} bytes`);
  return bytes.length / RECORD;
}
