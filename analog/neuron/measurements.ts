/** Measurements of a neuron's figures: at its own unit current, and at every analysed one. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { type Measurement, measured, OPERATING_POINT_KEYS } from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import type { AnalogFigures } from './figures.ts';
import { reasonsText } from './reason-text.ts';

/** Unit currents at which neurons are analysed: 10 pA to 1 uA, two a decade, A. */
export const BIAS_CURRENTS: readonly number[] = Array.from({ length: 11 }, (_, k) =>
  Number((1e-11 * 10 ** (k / 2)).toPrecision(4)),
);

const QUANTITIES = [
  ['power', 'ideal tails; no converters, bias or memory'],
  ['bandwidth', '-3 dB'],
  ['gain', 'differential, one synapse at its largest weight'],
  ['noiseTotal', 'at the output, from 1 Hz; flicker by the uncalibrated defaults of the card'],
  ['noiseRectangular', 'at the output, white density times bandwidth'],
  ['energyPerSynapse', 'power / bandwidth / synapses at this unit current'],
] as const;

/**
 * Measurements of `simulated` figures (by ngspice) and of `formula` (by the closed form). Each list is at rising unit
 * currents. Those at the neuron's own unit current stand under NAME.QUANTITY and NAME.closedForm.QUANTITY, all under
 * NAME.QUANTITY@unitCurrent=A too.
 */
export function analogMeasurements(
  neuron: AnalogNeuron,
  simulated: readonly AnalogFigures[],
  formula: readonly AnalogFigures[],
): readonly Measurement[] {
  const { name } = neuron;
  const simulator = `${CARD.simulator} (${CARD.package}), ${CARD.name}, transistors of analog/${name}.cir without diffusion areas or wires, at ${CARD.temperature} C`;
  const fit = `closed form, fitted to single transistors of ${CARD.name} in ${CARD.simulator} (${CARD.package}), ${CARD.temperature} C`;
  const rows = (
    figures: AnalogFigures,
    model: 'closedForm' | undefined,
    origin: 'simulated' | 'modelled',
    by: string,
  ): Measurement[] => {
    const { unitCurrent } = figures;
    const at = `unit current ${unitCurrent.toExponential()} A`;
    const currents = unitCurrent === neuron.unitCurrent ? [undefined, unitCurrent] : [unitCurrent];
    return QUANTITIES.flatMap(([quantity, note]) => {
      const value = figures[quantity];
      const source = `${by}; ${at}; ${note}${value === null ? `; none: ${reasonsText(figures.flags)}` : ''}`;
      return currents.map((current) =>
        measured(OPERATING_POINT_KEYS[quantity], { neuron: name, model, unitCurrent: current }, value, origin, source),
      );
    });
  };
  return [
    ...simulated.flatMap((figures) => rows(figures, undefined, 'simulated', simulator)),
    ...formula.flatMap((figures) => rows(figures, 'closedForm', 'modelled', fit)),
  ];
}
