/** Time that passes when a test says so: time limits that no load of the machine reaches or misses. */

import { vi } from 'vitest';

/** Calls `use` with the timers of this process standing still; `pass` lets them run by so many seconds. */
export async function withPassingTime<T>(use: (pass: (seconds: number) => void) => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    return await use((seconds) => vi.advanceTimersByTime(1000 * seconds));
  } finally {
    vi.useRealTimers();
  }
}

/** Ends when `ready` holds, asked once in each turn of the event loop. */
export async function untilTrue(ready: () => boolean): Promise<void> {
  while (!ready()) await new Promise((resolve) => setImmediate(resolve));
}
