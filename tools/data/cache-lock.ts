/**
 * The lock of a folder in the cache: one process at a time, one fetch. It is a file that its holder touches; one that
 * nobody touches any more, or whose process is gone, is taken over. What is written under it is right without it too
 * (the same bytes at the same places, files renamed into place), so a lock that is taken over by mistake costs time and
 * nothing else.
 */

import { randomBytes } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { leave } from '../at-exit.ts';
import { ifPresent } from '../if-present.ts';
import { ownerIsGone, ownerTag } from '../owner.ts';

interface LockOptions {
  /** Callback for the wait, called once, when another process holds the lock. */
  readonly onWait: () => void;
  readonly signal?: AbortSignal | undefined;
}

/** Interval at which the holder touches the lock and others look at it, ms. */
const TOUCH = 1000;
/** Time without a touch after which the holder is taken for gone, ms. It may be busy for a few seconds, unpacking. */
const PATIENCE = 15_000;

/** Lock at `path`, taken when it is free. The returned function gives it back. Rejects with the reason of `signal`. */
export async function takeLock(path: string, { onWait, signal }: LockOptions): Promise<() => Promise<void>> {
  const text = `${ownerTag()} ${randomBytes(8).toString('hex')}\n`;
  let told = false;
  while (!(await create(path, text)))
    await whileHeld(path, signal, () => {
      if (!told) onWait();
      told = true;
    });
  const touch = setInterval(() => {
    const now = new Date();
    // One that was taken over is no longer there to be touched.
    utimes(path, now, now).catch(() => clearInterval(touch));
  }, TOUCH).unref();
  const forget = leave({ kind: 'path', path });
  return async () => {
    clearInterval(touch);
    forget();
    if ((await contentOf(path)) === text) await rm(path, { force: true });
  };
}

/** Creation of the file; false where there is one. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Wait until the lock is gone; removes it when its holder is. Times of the file are compared with each other alone,
 * since clocks differ.
 */
async function whileHeld(path: string, signal: AbortSignal | undefined, onWait: () => void): Promise<void> {
  let seen: number | null = null;
  for (let since = performance.now(); ; ) {
    const touched = await touchedAt(path);
    if (touched === null) return;
    if (touched !== seen) {
      seen = touched;
      since = performance.now();
    }
    if (performance.now() - since > PATIENCE || ownerIsGone((await contentOf(path)) ?? '')) {
      await rm(path, { force: true });
      return;
    }
    onWait();
    try {
      await setTimeout(TOUCH / 2, undefined, signal ? { signal } : {});
    } finally {
      signal?.throwIfAborted();
    }
  }
}

const touchedAt = (path: string): Promise<number | null> => ifPresent(stat(path).then(({ mtimeMs }) => mtimeMs));
const contentOf = (path: string): Promise<string | null> => ifPresent(readFile(path, 'utf8'));
