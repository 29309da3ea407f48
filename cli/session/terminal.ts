/** The terminal: whatever is printed reaches it without control characters that it would obey. */

import { Writable } from 'node:stream';
import { printable } from '../../measurement/index.ts';

type Stream = typeof process.stderr;

/** Terminals behind the streams of the process; its threads do not know them. */
interface Terminals {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
}

interface Terminal {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** Replacement of the writing of standard output and error by one that shows control characters. */
export function guardTerminal({ stdout, stderr }: Terminals): void {
  Object.assign(process.stdout, stdout, { write: guarded(process.stdout) });
  Object.assign(process.stderr, stderr, { write: guarded(process.stderr) });
}

/** Writing to `stream` that shows control characters. */
export function guarded(stream: Pick<Stream, 'write'>): Stream['write'] {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
  return (chunk: string | Uint8Array, ...rest: unknown[]) =>
    write(typeof chunk === 'string' && !CURSOR.has(chunk) ? printable(chunk) : chunk, ...rest);
}

/** Hiding and showing of the cursor, which the list writes by itself: no text of anyone is just that. */
const CURSOR: ReadonlySet<string> = new Set(['\u001b[?25l', '\u001b[?25h']);

/** Standard error for a list that draws itself anew; its texts must be printable. */
export const drawing = (): Stream =>
  Object.assign(Object.create(process.stderr), {
    write: Writable.prototype.write.bind(process.stderr),
    isTTY: process.stderr.isTTY,
    columns: process.stderr.columns ?? 80,
  });
