/** Sizings of a mixed-signal neuron beside one synapse's share of a digital one. */

import { type SizingResult, type SpaceCurve, sizingMeasurements } from '../analog/index.ts';
import type { Spec } from '../gen/index.ts';
import { DIGITAL_KEYS, keyOf, type Measurement, measured, SIZING_PAIR_KEYS } from '../measurement/index.ts';
import { type ClaimsTogether, claimsTogether } from './claims-together.ts';
import type { DigitalFigures } from './figures.ts';
import { ratioAt, type SizingCurve, sizingCurves, TABLE_FREQUENCIES } from './sizing-curves.ts';
import type { ShiftedNeurons } from './threshold-sensitivity.ts';

/** Simulated sizings, shifted thresholds and the design space; empty lists where nothing is compared. */
export interface SizingFindings {
  /** Neurons of the pair whose analog side is studied; absent where nothing is compared. */
  readonly pair?: { readonly digital: string; readonly analog: string } | undefined;
  readonly results: readonly SizingResult[];
  readonly shifted: readonly ShiftedNeurons[];
  /** Design space of the analog side by the closed form. */
  readonly space: readonly SpaceCurve[];
}

/** Sizings compared with a digital neuron. */
export interface SizingComparison {
  /** Name of the analog neuron whose sizings they are; empty where nothing is compared. */
  readonly base: string;
  /** Synapses of the digital neuron. Power and energy of the curves are one synapse's share. */
  readonly synapses: number;
  readonly curves: readonly SizingCurve[];
  /** Standing of the paper's three figures; null where they are not about such a neuron. */
  readonly together: ClaimsTogether | null;
  readonly measurements: readonly Measurement[];
}

/** Comparison of the sizings; without curves where the digital neuron is not among `digital`. */
export function compareSizings(
  spec: Spec,
  digital: readonly DigitalFigures[],
  { pair, results, space }: SizingFindings,
): SizingComparison {
  const opposite = digital.find(({ name }) => name === pair?.digital);
  const stated = spec.neurons?.find(({ name }) => name === pair?.digital);
  const synapses = stated?.kind === 'digital' ? stated.synapses : 1;
  // The sizings have one synapse.
  const share = opposite && { ...opposite, leakage: opposite.leakage / synapses, energy: opposite.energy / synapses };
  const curves = share === undefined ? [] : sizingCurves(spec, share, results);
  const base = pair?.analog ?? '';
  const measurements = [...sizingMeasurements(base, results), ...ratioMeasurements(base, curves, synapses)];
  return { base, synapses, curves, together: claimsTogether(curves, space), measurements };
}

/** Measurements of the sizings' ratios of powers at `TABLE_FREQUENCIES`. */
function ratioMeasurements(base: string, curves: readonly SizingCurve[], synapses: number): readonly Measurement[] {
  const by = synapses > 1 ? `, by its ${synapses} synapses,` : '';
  return curves.flatMap(({ result, curve }) => {
    const { leakage, energy } = DIGITAL_KEYS;
    const neuron = curve.digital.name;
    return TABLE_FREQUENCIES.map((frequency) =>
      measured(
        SIZING_PAIR_KEYS.powerRatio,
        { neuron: base, sizing: result.name, frequency },
        ratioAt(curve, frequency),
        'modelled',
        `${keyOf(leakage, { neuron })} + frequency x ${keyOf(energy, { neuron })}${by} over the power of sizing ${result.name} at the smallest usable bias with this bandwidth, between simulated points`,
      ),
    );
  });
}
