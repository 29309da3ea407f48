/** Leftovers of this process, gone when it ends: programs at work and temporary folders. */

import { rmdirSync, rmSync } from 'node:fs';

/** Process group of a child, or a path; `empty` is a folder that may stay where it is not. */
export type Leftover =
  | { readonly kind: 'group'; readonly id: number }
  | { readonly kind: 'path' | 'empty'; readonly path: string };

/** Addition of a leftover, or its removal, by number. */
export type LeftoverChange = { readonly key: number; readonly left: Leftover | null };

const leftovers = new Map<number, Leftover>();
let next = 0;
let listener: ((change: LeftoverChange) => void) | undefined;

/** Listener to all that is left from now on: the thread that ends the process, where that is another. */
export function tellLeftovers(listen: (change: LeftoverChange) => void): void {
  listener = listen;
}

/** Note of what is removed at the exit of the process. The returned function takes it back. */
export function leave(left: Leftover): () => void {
  const key = next++;
  if (leftovers.size === 0) process.on('exit', removeAll);
  leftovers.set(key, left);
  listener?.({ key, left });
  return () => {
    leftovers.delete(key);
    listener?.({ key, left: null });
    if (leftovers.size === 0) process.off('exit', removeAll);
  };
}

const removeAll = (): void => removeLeftovers([...leftovers.values()]);

/** Removal of `left`, latest first: a child is ended before the folder it works in is removed. */
export function removeLeftovers(left: readonly Leftover[]): void {
  for (const entry of left.toReversed())
    try {
      if (entry.kind === 'group') endGroup(entry.id);
      else if (entry.kind === 'empty') removeEmpty(entry.path);
      else rmSync(entry.path, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      // The others must go too.
      process.stderr.write(`cannot be removed: ${error instanceof Error ? error.message : String(error)}\n`);
    }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds what was finished, or was not made yet.
  }
}

/** End of a process group. */
export function endGroup(id: number): void {
  try {
    process.kill(-id, 'SIGKILL');
  } catch (error) {
    // ESRCH: the group is gone, which is what was wanted. EPERM: macOS says so of a group of zombies.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
