/** What must not outlive this process: children and temporary folders. */

const cleanups = new Set<() => void>();

/** Calls `cleanup` (synchronous) when the process exits; the returned function takes that back. */
export function atExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) process.on('exit', cleanAll);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) process.off('exit', cleanAll);
  };
}

/** Latest first: a child is ended before the folder it works in is removed. */
function cleanAll(): void {
  for (const cleanup of [...cleanups].reverse()) cleanup();
}
