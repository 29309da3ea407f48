import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FOLDERS } from '../../scripts/rooms.ts';
import { importRules } from '../../scripts/write-rules.ts';
import { inFolder, ROOT } from '../cli/somagen.ts';

const COPIED = [...FOLDERS.map(({ name }) => name), 'scripts', 'biome.json', 'package.json'];
const CONFIGS = ['tsconfig.json', 'tsconfig.pure.json'];

/** Types and lint of a copy of the sources with `line` added to `file`. */
const check = (file: string, line: string): Promise<string> =>
  inFolder(async (folder) => {
    for (const name of [...COPIED, ...CONFIGS]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    if (line) appendFileSync(join(folder, file), `${line}\n`);
    const run = (program: string, ...args: string[]): Promise<string> =>
      new Promise((resolve) => {
        execFile(join(ROOT, 'node_modules/.bin', program), args, { cwd: folder }, (error, stdout, stderr) =>
          resolve(error ? stdout + stderr : ''),
        );
      });
    const types = await run('tsc', '-p', 'tsconfig.pure.json');
    return types + (await run('biome', 'lint', '--error-on-warnings', '--max-diagnostics=none', '.'));
  });

test('the rules are those of the list of rooms: npm run rules', () => {
  expect(readFileSync(join(ROOT, 'scripts/import-rules.json'), 'utf8')).toBe(importRules());
});

describe('npm run check refuses', () => {
  test('nothing of the code as it is', async () => {
    expect(await check('', '')).toBe('');
  });

  test.each([
    ['gen/spec/range.ts', "import 'node:fs';", /noNodejsModules/],
    ['gen/spec/range.ts', 'export const now = process.hrtime();', /process/],
    // Against the order of the folders.
    [
      'gen/spec/range.ts',
      "import { synthesize } from '../../synth/index.ts';\nexport const s = synthesize;",
      /gen\/ may import only: numeric, measurement/,
    ],
    [
      'synth/yosys.ts',
      "import { goldenNeuron } from '../sim/index.ts';\nexport const g = goldenNeuron;",
      /synth\/ may import only: numeric, measurement, gen, rtl, tools\/tool\.ts/,
    ],
    [
      'compare/power.ts',
      "import type { ReportInput } from '../report/index.ts';\nexport type R = ReportInput;",
      /compare\/ may import only/,
    ],
    [
      'sim/golden.ts',
      "import { createYosys } from '../tools/index.ts';\nexport const y = createYosys;",
      /tools\/tool\.ts only/,
    ],
    // Against the order of the rooms, by a type alone.
    [
      'gen/netlist/prune.ts',
      "import type { CarryPropagateAdder } from '../adder/ripple.ts';\nexport type C = CarryPropagateAdder;",
      /gen\/netlist\/ stands before .*gen\/adder.*imports go one way/,
    ],
    // Past an index.ts, from outside, and through it from inside.
    [
      'nn/quantized/quantize.ts',
      "import { goldenNeuron } from '../../sim/golden.ts';\nexport const g = goldenNeuron;",
      /through its index\.ts/,
    ],
    [
      'gen/neuron/serial.ts',
      "import { latency } from '../index.ts';\nexport const l = latency;",
      /Inside gen\/ files are imported as they are/,
    ],
    // Circles within a room, one of types alone.
    ['gen/spec/names.ts', "import { parseSpec } from './spec.ts';\nexport const p = parseSpec;", /noImportCycles/],
    ['gen/spec/range.ts', "import type { Spec } from './spec.ts';\nexport type S = Spec;", /noImportCycles/],
  ])('%s with %s', async (file, line, message) => {
    expect(await check(file, line)).toMatch(message);
  });
});
