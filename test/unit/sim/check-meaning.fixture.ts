/** The bit-exact check of many circuits of one meaning: stimulus and golden outputs are computed once for all of them. */

import {
  accumulatorBits,
  activate,
  biasBits,
  type DigitalNeuron,
  exactBits,
  latency,
  type Netlist,
  outputBits,
  sumIsSigned,
} from '../../../gen/index.ts';
import { type CheckResult, neuronDesign } from '../../../sim/check.ts';
import { checkNeuron, expectedSteps, inputVectors, netlistSimulator } from '../../../sim/index.ts';
import { packVectors, recordLayout } from '../../../sim/simulator/vectors.ts';

/** Findings of `checkNeuron` about `netlist`. `count` vectors where they are not all. */
export async function checkMeaning(
  neuron: DigitalNeuron,
  netlist: Netlist,
  count: number,
  seed = 1,
): Promise<CheckResult> {
  const simulator = netlistSimulator(netlist);
  if (latency(neuron) === 0) {
    const { inputs, sums, records } = goldenSums(neuron, count, seed);
    const expected = neuron.activation === 'none' ? records : expectedRecords(neuron, sums);
    const { run } = await simulator(neuronDesign(neuron, {}));
    if (Buffer.compare((await run(inputs)).records, expected) === 0) return { vectors: sums.length, mismatches: 0 };
  }
  return await checkNeuron(neuron, {}, simulator, inputVectors(neuron, count, seed));
}

/** Input records with their sums. Each sum as a bit pattern, and the same as output records. */
interface GoldenSums {
  readonly inputs: Uint8Array;
  readonly sums: readonly bigint[];
  readonly records: Uint8Array;
}

/** The latest, since all vectors of a neuron are megabytes. */
const known = new Map<string, GoldenSums>();
const KEPT = 16;

/** The sums of a combinational neuron; they depend on neither its construction nor its activation. */
function goldenSums(neuron: DigitalNeuron, count: number, seed: number): GoldenSums {
  const { bits, inputBits, synapses, signed, overflow } = neuron;
  const width = accumulatorBits(neuron);
  const held = width < exactBits(neuron) ? overflow : 'exact';
  const key = JSON.stringify([bits, inputBits, synapses, signed, biasBits(neuron), width, held, count, seed]);
  const before = known.get(key);
  if (before) return before;
  const plain = { ...neuron, activation: 'none' } as const;
  const steps = expectedSteps(plain, inputVectors(plain, count, seed));
  const vectors = steps.map(({ inputs }) => inputs);
  const sums = steps.map(({ expected }) => expected[0] ?? -1n);
  const made = {
    inputs: packVectors(recordLayout(neuronDesign(plain, {}).ports, 'input'), vectors),
    sums,
    records: expectedRecords(plain, sums),
  };
  known.set(key, made);
  for (const oldest of [...known.keys()].slice(0, -KEPT)) known.delete(oldest);
  return made;
}

/** Output records: each sum and, where there is an activation, its output. */
function expectedRecords(neuron: DigitalNeuron, sums: readonly bigint[]): Uint8Array {
  const width = accumulatorBits(neuron);
  const signed = sumIsSigned(neuron);
  const outputs = new Map<bigint, readonly bigint[]>();
  for (const sum of new Set(sums)) {
    const y = activate(neuron, signed ? BigInt.asIntN(width, sum) : sum);
    outputs.set(sum, y === undefined ? [sum] : [sum, BigInt.asUintN(outputBits(neuron), y)]);
  }
  const layout = recordLayout(neuronDesign(neuron, {}).ports, 'output');
  return packVectors(
    layout,
    sums.map((sum) => outputs.get(sum) ?? []),
  );
}
