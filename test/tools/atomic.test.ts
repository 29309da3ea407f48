import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutputError, writeFileAtomic } from '../../tools/atomic.ts';
import { writeFiles } from '../../tools/write-files.ts';

/** Error that the next `writeFile` throws after half of the content, if any: a full disk. */
const disk = vi.hoisted(() => ({ error: undefined as Error | undefined }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const file = await real.open(...args);
      const { error } = disk;
      if (error)
        file.writeFile = async (content) => {
          await file.write(String(content).slice(0, String(content).length / 2));
          throw error;
        };
      return file;
    },
  };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
});
afterEach(() => {
  disk.error = undefined;
  rmSync(folder, { recursive: true });
});

async function failure(promise: Promise<unknown>): Promise<OutputError> {
  const error = await promise.then(
    () => expect.fail('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OutputError);
  return error as OutputError;
}

test('files are written with their folders, text and bytes, and nothing else is left', async () => {
  const paths = await writeFiles(join(folder, 'out'), {
    'rtl/dig8.v': 'module dig8;\n',
    'a.bin': Uint8Array.of(0, 255),
  });
  expect(paths).toEqual([join(folder, 'out/rtl/dig8.v'), join(folder, 'out/a.bin')]);
  expect(readFileSync(join(folder, 'out/rtl/dig8.v'), 'utf8')).toBe('module dig8;\n');
  expect([...readFileSync(join(folder, 'out/a.bin'))]).toEqual([0, 255]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['out', 'out/a.bin', 'out/rtl', 'out/rtl/dig8.v']);
});

test('a file that stands is replaced', async () => {
  writeFileSync(join(folder, 'a'), 'a longer old text');
  await writeFileAtomic(join(folder, 'a'), 'new');
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
});

test('many writers of one file: it is the whole text of one of them', async () => {
  const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
  await Promise.all(texts.map((text) => writeFileAtomic(join(folder, 'a'), text)));
  expect(texts).toContain(readFileSync(join(folder, 'a'), 'utf8'));
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a disk that fills up leaves the old file and no temporary one', async () => {
  writeFileSync(join(folder, 'metrics.json'), 'old');
  disk.error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const error = await failure(writeFileAtomic(join(folder, 'metrics.json'), 'new text'));
  expect(error.message).toBe(
    `cannot write ${JSON.stringify(join(folder, 'metrics.json'))}: no space left on the device (ENOSPC)`,
  );
  expect(error.path).toBe(join(folder, 'metrics.json'));
  expect(error.reason).toBe('no space left on the device (ENOSPC)');
  expect(readFileSync(join(folder, 'metrics.json'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['metrics.json']);
});

test('an error that is not of the file system passes as it is, and leaves nothing', async () => {
  disk.error = new TypeError('a defect');
  await expect(writeFileAtomic(join(folder, 'a'), 'text')).rejects.toBe(disk.error);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['file/out', 'a part of the path is not a folder (ENOTDIR)'],
  ['file', 'a file stands where a folder is needed (EEXIST)'],
  [`${'n'.repeat(300)}`, 'the name is too long (ENAMETOOLONG)'],
])('an output folder %s that cannot be made says why', async (out, reason) => {
  writeFileSync(join(folder, 'file'), '');
  const error = await failure(writeFiles(join(folder, out), { 'a.v': '' }));
  expect(error.path).toBe(join(folder, out, 'a.v'));
  expect(error.reason).toBe(reason);
});

test('a folder in the place of the file says so, and leaves no temporary file', async () => {
  await writeFiles(folder, { 'a/b': '' });
  expect((await failure(writeFiles(folder, { a: '' }))).reason).toBe('a folder has that name (EISDIR)');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('symbolic links in a circle say so', async () => {
  symlinkSync('loop', join(folder, 'loop'));
  expect((await failure(writeFiles(join(folder, 'loop'), { a: '' }))).reason).toMatch(/\((ELOOP|ENOENT|EEXIST)\)$/);
});

test.each(['../a', 'a/../../b', '/etc/a', '..', '.', '', 'a//b', './a', 'a/', 'a\\..\\b', 'a\0b'])(
  'path %j is refused before anything is written',
  async (path) => {
    const error = await failure(writeFiles(join(folder, 'out'), { 'good.v': '', [path]: '' }));
    expect(error.path).toBe(path);
    expect(error.reason).toBe(
      path.includes('\0') ? 'the path holds a NUL character' : 'the path must stay inside the output folder',
    );
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('a NUL in the output folder is refused', async () => {
  expect((await failure(writeFiles('out\0', { a: '' }))).reason).toBe('the path holds a NUL character');
});

test('a folder that the kernel does not make is refused', async () => {
  const error = await failure(writeFileAtomic('/proc/somagen-test/a/b', 'x'));
  expect(error.path).toBe('/proc/somagen-test/a/b');
  expect(error.reason).toMatch(/ENOENT|EACCES|EPERM/);
});
