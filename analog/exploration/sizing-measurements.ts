/** Measurements of the sizings of the study: `BASE.sizing.NAME.QUANTITY`. */

import {
  type Measurement,
  measured,
  SHARED_OUTPUT_KEYS,
  SIZING_ERROR_KEYS,
  SIZING_KEYS,
} from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import { reasonsText } from '../neuron/reason-text.ts';
import { isUsable, noisePole, type UsableFigures } from './bias-sweep.ts';
import type { SizingResult } from './sizing-study.ts';

const SIMULATOR = `${CARD.simulator} (${CARD.package}), ${CARD.name}, transistors without diffusion areas or wires`;

/** Measurements of `results`, the sizings of the neuron `base`. */
export function sizingMeasurements(base: string, results: readonly SizingResult[]): readonly Measurement[] {
  return results.flatMap((result) => {
    const { name, description, neuron, points, floor } = result;
    const at = (unitCurrent: number): string =>
      `${SIMULATOR}; ${neuron.bits} bits, ${description}, unit current ${unitCurrent.toExponential()} A`;
    const of = { neuron: base, sizing: name };
    const figure = (key: keyof typeof SIZING_KEYS, value: number | null, from: string): Measurement =>
      measured(SIZING_KEYS[key], of, value, 'simulated', from);
    const own = points.find(({ unitCurrent }) => unitCurrent === neuron.unitCurrent);
    const usable = own && isUsable(own) ? own : undefined;
    const source = `${at(neuron.unitCurrent)}${own && own.flags.length > 0 ? `; none: ${reasonsText(own.flags)}` : ''}`;
    const floorFigures = ({ unitCurrent, power, bandwidth }: UsableFigures): readonly Measurement[] => {
      const from = `${at(unitCurrent)}, the smallest that is usable`;
      return [
        figure('floorCurrent', unitCurrent, from),
        figure('floorPower', power, from),
        figure('floorBandwidth', bandwidth, from),
      ];
    };
    return [
      figure('power', usable?.power ?? null, source),
      figure('bandwidth', usable?.bandwidth ?? null, source),
      figure('gain', usable?.gain ?? null, source),
      figure('noiseTotal', usable?.noiseTotal ?? null, source),
      figure('energyPerSynapse', usable?.energyPerSynapse ?? null, source),
      figure('energyByPole', usable ? usable.power / noisePole(usable) : null, `${source}; by the pole`),
      ...(floor === null ? [] : floorFigures(floor.figures)),
      ...result.errors.flatMap(({ unitCurrent, nonlinearity, mismatch, mismatchMirrored }) => {
        const there = { ...of, unitCurrent };
        const { threshold, beta } = neuron.mismatch;
        const pelgrom = `Pelgrom's law with A_VT ${threshold} V m, A_beta ${beta} m (assumed) and the closed form, one sigma of the largest weight, part of the full scale; unit current ${unitCurrent} A`;
        return [
          measured(
            SIZING_ERROR_KEYS.nonlinearity,
            there,
            nonlinearity,
            'simulated',
            `${at(unitCurrent)}; gain by weight from the straight line, no mismatch`,
          ),
          measured(SIZING_ERROR_KEYS.mismatch, there, mismatch, 'modelled', pelgrom),
          measured(
            SIZING_ERROR_KEYS.mismatchMirrored,
            there,
            mismatchMirrored,
            'modelled',
            `${pelgrom}; mirrored tails`,
          ),
        ];
      }),
      ...result.shared.flatMap(({ synapses, figures }) => {
        const there = { ...of, synapses, unitCurrent: figures.unitCurrent };
        const by = `${at(figures.unitCurrent)}; ${synapses} synapses on one output`;
        return [
          measured(SHARED_OUTPUT_KEYS.energyPerSynapse, there, figures.energyPerSynapse, 'simulated', by),
          measured(SHARED_OUTPUT_KEYS.noiseTotal, there, figures.noiseTotal, 'simulated', by),
        ];
      }),
    ];
  });
}
