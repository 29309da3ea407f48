import { describe, expect, test } from 'vitest';
import { createBuilder, type Netlist } from '../../../gen/index.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { libraryDelays } from '../../../synth/mapping/library-delays.ts';
import { mapCells } from '../../../synth/mapping/map-cells.ts';
import { countMapped } from '../../../synth/mapping/mapped-netlist.ts';
import { cellModels, mappedVerilog } from '../../../synth/mapping/mapped-verilog.ts';
import { longestPath } from '../../../synth/mapping/static-timing.ts';
import { surroundings } from '../../../synth/mapping/surroundings.ts';
import { cellText, libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

const library = (...cells: readonly string[]) => recognizeCells(readLiberty(libraryText(...cells), 'cells.lib'));
const POOR = library(...NAND_AND_INVERTER);
const REGISTER = `  cell (REG) { area : 20; cell_leakage_power : 5; ff(IQ, IQN) { next_state : "D"; clocked_on : "C"; }
    pin(D) { direction : input; capacitance : 0.01; timing() { related_pin : "C"; timing_type : setup_rising;
      rise_constraint(scalar) { values("0.03"); } fall_constraint(scalar) { values("0.04"); } } }
    pin(C) { direction : input; }
    pin(Q) { direction : output; function : "IQ"; timing() { related_pin : "C"; timing_type : rising_edge;
      cell_rise(scalar) { values("0.3"); } cell_fall(scalar) { values("0.25"); }
      rise_transition(scalar) { values("0.05"); } fall_transition(scalar) { values("0.05"); } } } }`;

const circuit = (
  build: (builder: ReturnType<typeof createBuilder>, x: readonly number[]) => readonly number[],
): Netlist => {
  const builder = createBuilder('dut');
  builder.output('sum', build(builder, builder.input('x', 4)));
  return builder.finish();
};

describe('direct mapping', () => {
  test('every cell becomes the cell of the same function', () => {
    const netlist = circuit((b, [x0 = 0, x1 = 0, x2 = 0]) => [b.not(b.gate('nand', x0, x1)), b.gate('nand', x1, x2)]);
    const mapped = mapCells(netlist, POOR);
    expect(countMapped(mapped, POOR)).toEqual({
      cells: { INV: 1, ND2: 2 },
      cellCount: 3,
      // 2 + 4 + 4, three areas of 10, three times 2 nW
      transistors: 10,
      unknown: [],
      area: 30,
      leakage: expect.closeTo(6e-9, 15),
    });
  });

  test('what the library lacks is made of what it has', () => {
    const cells = (kind: 'xor' | 'nor' | 'or') =>
      countMapped(
        mapCells(
          circuit((b, [x0 = 0, x1 = 0]) => [b.gate(kind, x0, x1)]),
          POOR,
        ),
        POOR,
      ).cells;
    // or: two inverters and a NAND; nor: another inverter; xor: four NANDs
    expect(cells('or')).toEqual({ INV: 2, ND2: 1 });
    expect(cells('nor')).toEqual({ INV: 3, ND2: 1 });
    expect(cells('xor')).toEqual({ ND2: 4 });
    const adder = mapCells(
      circuit((b, [x0 = 0, x1 = 0, x2 = 0]) => b.fullAdder(x0, x1, x2)),
      POOR,
    );
    // two exclusive ors of four NANDs, three NANDs for the carry
    expect(countMapped(adder, POOR).cells).toEqual({ ND2: 11 });
  });

  test('a library without what a circuit needs is named with the function', () => {
    const buffers = library(cellText('BUF', ['A'], { Z: 'A' }));
    expect(() =>
      mapCells(
        circuit((b, [x0 = 0]) => [b.not(x0)]),
        buffers,
      ),
    ).toThrow('cells.lib: has no cell for not, which dut needs, and none that it can be made from');
    const clocked = circuit((b, [x0 = 0]) => {
      const q = b.register();
      b.drive(q, x0);
      return [q];
    });
    expect(() => mapCells(clocked, POOR)).toThrow('cells.lib: has no flip-flop for the registers of dut');
  });

  test('as Verilog, with models of its cells', () => {
    const rich = library(...NAND_AND_INVERTER, REGISTER, cellText('odd-name', ['a[0]'], { Z: '!a[0]' }, 1));
    const netlist = circuit((b, [x0 = 0, x1 = 0]) => {
      const q = b.register();
      b.drive(q, b.not(x0));
      return [b.gate('nand', x1, q), 1, x0];
    });
    const mapped = mapCells(netlist, rich);
    expect(mappedVerilog(mapped, ['a header'])).toBe(`// a header
module dut (
  input  wire clk,
  input  wire [3:0] x,
  output wire [2:0] sum
);
  wire n7;
  wire n8;
  wire n6;
  \\odd-name  u0 (.\\a[0] (x[0]), .Z(n7));
  ND2 u1 (.P(x[1]), .Q(n6), .Z(n8));
  REG u2 (.D(n7), .C(clk), .Q(n6));
  assign sum = {x[0], 1'b1, n8};
endmodule
`);
    expect(cellModels(mapped)).toBe(`module ND2 (input wire P, input wire Q, output wire Z);
  assign Z = ~(P & Q);
endmodule

module REG (input wire D, input wire C, output wire Q);
  reg state;
  wire clock = C;
  always @(posedge clock) state <= D;
  assign Q = state;
endmodule

module \\odd-name  (input wire \\a[0] , output wire Z);
  assign Z = ~\\a[0] ;
endmodule
`);
  });
});

describe('static timing', () => {
  const path = (netlist: Netlist, cells: Parameters<typeof mapCells>[1]) =>
    longestPath(mapCells(netlist, cells), cells, surroundings(cells, undefined)).delay;
  // Scalar tables: 0.1 ns to rise, 0.2 ns to fall, whatever slew and load are; the driver adds nothing to its own delay.
  test('takes the later edge through inverting cells', () => {
    // not: falls 0.2. nand(not, x): falls when its input rises at 0.1, 0.3; rises when it falls at 0.2, 0.3
    expect(
      path(
        circuit((b, [x0 = 0]) => [b.not(x0)]),
        POOR,
      ),
    ).toBeCloseTo(0.2e-9, 15);
    expect(
      path(
        circuit((b, [x0 = 0, x1 = 0]) => [b.gate('nand', b.not(x0), x1)]),
        POOR,
      ),
    ).toBeCloseTo(0.3e-9, 15);
    expect(
      path(
        circuit((_, [x0 = 0]) => [x0]),
        POOR,
      ),
    ).toBe(0);
  });

  test('from register to register: clock to output, logic, setup', () => {
    const clocked = library(...NAND_AND_INVERTER, REGISTER);
    const netlist = circuit((b) => {
      const q = b.register();
      b.drive(q, b.not(q));
      return [q];
    });
    // rises at 0.3, inverter falls 0.2 later, setup of a fall 0.04
    expect(path(netlist, clocked)).toBeCloseTo(0.54e-9, 15);
  });

  test('delays for constructions: the later edge, paths through what a cell is made of', () => {
    const delays = libraryDelays(POOR, 'cells', { slew: 0, load: 0 });
    expect(delays.not[0]?.[0]).toBeCloseTo(0.2e-9, 15);
    // three NANDs on the longest of four
    expect(delays.xor[0]?.[0]).toBeCloseTo(0.6e-9, 15);
    // the late input: an exclusive or to the sum, two NANDs to the carry
    expect(delays.fullAdder[0]?.[2]).toBeCloseTo(0.6e-9, 15);
    expect(delays.fullAdder[1]?.[2]).toBeCloseTo(0.4e-9, 15);
  });

  test('cells without delays are named', () => {
    const text = libraryText(...NAND_AND_INVERTER.map((cell) => cell.replaceAll(/timing[\s\S]*?\n {6}\}\n/g, '')));
    const bare = recognizeCells(readLiberty(text, 'cells.lib'));
    expect(() =>
      path(
        circuit((b, [x0 = 0]) => [b.not(x0)]),
        bare,
      ),
    ).toThrow('cells.lib: cell INV has no delays');
  });
});
