import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../../synth/liberty/expression.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { lookUp } from '../../../synth/liberty/tables.ts';
import { cellText, libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

const [INVERTER = ''] = NAND_AND_INVERTER;
/** A template over two axes, and an inverter whose rising delay is its table. */
const tabled = (variables: string, values: string, own = ''): string =>
  libraryText(
    `lu_table_template(t) { ${variables} index_1("1, 2"); index_2("1, 2"); }`,
    INVERTER.replace('cell_rise(scalar) { values("0.1"); }', `cell_rise(t) { ${own} values(${values}); }`),
    cellText('ND', ['A', 'B'], { Z: '!(A B)' }),
  );
const AXES = 'variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;';

describe('an odd cell is left out, and its library stays', () => {
  test.each<[string, string, string]>([
    [
      'a table of three variables',
      tabled(`${AXES} variable_3 : related_out_total_output_net_capacitance;`, '"1, 2, 3, 4"'),
      'cell_rise(t): tables must have at most 2 variables: 3',
    ],
    ['points that fall', tabled(AXES, '"1, 2, 3, 4"', 'index_1("2, 1");'), 'index_1 must be numbers that grow: 2, 1'],
    ['too few values', tabled(AXES, '"1, 2, 3"'), 'values must be 4 numbers: 3'],
    ['a delay of a second', tabled(AXES, '"1, 2, 3, 1e9"'), 'values must be below 1 s: 1'],
    [
      'axes that are neither slew nor load',
      tabled(AXES.replace('total_output_net_capacitance', 'output_voltage'), '"1, 2, 3, 4"'),
      'variables must be slew and load: input_net_transition, output_voltage',
    ],
    ['a capacitance over names', libraryText(INVERTER.replace(': 0.01;', ': 0.01 * VDD;')), 'capacitance must be an'],
    [
      'a negative capacitance',
      libraryText(INVERTER.replace(': 0.01;', ': -0.01;')),
      'capacitance must be a number of 0 or',
    ],
    ['a function that is too long', libraryText(INVERTER.replace("A'", 'A+'.repeat(20_000))), 'at most 1000 names and'],
    ['a function of inversions', libraryText(INVERTER.replace("A'", `A${"'".repeat(1e5)}`)), 'at most 1000 names and'],
    [
      'a pin with a name for the shell',
      libraryText(INVERTER.replace('pin(A)', 'pin("A;!x")')),
      'pin(A;!x): the name must',
    ],
  ])('%s', (_, text, reason) => {
    const { cells, skipped } = readLiberty(text, 'f');
    expect(skipped).toEqual([{ name: 'INV', reason: expect.stringContaining(reason) }]);
    expect(skipped[0]?.reason).toMatch(/^f:\d+: cell\(INV\): /);
    expect(cells.map(({ name }) => name)).not.toContain('INV');
  });
});

describe('what means something is taken', () => {
  test('equal points are one, the last', () => {
    const { cells } = readLiberty(tabled(AXES, '"1, 2, 3, 4"', 'index_2("1, 1");'), 'f');
    const table = cells[0]?.pins[1]?.arcs[0]?.tables.cell_rise;
    expect(table?.values).toEqual([[expect.closeTo(2e-9, 18)], [expect.closeTo(4e-9, 18)]]);
    expect(table && lookUp(table, 1.5e-9, 7e-12)).toBeCloseTo(3e-9, 18);
  });

  test('pins in one group, apart by commas or blanks', () => {
    for (const names of ['P, Q', '"P Q"', 'P Q']) {
      const nand = cellText('ND', ['P'], { Z: '!(P Q)' }).replace('pin(P)', `pin(${names})`);
      expect(readLiberty(libraryText(nand), 'f').cells[0]?.pins.map(({ name }) => name)).toEqual(['P', 'Q', 'Z']);
    }
  });

  test.each([
    ['0.001 * 2', 0.002],
    ['0.001*2', 0.002],
    ['-(1 + 2) / 4 - -1', 0.25],
    ['2 - 3 - 4', -5],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['1..5', Number.NaN],
    ['1 + ', Number.NaN],
    ['(1', Number.NaN],
    ['', Number.NaN],
    ['('.repeat(1e5), Number.NaN],
    ['1 + VDD', undefined],
    ['constructor', Number.NaN],
  ])('expression %#', (text, value) => {
    expect(evaluateExpression(text)).toEqual(value ? expect.closeTo(value, 12) : value);
  });

  test.each([
    [
      'comments, continued lines and no semicolons',
      (text: string) => text.replaceAll(';', ' /* ; */ \n').replaceAll(' : ', ':\\\n'),
    ],
    ['quotes round every word', (text: string) => text.replaceAll(/: (\w+);/g, ': "$1";')],
    ['one line', (text: string) => text.replaceAll('\n', ' ')],
    [
      'vertical tabs, no-break spaces and a byte order mark',
      (text: string) => `\uFEFF${text.replaceAll(' ', '\v\u00A0')}`,
    ],
    [
      'definitions of others',
      (text: string) => text.replace('{', '{ define("x", "cell", "string"); define_group(g, cell);'),
    ],
    [
      'groups of others',
      (text: string) =>
        text.replaceAll(
          'timing() {',
          'ccsn_first_stage() { v(x) { values("a, b"); } } internal_power() { x : "\\"y\\""; } timing() {',
        ),
    ],
  ])('%s: the same library', (_, change) => {
    const plain = libraryText(...NAND_AND_INVERTER);
    const placeless = (text: string) =>
      readLiberty(text, 'f').cells.map(({ place, ...cell }) => ({ ...cell, place: '' }));
    expect(placeless(change(plain))).toEqual(placeless(plain));
  });
});

describe('nonsense refuses the file, with its line', () => {
  const library = libraryText(...NAND_AND_INVERTER);
  test.each<[string, string, string | RegExp]>([
    ...['1.2.3ns', '0ns', '-1ns', 'NaNns', '1e999ns', 'ns', '1 V', 'constructor', '1ns ns'].map(
      (unit): [string, string, string] => [
        `time_unit ${unit}`,
        library.replace('1ns', unit),
        `f:2: library(test): time_unit must be a number above 0 with a unit of s: ${unit}`,
      ],
    ),
    [
      'a capacitance unit of 0',
      library.replace('(1, pf)', '(0, pf)'),
      'f:3: library(test): capacitive_load_unit must be',
    ],
    ['a leakage unit of 0', library.replace('1nW', '0nW'), 'f:4: library(test): leakage_power_unit must be'],
    ...['constructor', '__proto__', 'toString', 'input_net_transitoin'].map((name): [string, string, string] => [
      `variable ${name}`,
      tabled(AXES.replace('total_output_net_capacitance', name), '"1, 2, 3, 4"'),
      `f:5: cell(INV): pin(Z): cell_rise(t): variable_2 must be a variable of Liberty, such as input_net_transition: ${name}`,
    ]),
    ...['NaN', 'x', '1e999', '0x1', '1-'].map((value): [string, string, string] => [
      `a value ${value}`,
      tabled(AXES, `"1, 2, 3, ${value}"`),
      'cell(INV): pin(Z): cell_rise(t): values holds what is not a number',
    ]),
    ['a point that is none', tabled(AXES, '"1, 2, 3, 4"', 'index_1("1, x");'), 'index_1 holds what is not a number'],
    ['a capacitance that is none', library.replace(': 0.01;', ': NaN;'), 'pin(A): capacitance must be a number: NaN'],
    ...['INV; !touch', 'a b', '-x', '$(x)', 'a"', '\u001b[31m'].map((name): [string, string, RegExp] => [
      `a cell called ${JSON.stringify(name)}`,
      library.replace('cell (INV)', `cell ("${name.replace('"', '\\"')}")`),
      /^f:5: library\(test\): cell\(.*\): the name must be of letters, digits and _$/,
    ]),
    [
      'an included file that nobody reads',
      library.replace('{', '{ include_file(x.lib);'),
      'include_file(x.lib) is not followed',
    ],
  ])('%s', (_, text, message) => {
    expect(() => readLiberty(text, 'f')).toThrow(message);
  });
});
