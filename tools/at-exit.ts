/** Cleanups at the end of this process, of children and temporary folders. */

const cleanups = new Set<() => void>();

/** Registration of `cleanup` (synchronous) for the exit of the process. The returned function takes it back. */
export function atExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) process.on('exit', cleanAll);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) process.off('exit', cleanAll);
  };
}

/** Run of all cleanups, latest first: a child is ended before the folder it works in is removed. */
function cleanAll(): void {
  for (const cleanup of [...cleanups].reverse()) cleanup();
}
