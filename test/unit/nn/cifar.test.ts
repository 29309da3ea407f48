import { expect, test } from 'vitest';
import { dataSetOf } from '../../../nn/files/labelled-files.ts';

/** Record of a label and constant colours. Red values are `red`, green and blue one and two more. */
const record = (label: number, red: number): number[] => [
  label,
  ...[0, 1, 2].flatMap((channel) => Array<number>(1024).fill(red + channel)),
];
const file = (name: string, ...records: number[][]) => ({ file: name, bytes: Uint8Array.from(records.flat()) });
const read = (...batches: ReturnType<typeof file>[]) =>
  dataSetOf({ format: 'cifar10', batches, classes: 10, source: 'by hand' });

test('records of several files, in order, channel by channel', () => {
  const data = read(file('a', record(3, 7), record(9, 20)), file('b', record(0, 100)));
  const { images, channels, height, width, pixels } = data;
  expect({ images, channels, height, width, pixels }).toEqual({
    images: 3,
    channels: 3,
    height: 32,
    width: 32,
    pixels: 3072,
  });
  expect(Array.from(data.labels)).toEqual([3, 9, 0]);
  expect([0, 1024, 2048, 3072, 2 * 3072 + 2048].map((at) => data.values[at])).toEqual([7, 8, 9, 20, 102]);
});

test('a truncated file and labels out of range are refused, with the file', () => {
  expect(() => read(file('a', record(1, 1).slice(1)))).toThrow('a: must hold whole records of 3073 bytes: 3072 bytes');
  expect(() => read(file('a', record(1, 1)), file('b', record(2, 2), record(10, 2)))).toThrow(
    'b: labels must be 0 to 9: 10 (image 1)',
  );
});

test("CIFAR-100's labels are the fine ones, or the coarse ones where there are 20 classes", () => {
  const batches = [file('test.bin', [17, ...record(83, 7)], [4, ...record(2, 9)])];
  const labels = (classes: number) => {
    const data = dataSetOf({ format: 'cifar100', batches, classes, source: 'by hand' });
    return [...data.labels, data.values[0], data.values[3 * 1024]];
  };
  expect(labels(100)).toEqual([83, 2, 7, 9]);
  expect(labels(20)).toEqual([17, 4, 7, 9]);
});

test('a pickle in place of records is named', () => {
  expect(() => read({ file: 'a', bytes: Uint8Array.from([0x80, 2, 0x7d]) })).toThrow(
    "a: must hold whole records of 3073 bytes: it is a Python pickle: take the data set's binary version",
  );
});
