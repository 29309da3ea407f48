/** Verilog of others in the embedded simulator and in Icarus: what is undefined, and what only one of them runs. */

import { afterAll, describe, expect, test } from 'vitest';
import {
  checkNeuron,
  embeddedSimulator,
  icarusSimulator,
  inputVectors,
  moduleNames,
  modulePorts,
  portProblems,
} from '../../sim/index.ts';
import { createIcarus, createYosys } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

const yosys = createYosys();
afterAll(() => yosys.close());
const BOTH = [embeddedSimulator(yosys), icarusSimulator(createIcarus())];

const MUL = digital({ bits: 4 });
const mul = (body: string, sum = 'output reg [7:0] sum'): string =>
  `module mine(input [3:0] x, input [3:0] w, ${sum});\n  ${body}\nendmodule\n`;

const SERIAL = digital({ bits: 4, architecture: 'serial', synapses: 3, signed: true, bias: true });
/** A serial neuron; `block` is its clocked block. */
const serial = (block: string): string => `module mine(input clk, input rst, input in_valid, input in_last,
  input signed [3:0] x, input signed [3:0] w, input signed [7:0] bias, output reg out_valid, output reg signed [9:0] sum);
  reg going;
  wire signed [9:0] base = going ? sum : bias;
  ${block}
endmodule
`;
const STEP = `out_valid <= in_valid & in_last;
      if (in_valid) begin sum <= base + x * w; going <= ~in_last; end`;
const RESET = `if (rst) begin going <= 0; out_valid <= 0; end else begin ${STEP} end`;

const check = (neuron: typeof MUL, text: string, simulator: (typeof BOTH)[number]) =>
  checkNeuron(neuron, { 'mine.v': text }, simulator, inputVectors(neuron, 100, 1), 'mine');

describe('both judge alike', () => {
  test.each([
    ['right', mul('always @* sum = x * w;'), 0, undefined],
    // x is 5 for 16 weights, and 1 too much then.
    ['wrong', mul('always @* sum = x * w + (x == 5);'), 16, undefined],
    ['an output bit that nothing drives', mul('assign sum[6:0] = x * w;', 'output [7:0] sum'), 256, 0n],
    ['an x in the text', mul("always @* sum = x == 7 ? 8'bx : x * w;"), 16, 7n],
    ['an x that nothing reads', mul("wire [3:0] u = 4'bx; always @* sum = x * w | (8'd0 & u);"), 0, undefined],
  ])('%s', async (_, text, mismatches, undefinedFrom) => {
    for (const simulator of BOTH) {
      const result = await check(MUL, text, simulator);
      expect(result).toMatchObject({ vectors: 256, mismatches });
      expect(result.first?.unknown !== undefined).toBe(undefinedFrom !== undefined);
      if (undefinedFrom !== undefined) expect(result.first?.inputs).toEqual([undefinedFrom, 0n]);
    }
  });

  test.each([
    ['a synchronous reset', serial(`always @(posedge clk) ${RESET}`), true],
    ['an asynchronous reset', serial(`always @(posedge clk or posedge rst) ${RESET}`), true],
    ['a stated first value', serial(`initial going = 1'b1;\n  always @(posedge clk) ${RESET}`), true],
    [
      'a register without reset',
      serial(`always @(posedge clk) if (rst) out_valid <= 0; else begin ${STEP} end`),
      false,
    ],
  ])('serial, %s', async (_, text, right) => {
    const results = [];
    for (const simulator of BOTH) results.push(await check(SERIAL, text, simulator));
    const [embedded, icarus] = results;
    expect(embedded?.mismatches === 0).toBe(right);
    expect(embedded?.mismatches).toBe(icarus?.mismatches);
    expect(embedded?.first?.index).toBe(icarus?.first?.index);
    if (!right) expect(embedded?.first?.unknown).toBeDefined();
  });
});

describe('what the embedded simulator cannot run is told', () => {
  test.each([
    [MUL, mul('always @* if (x != 3) sum = x * w;'), 'it holds a latch'],
    [MUL, mul('assign sum = (sum & 1) ^ x * w;', 'output [7:0] sum'), 'combinational loop through sum[0]'],
    [MUL, mul('assign sum = x * w; assign sum = 0;', 'output [7:0] sum'), 'more than one thing drives a wire'],
    [SERIAL, serial(`always @(negedge clk) ${RESET}`), 'it holds a register of the falling edge'],
    [SERIAL, serial(`always @(posedge (clk & in_valid)) ${RESET}`), 'is clocked by another signal than clk'],
  ])('%#', async (neuron, text, message) => {
    await expect(check(neuron, text, embeddedSimulator(yosys))).rejects.toThrow(message);
  });
});

test('ports of a module, and how they differ from the contract', async () => {
  const files = {
    'mine.sv':
      '`include "w.vh"\nmodule mine(input [`W-1:0] x, input [0:4] w, output logic y, inout sum);\n  assign y = x[0];\nendmodule\nmodule b; endmodule\n',
    'w.vh': '`define W 4\n',
  };
  expect(await moduleNames(yosys, files)).toEqual(['b', 'mine']);
  const ports = await modulePorts(yosys, files, 'mine');
  expect(ports.map(({ name, direction, bits }) => `${direction} ${name} ${bits}`)).toEqual([
    'input x 4',
    'input w 5',
    'output y 1',
    'inout sum 1',
  ]);
  expect(portProblems(MUL, 'mine', ports)).toEqual(
    [
      'port w is an input of 5 bits; it must be an input of 4 bits (unsigned weight k in [k*4 +: 4])',
      'port sum is an inout of 1 bit; it must be an output of 8 bits (unsigned)',
      'port y (output) must not be there',
    ].map((problem) => `module mine, dut of the spec: ${problem}`),
  );
});
