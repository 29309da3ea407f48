/** Cache of finished work under the output folder. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readRegular, UnfitFile, writeFiles } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON-able results by everything that they depend on. */
export interface Cache {
  /** Stored result of `key`, or undefined. */
  get<T>(key: CacheKey): Promise<T | undefined>;
  put<T>(key: CacheKey, value: T): Promise<void>;
}

/** Key of a result: kind of work, versions of what does it, input. JSON-able. Two equal keys have equal results. */
export interface CacheKey {
  readonly kind: string;
  readonly versions: readonly string[];
  readonly input: unknown;
}

/** Cache of a file an entry in `cache/` of the output folder. An entry that was damaged counts as missing. */
export function createCache(out: string): Cache {
  const path = (key: CacheKey): string => join('cache', `${key.kind}-${hash(JSON.stringify(key)).slice(0, 32)}.json`);
  return {
    async get<T>(key: CacheKey): Promise<T | undefined> {
      const text = await readIfThere(join(out, path(key)));
      const split = text?.indexOf('\n') ?? -1;
      if (text === undefined || split < 0) return undefined;
      const body = text.slice(split + 1);
      // The hash shows that it is what `put` wrote for the same key, so it has that type.
      return text.slice(0, split) === hash(body) ? (JSON.parse(body) as T) : undefined;
    },
    async put(key, value) {
      const body = JSON.stringify(value);
      await writeFiles(out, { [path(key)]: `${hash(body)}\n${body}` });
    },
  };
}

/** Most bytes of a file that a run left. */
const LARGEST = 1e9;

/** Text of a file of an earlier run, or undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readRegular(path, LARGEST)).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    if (error instanceof UnfitFile) throw new InputError(`${error.message}, where a file of an earlier run must be`);
    throw error;
  }
}
