import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheFolder } from '../../tools/data/cache-folder.ts';
import { pullDataSet, readDataSet } from '../../tools/data/data.ts';
import { DataError } from '../../tools/data/data-error.ts';
import type { Fetcher, PullEvent } from '../../tools/data/package.ts';
import { CIFAR10, type IdxSource, MNIST } from '../../tools/data/sets.ts';

const file = (name: string) => ({ name, bytes: name.length, md5: createHash('md5').update(name).digest('hex') });

/** A source whose files hold their own names. */
const SOURCE: IdxSource = {
  format: 'idx',
  name: 'Tiny',
  folder: 'tiny',
  package: 'tiny@1.0.0',
  packageFolder: 'data',
  integrity: 'sha512-none',
  packageBytes: 100,
  classes: 2,
  train: { images: file('train-images'), labels: file('train-labels') },
  test: { images: file('test-images'), labels: file('test-labels') },
};
const NAMES = ['test-images', 'test-labels', 'train-images', 'train-labels'];

let cache = '';
let fetches = 0;
const fetcher: Fetcher = async (_, folder, { onEvent }) => {
  fetches++;
  onEvent({ kind: 'bytes', done: 50, total: 100, resumedAt: 0 });
  for (const name of NAMES) await writeFile(join(folder, name), name);
};
const offline: Fetcher = async () => {
  throw new Error('getaddrinfo ENOTFOUND registry');
};

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'somagen-data-'));
  fetches = 0;
});
afterEach(() => rm(cache, { recursive: true }));

describe('a data set in the cache', () => {
  test('is fetched once, with progress, and leaves nothing else behind', async () => {
    const progress: PullEvent[] = [];
    const first = await readDataSet(SOURCE, 'test', { cache, fetcher, onEvent: (event) => progress.push(event) });
    const second = await readDataSet(SOURCE, 'train', { cache, fetcher: offline });
    expect(new TextDecoder().decode(first.images.bytes)).toBe('test-images');
    expect(new TextDecoder().decode(second.labels.bytes)).toBe('train-labels');
    expect([fetches, progress]).toEqual([1, [{ kind: 'bytes', done: 50, total: 100, resumedAt: 0 }]]);
    expect((await readdir(join(cache, 'tiny'))).sort()).toEqual(NAMES);
  });

  test('may be placed by hand: no fetch for the part that is there', async () => {
    await mkdir(join(cache, 'tiny'));
    for (const name of ['test-images', 'test-labels']) await writeFile(join(cache, 'tiny', name), name);
    const { source } = await readDataSet(SOURCE, 'test', { cache, fetcher: offline });
    expect(source).toBe(`Tiny test (images md5 ${SOURCE.test.images.md5})`);
    await expect(readDataSet(SOURCE, 'train', { cache, fetcher: offline })).rejects.toThrow(DataError);
  });

  test('no network: says what to place where', async () => {
    const error = await pullDataSet(SOURCE, { cache, fetcher: offline }).catch((reason: Error) => reason);
    expect(String(error)).toContain('Tiny could not be fetched (tiny@1.0.0): getaddrinfo ENOTFOUND registry');
    expect(String(error)).toContain(`put these files, uncompressed, into ${join(cache, 'tiny')}:`);
    for (const name of NAMES)
      expect(String(error)).toContain(`  ${name} (${name.length} bytes, md5 ${file(name).md5})`);
    expect(await readdir(join(cache, 'tiny'))).toEqual([]);
  });

  test('a truncated file: names it, bytes wanted and found', async () => {
    await pullDataSet(SOURCE, { cache, fetcher });
    const path = join(cache, 'tiny', 'test-images');
    await writeFile(path, 'test');
    await expect(readDataSet(SOURCE, 'test', { cache, fetcher })).rejects.toThrow(
      `${path} is truncated: 11 bytes wanted, 4 found; remove it to fetch it again`,
    );
    expect(fetches).toBe(1);
  });

  test('a pull finds what is wrong with files that are there, of the parts asked for', async () => {
    await pullDataSet(SOURCE, { cache, fetcher });
    await writeFile(join(cache, 'tiny', 'train-labels'), 'train');
    await expect(pullDataSet(SOURCE, { cache, fetcher })).rejects.toThrow('train-labels is truncated: 12 bytes wanted');
    await pullDataSet(SOURCE, { cache, fetcher, parts: ['test'] });
  });

  test('a file with a wrong hash: names it and both hashes', async () => {
    await pullDataSet(SOURCE, { cache, fetcher });
    const path = join(cache, 'tiny', 'test-images');
    await writeFile(path, 'test-imagez');
    const found = createHash('md5').update('test-imagez').digest('hex');
    await expect(readDataSet(SOURCE, 'test', { cache, fetcher })).rejects.toThrow(
      `${path} has the wrong hash: md5 ${SOURCE.test.images.md5} wanted, ${found} found; remove it to fetch it again`,
    );
  });

  test('a fetch that brings other files than it should is refused and leaves nothing', async () => {
    const wrong: Fetcher = async (source, folder, options) => {
      await fetcher(source, folder, options);
      await writeFile(join(folder, 'train-images'), 'train-imagez');
    };
    await expect(pullDataSet(SOURCE, { cache, fetcher: wrong })).rejects.toThrow('has the wrong hash');
    expect(await readdir(join(cache, 'tiny'))).toEqual([]);
  });

  test('SOMAGEN_CACHE names the cache folder; empty counts as unset', () => {
    expect(cacheFolder({ SOMAGEN_CACHE: '/data/cache' })).toBe('/data/cache');
    expect(cacheFolder({ SOMAGEN_CACHE: '' })).toBe(cacheFolder({}));
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' }, 'linux')).toBe('/caches/somagen');
    vi.stubEnv('HOME', '/home/a');
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toBe('/home/a/.cache/somagen');
    expect(cacheFolder({}, 'darwin')).toBe('/home/a/Library/Caches/somagen');
    vi.stubEnv('HOME', '');
    expect(() => cacheFolder({}, 'linux')).toThrow('set SOMAGEN_CACHE to a folder');
    vi.unstubAllEnvs();
  });
});

