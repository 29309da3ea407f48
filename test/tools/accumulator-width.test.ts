/** Width of a serial neuron's accumulator where SYNAPSES is overridden, as Icarus elaborates it. */

import { expect, test } from 'vitest';
import type { DigitalNeuron } from '../../gen/index.ts';
import { serialReference } from '../../rtl/index.ts';
import { runTestBench } from '../../sim/index.ts';
import { createIcarus } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

const serial = (name: string, fields: Readonly<Record<string, unknown>>): DigitalNeuron =>
  digital({ name, architecture: 'serial', ...fields });

const NEURONS = [
  serial('a1', { bits: 2, synapses: 1 }),
  serial('a2', { bits: 2, synapses: 3, bias: true }),
  serial('a3', { bits: 1, synapses: 3, signed: { inputs: false, weights: true } }),
  serial('a4', { bits: 1, signed: true, synapses: 7 }),
  serial('a5', { bits: 8, inputBits: 5, signed: true, synapses: 9, bias: 17 }),
  serial('a6', { bits: 3, signed: { inputs: true, weights: false }, synapses: 9, bias: 2 }),
  serial('a7', { bits: 64, signed: true, synapses: 2 }),
  serial('a8', { bits: 64, synapses: 2, bias: 200 }),
];
const SYNAPSES = [1, 2, 3, 4, 5, 7, 8, 9, 100, 784, 4096, 100_000];

/** Fewest bits of all sums of n products and the bias: from the corners of the words. */
function least({ bits, inputBits, signed, bias }: DigitalNeuron, n: number): number {
  const ends = (width: number, isSigned: boolean): bigint[] =>
    isSigned ? [-(2n ** BigInt(width - 1)), 2n ** BigInt(width - 1) - 1n] : [0n, 2n ** BigInt(width) - 1n];
  const corners = ends(inputBits, signed.inputs).flatMap((x) => ends(bits, signed.weights).map((w) => x * w));
  const anySigned = signed.inputs || signed.weights;
  const holds = (value: bigint, width: number): boolean =>
    (anySigned ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value)) === value;
  const width = (values: readonly bigint[]): number => {
    let count = 1;
    while (!values.every((value) => holds(value, count))) count++;
    return count;
  };
  const word = bias === true ? width(corners) : Number(bias);
  const starts = word > 0 ? ends(word, anySigned) : [0n];
  return width(corners.flatMap((product) => starts.map((start) => start + BigInt(n) * product)));
}

test('it is as wide as the largest sum of that many products needs, and no wider', async () => {
  const cases = NEURONS.flatMap((neuron) => SYNAPSES.map((n) => ({ neuron, n })));
  const bench = [
    'module bench;',
    ...cases.map(({ neuron, n }, k) => `  ${neuron.name}_reference #(.SYNAPSES(${n})) i${k} ();`),
    '  initial begin',
    ...cases.map((_, k) => `    $display("ACC %0d", i${k}.ACC_BITS);`),
    '  end',
    'endmodule',
  ].join('\n');
  // The reference has the parameters of the neuron, and no multiplier of thousands of gates.
  const texts = Object.fromEntries(NEURONS.map((neuron) => [`${neuron.name}.v`, serialReference(neuron)]));
  const { log } = await runTestBench(createIcarus(), 'bench', { ...texts, 'bench.v': bench });
  const found = [...log.matchAll(/^ACC (\d+)$/gm)].map(([, bits]) => Number(bits));
  expect(found).toEqual(cases.map(({ neuron, n }) => least(neuron, n)));
});

test('SYNAPSES stays a parameter of a neuron whose accumulator is stated', async () => {
  const neuron = serial('narrow', { bits: 4, synapses: 9, accumulator: 9 });
  const bench =
    'module bench;\n  narrow_reference #(.SYNAPSES(3)) i ();\n  initial $display("ACC %0d", i.ACC_BITS);\nendmodule\n';
  const { log } = await runTestBench(createIcarus(), 'bench', {
    'narrow.v': serialReference(neuron),
    'bench.v': bench,
  });
  expect(log).toContain('ACC 9\n');
});
