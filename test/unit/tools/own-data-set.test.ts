import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOwnDataSet } from '../../../tools/data/own-data-set.ts';

const GRAY = { channels: 1, height: 28, width: 28 };
const COLOUR = { channels: 3, height: 32, width: 32 };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'somagen-own-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Files that hold their own names; those in `packed` compressed. */
const write = async (names: readonly string[], packed: readonly string[] = names.filter((n) => n.endsWith('.gz'))) => {
  for (const name of names) await writeFile(join(folder, name), packed.includes(name) ? gzipSync(name) : name);
};
/** Names of the files that are read. */
const found = async (place: string, part: 'train' | 'test', shape = GRAY) => {
  const data = await readOwnDataSet(join(folder, place), part, shape);
  const files = data.format === 'idx' ? [data.images, data.labels] : data.batches;
  return files.map(({ bytes }) => new TextDecoder().decode(bytes));
};

test.each([
  ['of MNIST, Fashion-MNIST and KMNIST', ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']],
  ['compressed', ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz']],
  ['with dots', ['t10k-images.idx3-ubyte', 't10k-labels.idx1-ubyte']],
  ['with a dot at the end', ['test-images.idx', 'test-labels.idx']],
  ['in colour', ['t10k-images-idx4-ubyte', 't10k-labels-idx1-ubyte']],
  ['of EMNIST', ['emnist-letters-test-images-idx3-ubyte.gz', 'emnist-letters-test-labels-idx1-ubyte.gz']],
])('names %s', async (_, names) => {
  await write([...names, 'train-images-idx3-ubyte', 'emnist-letters-mapping.txt']);
  expect(await found('', 'test')).toEqual(names);
});

test('a compressed file under the plain name, and plain before compressed', async () => {
  const names = ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'];
  await write(names, names);
  await write(names.map((name) => `${name}.gz`));
  expect(await found('', 'test')).toEqual(names);
});

test('a file in a folder of its own name', async () => {
  for (const name of ['train-images.idx3-ubyte', 'train-labels.idx1-ubyte']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, name), name);
  }
  expect(await found('', 'train')).toEqual(['train-images.idx3-ubyte', 'train-labels.idx1-ubyte']);
});

test('the beginning of the names decides among several data sets; without it they are listed', async () => {
  const names = ['letters', 'digits'].flatMap((set) => [
    `emnist-${set}-test-images-idx3-ubyte`,
    `emnist-${set}-test-labels-idx1-ubyte`,
  ]);
  await write(names);
  expect(await found('emnist-digits', 'test')).toEqual(names.slice(2));
  await expect(found('', 'test')).rejects.toThrow('(emnist-digits-test-images, emnist-letters-test-images)');
  await expect(found('kmnist', 'test')).rejects.toThrow('is no folder, nor do names of files begin so');
});

test('the binary files of CIFAR-10 and CIFAR-100', async () => {
  await write(['train.bin', 'test.bin.gz']);
  expect([await found('', 'train', COLOUR), await found('', 'test', COLOUR)]).toEqual([['train.bin'], ['test.bin.gz']]);
  expect((await readOwnDataSet(folder, 'test', COLOUR)).format).toBe('cifar100');
  await rm(join(folder, 'test.bin.gz'));
  await write(['test_batch.bin']);
  expect((await readOwnDataSet(folder, 'test', COLOUR)).format).toBe('cifar10');
});

test('the hash in the name is of the unpacked files', async () => {
  await write(['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz']);
  const md5 = createHash('md5').update('t10k-images-idx3-ubyte.gzt10k-labels-idx1-ubyte.gz').digest('hex');
  expect((await readOwnDataSet(folder, 'test', GRAY)).source).toBe(`own test (files md5 ${md5})`);
});

test('what is missing or broken is named', async () => {
  await writeFile(join(folder, 'k49-test-imgs.npz'), '');
  await expect(found('', 'test')).rejects.toThrow(
    't10k-labels-idx1-ubyte (also with .gz, dots, or a name before): it holds k49-test-imgs.npz',
  );
  await expect(found('', 'test', COLOUR)).rejects.toThrow(join(folder, 'test_batch.bin'));
  await write(['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']);
  await writeFile(join(folder, 't10k-images-idx3-ubyte'), gzipSync('images').subarray(0, 20));
  await expect(found('', 'test')).rejects.toThrow(
    't10k-images-idx3-ubyte cannot be unpacked (gzip): unexpected end of file',
  );
});
