/** Runs of the command line: spec, options, output folder, stored results and engines. */

import { CARD } from '../../analog/index.ts';
import type { Spec } from '../../gen/index.ts';
import { printable } from '../../measurement/index.ts';
import {
  createNativeNgspice,
  createNgspice,
  createYosys,
  type Ngspice,
  type RunOptions as ToolOptions,
  takeFolder,
  VERSION,
  writeFiles,
  type Yosys,
} from '../../tools/index.ts';
import { type Cache, type CacheKey, createCache } from './cache.ts';

/** Options of a run. */
export interface RunOptions {
  /** Verb, which another run in the same folder is told. */
  readonly verb: string;
  /** Output folder. */
  readonly out: string;
  readonly seed: number;
  /** Most threads at once. */
  readonly jobs: number;
  /** True where what is stored is computed again. */
  readonly force: boolean;
  /** Listener to what tools print. */
  readonly onLog?: (text: string) => void;
  readonly signal: AbortSignal;
  /** Longest time of a run of a tool, s; by tool where none is given. */
  readonly toolTimeout?: number;
  /** True for the installed ngspice in place of the embedded one. */
  readonly nativeNgspice?: boolean;
}

/** An open run. */
export interface Run {
  readonly spec: Spec;
  readonly options: RunOptions;
  /** True where only stored results are used. */
  readonly recall: boolean;
  /** Treatment of every tool of the run. */
  readonly toolOptions: ToolOptions;
  /** Engines, each started by its first use. */
  readonly yosys: () => Yosys;
  readonly ngspice: () => Ngspice;
  readonly cache: Cache;
  /** Stored result of `key`, or that of `compute`, which is then stored. */
  cached<T>(
    key: Omit<CacheKey, 'versions'> & { readonly versions?: readonly string[] },
    compute: () => Promise<T>,
  ): Promise<T>;
  /** Writing of files under the output folder, each whole or not at all. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Addition to `logs/STEP.log`, written by `close`. */
  log(step: string, text: string): void;
  close(): Promise<void>;
}

/** A new run, alone in its output folder; `close` must be called in the end. */
export async function openRun(spec: Spec, options: RunOptions): Promise<Run> {
  const { verb, out, jobs, signal, onLog, toolTimeout } = options;
  const timeLimit = toolTimeout === undefined ? {} : { timeLimit: toolTimeout };
  const toolOptions = { signal, ...(onLog ? { onLog } : {}), ...timeLimit };
  const release = await takeFolder(out, verb);
  const cache = createCache(out);
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
    toolOptions,
    yosys: () => (yosys ??= createYosys(toolOptions)),
    ngspice: () =>
      (ngspice ??= options.nativeNgspice
        ? createNativeNgspice(CARD.file, { jobs, signal, ...timeLimit })
        : createNgspice({ jobs, ...timeLimit })),
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
      try {
        await Promise.all([yosys?.close(), ngspice?.close()]);
        await write(Object.fromEntries([...logs].map(([step, text]) => [`logs/${step}.log`, printable(text)])));
      } finally {
        await release();
      }
    },
  };
}

/** Error of a result that is not stored, which a step left out would need. */
export class NotStored extends Error {}

/** The same run without computing: what is not stored throws `NotStored`. */
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
