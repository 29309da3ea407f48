/** Generated Verilog in a simulator, bit for bit against the golden model. */

import { type DigitalNeuron, digitalNeurons, type Spec } from '../gen/index.ts';
import {
  type CheckResult,
  checkNeuron,
  type InputVector,
  inputVectors,
  isExhaustive,
  type Simulator,
} from '../sim/index.ts';
import { generateNeuron } from './generate.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** A neuron's check: vectors that were run, mismatches, and the first of them. */
export interface VerifiedNeuron extends CheckResult {
  readonly neuron: string;
  /** True where every input vector was run; else corners and seeded random ones. */
  readonly exhaustive: boolean;
}

/**
 * Checks of every digital neuron of `spec`, in its order. A mismatch is a result; a simulator that fails rejects with
 * `ToolError`, one that is not installed with `MissingToolError`.
 */
export async function verify(
  spec: Spec,
  { simulator }: { readonly simulator: Simulator },
  { seed = DEFAULT_SEED }: Seeded = {},
): Promise<readonly VerifiedNeuron[]> {
  const done: VerifiedNeuron[] = [];
  for (const neuron of digitalNeurons(spec)) {
    const { verilog } = generateNeuron(neuron, spec.technology);
    done.push(await verifyNeuron(neuron, verilog, simulator, checkVectors(neuron, seed)));
  }
  return done;
}

/** Check of the Verilog of one neuron. Its top module is called as the neuron unless `top` says otherwise. */
export async function verifyNeuron(
  neuron: DigitalNeuron,
  verilog: Readonly<Record<string, string>>,
  simulator: Simulator,
  vectors: readonly InputVector[],
  top?: string,
): Promise<VerifiedNeuron> {
  const checked = await checkNeuron(neuron, verilog, simulator, vectors, top);
  return { neuron: neuron.name, exhaustive: isExhaustive(neuron), ...checked };
}

/** Vectors of a neuron with too many inputs to try them all. */
const SAMPLE = 20_000;

/** Input vectors of a neuron's check. A serial neuron takes a clock cycle a synapse. */
export function checkVectors(neuron: DigitalNeuron, seed: number): readonly InputVector[] {
  const count = neuron.architecture === 'serial' ? Math.max(16, Math.ceil(SAMPLE / neuron.synapses)) : SAMPLE;
  return inputVectors(neuron, count, seed);
}
