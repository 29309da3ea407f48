/** The rest of a file over HTTP: RFC 9110, 13.1.5 (If-Range), 14.2 (Range) and 14.4 (Content-Range). */

import type { Part } from './part-file.ts';

/** Answer of a server. Its body comes as it was stored, without a content coding. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array>;
  /** Reason of the server's refusal, where it refuses. */
  readonly refusal?: Error;
}

/**
 * Headers that ask for the rest of a file, if it is still the same. They ask for the whole file where there is no part
 * yet.
 */
export function rangeOf({ bytes, validator }: Part): Record<string, string> {
  if (bytes === 0) return {};
  return { range: `bytes=${bytes}-`, ...(validator ? { 'if-range': validator } : {}) };
}

/**
 * True for an answer that is the rest of the same file. One whose status is neither 206 nor 416 says nothing about it,
 * and passes.
 */
export function goesOn(answer: Answer, before: Part): boolean {
  if (answer.status !== 206) return answer.status !== 416;
  const now = validatorOf(answer);
  return rangeIn(answer)?.start === before.bytes && (!now || !before.validator || now === before.validator);
}

/** Range in `Content-Range: bytes START-END/TOTAL`; a server that does not know the total says `*`. */
function rangeIn({ headers }: Answer): { readonly start: number; readonly total: number | null } | null {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  return start === undefined ? null : { start: Number(start), total: total === '*' ? null : Number(total) };
}

/**
 * Validator of a file's version for `If-Range`. It is the entity tag where that is a strong one (a weak one is not
 * allowed there), else the date.
 */
export function validatorOf({ headers }: Answer): string | null {
  const tag = headers.get('etag');
  return tag && !tag.startsWith('W/') ? tag : headers.get('last-modified');
}

/** Size of the whole file, bytes; null where the server does not say. */
export function totalOf(answer: Answer): number | null {
  if (answer.status === 206) return rangeIn(answer)?.total ?? null;
  const length = answer.headers.get('content-length');
  return length === null ? null : Number(length);
}
