/**
 * Self-checking test benches with the outputs that the golden model gives. There is a step for every vector, or clock
 * cycle.
 */

import { type DigitalNeuron, latency, neuronPorts } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';
import { comment } from './describe.ts';

/** Bit patterns that the ports are given and must show. In their order, without the clock. */
export interface BenchStep {
  readonly inputs: readonly bigint[];
  /** Expected outputs, undefined where one may be anything. */
  readonly expected: readonly (bigint | undefined)[];
}

/** Module NAME_tb. It prints a line for each step that fails, then PASS or FAIL with the counts. */
export function testBench(neuron: DigitalNeuron, steps: readonly BenchStep[]): string {
  const clocked = latency(neuron) > 0;
  const ports = neuronPorts(neuron).filter((port) => port.name !== 'clk');
  const inputs = ports.filter((port) => port.direction === 'input');
  const outputs = ports.filter((port) => port.direction === 'output');
  const range = (bits: number): string => `[${bits - 1}:0]`;
  const hex = (bits: number, value: bigint): string => `${bits}'h${value.toString(16)}`;
  /** Call of the task `check` with a step. Each output has a bit that says whether it is looked at. */
  const call = ({ inputs: given, expected }: BenchStep): string =>
    `    check(${[
      ...inputs.map(({ bits }, k) => hex(bits, nth(given, k))),
      ...outputs.flatMap(({ bits }, k) => [
        hex(bits, expected[k] ?? 0n),
        ...(clocked ? [expected[k] === undefined ? "1'b0" : "1'b1"] : []),
      ]),
    ].join(', ')});`;
  const wrong = outputs.map(({ name }) =>
    clocked ? `(${name}_checked && ${name} !== ${name}_expected)` : `${name} !== ${name}_expected`,
  );
  const shown = [...inputs.map(({ name }) => name), ...outputs.flatMap(({ name }) => [name, `${name}_expected`])];
  const what = clocked ? 'clock cycles' : 'vectors';
  return [
    comment([
      `${neuron.name}_tb: self-checking test bench of ${neuron.name}`,
      `${steps.length} ${what} with the outputs of the golden model`,
    ]),
    `module ${neuron.name}_tb;`,
    ...(clocked ? ['  reg  clk;'] : []),
    ...inputs.map(({ name, bits }) => `  reg  ${range(bits)} ${name};`),
    ...outputs.map(({ name, bits }) => `  wire ${range(bits)} ${name};`),
    '  integer failures;',
    '',
    `  ${neuron.name} dut (${[...(clocked ? ['clk'] : []), ...ports.map(({ name }) => name)].map((name) => `.${name}(${name})`).join(', ')});`,
    '',
    '  task check;',
    ...inputs.map(({ name, bits }) => `    input ${range(bits)} ${name}_value;`),
    ...outputs.flatMap(({ name, bits }) => [
      `    input ${range(bits)} ${name}_expected;`,
      ...(clocked ? [`    input ${name}_checked;`] : []),
    ]),
    '    begin',
    ...inputs.map(({ name }) => `      ${name} = ${name}_value;`),
    '      #1;',
    `      if (${wrong.join(' || ')}) begin`,
    '        failures = failures + 1;',
    `        $display("FAIL ${shown.map((name) => `${name}=%h`).join(' ')}", ${shown.join(', ')});`,
    '      end',
    ...(clocked ? ['      clk = 1;', '      #1;', '      clk = 0;'] : []),
    '    end',
    '  endtask',
    '',
    '  initial begin',
    '    failures = 0;',
    ...(clocked ? ['    clk = 0;'] : []),
    ...steps.map(call),
    `    if (failures == 0) $display("PASS ${steps.length} ${what}");`,
    `    else $display("FAIL %0d of ${steps.length} ${what}", failures);`,
    '    $finish;',
    '  end',
    'endmodule',
    '',
  ].join('\n');
}
