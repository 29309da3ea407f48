/** Data sets in the user's cache folder: fetched once, checked at every reading. */

import { type DataOptions, dataFolder, provide, readChecked } from './cache.ts';
import { type DataFile, type DataSource, filesOf, type IdxSource } from './sets.ts';

export interface NamedBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Images and labels in the IDX format. `source`: name, part and hash. */
export interface IdxBytes {
  readonly format: 'idx';
  readonly images: NamedBytes;
  readonly labels: NamedBytes;
  readonly classes: number;
  readonly source: string;
}

/** Records in the format of CIFAR-10 or CIFAR-100, one file after the other. */
export interface CifarBytes {
  readonly format: 'cifar10' | 'cifar100';
  readonly batches: readonly NamedBytes[];
  readonly classes: number;
  readonly source: string;
}

/**
 * Images and labels of a part of a data set, from the cache; fetched first when files are missing. Throws `DataError`
 * where a file is truncated or has a wrong hash, or could not be fetched (and then says how to place it by hand).
 */
export async function readDataSet(source: IdxSource, part: 'train' | 'test', options?: DataOptions): Promise<IdxBytes>;
export async function readDataSet(
  source: DataSource,
  part: 'train' | 'test',
  options?: DataOptions,
): Promise<IdxBytes | CifarBytes>;
export async function readDataSet(
  source: DataSource,
  part: 'train' | 'test',
  options: DataOptions = {},
): Promise<IdxBytes | CifarBytes> {
  const folder = dataFolder(source, options);
  await provide(source, filesOf(source, [part]), options);
  const read = (file: DataFile): Promise<NamedBytes> => readChecked(file, folder);
  return bytesOf(source, part, read);
}

async function bytesOf(
  source: DataSource,
  part: 'train' | 'test',
  read: (file: DataFile) => Promise<NamedBytes>,
): Promise<IdxBytes | CifarBytes> {
  const { name, classes } = source;
  switch (source.format) {
    case 'idx': {
      const images = await read(source[part].images);
      const labels = await read(source[part].labels);
      return {
        format: 'idx',
        images,
        labels,
        classes,
        source: `${name} ${part} (images md5 ${source[part].images.md5})`,
      };
    }
    case 'cifar10': {
      const batches: NamedBytes[] = [];
      for (const file of source[part]) batches.push(await read(file));
      const hashes = source[part].map(({ md5 }) => md5).join(', ');
      return { format: 'cifar10', batches, classes, source: `${name} ${part} (md5 ${hashes})` };
    }
  }
}

/**
 * Data set in the cache, complete and checked. The files of `options.parts` (default: all) come by one fetch at most;
 * files already there are left alone. Throws `DataError` as `readDataSet` does.
 */
export async function pullDataSet(
  source: DataSource,
  options: DataOptions & { readonly parts?: readonly ('train' | 'test')[] } = {},
): Promise<void> {
  const wanted = filesOf(source, options.parts);
  await provide(source, wanted, options);
  for (const file of wanted) await readChecked(file, dataFolder(source, options));
}
