/**
 * The sizings that are set beside each other, from one transistor a unit of weight (A) to one a weight bit (B): between them
 * segments (S: bits below the segment share one device each) and tails steered to one pair (C: the weight is in the tail
 * currents alone, with real switches). A and C match; B and S4 are small.
 */

import type { AnalogNeuron } from '../../gen/index.ts';

/** A neuron of the study and what it is called there. */
export interface StudiedSizing {
  /** E.g. `S2`. */
  readonly name: string;
  readonly description: string;
  readonly neuron: AnalogNeuron;
}

type Shape = Partial<
  Pick<AnalogNeuron, 'segment' | 'devices' | 'length' | 'loadCapacitance' | 'tails' | 'switches'>
> & { readonly sizing: AnalogNeuron['sizing'] };

/** Small pairs leave the wires behind the outputs to decide: B has this much there, F. */
const WIRE = 1e-15;

const segmented = (segment: number, length: number): Shape => ({ sizing: 'segmented', segment, length });
const steered = (devices: number, length: number, tails: 'ideal' | 'mirror'): Shape => ({
  ...{ sizing: 'tail-steered', devices, length, tails },
  switches: 'transistors',
});

/**
 * One-synapse neurons of every sizing with the bits, supply, temperature, corner, threshold shift, mismatch and unit current
 * of `base`. A segment as long as the weight is left out.
 */
export function studiedSizings(base: AnalogNeuron): readonly StudiedSizing[] {
  const shapes: readonly (readonly [string, string, Shape])[] = [
    ['A', '2^b unit transistors for weight bit b', { sizing: 'unit' }],
    ['B', 'one transistor a weight bit, 1 fF at each output', { sizing: 'minimum', loadCapacitance: WIRE }],
    ['S2', 'segment 2, L 250 nm', segmented(2, 250e-9)],
    ['S3', 'segment 3, L 130 nm', segmented(3, 130e-9)],
    ['S4', 'segment 4, L 65 nm', segmented(4, 65e-9)],
    ['C16', 'tails steered to 16 devices, L 250 nm, real switches', steered(16, 250e-9, 'ideal')],
    ['C8', 'tails steered to 8 devices, L 65 nm, real switches', steered(8, 65e-9, 'ideal')],
    ['C16m', 'C16 with mirrored tails', steered(16, 250e-9, 'mirror')],
    ['C8m', 'C8 with mirrored tails', steered(8, 65e-9, 'mirror')],
  ];
  return shapes
    .filter(([, , { segment }]) => segment === undefined || segment < base.bits)
    .map(([name, description, shape]) => ({
      name,
      description,
      neuron: withShape(base, `${base.name}_${name}`, shape),
    }));
}

/** `base` as one synapse of another shape; what the shape does not say is the default of its sizing. */
export function withShape(base: AnalogNeuron, name: string, shape: Shape): AnalogNeuron {
  const own: AnalogNeuron = {
    ...base,
    ...{ name, synapses: 1, mode: 'small-signal', load: 'diode', loads: undefined, commonMode: undefined },
    ...{ segment: 0, devices: 16, length: 65e-9, loadCapacitance: 0, tails: 'ideal', switches: 'ideal' },
  };
  return { ...own, ...shape, ...(shape.sizing === 'minimum' ? { segment: base.bits } : {}) };
}
