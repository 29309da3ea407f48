/**
 * Sizings of the study, from a transistor a unit to one a weight bit. They are called A and B; between them are
 * segments (S: bits below the segment share one device each) and tails steered to one pair (C: the weight is in the
 * tail currents alone, with real switches). A and C match; B and S4 are small.
 */

import type { AnalogNeuron } from '../../gen/index.ts';

/** Neuron of the study with its name there. */
export interface StudiedSizing {
  /** Name, e.g. `S2`. */
  readonly name: string;
  readonly description: string;
  readonly neuron: AnalogNeuron;
}

type Shape = Partial<
  Pick<AnalogNeuron, 'segment' | 'devices' | 'length' | 'loadCapacitance' | 'tails' | 'switches'>
> & { readonly sizing: AnalogNeuron['sizing'] };

/** Wire at the outputs of B, F: behind small pairs it decides. */
const WIRE = 1e-15;

const segmented = (segment: number, length: number): Shape => ({ sizing: 'segmented', segment, length });
const steered = (devices: number, length: number, tails: 'ideal' | 'mirror'): Shape => ({
  ...{ sizing: 'tail-steered', devices, length, tails },
  switches: 'transistors',
});

/**
 * One-synapse neurons of every sizing in the conditions of `base`. They have its bits, supply, temperature, corner,
 * threshold shift, mismatch and unit current. A segment as long as the weight is left out.
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

/** One synapse of `base` in another shape. Whatever the shape leaves out is the default of its sizing. */
export function withShape(base: AnalogNeuron, name: string, shape: Shape): AnalogNeuron {
  const own: AnalogNeuron = {
    ...base,
    ...{ name, synapses: 1, mode: 'small-signal', load: 'diode', loads: undefined, commonMode: undefined },
    ...{ segment: 0, devices: 16, length: 65e-9, loadCapacitance: 0, tails: 'ideal', switches: 'ideal' },
  };
  return { ...own, ...shape, ...(shape.sizing === 'minimum' ? { segment: base.bits } : {}) };
}
