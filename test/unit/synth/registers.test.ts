import { describe, expect, test } from 'vitest';
import type { Netlist } from '../../../gen/index.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { chooseRegister } from '../../../synth/mapping/chosen-register.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { mapCells } from '../../../synth/mapping/map-cells.ts';
import { countMapped } from '../../../synth/mapping/mapped-netlist.ts';
import { cellModels } from '../../../synth/mapping/mapped-verilog.ts';
import { flipFlopText, libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

const library = (...cells: readonly string[]) =>
  recognizeCells(readLiberty(libraryText(...NAND_AND_INVERTER, ...cells), 'cells.lib'));

describe('flip-flops as registers', () => {
  test.each([
    ['plain', 'next_state : "D"; clocked_on : "C";', [], {}, { inverts: false, falls: false }],
    ['clear, active low', `next_state : "D"; clocked_on : "C"; clear : "R'";`, ['R'], { R: 1 }, {}],
    [
      'clear and preset',
      'next_state : "D"; clocked_on : "C"; clear : "R"; preset : "!S";',
      ['R', 'S'],
      { R: 0, S: 1 },
      {},
    ],
    ['enable', 'next_state : "(D E) + (IQ !E)"; clocked_on : "C";', ['E'], { E: 1 }, {}],
    ['enable on the clock', 'next_state : "D"; clocked_on : "C E";', ['E'], { E: 1 }, {}],
    ['clear with the clock', 'next_state : "D R"; clocked_on : "C";', ['R'], { R: 1 }, {}],
    ['scan', 'next_state : "(D !SE) + (SI SE)"; clocked_on : "C";', ['SI', 'SE'], { SI: 0, SE: 0 }, {}],
    ['inverse next state', 'next_state : "!D"; clocked_on : "C";', [], {}, { output: 'QN', inverts: false }],
    ['falling edge', `next_state : "D"; clocked_on : "C'";`, [], {}, { falls: true }],
    [
      'falling edge enabled by a scan clock',
      'next_state : "D"; clocked_on : "!(C + T)";',
      ['T'],
      { T: 0 },
      { falls: true },
    ],
  ])('%s', (_, ff, pins, ties, wanted) => {
    const [register] = library(flipFlopText('F', ff, pins)).registers;
    expect(register).toMatchObject({ cell: { name: 'F' }, data: 'D', clock: 'C', ...wanted });
    expect(Object.fromEntries(register?.ties ?? [])).toEqual(ties);
  });

  test('a cell of inverse outputs alone inverts, one of an inverse next state and output does not', () => {
    const registers = library(
      flipFlopText('N', 'next_state : "D"; clocked_on : "C";', [], { Y: 'IQN' }),
      flipFlopText('NN', `next_state : "D'"; clocked_on : "C";`, [], { Y: "IQ'" }),
    ).registers.map(({ cell, output, inverts }) => [cell.name, output, inverts]);
    expect(registers).toEqual([
      ['N', 'Y', true],
      ['NN', 'Y', false],
    ]);
  });

  test('the pin that the library calls data goes before the fewest ones at the other pins', () => {
    const text = flipFlopText('F', 'next_state : "(SE SI) + (!SE D)"; clocked_on : "C";', ['SI', 'SE']);
    const named = text.replace('pin(SI) {', 'pin(SI) { nextstate_type : data;');
    expect([text, named].map((cell) => library(cell).registers[0]?.data)).toEqual(['D', 'SI']);
  });

  test('those that cannot be registers are told with the reason', () => {
    const jk = flipFlopText('JK', `next_state : "(D IQ') + (K' IQ)"; clocked_on : "C";`, ['K']);
    const forced = flipFlopText('CLR', 'next_state : "D"; clocked_on : "C"; clear : "R + R\'";', ['R']);
    const old = flipFlopText('OLD', 'next_state : "D"; clocked_on : "C";').replace('area', 'dont_use : true; area');
    const mute = flipFlopText('MUTE', 'next_state : "D"; clocked_on : "C";', [], { Q: 'IQ D' });
    const none = 'no constants at its other inputs make it a D flip-flop with the state or its inverse at an output';
    expect(() => chooseRegister(library(jk, forced, old, mute), 3, 'dut')).toThrow(
      `cells.lib: has no flip-flop for the registers of dut; those that it has:
  JK: ${none}
  CLR: ${none}
  OLD: dont_use : true
  MUTE: ${none}`,
    );
    expect(() => chooseRegister(library(), 3, 'dut')).toThrow(/^cells.lib: has no flip-flop for the registers of dut$/);
  });
});

describe('the cheapest', () => {
  const ff = (name: string, text: string, outputs?: Record<string, string>): string =>
    flipFlopText(name, `next_state : "D"; ${text}`, [], outputs);
  const cells = [
    ff('PLAIN', 'clocked_on : "C";'),
    ff('FALLING', 'clocked_on : "!C";'),
    ff('INVERTING', 'clocked_on : "C";', { QN: 'IQN' }),
  ];
  const chosen = (count: number, without: string): string => {
    const text = libraryText(...NAND_AND_INVERTER, ...cells.filter((cell) => !cell.includes(without)));
    const netlists = new Map(
      Object.entries({ INV: 10, PLAIN: 35, FALLING: 30, INVERTING: 20 }).map(
        ([name, transistors]) => [name, { transistors }] as const,
      ),
    );
    return chooseRegister(recognizeCells(readLiberty(text, 'f'), netlists), count, 'dut').cell.name;
  };

  test.each([
    // 35, 30 and one inverter of 10, 20 and as many inverters
    [1, 'NONE', 'INVERTING'],
    [2, 'INVERTING', 'PLAIN'],
    // 105 against 90 + 10
    [3, 'INVERTING', 'FALLING'],
    // 90 + 10 against 90
    [3, 'NONE', 'INVERTING'],
  ])('of %d registers with their inverters, without %s, is %s', (count, without, name) => {
    expect(chosen(count, without)).toBe(name);
  });
});

describe('inverters', () => {
  const registers = (count: number, d: (q: number) => number): Netlist => ({
    name: 'dut',
    netCount: 4 + count,
    ports: [
      { name: 'x', direction: 'input', nets: [2, 3] },
      { name: 'sum', direction: 'output', nets: [3 + count] },
    ],
    cells: [],
    registers: Array.from({ length: count }, (_, k) => ({ q: 4 + k, d: d(k) })),
    groups: [],
    sections: [],
    labels: new Map(),
  });
  const chain = (count: number): Netlist => registers(count, (k) => (k === 0 ? 2 : 3 + k));
  const count = (netlist: Netlist, ff: string, outputs: Record<string, string>) => {
    const cells = library(flipFlopText('F', ff, [], outputs));
    return countMapped(mapCells(netlist, cells), cells).cells;
  };

  test.each([
    [1, { F: 1, INV: 1 }],
    // two inversions in a row need no inverter
    [2, { F: 2 }],
    [3, { F: 3, INV: 1 }],
    [4, { F: 4 }],
  ])('of %d inverting registers in a row', (length, cells) => {
    expect(count(chain(length), 'next_state : "D"; clocked_on : "C";', { QN: 'IQN' })).toEqual(cells);
  });

  test('one in the clock for all registers of the falling edge', () => {
    expect(count(chain(4), 'next_state : "D"; clocked_on : "!C";', { Q: 'IQ' })).toEqual({ F: 4, INV: 1 });
  });
});

test('the model of a flip-flop: clear and preset at once are as the library states, names stay apart', () => {
  const text = flipFlopText(
    'F',
    'next_state : "D"; clocked_on : "C"; clear : "!clear"; preset : "!S"; clear_preset_var1 : H; clear_preset_var2 : H;',
    ['clear', 'S'],
  );
  const cells = library(text);
  const circuit: Netlist = {
    ...{ name: 'dut', netCount: 4, cells: [], groups: [], sections: [], labels: new Map() },
    ports: [
      { name: 'x', direction: 'input', nets: [2] },
      { name: 'sum', direction: 'output', nets: [3] },
    ],
    registers: [{ q: 3, d: 2 }],
  };
  expect(
    cellModels(mapCells(circuit, cells)),
  ).toBe(`module F (input wire clear, input wire S, input wire D, input wire C, output wire Q, output wire QN);
  reg state;
  wire clock = C;
  wire clear_ = ~clear;
  wire preset = ~S;
  wire inverse = (clear_ & preset) ? 1'b1 : ~state;
  always @(posedge clock or posedge preset or posedge clear_) if (preset) state <= 1'b1; else if (clear_) state <= 1'b0; else state <= D;
  assign Q = state;
  assign QN = inverse;
endmodule
`);
});