test('MNIST: the four files have their hashes, the first labels are 5 0 4 and 7 2 1', {
  timeout: 300_000,
}, async () => {
  const train = await readDataSet(MNIST, 'train');
  const testSet = await readDataSet(MNIST, 'test');
  // Y. LeCun's first images: a five, a zero, a four; test: seven, two, one. IDX labels start at byte 8.
  expect(Array.from(train.labels.bytes.subarray(8, 11))).toEqual([5, 0, 4]);
  expect(Array.from(testSet.labels.bytes.subarray(8, 11))).toEqual([7, 2, 1]);
  expect(await readFile(train.images.file)).toHaveLength(16 + 60_000 * 784);
});

test('CIFAR-10: the files have their hashes, the first labels are 6 9 9 and 3 8 8', { timeout: 600_000 }, async () => {
  const train = await readDataSet(CIFAR10, 'train');
  const testSet = await readDataSet(CIFAR10, 'test');
  if (train.format !== 'cifar10' || testSet.format !== 'cifar10') throw new Error('CIFAR-10 must be in its own format');
  // A frog and two trucks; a cat and two ships. A record has 3073 bytes.
  const labels = (bytes: Uint8Array): number[] => [0, 3073, 6146].map((at) => bytes[at]!);
  expect(labels(train.batches[0]!.bytes)).toEqual([6, 9, 9]);
  expect(labels(testSet.batches[0]!.bytes)).toEqual([3, 8, 8]);
  // A. Krizhevsky's test_batch.bin.
  expect(createHash('sha256').update(testSet.batches[0]!.bytes).digest('hex')).toBe(
    '8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b',
  );
});
