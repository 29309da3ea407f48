import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, ROOT } from '../cli/somagen.ts';

/** Types and lint, as `npm run check` runs them, on a copy of the sources with `line` added to `file`. */
const check = (file: string, line: string): Promise<string> =>
  inFolder(async (folder) => {
    for (const name of ['src', 'biome.json', 'package.json', 'tsconfig.json', 'tsconfig.pure.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    if (line) appendFileSync(join(folder, file), `${line}\n`);
    const run = (program: string, ...args: string[]): Promise<string> =>
      new Promise((resolve) => {
        execFile(join(ROOT, 'node_modules/.bin', program), args, { cwd: folder }, (error, stdout, stderr) =>
          resolve(error ? stdout + stderr : ''),
        );
      });
    const types = await run('tsc', '-p', 'tsconfig.pure.json');
    return types + (await run('biome', 'lint', '--error-on-warnings', '--max-diagnostics=none', 'src'));
  });

describe('npm run check refuses', () => {
  test('nothing of the code as it is', async () => {
    expect(await check('', '')).toBe('');
  });

  test.each([
    ['src/gen/range.ts', "import 'node:fs';", /noNodejsModules/],
    ['src/gen/range.ts', 'export const now = process.hrtime();', /process/],
    [
      'src/gen/range.ts',
      "import { synthesize } from '../synth/index.ts';\nexport const s = synthesize;",
      /gen\/ may import only: nothing of ours/,
    ],
    [
      'src/synth/yosys.ts',
      "import { goldenNeuron } from '../sim/index.ts';\nexport const g = goldenNeuron;",
      /synth\/ may import only: gen, rtl/,
    ],
    [
      'src/sim/golden.ts',
      "import { createYosys } from '../tools/index.ts';\nexport const y = createYosys;",
      /tools\/tool\.ts only/,
    ],
    [
      'src/nn/quantize.ts',
      "import { goldenNeuron } from '../sim/golden.ts';\nexport const g = goldenNeuron;",
      /through its index\.ts/,
    ],
    ['src/gen/names.ts', "import { parseSpec } from './spec.ts';\nexport const p = parseSpec;", /noImportCycles/],
  ])('%s with %s', async (file, line, message) => {
    expect(await check(file, line)).toMatch(message);
  });
});
