/** The bit-exact check: every output beside that of the golden model. */

import { biasBits, type DigitalNeuron, latency, neuronPorts } from '../gen/index.ts';
import { goldenPorts } from './golden.ts';
import { designLayouts, type Simulator, simulate, type VerilogDesign } from './simulator/simulator.ts';
import { packVectors, unpackVectors } from './simulator/vectors.ts';
import type { InputVector } from './stimulus.ts';
import { type TraceCycle, traceOf } from './trace.ts';

/**
 * First vector, or clock cycle of a clocked neuron, whose outputs are wrong. Bit patterns stand in the order of the
 * ports.
 */
export interface Mismatch {
  readonly index: number;
  readonly inputs: readonly bigint[];
  /** Bit patterns that must come; undefined where an output may be anything. */
  readonly expected: readonly (bigint | undefined)[];
  readonly found: readonly bigint[];
  /** Undefined bits of `found`, which are 0 there; left out where none is. */
  readonly unknown?: readonly bigint[];
}

export interface CheckResult {
  /** Number of input vectors that were run. */
  readonly vectors: number;
  /** Number of vectors, or clock cycles of a clocked neuron, with a wrong output. */
  readonly mismatches: number;
  readonly first?: Mismatch;
}

const BATCH = 8192;

/** RTL of `neuron` as a simulator takes it. Its top module is called as the neuron unless `top` says otherwise. */
export function neuronDesign(
  neuron: DigitalNeuron,
  files: VerilogDesign['files'],
  top: string = neuron.name,
): VerilogDesign {
  const ports = neuronPorts(neuron).filter((port) => port.name !== 'clk');
  return { top, ports, files, ...(latency(neuron) > 0 ? { clock: { port: 'clk' } } : {}) };
}

/** Result of `vectors` through the Verilog `files` of `neuron` in `simulator`, every output bit compared. */
export async function checkNeuron(
  neuron: DigitalNeuron,
  files: VerilogDesign['files'],
  simulator: Simulator,
  vectors: readonly InputVector[],
  top?: string,
): Promise<CheckResult> {
  const design = neuronDesign(neuron, files, top);
  // State does not survive between batches, so a clocked design runs in one.
  const batches = design.clock ? [traceOf(neuron, vectors)] : combinationalBatches(neuron, vectors);
  return { vectors: vectors.length, ...(await checkCycles(design, simulator, batches)) };
}

/** Inputs and expected outputs of a neuron: one step a vector, of a clocked neuron one a cycle. */
export function expectedSteps(neuron: DigitalNeuron, vectors: readonly InputVector[]): readonly TraceCycle[] {
  return latency(neuron) > 0 ? traceOf(neuron, vectors) : [...combinationalBatches(neuron, vectors)].flat();
}

function* combinationalBatches(neuron: DigitalNeuron, vectors: readonly InputVector[]): Generator<TraceCycle[]> {
  const golden = goldenPorts(neuron);
  const hasBias = biasBits(neuron) > 0;
  for (let start = 0; start < vectors.length; start += BATCH)
    yield vectors.slice(start, start + BATCH).map(({ x, w, bias }) => {
      const { sum, y } = golden(x, w, bias);
      return { inputs: hasBias ? [x, w, bias] : [x, w], expected: y === undefined ? [sum] : [sum, y] };
    });
}

/** Cycles, or vectors, of `batches` through a design, every expected output compared. */
export async function checkCycles(
  design: VerilogDesign,
  simulator: Simulator,
  batches: Iterable<readonly TraceCycle[]>,
): Promise<Omit<CheckResult, 'vectors'>> {
  const { inputs, outputs } = designLayouts(design);
  const pending: TraceCycle[] = [];
  let read = 0;
  function* records(): Generator<Uint8Array> {
    for (const batch of batches) {
      for (const cycle of batch) pending.push(cycle);
      yield packVectors(
        inputs,
        batch.map((cycle) => cycle.inputs),
      );
    }
  }
  let mismatches = 0;
  let first: Mismatch | undefined;
  for await (const answer of simulate(simulator, design, records())) {
    const unknowns = answer.unknown ? unpackVectors(outputs, answer.unknown) : [];
    for (const [k, found] of unpackVectors(outputs, answer.records).entries()) {
      const cycle = pending[read];
      if (!cycle) throw new Error(`the simulator gave more than ${pending.length} outputs`);
      const unknown = unknowns[k];
      if (cycle.expected.some((value, port) => value !== undefined && (value !== found[port] || unknown?.[port]))) {
        mismatches++;
        first ??= { index: read, ...cycle, found, ...(unknown?.some((bits) => bits > 0n) ? { unknown } : {}) };
      }
      read++;
    }
  }
  if (read !== pending.length) throw new Error(`the simulator gave ${read} outputs for ${pending.length} inputs`);
  return { mismatches, ...(first ? { first } : {}) };
}
