/** The generated Verilog in a simulator, bit for bit against the golden model. */

import { type DigitalNeuron, digitalNeurons, neuronCircuit, type Spec } from '../gen/index.ts';
import { neuronVerilog } from '../rtl/index.ts';
import { type CheckResult, checkNeuron, inputVectors, isExhaustive, type Simulator } from '../sim/index.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** A neuron's check: vectors that were run, mismatches, and the first of them. */
export interface VerifiedNeuron extends CheckResult {
  readonly neuron: string;
  /** Whether every input vector was run; else corners and seeded random ones. */
  readonly exhaustive: boolean;
}

/** Vectors of a neuron with too many inputs to try them all. */
const SAMPLE = 20_000;

/**
 * Every digital neuron of `spec`, in its order. A mismatch is a result; a simulator that fails rejects with `ToolError`, one
 * that is not installed with `MissingToolError`.
 */
export async function verify(
  spec: Spec,
  { simulator }: { readonly simulator: Simulator },
  { seed = DEFAULT_SEED }: Seeded = {},
): Promise<readonly VerifiedNeuron[]> {
  const done: VerifiedNeuron[] = [];
  for (const neuron of digitalNeurons(spec)) {
    const vectors = inputVectors(neuron, sampleSize(neuron), seed);
    const checked = await checkNeuron(neuron, neuronVerilog(neuronCircuit(neuron)), simulator, vectors);
    done.push({ neuron: neuron.name, exhaustive: isExhaustive(neuron), ...checked });
  }
  return done;
}

/** A serial neuron takes a clock cycle a synapse. */
const sampleSize = (neuron: DigitalNeuron): number =>
  neuron.architecture === 'serial' ? Math.max(16, Math.ceil(SAMPLE / neuron.synapses)) : SAMPLE;
