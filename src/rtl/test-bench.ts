/** A self-checking test bench: every vector with the outputs that the golden model gives for it. */

import { accumulatorBits, type DigitalNeuron } from '../gen/index.ts';
import { comment } from './describe.ts';

/** Bit patterns of the ports. */
export interface TestVector {
  readonly x: bigint;
  readonly w: bigint;
  readonly sum: bigint;
  readonly y?: bigint;
}

/** Module NAME_tb. It prints a line for each vector that fails, then PASS or FAIL with the counts. */
export function testBench(neuron: DigitalNeuron, vectors: readonly TestVector[]): string {
  const bits = {
    x: neuron.synapses * neuron.inputBits,
    w: neuron.synapses * neuron.bits,
    sum: accumulatorBits(neuron),
  };
  const hasY = neuron.activation !== 'none';
  const hex = (width: number, value: bigint): string => `${width}'h${value.toString(16)}`;
  const call = (vector: TestVector): string => {
    const values = [hex(bits.x, vector.x), hex(bits.w, vector.w), hex(bits.sum, vector.sum)];
    if (hasY) values.push(hex(1, vector.y ?? 0n));
    return `    check(${values.join(', ')});`;
  };
  const mismatch = hasY ? 'sum !== expected || y !== expected_y' : 'sum !== expected';
  return [
    comment([
      `${neuron.name}_tb: self-checking test bench of ${neuron.name}`,
      `${vectors.length} vectors with the outputs of the golden model`,
    ]),
    `module ${neuron.name}_tb;`,
    `  reg  [${bits.x - 1}:0] x;`,
    `  reg  [${bits.w - 1}:0] w;`,
    `  wire [${bits.sum - 1}:0] sum;`,
    ...(hasY ? ['  wire y;'] : []),
    '  integer failures;',
    '',
    `  ${neuron.name} dut (.x(x), .w(w), .sum(sum)${hasY ? ', .y(y)' : ''});`,
    '',
    '  task check;',
    `    input [${bits.x - 1}:0] x_value;`,
    `    input [${bits.w - 1}:0] w_value;`,
    `    input [${bits.sum - 1}:0] expected;`,
    ...(hasY ? ['    input expected_y;'] : []),
    '    begin',
    '      x = x_value;',
    '      w = w_value;',
    '      #1;',
    `      if (${mismatch}) begin`,
    '        failures = failures + 1;',
    hasY
      ? '        $display("FAIL x=%h w=%h sum=%h expected=%h y=%b expected_y=%b", x, w, sum, expected, y, expected_y);'
      : '        $display("FAIL x=%h w=%h sum=%h expected=%h", x, w, sum, expected);',
    '      end',
    '    end',
    '  endtask',
    '',
    '  initial begin',
    '    failures = 0;',
    ...vectors.map(call),
    `    if (failures == 0) $display("PASS ${vectors.length} vectors");`,
    `    else $display("FAIL %0d of ${vectors.length} vectors", failures);`,
    '    $finish;',
    '  end',
    'endmodule',
    '',
  ].join('\n');
}
