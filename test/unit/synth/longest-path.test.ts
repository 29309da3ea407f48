/** Longest path of a mapped circuit, cell by cell. */

import { expect, test } from 'vitest';
import { createBuilder } from '../../../gen/index.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { mapCells } from '../../../synth/mapping/map-cells.ts';
import { mappedPath } from '../../../synth/mapping/named-path.ts';
import { longestPath } from '../../../synth/mapping/static-timing.ts';
import { surroundings } from '../../../synth/mapping/surroundings.ts';
import { flipFlopText, libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

// 0.1 ns to rise and 0.2 ns to fall; a register has 0.3 ns from its clock and 0.03 ns of setup.
const register = flipFlopText('DFF', 'next_state : "D"; clocked_on : "C";', [], { Q: 'IQ' });
const cells = recognizeCells(readLiberty(libraryText(...NAND_AND_INVERTER, register), 'cells.lib'));

function pathOf(build: (builder: ReturnType<typeof createBuilder>, x: readonly number[]) => readonly number[]) {
  const builder = createBuilder('dut');
  builder.output('sum', build(builder, builder.input('x', 2)));
  const netlist = mapCells(builder.finish(), cells);
  const path = longestPath(netlist, cells, surroundings(cells, undefined));
  return mappedPath({ netlist, path });
}
/** Time in picoseconds. */
const ps = (time: number | undefined): number => Math.round((time ?? Number.NaN) * 1e12);

test('from an input through three cells to an output: the edges that are latest', () => {
  // A fall of the last needs a rise before, and that a fall: 0.2 + 0.1 + 0.2.
  const { start, steps, end } = pathOf((b, [x0 = 0, x1 = 0]) => [x1, b.gate('nand', b.not(b.not(x1)), x0)]);
  expect(start).toBe('x[1]');
  expect(steps.map(({ arrival }) => ps(arrival))).toEqual([200, 300, 500]);
  expect(steps.map(({ kind }) => kind.replace(/^u\d+, /, ''))).toEqual([
    'INV, A to Z falling',
    'INV, A to Z rising',
    expect.stringMatching(/^ND2, [PQ] to Z falling$/),
  ]);
  expect(end?.name).toBe('output sum[1]');
  expect(ps(end?.arrival)).toBe(500);
});

test('from a register to its own input: clock to output, an inverter, setup', () => {
  const { start, steps, end } = pathOf((b) => {
    const q = b.register();
    b.drive(q, b.not(q));
    return [q];
  });
  expect(start).toBe('clk');
  expect(steps.map(({ kind, arrival }) => `${kind.split(', ')[1]} ${ps(arrival)}`)).toEqual(['DFF 300', 'INV 500']);
  expect(end?.name).toMatch(/^setup of u\d, pin D$/);
  expect(ps(end?.arrival)).toBe(530);
});

test('without a cell there is nothing to list', () => {
  expect(pathOf((_, [x0 = 0]) => [x0])).toEqual({ start: undefined, steps: [], end: undefined });
});
