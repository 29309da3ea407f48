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
