/** The bit-exact check of many circuits of one meaning: stimulus and golden outputs are computed once for all of them. */

import { type DigitalNeuron, latency, type Netlist } from '../../../gen/index.ts';
import { type CheckResult, neuronDesign } from '../../../sim/check.ts';
import { checkNeuron, expectedSteps, inputVectors, netlistSimulator } from '../../../sim/index.ts';
import { packVectors, recordLayout } from '../../../sim/simulator/vectors.ts';

/** Packed records of both directions. */
interface Records {
  readonly vectors: number;
  readonly inputs: Uint8Array;
  readonly expected: Uint8Array;
}

const known = new Map<string, Records>();

/** What `checkNeuron` finds out about `netlist`, with `count` vectors where they are not all. */
export async function checkMeaning(
  neuron: DigitalNeuron,
  netlist: Netlist,
  count: number,
  seed = 1,
): Promise<CheckResult> {
  const check = () => checkNeuron(neuron, {}, netlistSimulator(netlist), inputVectors(neuron, count, seed));
  if (latency(neuron) > 0) return await check();
  const key = JSON.stringify([meaningOf(neuron), count, seed]);
  const { vectors, inputs, expected } = known.get(key) ?? recordsOf(neuron, count, seed);
  if (!known.has(key)) known.set(key, { vectors, inputs, expected });
  const { run } = await netlistSimulator(netlist)(neuronDesign(neuron, {}));
  return Buffer.compare(await run(inputs), expected) === 0 ? { vectors, mismatches: 0 } : await check();
}

/** What the outputs of a combinational neuron depend on. */
function meaningOf(neuron: DigitalNeuron) {
  const { bits, inputBits, synapses, signed, accumulator, overflow, bias, activation, threshold, outputBits, shift } =
    neuron;
  const held = accumulator === 'exact' ? accumulator : { accumulator, overflow };
  return { bits, inputBits, synapses, signed, held, bias, activation, threshold, outputBits, shift };
}

function recordsOf(neuron: DigitalNeuron, count: number, seed: number): Records {
  const { ports } = neuronDesign(neuron, {});
  const steps = expectedSteps(neuron, inputVectors(neuron, count, seed));
  const outputs = steps.map(({ expected }) => expected.filter((value) => value !== undefined));
  return {
    vectors: steps.length,
    inputs: packVectors(
      recordLayout(ports, 'input'),
      steps.map(({ inputs }) => inputs),
    ),
    expected: packVectors(recordLayout(ports, 'output'), outputs),
  };
}
