import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requestTo } from '../../tools/data/npm-request.ts';
import { downloadPart } from '../../tools/data/resumable-download.ts';
import { type Manner, noise, type Registry, sha512, startRegistry } from './registry.ts';

const BYTES = noise(300_000);
const OTHER = BYTES.map((byte) => byte ^ 1) as Buffer;
const PACKAGE = ['tiny', '1.0.0'] as const;

let folder = '';
let part = '';
let registry: Registry;
let events: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'somagen-part-'));
  part = join(folder, 'archive.part.tgz');
  events = [];
});
afterEach(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

const serve = async (...manners: Manner[]): Promise<void> => {
  registry = await startRegistry(PACKAGE, BYTES, (request) => manners[request] ?? manners.at(-1) ?? {});
};

const pull = async (
  options: { integrity?: string; most?: number; signal?: AbortSignal; onBytes?: (done: number) => void } = {},
) =>
  downloadPart({
    part,
    integrity: options.integrity ?? sha512(BYTES),
    most: options.most ?? BYTES.length,
    request: await requestTo(registry.archive),
    onBytes: (done, total, resumedAt) => {
      options.onBytes?.(done);
      if (done === resumedAt) events.push(`from ${done} of ${total}`);
    },
    onBroken: (_, done) => events.push(`broken at ${done}`),
    signal: options.signal,
    pause: 0.001,
  });

const part100 = async (): Promise<void> => {
  const end = new AbortController();
  const cut = pull({
    signal: end.signal,
    onBytes: (done) => {
      if (done >= 100_000) end.abort(new Error('Ctrl-C'));
    },
  });
  await expect(cut).rejects.toThrow('Ctrl-C');
};
const whole = async (): Promise<boolean> => BYTES.equals(await readFile(part));

describe('a download that is cut', () => {
  test('goes on within the same call, from the byte where it stopped', async () => {
    await serve({ cutAfter: 100_000 }, { cutAfter: 50_000 }, {});
    await pull();
    expect(registry.asked.map(({ range }) => range)).toEqual([undefined, 'bytes=100000-', 'bytes=150000-']);
    expect(events).toEqual([
      'from 0 of 300000',
      'broken at 100000',
      'from 100000 of 300000',
      'broken at 150000',
      'from 150000 of 300000',
    ]);
    expect(await whole()).toBe(true);
  });

  test('is given up after four new tries that bring little; the next call goes on', async () => {
    await serve({ cutAfter: 10_000 });
    const error = await pull().catch((reason: Error) => reason);
    expect(String(error)).toContain('the connection broke 5 times');
    expect(String(error)).toContain(`50000 bytes are kept in ${part}, and the same command goes on from there`);
    await registry.close();
    await serve({});
    await pull();
    expect(registry.asked).toEqual([{ range: 'bytes=50000-', ifRange: undefined }]);
    expect(await whole()).toBe(true);
  });

  test('the server does not answer, or is overloaded: tried again', async () => {
    await serve({ cutAfter: 0 }, { status: 503 }, {});
    await pull();
    expect(registry.asked).toHaveLength(3);
    expect(await whole()).toBe(true);
  });

  test('a refusal is no broken connection', async () => {
    await serve({ status: 403 });
    await expect(pull()).rejects.toThrow('403 Forbidden');
    expect(registry.asked).toHaveLength(1);
  });

  test('an abort during it keeps what came and rejects with its reason', async () => {
    await serve({ silentAfter: 100_000 }, {});
    await part100();
    expect(await readFile(part)).toHaveLength(100_000);
    await pull();
    expect(registry.asked.map(({ range }) => range)).toEqual([undefined, 'bytes=100000-']);
    expect(await whole()).toBe(true);
  });
});

describe('what is there', () => {
  test('is asked for with the strong entity tag that came with it', async () => {
    await serve({ silentAfter: 100_000, tag: '"a"', date: 'Sun, 06 Nov 1994 08:49:37 GMT' });
    await part100();
    await registry.close();
    await serve({ tag: '"a"' });
    await pull();
    expect(registry.asked).toEqual([{ range: 'bytes=100000-', ifRange: '"a"' }]);
    expect(await whole()).toBe(true);
  });

  test('has a weak entity tag: the date is asked with', async () => {
    await serve({ silentAfter: 100_000, tag: 'W/"a"', date: 'Sun, 06 Nov 1994 08:49:37 GMT' }, {});
    await part100();
    await pull();
    expect(registry.asked[1]?.ifRange).toBe('Sun, 06 Nov 1994 08:49:37 GMT');
  });

  test('is thrown away when the entity tag is another, whether the server or we see it', async () => {
    for (const conditions of [true, false]) {
      await serve({ silentAfter: 100_000, tag: '"a"', bytes: OTHER }, { tag: '"b"', conditions });
      await part100();
      await pull();
      expect(registry.asked.slice(1).map(({ range }) => range)).toEqual(
        conditions ? ['bytes=100000-'] : ['bytes=100000-', undefined],
      );
      expect(await whole()).toBe(true);
      await rm(part);
      await registry.close();
    }
    await serve({});
  });

  test('is thrown away when the server knows no ranges', async () => {
    await serve({ silentAfter: 100_000 }, { ranges: false });
    await part100();
    await pull();
    expect(events).toEqual(['from 0 of 300000', 'from 0 of 300000']);
    expect(await whole()).toBe(true);
  });

  test('is thrown away when it is longer than the file, or was to become another', async () => {
    await serve({ silentAfter: 100_000 }, {});
    await part100();
    await writeFile(part, Buffer.concat([BYTES, BYTES]));
    await pull();
    expect(registry.asked.slice(1).map(({ range }) => range)).toEqual(['bytes=600000-', undefined]);
    expect(await whole()).toBe(true);
    await pull({ integrity: sha512(OTHER) }).catch(() => {});
    expect(registry.asked.at(-1)?.range).toBe(undefined);
  });

  test('lacks one byte: that is asked for', async () => {
    await serve({});
    await pull();
    await truncate(part, BYTES.length - 1);
    await pull();
    expect(registry.asked[1]?.range).toBe('bytes=299999-');
  });

  test('is removed when the hash of the whole is wrong', async () => {
    await serve({ bytes: OTHER });
    await expect(pull()).rejects.toThrow(
      `the 300000 bytes that came do not have the hash ${sha512(BYTES)}; they are removed`,
    );
    expect(existsSync(part)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a server that sends more than the file can hold is refused, before a byte is taken', async () => {
  await serve({});
  await expect(pull({ most: BYTES.length - 1 })).rejects.toThrow(
    `the server sends ${BYTES.length} bytes or more, which is not the file: at most ${BYTES.length - 1} are taken`,
  );
});
