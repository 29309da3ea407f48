import { expect, test } from 'vitest';
import { dataSetOfIdx, sliceOfDataSet } from '../../../nn/data/data-set.ts';
import { FormatError } from '../../../nn/data/format-error.ts';
import { parseIdx } from '../../../nn/data/idx.ts';

/** Two images of 2 x 3 and their labels, written by hand. */
const IMAGES = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 255, 254, 253, 252, 251, 250];
const LABELS = [0, 0, 8, 1, 0, 0, 0, 2, 9, 4];

const idx = (bytes: readonly number[], dimensions: number) => parseIdx(Uint8Array.from(bytes), 'a.idx', dimensions);
const dataSet = (images: readonly number[], labels: readonly number[]) =>
  dataSetOfIdx(
    { file: 'images.idx', bytes: Uint8Array.from(images) },
    { file: 'labels.idx', bytes: Uint8Array.from(labels) },
    10,
    'by hand',
  );

test('an IDX file has its shape and its values', () => {
  const array = idx(IMAGES, 3);
  expect(array.shape).toEqual([2, 2, 3]);
  expect(Array.from(array.values)).toEqual([1, 2, 3, 4, 5, 6, 255, 254, 253, 252, 251, 250]);
});

test('an IDX file inside a larger buffer', () => {
  const bytes = Uint8Array.from([7, 7, 7, ...LABELS]).subarray(3);
  expect(Array.from(parseIdx(bytes, 'a.idx', 1).values)).toEqual([9, 4]);
});

test.each([
  ['cut in the values', IMAGES.slice(0, 20), 'a.idx: is truncated: 28 bytes wanted, 20 found'],
  ['cut in the header', IMAGES.slice(0, 10), 'a.idx: is truncated: 16 bytes wanted, 10 found'],
  ['too long', [...IMAGES, 0], 'a.idx: is longer than its header says: 28 bytes wanted, 29 found'],
  ['labels in place of images', LABELS.concat(IMAGES), 'a.idx: IDX magic number must be 2051: 2049'],
  ['no IDX file', [0x1f, 0x8b, ...IMAGES], 'a.idx: IDX magic number must be 2051: 529203200'],
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
