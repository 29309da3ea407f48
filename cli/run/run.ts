/** A run of the command line: its spec, options and folder, and the engines it starts when it needs them. */

import { join } from 'node:path';
import { CARD } from '../../analog/index.ts';
import type { Spec } from '../../gen/index.ts';
import {
  createNativeNgspice,
  createNgspice,
  createYosys,
  type Ngspice,
  VERSION,
  writeFiles,
  type Yosys,
} from '../../tools/index.ts';
import { type Cache, type CacheKey, createCache } from './cache.ts';

export interface RunOptions {
  /** Output folder. */
  readonly out: string;
  readonly seed: number;
  /** Most threads at once. */
  readonly jobs: number;
  /** Compute again what is stored. */
  readonly force: boolean;
  /** Called with what tools print. */
  readonly onLog?: (text: string) => void;
  readonly signal: AbortSignal;
  /** Use the installed ngspice in place of the embedded one. */
  readonly nativeNgspice?: boolean;
}

export interface Run {
  readonly spec: Spec;
  readonly options: RunOptions;
  /** Whether only stored results are used. */
  readonly recall: boolean;
  /** The engines; each starts with its first use. */
  readonly yosys: () => Yosys;
  readonly ngspice: () => Ngspice;
  readonly cache: Cache;
  /** The stored result of `key`, or that of `compute`, which is stored. */
  cached<T>(
    key: Omit<CacheKey, 'versions'> & { readonly versions?: readonly string[] },
    compute: () => Promise<T>,
  ): Promise<T>;
  /** Writes files under the output folder, each whole or not at all. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Adds to `logs/STEP.log`, written by `close`. */
  log(step: string, text: string): void;
  close(): Promise<void>;
}

/** Opens a run; `close` must be called in the end. */
export function openRun(spec: Spec, options: RunOptions): Run {
  const { out, jobs, signal, onLog } = options;
  const cache = createCache(join(out, 'cache'));
  const logs = new Map<string, string>();
  let yosys: Yosys | undefined;
  let ngspice: Ngspice | undefined;
  const endNgspice = (): void => void ngspice?.close();
  signal.addEventListener('abort', endNgspice, { once: true });
  const write: Run['write'] = async (files) => {
    await writeFiles(out, files);
  };
  return {
    spec,
    options,
    recall: false,
    yosys: () => (yosys ??= createYosys({ signal, ...(onLog ? { onLog } : {}) })),
    ngspice: () =>
      (ngspice ??= options.nativeNgspice ? createNativeNgspice(CARD.file, { jobs, signal }) : createNgspice({ jobs })),
    cache,
    async cached(key, compute) {
      signal.throwIfAborted();
      const full = { ...key, versions: [VERSION, ...(key.versions ?? [])] };
      const stored = options.force ? undefined : await cache.get<Awaited<ReturnType<typeof compute>>>(full);
      if (stored !== undefined) return stored;
      const value = await compute();
      await cache.put(full, value);
      return value;
    },
    write,
    log(step, text) {
      if (text) logs.set(step, `${logs.get(step) ?? ''}${text.trimEnd()}\n`);
    },
    async close() {
      signal.removeEventListener('abort', endNgspice);
      await Promise.all([yosys?.close(), ngspice?.close()]);
      await write(Object.fromEntries([...logs].map(([step, text]) => [`logs/${step}.log`, text])));
    },
  };
}

/** A result that a step left out would need is not stored. */
export class NotStored extends Error {}

/** The same run, but nothing is computed: what is not stored throws `NotStored`. */
export function recalling(run: Run): Run {
  return {
    ...run,
    recall: true,
    async cached<T>(key: Parameters<Run['cached']>[0]): Promise<T> {
      const stored = await run.cache.get<T>({ ...key, versions: [VERSION, ...(key.versions ?? [])] });
      if (stored === undefined) throw new NotStored();
      return stored;
    },
  };
}
