import { describe, expect, test } from 'vitest';
import { multiplierCircuit } from '../../../gen/index.ts';
import { CellTableError, countTransistors, parseCellTable, structuralMeasurements } from '../../../synth/index.ts';
import { digital } from '../gen/neurons.ts';

const TABLE = `# transmission gates
- {cell: fullAdder, transistors: 20, source: "N. H. E. Weste, D. M. Harris, 2011, fig. 11.6"}
- cell: halfAdder
  transistors: 14
  source: our library
- {cell: register, transistors: 16, source: our library}
`;

describe('a table of the user', () => {
  test('replaces the cells that it names: 48 full and 8 half adders, 64 ANDs', () => {
    const { netlist } = multiplierCircuit(digital({ bits: 8, multiplier: 'dadda', adder: 'ripple' }));
    expect(countTransistors(netlist).transistors).toBe(48 * 28 + 8 * 18 + 64 * 6);
    expect(countTransistors(netlist, parseCellTable(TABLE, 'cells.yaml')).transistors).toBe(48 * 20 + 8 * 14 + 64 * 6);
  });

  test('JSON is read too, and the source of a count names file, cells and their sources', () => {
    const json = '[{"cell": "and", "transistors": 4, "source": "pass gates"}]';
    const { netlist } = multiplierCircuit(digital({ bits: 2 }));
    const table = parseCellTable(json, 'cells.json');
    const [first] = structuralMeasurements('dut', { netlist, stages: 1 }, netlist, table);
    expect(first?.value).toBe(4 * 4 + 2 * 18);
    expect(first?.source).toBe(
      'somagen structural count: cells of the generated netlist, transistors by cells.json: and 4 (pass gates); others static CMOS',
    );
  });

  test('registers have transistors of their own', () => {
    expect(parseCellTable(TABLE, 'cells.yaml').register).toEqual({ transistors: 16, source: 'our library' });
    expect(parseCellTable('[{cell: not, transistors: 2, source: a}]', 'a').register.transistors).toBe(24);
  });
});

describe('mistakes are told with file, line, column, key, value and what is allowed', () => {
  const CELLS =
    'not, and, or, xor, nand, nor, xnor, nand3, nor3, oai21, aoi21, oai22, aoi22, mux, halfAdder, fullAdder, register';
  const cases = [
    ['', ['t.yaml:1:1: must be a list of {cell, transistors, source}']],
    ['fullAdder: 20', ['t.yaml:1:1: must be a list of {cell, transistors, source}']],
    ['- 3', ['t.yaml:1:3: must be {cell, transistors, source}']],
    ['- {cell: FA, transistors: 20, source: a}', [`t.yaml:1:10: cell must be one of: ${CELLS}: "FA"`]],
    [
      '- cell: xor\n  transistors: -3\n  source: a',
      ['t.yaml:2:16: transistors must be a whole number from 0 to 1000: -3'],
    ],
    [
      '- {cell: xor, transistors: 2.5, source: a}',
      ['t.yaml:1:28: transistors must be a whole number from 0 to 1000: 2.5'],
    ],
    [
      '- {cell: xor, transistors: .inf, source: a}',
      ['t.yaml:1:28: transistors must be a whole number from 0 to 1000: Infinity'],
    ],
    [
      '- {cell: xor, transistors: six, source: a}',
      ['t.yaml:1:28: transistors must be a whole number from 0 to 1000: "six"'],
    ],
    ['- {cell: xor, transistors: 8}', ['t.yaml:1:3: source is missing; it must say where the number comes from']],
    ['- {cell: xor, transistors: 8, source: " "}', ['t.yaml:1:39: source must say where the number comes from: " "']],
    ['- {cell: xor, source: a}', ['t.yaml:1:3: transistors is missing; it must be a whole number from 0 to 1000']],
    [
      '- {cell: xor, transistors: 8, source: a}\n- {cell: xor, transistors: 6, source: b}',
      ['t.yaml:2:10: cell must be named once: "xor"'],
    ],
    [
      '- {cell: xor, transistors: 8, source: a, area: 3}',
      ['t.yaml:1:42: area is not a known key; a cell has cell, transistors, source'],
    ],
    [
      '- {cell: a, transistors: -1, source: a}\n- {cell: xor, transistors: 1e9, source: a}',
      [
        `t.yaml:1:10: cell must be one of: ${CELLS}: "a"`,
        't.yaml:1:26: transistors must be a whole number from 0 to 1000: -1',
        't.yaml:2:28: transistors must be a whole number from 0 to 1000: 1000000000',
      ],
    ],
  ] as const;
  test.each(cases)('%j', (text, lines) => {
    expect(() => parseCellTable(text, 't.yaml')).toThrow(new CellTableError(lines));
  });

  test('a text that is not YAML', () => {
    expect(() => parseCellTable('- {cell: xor', 't.yaml')).toThrow(/^t\.yaml:1:\d+: /);
  });
});
