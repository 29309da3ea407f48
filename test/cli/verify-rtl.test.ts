/** The user's own Verilog against the golden model: `verify --rtl`. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measured, somagen } from './somagen.ts';

const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mul = (sum: string, ports = 'input [3:0] x, input [3:0] w, output [7:0] sum'): string =>
  `module mine(${ports});\n  assign sum = ${sum};\nendmodule\n`;

const FILES: Readonly<Record<string, string>> = {
  'one.yaml': 'name: one\nneurons:\n  - {name: mul4, kind: digital, bits: 4}\n',
  'two.yaml':
    'name: two\nneurons:\n  - {name: mul4, kind: digital, bits: 4}\n' +
    '  - {name: ser, kind: digital, bits: 4, architecture: serial, synapses: 3, signed: true, bias: true}\n',
  'analog.yaml': 'name: ana\nneurons:\n  - {name: msn, kind: analog, bits: 3}\n',
  'right.v': mul('x * w'),
  'x.v': mul("x == 7 ? 8'bx : x * w"),
  'loop.v': mul('(sum & 1) ^ x * w'),
  'missing.v': mul('x * x', 'input [3:0] x, output [7:0] sum'),
  'a b.v': mul('x ** '),
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});

const verify = (spec: string, ...args: readonly string[]) =>
  somagen(['verify', spec, '--quiet', '--out', 'out', ...args], { cwd: folder });

const BOTH = ['--simulators', 'embedded,iverilog'];

test('x is a failed check, with the first vector', async () => {
  const { code, stdout } = await verify('one.yaml', '--rtl', 'x.v', '--top', 'mine', ...BOTH);
  expect(code).toBe(1);
  for (const simulator of ['embedded', 'iverilog'])
    expect(stdout).toContain(
      `mine as mul4 in ${simulator}: 16 of all 256 input vectors differ; first: vector 7, x 0x7, w 0x0: expected sum 0x0, found sum 8'hxx (undefined)`,
    );
});

test('a simulator that cannot run it says why, and the others judge; one that was asked for must run it', async () => {
  const here = await verify('one.yaml', '--rtl', 'loop.v', '--top', 'mine');
  expect(here.code).toBe(1);
  expect(here.stderr).toContain('mine does not run in embedded: combinational loop through sum[0]');
  expect(here.stdout).toContain('mine as mul4 in iverilog: 256 of all 256');
  const asked = await verify('one.yaml', '--rtl', 'loop.v', '--top', 'mine', '--simulators', 'embedded');
  expect(asked).toMatchObject({
    code: 2,
    stderr: 'mine does not run in embedded: combinational loop through sum[0]\n',
  });
});

test("somagen's own file list is taken; the manifest tells the kinds of files, the measurements which were checked", async () => {
  expect((await somagen(['generate', 'two.yaml', '--quiet', '--out', 'ours'], { cwd: folder })).code).toBe(0);
  const list = readFileSync(join(folder, 'ours/rtl/ser.f'), 'utf8');
  expect(list.split('\n')).toEqual(expect.arrayContaining(['ser.v', 'ser_multiplier.v', 'full_adder.v']));
  const { neurons } = JSON.parse(readFileSync(join(folder, 'ours/manifest.json'), 'utf8'));
  const kinds = neurons[1].files.map(({ path, kind }: { path: string; kind: string }) => [path, kind]);
  expect(Object.fromEntries(kinds)).toMatchObject({
    ...{ 'rtl/ser.v': 'verilog', 'rtl/ser.f': 'filelist', 'rtl/ser_tb.v': 'testbench' },
    ...{ 'rtl/ser_reference.v': 'reference', 'figures/dots-ser.svg': 'figure' },
  });
  const args = ['--rtl', 'ours/rtl/ser.f', '--neuron', 'ser', '--json', '--simulators', 'embedded'];
  const ended = await verify('two.yaml', ...args);
  expect(ended.code, ended.stderr).toBe(0);
  expect(measured(ended.stdout, 'ser.verify.embedded.mismatches')).toBe(0);
  expect(ended.stdout).toMatch(/module ser of the user's own Verilog \(ours\/rtl\/\w+\.v, sha256 \w{64}; /);
});

describe('what is no such design is refused with exit code 2', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a missing port',
      'one.yaml',
      ['missing.v', '--top', 'mine'],
      ['port w is missing; it must be an input of 4 bits'],
    ],
    [
      'a syntax error',
      'one.yaml',
      ['a b.v', ...BOTH],
      ['in embedded: a b.v:2: ERROR: syntax error', 'in iverilog: a b.v:2: syntax error'],
    ],
    ['another top', 'one.yaml', ['right.v'], ['right.v: no module mul4; --top NAME names another: mine']],
    ['several neurons', 'two.yaml', ['right.v'], ['two has several digital neurons, and no --top names one; --neuron']],
    [
      'no such neuron',
      'two.yaml',
      ['right.v', '--neuron', 'z'],
      ['--neuron must be a digital neuron of two (mul4, ser)'],
    ],
    ['no digital neuron', 'analog.yaml', ['right.v'], ['ana has none']],
  ])('%s', async (_, spec, args, texts) => {
    const { code, stderr } = await verify(spec, '--rtl', ...args);
    for (const text of texts) expect(stderr).toContain(text);
    expect(code).toBe(2);
  });
});
