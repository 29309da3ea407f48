/** Cache of finished work under the output folder. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../tools/index.ts';

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

/** Cache of a file an entry in `folder`. An entry that was damaged counts as missing. */
export function createCache(folder: string): Cache {
  const path = (key: CacheKey): string => join(folder, `${key.kind}-${hash(JSON.stringify(key)).slice(0, 32)}.json`);
  return {
    async get<T>(key: CacheKey): Promise<T | undefined> {
      const text = await readIfThere(path(key));
      const split = text?.indexOf('\n') ?? -1;
      if (text === undefined || split < 0) return undefined;
      const body = text.slice(split + 1);
      // The hash shows that it is what `put` wrote for the same key, so it has that type.
      return text.slice(0, split) === hash(body) ? (JSON.parse(body) as T) : undefined;
    },
    async put(key, value) {
      const body = JSON.stringify(value);
      await writeFileAtomic(path(key), `${hash(body)}\n${body}`);
    },
  };
}

/** Text of a file, or undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
