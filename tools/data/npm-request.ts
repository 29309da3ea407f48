/** Requests of archives as npm makes them, with its proxies and certificates. */

import type { Answer } from './http-range.ts';
import type { Download } from './resumable-download.ts';

/** Longest silence of a connection that does not count as broken, ms. */
export const SILENCE = 60_000;

/** Requests of the archive at `address`. An error that npm throws because of a status becomes an answer again. */
export async function requestTo(address: string, registry?: string): Promise<Download['request']> {
  const { default: npmFetch } = await import('npm-registry-fetch');
  return async (headers, signal): Promise<Answer> => {
    const options = {
      // Ranges are those of the archive, not of a compressed form of it.
      headers: { 'accept-encoding': 'identity', ...headers },
      retry: { retries: 0 },
      timeout: SILENCE,
      signal,
      ...(registry ? { registry } : {}),
    };
    try {
      const { status, headers, body } = await npmFetch(address, options);
      return { status, headers, body: bytesOf(body ?? []) };
    } catch (error) {
      if (!(error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')) throw error;
      return { status: error.statusCode, headers: new Headers(), body: bytesOf([]), refusal: error };
    }
  };
}

async function* bytesOf(chunks: Iterable<unknown> | AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) if (chunk instanceof Uint8Array) yield chunk;
}
