import { describe, expect, test } from 'vitest';
import { parseBooleanFunction } from '../../../synth/liberty/boolean-function.ts';
import { joinLibraries, readLiberty } from '../../../synth/liberty/liberty.ts';
import { placesIn } from '../../../synth/liberty/source.ts';
import { parseLibertySyntax } from '../../../synth/liberty/syntax.ts';
import { lookUp, type TimingTable } from '../../../synth/liberty/tables.ts';
import { truthTable } from '../../../synth/liberty/truth-table.ts';
import { libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

describe('the syntax', () => {
  test('groups, attributes, comments, continued lines, missing semicolons', () => {
    const text = `/* a
comment */ library (a) { // to the end
  simple : 1.5 ;
  words : a b
  complex (1, "two
  lines");
  values ( \\
    "1, 2", \\
    "3, 4");
  cell ("X") { area : 3 }
}`;
    expect(parseLibertySyntax(text, placesIn('f'))).toEqual({
      name: 'library',
      args: ['a'],
      line: 2,
      attributes: [
        { name: 'simple', values: ['1.5'], line: 3 },
        { name: 'words', values: ['a b'], line: 4 },
        { name: 'complex', values: ['1', 'two\n  lines'], line: 5 },
        { name: 'values', values: ['1, 2', '3, 4'], line: 7 },
      ],
      groups: [
        { name: 'cell', args: ['X'], line: 10, attributes: [{ name: 'area', values: ['3'], line: 10 }], groups: [] },
      ],
    });
  });

  test.each([
    ['', 'f:1: the file is empty'],
    ['  \n\n', 'f:1: the file is empty'],
    [
      'library(a) {\n cell(B) {\n area : 1;\n',
      'f:2: library(a)/cell(B): the file ends before this group is closed: it is truncated',
    ],
    ['library(a) {\n values("1, 2', 'f:2: a string is not closed before the file ends'],
    ['library(a) {\n /* ', 'f:2: a comment is not closed before the file ends'],
    ['library(a) {\n values(1, 2', 'f:2: library(a): the file ends inside the parentheses of values'],
    ['library(a) {\n values(1; }', 'f:2: library(a): values( is not closed before ;'],
    ['library(a) { area }', 'f:1: library(a): : or ( must follow area: }'],
    ['library(a) { area :; }', 'f:1: library(a): area has no value'],
    ['library(a) { } }', 'f:1: } closes nothing'],
    ['library(a) { } library(b) { }', 'f:1: a second group stands beside library(a)'],
    ['area : 3;', 'f:1: area stands outside of a library'],
    ['\u0000\u0001', 'f:1: : or ( must follow \u0000\u0001: the file ends'],
    ['library(a) { : }', 'f:1: library(a): the name of a group or attribute must stand here: :'],
  ])('%j is refused', (text, message) => {
    expect(() => parseLibertySyntax(text, placesIn('f'))).toThrow(message);
  });

  test('groups nested without end are refused, not followed', () => {
    expect(() => parseLibertySyntax('a(b) {\n'.repeat(100_000), placesIn('f'))).toThrow(
      'groups must be at most 32 deep',
    );
  });

  test('a million lines', () => {
    const group = '  cell(X) {\n    area : 1;\n    pin(A) { direction : input; }\n    values("1, 2, 3");\n  }\n';
    expect(parseLibertySyntax(`library(a) {\n${group.repeat(200_000)}}`, placesIn('f')).groups).toHaveLength(200_000);
  });
});

describe('functions', () => {
  // Bit k of a table: A is bit 0 of k, B bit 1, C bit 2.
  test.each([
    ['A B', 0b10001000],
    ['A*B', 0b10001000],
    ['A & B', 0b10001000],
    ['A+B', 0b11101110],
    ['A | B', 0b11101110],
    ['A ^ B', 0b01100110],
    ["A'", 0b01010101],
    ['!A', 0b01010101],
    ["(A B)'", 0b01110111],
    ["!A'", 0b10101010],
    // inversion, then exclusive or, then and, then or
    ['A + B C', 0b11101010],
    ['A B ^ C', 0b00101000],
    ['!A B + C', 0b11110100],
    ['(((A B)+(B C))+(C A))', 0b11101000],
    ['(A+B)(B+C)', 0b11101100],
    ['1', 0b11111111],
    ['0 + A', 0b10101010],
  ])('%s', (text, expected) => {
    expect(truthTable(parseBooleanFunction(text), ['A', 'B', 'C'])).toBe(expected);
  });

  test.each([
    ['', 'a pin is missing at the end of the function: ""'],
    ['(A', 'a parenthesis is not closed in the function: "(A"'],
    ['A)', ') cannot stand here in the function: "A)"'],
    ['A + ', 'a pin is missing at the end of the function: "A + "'],
    ['A % B', '% cannot stand here in the function: "A % B"'],
    ['('.repeat(500), 'a function must be at most 100 deep'],
  ])('"%s" is refused', (text, message) => {
    expect(() => parseBooleanFunction(text)).toThrow(message);
  });
});

describe('a library', () => {
  test('in SI units', () => {
    const { cells } = readLiberty(libraryText(...NAND_AND_INVERTER), 'f');
    const [inverter, nand] = cells;
    expect(cells.map(({ name }) => name)).toEqual(['INV', 'ND2']);
    expect(inverter).toMatchObject({ area: 10, leakage: 2e-9 });
    expect(inverter?.dontUse).toBeUndefined();
    expect(inverter?.pins[0]?.capacitance.rise).toBeCloseTo(1e-14, 20);
    expect(nand?.pins[2]?.arcs.map(({ from, sense }) => [from, sense])).toEqual([
      ['P', 'negative_unate'],
      ['Q', 'negative_unate'],
    ]);
    expect(nand?.pins[2]?.arcs[0]?.tables.cell_fall?.values[0]?.[0]).toBeCloseTo(0.2e-9, 18);
  });

  test('Windows line ends are fine', () => {
    const text = libraryText(...NAND_AND_INVERTER);
    expect(readLiberty(text.replaceAll('\n', '\r\n'), 'f')).toEqual(readLiberty(text, 'f'));
  });

  test('several files are one library, each with its own units; no cell stands in two', () => {
    const [inverter = '', nand = ''] = NAND_AND_INVERTER;
    const first = readLiberty(libraryText(inverter), 'a.lib');
    const second = readLiberty(libraryText(nand).replace('1ns', '10ps').replace('(1, pf)', '(1, ff)'), 'b.lib');
    const both = joinLibraries([first, second]);
    expect(both).toMatchObject({ name: 'test', file: 'a.lib, b.lib' });
    const figures = both.cells.map(({ name, place, pins }) => [
      ...[name, place, pins[0]?.capacitance.rise],
      pins.at(-1)?.arcs[0]?.tables.cell_rise?.values[0]?.[0],
    ]);
    expect(figures).toEqual([
      ['INV', 'a.lib:5', 0.01e-12, expect.closeTo(0.1e-9, 20)],
      ['ND2', 'b.lib:5', 0.01e-15, expect.closeTo(1e-12, 20)],
    ]);
    expect(() => joinLibraries([first, readLiberty(libraryText(inverter), 'b.lib')])).toThrow(
      'b.lib:5: cell(INV): stands in a.lib:5 too',
    );
  });

  const pin = (text: string): string =>
    libraryText(
      `  cell (X) {\n    area : 1;\n    pin(A) { direction : input; }\n    pin(Z) {\n      direction : output;\n      ${text}\n    }\n  }`,
    );
  test.each([
    ['no library', 'cell(X) { }', 'f:1: cell(X): must be a library'],
    ['no cell', libraryText(), 'f:1: library(test): holds no cell'],
    [
      'no time unit',
      libraryText(...NAND_AND_INVERTER).replace('time_unit', 'tick'),
      'library(test): time_unit is missing',
    ],
    [
      'an odd time unit',
      libraryText(...NAND_AND_INVERTER).replace('1ns', '1 fortnight'),
      'f:2: library(test): time_unit must be a number above 0 with a unit of s: 1 fortnight',
    ],
    [
      'no leakage unit',
      libraryText(...NAND_AND_INVERTER).replace('leakage_power_unit', 'x'),
      'cell(INV): the library states leakage but no leakage_power_unit',
    ],
    [
      'values that are no numbers',
      pin('function : "A"; timing() { related_pin : A; cell_rise(scalar) { values("x"); } }'),
      'cell_rise(scalar): values holds what is not a number',
    ],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readLiberty(text, 'f')).toThrow(message);
  });

  test.each([
    ['no area', libraryText().replace('}', 'cell(X) { pin(A) { direction : input; } }\n}'), 'cell(X): area is missing'],
    [
      'one cell twice',
      libraryText(...NAND_AND_INVERTER, NAND_AND_INVERTER[0] ?? ''),
      'cell(INV): stands there twice; the one of f:5 is taken',
    ],
    ['no function', pin(''), 'f:8: cell(X): pin(Z): function is missing'],
    [
      'an unknown pin in a function',
      pin('function : "A B";'),
      'f:10: cell(X): pin(Z): function names a pin that the cell does not have: B',
    ],
    [
      'a function that cannot be read',
      pin('function : "A +";'),
      'f:10: cell(X): pin(Z): a pin is missing at the end of the function: "A +"',
    ],
    [
      'an unknown related pin',
      pin('function : "A"; timing() { related_pin : "Q"; }'),
      'cell(X): pin(Z): related_pin names a pin that the cell does not have: Q',
    ],
    [
      'no direction',
      pin('function : "A";').replace('direction : output', 'colour : red'),
      'f:8: cell(X): pin(Z): direction must be one of input, output, inout, internal: missing',
    ],
    [
      'a negative area',
      pin('function : "A";').replace('area : 1', 'area : -1'),
      'f:6: cell(X): area must be a number of 0 or more: -1',
    ],
    [
      'values of another size',
      pin('function : "A"; timing() { related_pin : A; cell_rise(scalar) { values("1, 2"); } }'),
      'f:10: cell(X): pin(Z): cell_rise(scalar): values must be 1 numbers: 2',
    ],
    [
      'an unknown template',
      pin('function : "A"; timing() { related_pin : A; cell_rise(none) { values("1"); } }'),
      'cell_rise(none): no such lu_table_template',
    ],
  ])('a cell with %s is left out and named', (_, text, message) => {
    const read = readLiberty(text, 'f');
    expect(read.skipped.map(({ reason }) => reason)).toEqual([expect.stringContaining(message)]);
    expect(read.cells.map(({ name }) => name)).not.toContain('X');
  });

  test('every truncation is refused or a whole library', () => {
    const text = libraryText(...NAND_AND_INVERTER).trimEnd();
    for (let length = 0; length < text.length; length++)
      expect(() => readLiberty(text.slice(0, length), 'f')).toThrow(/^f:\d+: /);
  });

  test('axes in either order give the same table', () => {
    const template = (first: string, second: string): string =>
      `lu_table_template(t) { variable_1 : ${first}; variable_2 : ${second}; index_1("1, 2"); index_2("1, 2"); }`;
    const read = (templateText: string, values: string): TimingTable | undefined => {
      const text = pin(`function : "A"; timing() { related_pin : A; cell_rise(t) { values(${values}); } }`);
      const { cells } = readLiberty(text.replace('  cell', `${templateText}\n  cell`), 'f');
      return cells[0]?.pins[1]?.arcs[0]?.tables.cell_rise;
    };
    const slewFirst = template('input_net_transition', 'total_output_net_capacitance');
    const loadFirst = template('total_output_net_capacitance', 'input_net_transition');
    const table = read(slewFirst, '"1, 2", "3, 4"');
    expect(read(loadFirst, '"1, 3", "2, 4"')).toEqual(table);
    // 3 ns at slew 2 ns and load 1 pF
    expect(lookUp(table as TimingTable, 2e-9, 1e-12)).toBeCloseTo(3e-9, 15);
    expect(lookUp(table as TimingTable, 1.5e-9, 1.5e-12)).toBeCloseTo(2.5e-9, 15);
    // the slope of the edge goes on: 1 + 1 * -0.5 + 2 * 2 at slew 3 ns, load 0.5 pF
    expect(lookUp(table as TimingTable, 3e-9, 0.5e-12)).toBeCloseTo(4.5e-9, 15);
  });
});
