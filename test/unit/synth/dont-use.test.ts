import { describe, expect, test } from 'vitest';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { barCells } from '../../../synth/mapping/barred-cells.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { cellText, libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

/** An inverter of half the area with more attributes or groups. */
const cheap = (more: string): string => cellText('CHEAP', ['A'], { Z: '!A' }, 5).replace('area', `${more} area`);
const supplies = (...types: readonly string[]): string =>
  types.map((type, k) => `pg_pin(V${k}) { pg_type : ${type}; }`).join(' ');
const inverterOf = (more: string): string | undefined =>
  recognizeCells(readLiberty(libraryText(...NAND_AND_INVERTER, cheap(more)), 'f')).matches.get('not')?.cell.name;

describe('a cell is no logic', () => {
  test.each([
    ['dont_use : true;', 'dont_use : true'],
    ['dont_use : "TRUE";', 'dont_use : TRUE'],
    ['dont_use : 1;', 'dont_use : 1'],
    ['use_for_size_only : true;', 'use_for_size_only : true'],
    ['always_on : true;', 'always_on : true'],
    ['is_isolation_cell : True;', 'is_isolation_cell : True'],
    ['is_level_shifter : true;', 'is_level_shifter : true'],
    ['retention_cell : "drowsy";', 'retention_cell : drowsy'],
    ['switch_cell_type : coarse_grain;', 'switch_cell_type : coarse_grain'],
    ['clock_gating_integrated_cell : "latch_posedge";', 'clock_gating_integrated_cell : latch_posedge'],
    [supplies('primary_power', 'backup_power', 'primary_ground'), 'has 2 power pins: V0, V1'],
    [supplies('primary_power', 'primary_ground', 'internal_ground'), 'has 2 ground pins: V1, V2'],
    ['rail_connection(A, B); rail_connection(C, D);', 'has 2 rail connections'],
    ['bus(D) { direction : input; }', 'has a bus'],
  ])('%s', (more, reason) => {
    const { cells } = readLiberty(libraryText(cheap(more)), 'f');
    expect(cells[0]?.dontUse).toBe(reason);
    expect(inverterOf(more)).toBe('INV');
  });

  test('a pin that is always on bars its cell', () => {
    const text = cheap('').replace('pin(A) {', 'pin(A) { always_on : true;');
    expect(readLiberty(libraryText(text), 'f').cells[0]?.dontUse).toBe('always_on : true');
  });

  test.each([
    'dont_use : false;',
    'dont_use : 0;',
    'always_on : FALSE;',
    supplies('primary_power', 'primary_ground', 'nwell', 'pwell'),
    'dont_touch : true;',
  ])('but is with %s', (more) => {
    expect(inverterOf(more)).toBe('CHEAP');
  });
});

describe('cells that the user does not want', () => {
  const cells = ['CLKBUF_X1', 'CLKBUF_X12', 'INV_X1', 'A.B'].map((name) => cellText(name, ['A'], { Z: 'A' }));
  const barred = (...patterns: readonly string[]): readonly string[] =>
    barCells(readLiberty(libraryText(...cells), 'f'), patterns).cells.flatMap(({ name, dontUse }) =>
      dontUse === undefined ? [] : [`${name}: ${dontUse}`],
    );

  test.each([
    ['CLK*', ['CLKBUF_X1', 'CLKBUF_X12']],
    ['*_X1', ['CLKBUF_X1', 'INV_X1']],
    ['CLKBUF_X1?', ['CLKBUF_X12']],
    ['[AI]*', ['INV_X1', 'A.B']],
    ['A.B', ['A.B']],
  ])('%s', (pattern, names) => {
    expect(barred(pattern)).toEqual(names.map((name) => `${name}: --dont-use ${pattern}`));
  });

  test.each(['', 'clk*', 'A?', 'INV', '.*'])('a pattern that fits none is refused: %j', (pattern) => {
    expect(() => barred('INV_X1', pattern)).toThrow(`f: --dont-use ${pattern}: no cell has such a name`);
  });
});
