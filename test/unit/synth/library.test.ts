import { describe, expect, test } from 'vitest';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { cellText, libraryText } from './library.fixture.ts';

const library = (...cells: readonly string[]) => readLiberty(libraryText(...cells), 'f');

describe('cells are found by function', () => {
  test.each([
    ['or', ['B', 'A'], { Q: "(A' B')'" }, ['B', 'A'], ['Q']],
    ['xnor', ['A', 'B'], { Q: 'A B + !A !B' }, ['A', 'B'], ['Q']],
    ['nand3', ['A', 'B', 'C'], { Q: "A' + B' + C'" }, ['A', 'B', 'C'], ['Q']],
    // the and of the complex gate is between the second and the third pin
    ['aoi21', ['X', 'Y', 'Z'], { Q: '!(X + Y Z)' }, ['Y', 'Z', 'X'], ['Q']],
    ['oai22', ['A', 'B', 'C', 'D'], { Q: '!((A + C) (B + D))' }, ['A', 'C', 'B', 'D'], ['Q']],
    ['mux', ['S', 'A', 'B'], { Q: 'S A + !S B' }, ['B', 'A', 'S'], ['Q']],
    ['invertedMux', ['S', 'A', 'B'], { Q: '!(S A + !S B)' }, ['B', 'A', 'S'], ['Q']],
    ['halfAdder', ['A', 'B'], { CO: 'A B', S: 'A ^ B' }, ['A', 'B'], ['S', 'CO']],
    ['fullAdder', ['A', 'B', 'CI'], { CO: 'A B + CI (A + B)', S: 'A ^ B ^ CI' }, ['A', 'B', 'CI'], ['S', 'CO']],
  ] as const)('%s', (kind, pins, functions, inputs, outputs) => {
    const { matches } = recognizeCells(library(cellText('ODD_NAME', pins, functions)));
    expect([...matches.keys()]).toEqual([kind]);
    expect(matches.get(kind)).toMatchObject({ cell: { name: 'ODD_NAME' }, inputs, outputs });
  });

  test('three-state buffers and latches are no gates', () => {
    const threeState = cellText('TRI', ['A', 'EN'], { Z: '!A' }).replace('function', 'three_state : "EN\'"; function');
    expect(recognizeCells(library(threeState)).matches.size).toBe(0);
  });

  test('the cheapest by transistors, then by area', () => {
    const cells = library(
      cellText('SMALL', ['A', 'B'], { Z: '!(A B)' }, 5),
      cellText('WIDE', ['A', 'B'], { Z: '!(A B)' }, 9),
    );
    const taken = (...spice: readonly (readonly [string, number])[]) =>
      recognizeCells(cells, new Map(spice.map(([name, transistors]) => [name, { transistors }]))).matches.get('nand')
        ?.cell.name;
    expect(taken()).toBe('SMALL');
    expect(taken(['SMALL', 8], ['WIDE', 4])).toBe('WIDE');
  });
});
