/** Local registry of one package. Its archive comes as badly as a test wants it. */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Answer to one request of the archive. */
export interface Manner {
  /** Default: the archive of the registry. */
  readonly bytes?: Buffer;
  /** The connection is cut after so many bytes of this answer. */
  readonly cutAfter?: number;
  /** After so many bytes of this answer nothing more comes. */
  readonly silentAfter?: number;
  /** False: a server that knows no ranges. */
  readonly ranges?: boolean;
  /** False: `If-Range` is not looked at. */
  readonly conditions?: boolean;
  readonly tag?: string;
  readonly date?: string;
  /** Refuses with this status. */
  readonly status?: number;
}

/** Requests of the archive. */
export interface Asked {
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export interface Registry {
  readonly address: string;
  readonly archive: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** Serves `name@version`; `mannerOf` gets the number of the request of the archive, from 0. */
export async function startRegistry(
  [name, version]: readonly [string, string],
  bytes: Buffer,
  mannerOf: (request: number) => Manner,
): Promise<Registry> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/archive.tgz') {
      const dist = { tarball: `${addressOf()}/archive.tgz` };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } }),
      );
      return;
    }
    const manner = mannerOf(asked.length);
    asked.push({ range: request.headers.range, ifRange: request.headers['if-range'] as string | undefined });
    answer(request, response, { bytes, ...manner });
  });
  const addressOf = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: addressOf(),
    archive: `${addressOf()}/archive.tgz`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** RFC 9110, sections 13.1.5, 14.4 and 15.5.17, as far as a test asks for it. */
function answer(request: IncomingMessage, response: ServerResponse, manner: Manner & { readonly bytes: Buffer }): void {
  const { bytes, tag, date, ranges = true, conditions = true } = manner;
  if (tag) response.setHeader('etag', tag);
  if (date) response.setHeader('last-modified', date);
  if (manner.status) {
    response.writeHead(manner.status).end('no');
    return;
  }
  const condition = request.headers['if-range'];
  const same = !conditions || condition === undefined || condition === tag || condition === date;
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  const start = ranges && same ? Number(from ?? 0) : 0;
  if (start > 0 && start >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const body = bytes.subarray(start);
  if (start > 0) response.setHeader('content-range', `bytes ${start}-${bytes.length - 1}/${bytes.length}`);
  response.writeHead(start > 0 ? 206 : 200, { 'content-length': body.length });
  const { cutAfter, silentAfter } = manner;
  if (cutAfter !== undefined) response.write(body.subarray(0, cutAfter), () => response.socket?.end());
  else if (silentAfter !== undefined) response.write(body.subarray(0, silentAfter));
  else response.end(body);
}

/** A gzipped tar archive of small files, as npm packs them. */
export function archive(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(`package/${name}`, 0);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0        0', 136);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(512 * Math.ceil(content.length / 512));
    content.copy(body);
    return [header, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** As npm states hashes. */
export const sha512 = (bytes: Buffer): string => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/** Bytes that do not compress. P. L'Ecuyer's multiplier, Math. Comp. 68, 1999. */
export function noise(bytes: number, seed = 1): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length: bytes }, () => {
      state = (Math.imul(state, 32_310_901) + 1) >>> 0;
      return state >>> 24;
    }),
  );
}
