import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { referenceDesigns } from '../../scripts/write-reference.ts';
import { createYosys, PROGRAMS } from '../../src/tools/index.ts';
import { nativeTool } from '../../src/tools/process.ts';

const FOLDER = new URL('../../src/rtl/reference/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
);
const tops = Object.keys(files)
  .map((name) => name.slice(0, -'.v'.length))
  .filter((name) => files[`${name}.v`]!.includes('// Spec: '));

describe('the reference designs', () => {
  test('are those that are generated', () => {
    expect(referenceDesigns()).toEqual(files);
  });

  test('there is one of every kind', () => expect(tops.length).toBe(10));

  test.each(tops)('%s passes verilator --lint-only -Wall', async (top) => {
    const args = [
      '--lint-only',
      '-Wall',
      '--default-language',
      '1364-2005',
      '--top-module',
      top,
      '-y',
      '.',
      `${top}.v`,
    ];
    const { log } = await nativeTool(PROGRAMS.verilator)(args, files);
    expect(log).toBe('');
  });

  test('pass Yosys check -assert, without latches', async () => {
    const yosys = createYosys();
    try {
      for (const top of tops) {
        const script = [
          ...Object.keys(files).map((name) => `read_verilog ${name}`),
          `hierarchy -check -top ${top}`,
          'proc',
          'check -assert',
          'flatten',
          'check -assert',
          'select -assert-none t:$dlatch t:$_DLATCH_*',
        ].join('\n');
        await yosys(['-q', '-s', 'check.ys'], { ...files, 'check.ys': script });
      }
    } finally {
      await yosys.close();
    }
  }, 120_000);
});
