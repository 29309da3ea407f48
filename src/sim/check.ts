/** The bit-exact check: every vector's outputs beside those of the golden model. */

import { biasBits, type DigitalNeuron, neuronPorts } from '../gen/index.ts';
import { goldenPorts } from './golden.ts';
import { type Design, designLayouts, type Simulator, simulate } from './simulator.ts';
import type { InputVector } from './stimulus.ts';
import { packVectors, unpackVectors } from './vectors.ts';

/** The first vector whose outputs are wrong; bit patterns of the ports. */
export interface Mismatch {
  readonly index: number;
  readonly inputs: InputVector;
  readonly expected: readonly bigint[];
  readonly found: readonly bigint[];
}

export interface CheckResult {
  readonly vectors: number;
  readonly mismatches: number;
  readonly first?: Mismatch;
}

const BATCH = 8192;

/** Runs `vectors` through the Verilog `files` of `neuron` in `simulator` and compares every output bit. */
export async function checkNeuron(
  neuron: DigitalNeuron,
  files: Design['files'],
  simulator: Simulator,
  vectors: readonly InputVector[],
): Promise<CheckResult> {
  const design: Design = { top: neuron.name, ports: neuronPorts(neuron), files };
  const { inputs, outputs } = designLayouts(design);
  const golden = goldenPorts(neuron);
  const expected = (vector: InputVector): bigint[] => {
    const { sum, y } = golden(vector.x, vector.w, vector.bias);
    return y === undefined ? [sum] : [sum, y];
  };
  function* batches(): Generator<Uint8Array> {
    for (let start = 0; start < vectors.length; start += BATCH)
      yield packVectors(
        inputs,
        vectors.slice(start, start + BATCH).map(({ x, w, bias }) => (biasBits(neuron) ? [x, w, bias] : [x, w])),
      );
  }
  let index = 0;
  let mismatches = 0;
  let first: Mismatch | undefined;
  for await (const records of simulate(simulator, design, batches())) {
    for (const found of unpackVectors(outputs, records)) {
      const vector = vectors[index];
      if (!vector) throw new Error(`the simulator gave more than ${vectors.length} outputs`);
      const wanted = expected(vector);
      if (wanted.some((value, k) => value !== found[k])) {
        mismatches++;
        first ??= { index, inputs: vector, expected: wanted, found };
      }
      index++;
    }
  }
  if (index !== vectors.length) throw new Error(`the simulator gave ${index} outputs for ${vectors.length} vectors`);
  return { vectors: index, mismatches, ...(first ? { first } : {}) };
}
