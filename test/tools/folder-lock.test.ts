import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeFolder } from '../../tools/folder-lock.ts';
import { ownerIsGone, ownerTag } from '../../tools/owner.ts';
import { sweepFolder } from '../../tools/sweep.ts';
import { writeFiles } from '../../tools/write-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Tag of a process of this machine that has ended. */
function goneTag(): string {
  const { pid } = spawnSync('true');
  return ownerTag().replace(/-\d+-/, `-${pid}-`);
}

/** Tag of a process that has this one's number and started at another time: the number was used again. */
const reusedTag = (): string => ownerTag().replace(/[0-9a-f]{8}$/, 'deadbeef');

test('owners: this process is there; one that ended, or whose number another has now, is gone', () => {
  expect(ownerIsGone(ownerTag())).toBe(false);
  expect(ownerIsGone(goneTag())).toBe(true);
  expect(ownerIsGone(reusedTag())).toBe(true);
  expect(ownerIsGone(`ffffffff${goneTag().slice(8)}`)).toBe(false);
  expect(ownerIsGone('no tag')).toBe(false);
});

test('a second run in a folder is told who works there; the first leaves nothing', async () => {
  const out = join(folder, 'out');
  const release = await takeFolder(out, 'compare');
  await expect(takeFolder(out, 'synth')).rejects.toThrow(
    `cannot write ${JSON.stringify(out)}: somagen compare (process ${process.pid}) has been at work there for 0 s; ` +
      'wait for its end, or name another folder with --out',
  );
  await release();
  expect(existsSync(out)).toBe(false);
  const again = await takeFolder(out, 'synth');
  await writeFiles(out, { a: '' });
  await again();
  expect(readdirSync(out)).toEqual(['a']);
});

test.each([
  ['has ended', () => `${goneTag()} compare\n`, true],
  ['had the number that this process has now', () => `${reusedTag()} compare\n`, true],
  ['is cut short and old', () => '', true],
  ['is of another machine', () => 'ffffffff-1-00000000 compare\n', false],
])('a lock whose run %s', async (_, text, taken) => {
  const lock = join(folder, '.somagen.lock');
  writeFileSync(lock, text());
  utimesSync(lock, 0, 0);
  const taking = takeFolder(folder, 'synth');
  if (taken) await (await taking)();
  else await expect(taking).rejects.toThrow('on another machine');
  expect(existsSync(lock)).toBe(!taken);
});

test('of many runs at once that find a stale lock one goes on', async () => {
  writeFileSync(join(folder, '.somagen.lock'), `${goneTag()} compare\n`);
  const ends = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolder(folder, 'synth')));
  const won = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  expect(won).toHaveLength(1);
  await won[0]?.();
  expect(readdirSync(folder)).toEqual([]);
});

test('temporary files of killed runs are swept, those of others stay', () => {
  const [gone, own] = [`somagen-${goneTag()}-abc`, `somagen-${ownerTag()}-abc`];
  for (const name of [gone, own]) mkdirSync(join(folder, name));
  for (const name of [`.${gone}`, `.${own}`, 'somagen-test-abc', 'metrics.json']) writeFileSync(join(folder, name), '');
  sweepFolder(folder);
  expect(readdirSync(folder).sort()).toEqual([`.${own}`, own, 'somagen-test-abc', 'metrics.json'].sort());
  sweepFolder(join(folder, 'none'));
});

test('a symbolic link below the output folder is not followed outside', async () => {
  const [out, elsewhere] = [join(folder, 'out'), join(folder, 'elsewhere')];
  for (const path of [out, elsewhere, join(out, 'real')]) mkdirSync(path);
  writeFileSync(join(elsewhere, 'a'), 'theirs');
  symlinkSync('../elsewhere', join(out, 'rtl'));
  symlinkSync('nowhere', join(out, 'logs'));
  symlinkSync('real', join(out, 'inner'));
  symlinkSync('../elsewhere/a', join(out, 'a'));
  await expect(writeFiles(out, { 'good.v': '', 'rtl/deep/a.v': '' })).rejects.toThrow(
    `cannot write ${JSON.stringify(join(out, 'rtl'))}: it is a symbolic link that leads out of the output folder, to ${elsewhere}`,
  );
  await expect(writeFiles(out, { 'logs/a.log': '' })).rejects.toThrow('cannot write');
  expect(existsSync(join(out, 'good.v'))).toBe(false);
  await writeFiles(out, { 'inner/a.v': '', a: 'ours' });
  expect(readdirSync(join(out, 'real'))).toEqual(['a.v']);
  expect(readdirSync(elsewhere)).toEqual(['a']);
});
