/** What the sizings of the study have, as measurements: `BASE.sizing.NAME.QUANTITY`. */

import type { Measurement, Origin } from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import { reasonsText } from '../neuron/reason-text.ts';
import { isUsable, noisePole, type SizingResult } from './sizing-study.ts';

const SIMULATOR = `${CARD.simulator} (${CARD.package}), ${CARD.name}, transistors without diffusion areas or wires`;

/** Measurements of `results`, the sizings of the neuron `base`. */
export function sizingMeasurements(base: string, results: readonly SizingResult[]): readonly Measurement[] {
  return results.flatMap((result) => {
    const { name, description, neuron, points, floor } = result;
    const at = (unitCurrent: number): string =>
      `${SIMULATOR}; ${neuron.bits} bits, ${description}, unit current ${unitCurrent.toExponential()} A`;
    const entry = (
      quantity: string,
      [value, unit]: readonly [number | null, string],
      source: string,
      origin: Origin = 'simulated',
    ): Measurement => ({ key: `${base}.sizing.${name}.${quantity}`, value, unit, origin, source });
    const own = points.find(({ unitCurrent }) => unitCurrent === neuron.unitCurrent);
    const usable = own && isUsable(own) ? own : undefined;
    const source = `${at(neuron.unitCurrent)}${own && own.flags.length > 0 ? `; none: ${reasonsText(own.flags)}` : ''}`;
    const lowest = floor?.figures;
    const floorSource = `${at(lowest?.unitCurrent ?? Number.NaN)}, the smallest that is usable`;
    return [
      entry('power', [usable?.power ?? null, 'W'], source),
      entry('bandwidth', [usable?.bandwidth ?? null, 'Hz'], source),
      entry('gain', [usable?.gain ?? null, '1'], source),
      entry('noise.total', [usable?.noiseTotal ?? null, 'V^2'], source),
      entry('energyPerSynapse', [usable?.energyPerSynapse ?? null, 'J'], source),
      entry('energyPerSynapse.pole', [usable ? usable.power / noisePole(usable) : null, 'J'], `${source}; by the pole`),
      ...(lowest === undefined
        ? []
        : [
            entry('floor.unitCurrent', [lowest.unitCurrent, 'A'], floorSource),
            entry('floor.power', [lowest.power, 'W'], floorSource),
            entry('floor.bandwidth', [lowest.bandwidth, 'Hz'], floorSource),
          ]),
      ...result.errors.flatMap(({ unitCurrent, nonlinearity, mismatch, mismatchMirrored }) => {
        const key = `@unitCurrent=${unitCurrent.toExponential()}`;
        const { threshold, beta } = neuron.mismatch;
        const pelgrom = `Pelgrom's law with A_VT ${threshold} V m, A_beta ${beta} m (assumed) and the closed form, one sigma of the largest weight, part of the full scale; unit current ${unitCurrent} A`;
        return [
          entry(
            `nonlinearity${key}`,
            [nonlinearity, '1'],
            `${at(unitCurrent)}; gain by weight from the straight line, no mismatch`,
          ),
          entry(`mismatch${key}`, [mismatch, '1'], pelgrom, 'modelled'),
          entry(`mismatch.mirrored${key}`, [mismatchMirrored, '1'], `${pelgrom}; mirrored tails`, 'modelled'),
        ];
      }),
      ...result.shared.flatMap(({ synapses, figures }) => {
        const key = `@synapses=${synapses},unitCurrent=${figures.unitCurrent.toExponential()}`;
        const by = `${at(figures.unitCurrent)}; ${synapses} synapses on one output`;
        return [
          entry(`shared.energyPerSynapse${key}`, [figures.energyPerSynapse, 'J'], by),
          entry(`shared.noise.total${key}`, [figures.noiseTotal, 'V^2'], by),
        ];
      }),
    ];
  });
}
