/**
 * Binary format of CIFAR: records of labels and 3 x 32 x 32 values, red, green, blue, each row by row. CIFAR-10 has one
 * label byte, CIFAR-100 one of 20 coarse and one of 100 fine classes.
 * A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and the data set's page, "Binary
 * version".
 */

import { nth } from '../../numeric/index.ts';
import type { DataSet, NamedBytes } from './data-set.ts';
import { foreignFormat } from './foreign.ts';
import { FormatError } from './format-error.ts';
import { classLabels, type LabelRange } from './labels.ts';

const SIDE = 32;
const CHANNELS = 3;
const PIXELS = CHANNELS * SIDE * SIDE;
/** Label bytes of a record. */
const LABELS = { cifar10: 1, cifar100: 2 } as const;
const COARSE_CLASSES = 20;

/**
 * Data set of files of records, one after the other. With 20 classes, CIFAR-100's labels are the coarse ones. Throws
 * `FormatError` naming the file.
 */
export function dataSetOfCifar(
  files: readonly NamedBytes[],
  format: keyof typeof LABELS,
  range: LabelRange,
  source: string,
): DataSet {
  const record = LABELS[format] + PIXELS;
  const label = format === 'cifar100' && range.classes !== COARSE_CLASSES ? 1 : 0;
  const images = files.reduce((sum, { file, bytes }) => sum + recordsOf(file, bytes, record), 0);
  const values = new Uint8Array(images * PIXELS);
  const labels = new Uint8Array(images);
  let image = 0;
  for (const { file, bytes } of files) {
    const first = image;
    const found = new Uint8Array(bytes.length / record);
    for (let at = 0; at < bytes.length; at += record, image++) {
      found[image - first] = nth(bytes, at + label);
      values.set(bytes.subarray(at + record - PIXELS, at + record), image * PIXELS);
    }
    labels.set(classLabels(found, file, range), first);
  }
  const { classes } = range;
  return { images, channels: CHANNELS, height: SIDE, width: SIDE, pixels: PIXELS, values, labels, classes, source };
}

function recordsOf(file: string, bytes: Uint8Array, record: number): number {
  if (bytes.length > 0 && bytes.length % record === 0) return bytes.length / record;
  const foreign = foreignFormat(bytes);
  throw new FormatError(
    file,
    `must hold whole records of ${record} bytes: ${foreign ? `it ${foreign}` : `${bytes.length} bytes`}`,
  );
}
