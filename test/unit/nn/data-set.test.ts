import { describe, expect, test } from 'vitest';
import { dataSetOfIdx, sliceOfDataSet } from '../../../nn/data/data-set.ts';
import { FormatError } from '../../../nn/data/format-error.ts';
import { parseIdx } from '../../../nn/data/idx.ts';
import { dataSetOf } from '../../../nn/files/labelled-files.ts';

/** Two images of 2 x 3 and their labels, written by hand. */
const IMAGES = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 255, 254, 253, 252, 251, 250];
const LABELS = [0, 0, 8, 1, 0, 0, 0, 2, 9, 4];

const idx = (bytes: readonly number[], dimensions: number) => parseIdx(Uint8Array.from(bytes), 'a.idx', [dimensions]);
const dataSet = (images: readonly number[], labels: readonly number[]) =>
  dataSetOfIdx(
    { file: 'images.idx', bytes: Uint8Array.from(images) },
    { file: 'labels.idx', bytes: Uint8Array.from(labels) },
    { classes: 10 },
    'by hand',
  );

test('an IDX file has its shape and its values', () => {
  const array = idx(IMAGES, 3);
  expect(array.shape).toEqual([2, 2, 3]);
  expect(Array.from(array.values)).toEqual([1, 2, 3, 4, 5, 6, 255, 254, 253, 252, 251, 250]);
});

test('an IDX file inside a larger buffer', () => {
  const bytes = Uint8Array.from([7, 7, 7, ...LABELS]).subarray(3);
  expect(Array.from(parseIdx(bytes, 'a.idx', [1]).values)).toEqual([9, 4]);
});

test.each([
  ['cut in the values', IMAGES.slice(0, 20), 'a.idx: is truncated: 28 bytes wanted, 20 found'],
  ['cut in the header', IMAGES.slice(0, 10), 'a.idx: is truncated: 16 bytes wanted, 10 found'],
  ['too long', [...IMAGES, 0], 'a.idx: is longer than its header says: 28 bytes wanted, 29 found'],
  [
    'labels in place of images',
    LABELS.concat(IMAGES),
    'a.idx: must be an IDX file of unsigned bytes in 3 dimensions: it has 1, as labels have',
  ],
  [
    'floats',
    IMAGES.with(2, 0x0d),
    'a.idx: must be an IDX file of unsigned bytes in 3 dimensions: it holds 32-bit floats',
  ],
  ['gzip', [0x1f, 0x8b, ...IMAGES], 'a.idx: must be an IDX file: it is compressed with gzip: unpack it'],
  ['nothing', [], 'a.idx: must be an IDX file: it is empty'],
  [
    'a web page',
    [...new TextEncoder().encode('\n<!DOCTYPE html>')],
    'a.idx: must be an IDX file: it is a web page (HTML) in place of the file: fetch it again, by a link to the file itself',
  ],
  ['no IDX file', [7, ...IMAGES], 'a.idx: must be an IDX file, which begins with 00 00 08: 07 00 00 08'],
])('%s is refused', (_, bytes, message) => {
  expect(() => idx(bytes, 3)).toThrow(new FormatError('a.idx', message.slice('a.idx: '.length)));
});

test('a data set has its images, pixels and labels', () => {
  const data = dataSet(IMAGES, LABELS);
  expect([data.images, data.pixels, Array.from(data.labels)]).toEqual([2, 6, [9, 4]]);
  const second = sliceOfDataSet(data, 1, 2);
  expect([second.images, Array.from(second.values), Array.from(second.labels)]).toEqual([
    1,
    [255, 254, 253, 252, 251, 250],
    [4],
  ]);
});

test('labels out of range and of another number are refused', () => {
  expect(() => dataSet(IMAGES, [0, 0, 8, 1, 0, 0, 0, 2, 3, 10])).toThrow(
    'labels.idx: labels must be 0 to 9: 10 (image 1)',
  );
  expect(() => dataSet(IMAGES, [0, 0, 8, 1, 0, 0, 0, 1, 3])).toThrow('labels.idx: must hold a label an image (2): 1');
});

test('a slice beyond the data set is refused', () => {
  expect(() => sliceOfDataSet(dataSet(IMAGES, LABELS), 1, 3)).toThrow('images must be a range within 0 to 2: 1 to 3');
});

test('no images, and images without pixels, are refused', () => {
  const none = [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3];
  expect(() => dataSet(none, [0, 0, 8, 1, 0, 0, 0, 0])).toThrow(
    'images.idx: must hold an image at least: it holds none',
  );
  const flat = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3];
  expect(() => dataSet(flat, LABELS)).toThrow('images.idx: must hold images of a pixel at least: 0 x 3');
});

describe('colour in IDX', () => {
  /** Two images of 1 x 2 pixels in red, green and blue. */
  const SIZES = { last: [2, 1, 2, 3], first: [2, 3, 1, 2], many: [1, 9, 8, 7] };
  const colour = (sizes: readonly number[], values: readonly number[]) =>
    dataSet([0, 0, 8, 4, ...sizes.flatMap((size) => [0, 0, 0, size]), ...values], LABELS);
  const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

  test('channels last are set first', () => {
    const { channels, height, width, values } = colour(SIZES.last, VALUES);
    expect([channels, height, width]).toEqual([3, 1, 2]);
    expect(Array.from(values)).toEqual([1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12]);
  });

  test('channels first stay', () => {
    const { channels, height, width, values } = colour(SIZES.first, VALUES);
    // The last dimension, 2, could be channels too: without a network it is taken so.
    expect([channels, height, width, values[1]]).toEqual([2, 3, 1, 3]);
    const like = { channels: 3, height: 1, width: 2 };
    const told = dataSetOfIdx(
      { file: 'i', bytes: Uint8Array.from([0, 0, 8, 4, ...SIZES.first.flatMap((size) => [0, 0, 0, size]), ...VALUES]) },
      { file: 'l', bytes: Uint8Array.from(LABELS) },
      { classes: 10 },
      'by hand',
      like,
    );
    expect([told.channels, told.height, told.width, Array.from(told.values)]).toEqual([3, 1, 2, VALUES]);
  });

  test('seven channels are refused', () => {
    expect(() => colour(SIZES.many, Array<number>(504).fill(0))).toThrow(
      'images.idx: must hold images of 1 to 4 channels, [images, height, width, channels]: [1, 9, 8, 7]',
    );
  });
});

test('labels may count from 1, and rows and columns be exchanged', () => {
  const data = dataSetOf({
    format: 'idx',
    images: { file: 'i', bytes: Uint8Array.from(IMAGES) },
    labels: { file: 'l', bytes: Uint8Array.from(LABELS) },
    classes: 9,
    firstLabel: 1,
    transposed: true,
    source: 'by hand',
  });
  expect([data.height, data.width, data.source, Array.from(data.labels)]).toEqual([
    3,
    2,
    'by hand, transposed',
    [8, 3],
  ]);
  expect(Array.from(data.values)).toEqual([1, 4, 2, 5, 3, 6, 255, 252, 254, 251, 253, 250]);
});
