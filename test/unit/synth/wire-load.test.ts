import { describe, expect, test } from 'vitest';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { type WireLoad, wireLength } from '../../../synth/liberty/wire-load.ts';
import { libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

const MODEL = `pulling_resistance_unit : "1kohm";
  wire_load("small") { capacitance : 0.5; resistance : 0.25; slope : 3;
    fanout_length(1, 2); fanout_length(4, 8); fanout_length(2, 3); }
  wire_load("large") { capacitance : 9; }
  operating_conditions(typical) { tree_type : worst_case_tree; }`;
const read = (more: string): WireLoad | undefined =>
  readLiberty(libraryText(`  ${more}`, ...NAND_AND_INVERTER), 'f').wireLoad;

describe('wire loads', () => {
  test('the default one in farad and ohm, its points by fanout', () => {
    const load = read(`${MODEL} default_wire_load : "small"; default_operating_conditions : typical;`);
    expect(load).toMatchObject({ name: 'small', resistance: 250, slope: 3, tree: 'worst_case_tree' });
    expect(load?.capacitance).toBeCloseTo(0.5e-12, 20);
    expect(load?.lengths.map(({ fanout }) => fanout)).toEqual([1, 2, 4]);
  });

  test('none where none is the default; a balanced tree where none is stated', () => {
    expect(read(MODEL)).toBeUndefined();
    expect(read(`${MODEL} default_wire_load : "small";`)?.tree).toBe('balanced_tree');
  });

  test.each([
    [0, 0],
    [1, 2],
    [2, 3],
    // halfway from 3 to 8
    [3, 5.5],
    [4, 8],
    // two loads beyond the last point
    [6, 14],
  ])('%d loads are %d units long', (fanout, length) => {
    const load = read(`${MODEL} default_wire_load : "small";`);
    expect(load && wireLength(load, fanout)).toBe(length);
  });

  test.each([
    [`${MODEL} default_wire_load : "huge";`, 'default_wire_load must be a wire_load of the library: huge'],
    [
      'wire_load(a) { fanout_length(1, x); } default_wire_load : a;',
      'fanout_length must be two numbers of 0 or more: 1, x',
    ],
  ])('%s is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('capacitance of a pin', () => {
  const read = (text: string) =>
    readLiberty(libraryText(NAND_AND_INVERTER[0]!.replace('capacitance : 0.01;', text)), 'f');
  const pin = (text: string) => read(text).cells[0]?.pins[0];

  test('is the upper end of its range, rise and fall apart', () => {
    const { capacitance } = pin(
      'capacitance : 1; rise_capacitance : 2; rise_capacitance_range(1.5, 2.5); fall_capacitance : 3;',
    )!;
    expect(capacitance.rise).toBeCloseTo(2.5e-12, 20);
    expect(capacitance.fall).toBeCloseTo(3e-12, 20);
  });

  const PROBLEM = /^f:\d+: cell\(INV\): pin\(A\): fall_capacitance_range must be two numbers/;
  test.each(['1', '2, 1', '1, 2, 3'])('a cell with a range of %s is left out', (range) => {
    expect(read(`fall_capacitance_range(${range});`).skipped[0]?.reason).toMatch(PROBLEM);
  });

  test('a range that is no number refuses the library', () => {
    expect(() => read('fall_capacitance_range(x, 2);')).toThrow(PROBLEM);
  });
});
