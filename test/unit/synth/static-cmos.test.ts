import { describe, expect, test } from 'vitest';
import { parseBooleanFunction } from '../../../synth/liberty/boolean-function.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { staticCmosTransistors } from '../../../synth/mapping/static-cmos.ts';
import { CELL_TRANSISTORS } from '../../../synth/transistors.ts';
import { cellText, libraryText } from './library.fixture.ts';

const count = (text: string): number | undefined => staticCmosTransistors(parseBooleanFunction(text));

describe('transistors of a function in static CMOS: two a literal, two an inverter', () => {
  test.each([
    ['!A', 2],
    ['A', 4],
    ['!(A B)', CELL_TRANSISTORS.nand.transistors],
    ['A B', CELL_TRANSISTORS.and.transistors],
    ['A + B', CELL_TRANSISTORS.or.transistors],
    ['A ^ B', CELL_TRANSISTORS.xor.transistors],
    ['A B + !A !B', CELL_TRANSISTORS.xnor.transistors],
    ['!(A B C)', CELL_TRANSISTORS.nand3.transistors],
    ['!((A + B) C)', CELL_TRANSISTORS.oai21.transistors],
    ['!((A + B)(C + D))', CELL_TRANSISTORS.oai22.transistors],
    ['!(A B + C D)', CELL_TRANSISTORS.aoi22.transistors],
    ['S A + !S B', CELL_TRANSISTORS.mux.transistors],
    ['!(S A + !S B)', 10],
    // NAND2 with one input inverted
    ['!(!A B)', 6],
    // AOI222, AO222, OAI211, NOR4
    ['!(A B + C D + E F)', 12],
    ['A B + C D + E F', 14],
    ['!((A + B) C D)', 8],
    ['!(A + B + C + D)', 8],
    // two exclusive or
    ['A ^ B ^ C', 24],
    ['!(A ^ B ^ C)', 24],
    // the majority: 5 literals and an inverter
    ['A B + B C + C A', 12],
  ])('%s: %i', (text, transistors) => {
    expect(count(text)).toBe(transistors);
  });

  test('however the function is written', () => {
    // OAI22 and AOI21 as sums of products, as ASAP7 writes them
    expect(count('(!A1*!A2)+(!B1*!B2)')).toBe(8);
    expect(count('(!A1*!B)+(!A2*!B)')).toBe(6);
    expect(count('A B + A B C + A !A')).toBe(6);
  });

  test.each(['0', 'A + !A', 'A B C D E F G H I'])('%s is not counted', (text) => {
    expect(count(text)).toBeUndefined();
  });
});

describe('transistors of library cells', () => {
  const aoi = cellText('AOI', ['A', 'B', 'C', 'D', 'E'], { Z: '!(A B C + D E)' });
  const library = readLiberty(libraryText(aoi, cellText('ND', ['A', 'B'], { Z: '!(A B)' })), 'f');

  test('by a netlist, by what the cell computes, else by its function', () => {
    expect(recognizeCells(library).counts).toEqual(
      new Map([
        ['AOI', { transistors: 10, from: 'function' }],
        ['ND', { transistors: 4, from: 'table' }],
      ]),
    );
    const netlists = new Map([['AOI', { transistors: 20 }]]);
    expect(recognizeCells(library, netlists).counts.get('AOI')).toEqual({ transistors: 20, from: 'netlist' });
  });

  test('a netlist without transistors, or that cannot be counted, is no count', () => {
    const counts = (count: { transistors: number } | { reason: string }) =>
      recognizeCells(library, new Map([['ND', count]])).counts.get('ND');
    expect(counts({ transistors: 0 })).toEqual({ reason: 'its .subckt holds no transistor' });
    expect(counts({ reason: 'why' })).toEqual({ reason: 'why' });
  });
});
