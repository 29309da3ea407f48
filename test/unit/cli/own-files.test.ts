import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRtlOptions } from '../../../cli/verify-rtl/options.ts';
import { inUsersWords, ownFiles } from '../../../cli/verify-rtl/own-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  for (const name of ['inc', 'other']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries({
    ...{ 'a.v': 'A', 'other/a.v': 'OTHER', 'a b.v': 'SPACE', 'mine.sv': 'SV', 'inc/w.vh': 'W', 'other/w.vh': 'V' },
    ...{ 'all.f': '# the files\nmine.sv\ninc/w.vh other/a.v // two\n', 'options.f': 'a.v\n+incdir+inc\n', 'a.vhd': '' },
  }))
    writeFileSync(join(folder, name), text);
});

const read = async (...names: readonly string[]) => {
  const { files, paths } = await ownFiles(names.map((name) => join(folder, name)));
  const short = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, path.replace(`${folder}/`, '')]));
  return { files, paths: short };
};

test('files and file lists, under names that tools take; headers keep theirs', async () => {
  expect(await read('a.v', 'all.f', 'a b.v')).toEqual({
    files: { 'a.v': 'A', 'mine.sv': 'SV', 'w.vh': 'W', 'rtl3.v': 'OTHER', 'rtl4.v': 'SPACE' },
    paths: { 'a.v': 'a.v', 'mine.sv': 'mine.sv', 'w.vh': 'inc/w.vh', 'rtl3.v': 'other/a.v', 'rtl4.v': 'a b.v' },
  });
});

test("a tool's words name the user's paths", () => {
  const paths = { 'rtl4.v': 'a b.v', 'w.vh': 'inc/w.vh' };
  expect(inUsersWords({ paths }, './rtl4.v:2: error\n%Error: w.vh:1:3: in inc/w.vh, of old_rtl4.v and rtl4.vh')).toBe(
    'a b.v:2: error\n%Error: inc/w.vh:1:3: in inc/w.vh, of old_rtl4.v and rtl4.vh',
  );
});

describe('what cannot be read is refused', () => {
  test.each([
    [['options.f'], 'options.f:2: must be names of files alone, without options: +incdir+inc'],
    [['a.vhd'], 'a.vhd: must be Verilog (.v, .sv), a header (.vh, .svh, .h, .inc) or a file list (.f)'],
    [['inc/w.vh'], '--rtl must name at least one file of Verilog (.v, .sv)'],
    [['inc/w.vh', 'other/w.vh'], 'other/w.vh: a header of that name is there already'],
    [['none.v'], 'none.v: no such file'],
    [['a.v', 'a.v'], 'a.v: is named twice'],
  ])('%j', async (names, message) => {
    await expect(read(...names)).rejects.toThrow(message);
  });
});

test.each([
  [{ top: 'a' }, '--top needs --rtl'],
  [{ neuron: 'a' }, '--neuron needs --rtl'],
  [{ rtl: ['a.v'], network: 'mnist-cnn' }, '--rtl goes without --network'],
  [{ rtl: ['a.v'], top: 'a-b' }, "--top must be a module's name"],
])('options that do not go together: %j', (options, message) => {
  expect(() => checkRtlOptions(options)).toThrow(message);
});
