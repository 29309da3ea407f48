/** A file over HTTP that goes on where it stopped. */

import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { outputError } from '../atomic.ts';
import { type Answer, goesOn, rangeOf, totalOf, validatorOf } from './http-range.ts';
import { isWhole, type Part, readPart, removePart, startPart } from './part-file.ts';

export interface Download {
  /** File that grows; it stays when the download ends early. */
  readonly part: string;
  /** Most bytes that it may have: what is longer is not the file. */
  readonly most: number;
  /** Hash that the whole must have: `sha512-` and base64. */
  readonly integrity: string;
  /** Request of the file; rejects when there is no connection. */
  readonly request: (headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Answer>;
  /** Callback for bytes: those there, in all (as far as known) and at the start of this connection. */
  readonly onBytes: (done: number, total: number | null, resumedAt: number) => void;
  /** Callback for a broken connection, which is tried again. */
  readonly onBroken: (reason: string, done: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Pause before the first new try, s; doubled from one to the next. Default 1. */
  readonly pause?: number;
}

/** Least number of bytes that a working connection brings. Those with less, one after the other, count as broken. */
const WORTH = 1e6;
/** Number of new tries after connections that brought too little. */
const RETRIES = 4;

/** A connection that ended before the file did. */
class Broken extends Error {}

/**
 * Download of the file, or of what is missing of it, into `part`. Throws when the server refuses, when the connection
 * breaks again and again (the part stays), when the hash is wrong (the part is removed), and the reason of `signal`
 * when that aborts (the part stays).
 */
export async function downloadPart(download: Download): Promise<void> {
  const { part, integrity, signal } = download;
  let breaks = 0;
  for (;;) {
    const before = await readPart(part, integrity);
    try {
      await fetchRest(download, before);
      break;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Broken)) throw error;
      const { bytes } = await readPart(part, integrity);
      if (bytes - before.bytes >= WORTH) breaks = 0;
      if (breaks === RETRIES)
        throw new Error(
          `the connection broke ${breaks + 1} times (${error.message}); ` +
            `${bytes} bytes are kept in ${part}, and the same command goes on from there`,
          { cause: error },
        );
      download.onBroken(error.message, bytes);
      await pauseFor(1000 * (download.pause ?? 1) * 2 ** breaks++, signal);
    }
  }
  if (await isWhole(part, integrity)) return;
  const { bytes } = await readPart(part, integrity);
  await removePart(part);
  throw new Error(`the ${bytes} bytes that came do not have the hash ${integrity}; they are removed`);
}

/**
 * One connection for the rest of the file. It brings what comes after `before`, or all of it where the server does not
 * go on from there.
 */
async function fetchRest(download: Download, before: Part): Promise<void> {
  const { part, integrity } = download;
  const end = new AbortController();
  const signal = download.signal ? AbortSignal.any([download.signal, end.signal]) : end.signal;
  const ask = async (from: Part): Promise<Answer> => {
    const answer = await download.request(rangeOf(from), signal).catch(asBroken);
    const { status, refusal } = answer;
    if (status === 408 || status === 429 || status >= 500) throw new Broken(refusal?.message ?? `status ${status}`);
    return answer;
  };
  try {
    let from = before;
    let answer = await ask(from);
    if (from.bytes > 0 && answer.status !== 200 && !goesOn(answer, from)) {
      await removePart(part);
      from = { bytes: 0, validator: null };
      answer = await ask(from);
    }
    const { status, body, refusal } = answer;
    if (status !== 200 && status !== 206) throw refusal ?? new Error(`the server answers with status ${status}`);
    const start = status === 206 ? from.bytes : 0;
    if (start === 0) await startPart(part, integrity, validatorOf(answer));
    const total = totalOf(answer);
    if (total !== null && total > download.most) throw tooLong(total, download.most);
    const done = await append(part, start, body, (bytes) => {
      if (bytes > download.most) throw tooLong(bytes, download.most);
      download.onBytes(bytes, total, start);
    });
    if (total !== null && done < total) throw new Broken(`it ended after ${done} of ${total} bytes`);
  } finally {
    end.abort();
  }
}

const tooLong = (bytes: number, most: number): Error =>
  new Error(`the server sends ${bytes} bytes or more, which is not the file: at most ${most} are taken`);

/**
 * Size of the file after a body is written from byte `start` on. Bytes go to stated places, so that two who write the
 * same file at once write the same bytes.
 */
async function append(
  path: string,
  start: number,
  body: AsyncIterable<Uint8Array>,
  onBytes: (done: number) => void,
): Promise<number> {
  const file = await open(path, start > 0 ? 'r+' : 'w').catch((error: unknown) => {
    throw outputError(path, error);
  });
  let done = start;
  onBytes(done);
  try {
    for await (const chunk of untilBroken(body)) {
      await writeAt(file, chunk, done).catch((error: unknown) => {
        throw outputError(path, error);
      });
      done += chunk.length;
      onBytes(done);
    }
  } finally {
    await file.close();
  }
  return done;
}

async function writeAt(file: FileHandle, chunk: Uint8Array, place: number): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at, chunk.length - at, place + at)).bytesWritten;
}

async function* untilBroken(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    asBroken(error);
  }
}

function asBroken(error: unknown): never {
  throw new Broken(error instanceof Error ? error.message : String(error), { cause: error });
}

/** Pause that rejects with the signal's reason when that aborts. */
async function pauseFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, signal ? { signal } : {});
  } finally {
    signal?.throwIfAborted();
  }
}
