import { describe, expect, test } from 'vitest';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { libraryText } from './library.fixture.ts';

const state = (value: number | string, when = '', pin = ''): string =>
  `leakage_power() { value : ${value};${when && ` when : "${when}";`}${pin && ` related_pg_pin : ${pin};`} }`;
const rail = (name: string, type: string): string => `pg_pin(${name}) { pg_type : ${type}; }`;
const RAILS = [rail('VDD', 'primary_power'), rail('VSS', 'primary_ground'), rail('VNW', 'nwell')];
const nand = (...lines: readonly string[]): string => `cell(ND) { area : 1;
  pin(A) { direction : input; } pin(B) { direction : input; }
  pin(Y) { direction : output; function : "!(A B)"; }
  ${lines.join('\n  ')}
}`;
const read = (...lines: readonly string[]) => readLiberty(libraryText(nand(...lines)), 'f');
/** Leakage of a NAND2 in the library's unit, nW. */
const leakage = (...lines: readonly string[]): number => (read(...lines).cells[0]?.leakage ?? Number.NaN) * 1e9;

describe('leakage of a cell, nW', () => {
  const four = (pin = '') => [
    state(46, 'A*B*!Y', pin),
    state(55, 'A*!B*Y', pin),
    state(51, '!A*B*Y', pin),
    state(26, '!A*!B', pin),
  ];
  test.each<[string, readonly string[], number]>([
    ['without states: cell_leakage_power', ['cell_leakage_power : 7;'], 7],
    ['the mean of the states, outputs being what they compute', four(), (46 + 55 + 51 + 26) / 4],
    ['states weighted by their share of the combinations', [state(8, 'A*B'), state(4, '!(A*B)')], 8 / 4 + (4 * 3) / 4],
    ['states that leave inputs out', [state(8, 'A'), state(2, '!A')], 5],
    ['a value for no state, where there is no state', [state(9), 'cell_leakage_power : 7;'], 9],
    ['a value for no state, beside states', [...four(), state(1000)], 44.5],
    ['supply pins apart, of which only those of power count', [...RAILS, ...four('VDD'), ...four('VSS')], 44.5],
    ['two supplies, each with its own states', [state(8, 'A', 'V1'), state(4, '!A', 'V1'), state(3, '', 'V2')], 6 + 3],
    ['a well, which is no supply', [...RAILS, ...four('VDD'), state(9, '', 'VNW')], 44.5],
    [
      'states that are not all there, the rest as cell_leakage_power',
      [state(8, 'A*B'), 'cell_leakage_power : 4;'],
      8 / 4 + 3,
    ],
    ['states that are not all there, the rest as their mean', [state(8, 'A*B'), state(4, 'A*!B')], 6],
    ['a state of less than nothing, of more in all', [state(-1, 'A'), state(5, '!A')], 2],
    ['an expression', ['cell_leakage_power : 0.5 * (4 + 2);'], 3],
  ])('%s', (_, lines, expected) => {
    expect(leakage(...lines)).toBeCloseTo(expected, 9);
  });

  test('of a flip-flop: its state is as often 0 as 1, its inverse the other way round', () => {
    const text = libraryText(`cell(FF) { area : 1; ff(IQ, IQN) { next_state : "D"; clocked_on : "C"; }
      pin(D) { direction : input; } pin(C) { direction : input; }
      pin(Q) { direction : output; function : "IQ"; } pin(QN) { direction : output; function : "IQN"; }
      ${state(6, 'Q*!QN*C')} ${state(2, 'Q*QN')} ${state(4, '!Q*QN')} ${state(8, 'IQ*!C')} }`);
    // 1/4, never, 1/2, 1/4
    expect(readLiberty(text, 'f').cells[0]?.leakage).toBeCloseTo((6 / 4 + 4 / 2 + 8 / 4) * 1e-9, 15);
  });

  test('states of 20 pins, which no truth table holds', () => {
    const pins = Array.from({ length: 20 }, (_, k) => `P${k}`);
    const text = (when: string) =>
      libraryText(`cell(BIG) { area : 1; ${pins.map((pin) => `pin(${pin}) { direction : input; }`).join(' ')}
        ${state(2 ** 20, when)} cell_leakage_power : 0; }`);
    expect(readLiberty(text(pins.join('*')), 'f').cells[0]?.leakage).toBeCloseTo(1e-9, 15);
    expect(readLiberty(text(`${pins.join('*')} + P0*P1`), 'f').skipped[0]?.reason).toMatch(
      'cell(BIG): when: a condition must have at most 16 pins: 20',
    );
  });

  test.each([
    ['less than nothing in all', ['cell_leakage_power : -0.5;'], 'cell(ND): leakage must be 0 or more: -0.5'],
    ['of an unknown pin', [state(1, 'A*Q')], 'cell(ND): when: names a pin that the cell does not have: Q'],
    ['without a value', ['leakage_power() { when : "A"; }'], 'cell(ND): leakage_power(): value is missing'],
    [
      'over names',
      ['cell_leakage_power : 2 * VDD;'],
      'cell_leakage_power must be an expression of numbers alone: 2 * VDD',
    ],
  ])('%s: the cell is left out', (_, lines, reason) => {
    expect(read(...lines).skipped[0]?.reason).toContain(reason);
  });

  test.each(['NaN', 'Infinity', '0x10', '1e999', '1.2.3', 'x', '1 / 0', '1 2'])('%s refuses the file', (text) => {
    expect(() => read(`cell_leakage_power : ${text};`)).toThrow(
      `f:8: cell(ND): cell_leakage_power must be a number: ${text}`,
    );
  });
});
