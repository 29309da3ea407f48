/** A self-checking test bench: every vector with the outputs that the golden model gives for it. */

import { accumulatorBits, biasBits, type DigitalNeuron, outputBits } from '../gen/index.ts';
import { comment } from './describe.ts';

/** Bit patterns of the ports. */
export interface TestVector {
  readonly x: bigint;
  readonly w: bigint;
  /** Left out where there is no bias. */
  readonly bias?: bigint;
  readonly sum: bigint;
  readonly y?: bigint;
}

/** Module NAME_tb. It prints a line for each vector that fails, then PASS or FAIL with the counts. */
export function testBench(neuron: DigitalNeuron, vectors: readonly TestVector[]): string {
  const inputs = [
    { name: 'x', bits: neuron.synapses * neuron.inputBits },
    { name: 'w', bits: neuron.synapses * neuron.bits },
    { name: 'bias', bits: biasBits(neuron) },
  ].filter((port) => port.bits > 0);
  const outputs = [
    { name: 'sum', bits: accumulatorBits(neuron) },
    { name: 'y', bits: outputBits(neuron) },
  ].filter((port) => port.bits > 0);
  const ports = [...inputs, ...outputs];
  const range = (bits: number): string => `[${bits - 1}:0]`;
  const call = (vector: TestVector): string => {
    const values: Readonly<Record<string, bigint | undefined>> = { ...vector };
    return `    check(${ports.map(({ name, bits }) => `${bits}'h${(values[name] ?? 0n).toString(16)}`).join(', ')});`;
  };
  const shown = [...inputs.map(({ name }) => name), ...outputs.flatMap(({ name }) => [name, `${name}_expected`])];
  return [
    comment([
      `${neuron.name}_tb: self-checking test bench of ${neuron.name}`,
      `${vectors.length} vectors with the outputs of the golden model`,
    ]),
    `module ${neuron.name}_tb;`,
    ...inputs.map(({ name, bits }) => `  reg  ${range(bits)} ${name};`),
    ...outputs.map(({ name, bits }) => `  wire ${range(bits)} ${name};`),
    '  integer failures;',
    '',
    `  ${neuron.name} dut (${ports.map(({ name }) => `.${name}(${name})`).join(', ')});`,
    '',
    '  task check;',
    ...inputs.map(({ name, bits }) => `    input ${range(bits)} ${name}_value;`),
    ...outputs.map(({ name, bits }) => `    input ${range(bits)} ${name}_expected;`),
    '    begin',
    ...inputs.map(({ name }) => `      ${name} = ${name}_value;`),
    '      #1;',
    `      if (${outputs.map(({ name }) => `${name} !== ${name}_expected`).join(' || ')}) begin`,
    '        failures = failures + 1;',
    `        $display("FAIL ${shown.map((name) => `${name}=%h`).join(' ')}", ${shown.join(', ')});`,
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
