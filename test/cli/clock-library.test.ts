/** Clocks in the cells of a library on the command line. Libraries of cells without delay. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellText, flipFlopText, libraryText, NAND_AND_INVERTER } from '../unit/synth/library.fixture.ts';
import { inFolder, somagen } from './somagen.ts';

const REGISTER = flipFlopText('DFF', 'next_state : "D"; clocked_on : "C";', [], { Q: 'IQ' });
const MORE = [
  cellText('NR2', ['A', 'B'], { Z: '!(A + B)' }),
  cellText('XR2', ['A', 'B'], { Z: 'A ^ B' }),
  cellText('AN2', ['A', 'B'], { Z: 'A B' }),
  cellText('BUF', ['A'], { Z: 'A' }),
  cellText('OAI', ['A', 'B', 'C'], { Z: '!((A + B) C)' }),
];

const run = (neuron: string, library: string) =>
  inFolder(async (folder) => {
    const [spec, liberty] = [join(folder, 'spec.yaml'), join(folder, 'cells.lib')];
    writeFileSync(spec, `name: c\nneurons: [{name: mac, kind: digital, ${neuron}}]\n`);
    writeFileSync(liberty, library);
    return await somagen(['synth', spec, '--liberty', liberty, '--out', join(folder, 'out'), '--quiet']);
  });

test('the fewest stages that meet a clock: with one less it is missed', async () => {
  const library = libraryText(...NAND_AND_INVERTER, REGISTER);
  const clock = 'bits: 3, clock: 700 MHz';
  const found = await run(clock, library);
  const stages = Number(/is met with (\d) pipeline stage/.exec(found.stdout)?.[1]);
  expect(found.code, found.stderr).toBe(0);
  expect(stages).toBeGreaterThan(0);
  const fewer = await run(`${clock}, pipeline: ${stages - 1}`, library);
  expect(fewer.stdout).toContain('is missed with');
  expect(fewer.code).toBe(1);

  // Of the library's cells alone, and as long as the period says.
  const lines = found.stdout.split('longest path, from ')[1]?.trim().split('\n').slice(1) ?? [];
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/\(u\d+, (INV|ND2|DFF), \w+ to \w+ (rising|falling)\)$/);
  const period = /period (\S+ \S+),/.exec(found.stdout)?.[1] ?? '';
  expect(lines.at(-1)?.trim()).toMatch(/^\S+ \S+ {2}(output \w|setup of u\d+, pin D)/);
  expect(lines.at(-1)?.trim().startsWith(period)).toBe(true);
});

test.each([
  ['two cells', NAND_AND_INVERTER],
  ['seven cells', [...NAND_AND_INVERTER, ...MORE]],
])('cells whose scalar delays are zero are mapped and checked: %s', async (_, cells) => {
  const { code, stdout, stderr } = await run(
    'bits: 2',
    libraryText(...cells).replaceAll(/(cell_\w+\(scalar\) \{ values\()"[^"]*"/g, '$1"0"'),
  );
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/mac\.delay .* 0 s/);
  expect(stdout).toMatch(/mac\.verify\.mapped\.mismatches .* 0 /);
});

test('an inverter without slews is named', async () => {
  const { code, stderr } = await run(
    'bits: 2',
    libraryText(...NAND_AND_INVERTER).replaceAll(/\w+_transition\(scalar\) \{[^}]*\}/g, ''),
  );
  expect(stderr).toContain('cells.lib: cell INV has no delays and slews for both edges, which ABC needs');
  expect(code).toBe(2);
});
