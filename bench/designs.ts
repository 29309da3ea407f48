/** The designs of the bench: circuits to build, goals to reach, and figures of the public generators. */

import { type DigitalNeuron, parseSpec } from '../gen/index.ts';

export interface BenchDesign {
  readonly name: string;
  /** Fields of the neuron's spec. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly target: {
    readonly transistors: number;
    /** Delay to reach, s. */
    readonly delay: number;
  };
  /**
   * Best figures of multgen, ROHD-HCL, ArithsGen and vlsiffra with the same library and timing. They are the fewest
   * transistors with full and half adders kept as cells, and the least delay by the same flow, s.
   */
  readonly generators: { readonly transistors: number; readonly delay: number };
}

export const DESIGNS: readonly BenchDesign[] = [
  {
    name: '8x8',
    fields: { bits: 8 },
    target: { transistors: 1366, delay: 1.85e-9 },
    generators: { transistors: 1840, delay: 2.03e-9 },
  },
  {
    name: '16x16',
    fields: { bits: 16 },
    target: { transistors: 5370, delay: 2.85e-9 },
    generators: { transistors: 8032, delay: 3.07e-9 },
  },
  {
    name: '32x32',
    fields: { bits: 32 },
    target: { transistors: 21060, delay: 3.5e-9 },
    generators: { transistors: 33472, delay: 5.75e-9 },
  },
  {
    name: '8x8 MAC, 16-bit addend',
    fields: { bits: 8, architecture: 'fused', bias: 16 },
    target: { transistors: 1776, delay: 2e-9 },
    generators: { transistors: 2274, delay: 2.38e-9 },
  },
  {
    name: 'dot product of 8',
    fields: { bits: 8, architecture: 'fused', synapses: 8 },
    target: { transistors: 12100, delay: 3.35e-9 },
    generators: { transistors: 17030, delay: 3.9e-9 },
  },
];

/** Neuron of a design, called `dut`, with more fields. */
export function neuronOf(
  { fields }: Pick<BenchDesign, 'fields'>,
  more: Readonly<Record<string, unknown>>,
): DigitalNeuron {
  const document = { name: 'bench', neurons: [{ name: 'dut', kind: 'digital', ...fields, ...more }] };
  const result = parseSpec(document, Number, 'optimizer');
  if ('problems' in result) throw new RangeError(result.problems.map(({ message }) => message).join('; '));
  const [neuron] = result.spec.neurons ?? [];
  if (neuron?.kind !== 'digital') throw new Error('the spec of the bench holds no digital neuron');
  return neuron;
}
