/** Outcome of a design search: measurements, and a table for a person. */

import {
  analogMeasurements,
  type analyse,
  type Candidate,
  closedForm,
  type DesignSearch,
  type DesignTargets,
  quantityOf,
} from '../../analog/index.ts';
import { CONFLICT_KEYS, DESIGN_KEYS, type Key, type Measurement, measured, quantity } from '../../measurement/index.ts';
import { textTable } from '../session/table.ts';

/** Figures of the found neuron in ngspice. */
export type Simulated = Awaited<ReturnType<typeof analyse>>;

/** Targets that the simulated neuron misses. */
export function missedTargets(found: Candidate, simulated: Simulated, targets: DesignTargets): readonly string[] {
  const { bandwidth, gain, noiseTotal, power } = simulated;
  const synapses = found.neuron.synapses;
  const over = (value: number | null, limit: number | undefined): boolean =>
    limit !== undefined && (value === null || value > limit);
  return [
    ...(bandwidth === null || bandwidth < targets.bandwidth ? ['bandwidth'] : []),
    ...(gain === null || gain * synapses < targets.gain ? ['gain'] : []),
    ...(over(noiseTotal, targets.noise) ? ['noise'] : []),
    ...(over(found.mismatch, targets.mismatch) ? ['mismatch'] : []),
    ...(over(power === null ? null : power / targets.bandwidth / synapses, targets.energy) ? ['energy'] : []),
  ];
}

/** Measurements `design.*`, and those of the neuron that was found. */
export function designMeasurements(
  search: DesignSearch,
  simulated: Simulated | undefined,
  targets: DesignTargets,
): readonly Measurement[] {
  const { found, energyTimesNoise, tried } = search;
  const source = `search over ${tried} neurons by the closed form for ${targetText(targets)}`;
  const entry = (key: Key<`design.${string}`>, value: number | null): Measurement =>
    measured(key, {}, value, 'modelled', source);
  return [
    entry(DESIGN_KEYS.energyTimesNoise, energyTimesNoise),
    ...search.conflicts.map(({ target, best }) => entry(CONFLICT_KEYS[target], best && quantityOf(best, target))),
    ...(found && simulated
      ? [
          entry(DESIGN_KEYS.mismatch, found.mismatch),
          entry(DESIGN_KEYS.energyAtTarget, found.energy),
          entry(DESIGN_KEYS.unitCurrent, found.neuron.unitCurrent),
          entry(DESIGN_KEYS.loadCapacitance, found.neuron.loadCapacitance),
          ...analogMeasurements(found.neuron, [simulated], [closedForm(found.neuron)]),
        ]
      : []),
  ];
}

const targetText = ({ bandwidth, gain, noise, mismatch, energy }: DesignTargets): string =>
  [
    `bandwidth ${quantity(bandwidth, 'Hz')}`,
    `gain ${quantity(gain, '1')}`,
    ...(noise === undefined ? [] : [`noise ${quantity(noise, 'V^2')}`]),
    ...(mismatch === undefined ? [] : [`mismatch ${quantity(mismatch, '1')}`]),
    ...(energy === undefined ? [] : [`energy ${quantity(energy, 'J')}`]),
  ].join(', ');

/** Text for a person: the neuron beside its targets, or the targets that exclude each other. */
export function outcomeText(
  search: DesignSearch,
  simulated: Simulated | undefined,
  targets: DesignTargets,
  out: string,
): string {
  const { found, conflicts, energyTimesNoise, tried } = search;
  const constant =
    energyTimesNoise === null
      ? ''
      : `Energy times noise is a constant of a circuit: at least ${quantity(energyTimesNoise, 'J V^2')} a synapse over the ${tried} neurons tried.`;
  if (!found || !simulated)
    return [
      `No neuron meets ${targetText(targets)}.`,
      ...conflicts.map(({ target, limit, best }) => {
        const wanted = quantity(limit, CONFLICT_KEYS[target].unit);
        return best
          ? `${target} of ${wanted} is excluded by the others: they allow ${quantity(quantityOf(best, target), CONFLICT_KEYS[target].unit)} at least`
          : `without a ${target} target none meets the others either`;
      }),
      constant,
    ].join('\n');
  const { neuron } = found;
  const rows = textTable(['', 'target', 'closed form', 'transistors'], ['left']);
  const shown = (value: number | null | undefined, unit: string): string =>
    value === null || value === undefined ? '-' : quantity(value, unit);
  const perSynapse = simulated.power === null ? null : simulated.power / targets.bandwidth / neuron.synapses;
  rows.push(
    [
      'bandwidth',
      `≥ ${quantity(targets.bandwidth, 'Hz')}`,
      shown(found.figures.bandwidth, 'Hz'),
      shown(simulated.bandwidth, 'Hz'),
    ],
    [
      'noise',
      targets.noise === undefined ? 'free' : `≤ ${quantity(targets.noise, 'V^2')}`,
      shown(found.figures.noiseTotal, 'V^2'),
      shown(simulated.noiseTotal, 'V^2'),
    ],
    [
      'static error of the largest bit',
      targets.mismatch === undefined ? 'free' : `≤ ${quantity(targets.mismatch, '1')}`,
      shown(found.mismatch, '1'),
      '-',
    ],
    [
      'energy a synapse at the bandwidth',
      targets.energy === undefined ? 'least' : `≤ ${quantity(targets.energy, 'J')}`,
      shown(found.energy, 'J'),
      shown(perSynapse, 'J'),
    ],
    ['power', '', shown(found.figures.power, 'W'), shown(simulated.power, 'W')],
    [
      'gain, times synapses',
      `≥ ${quantity(targets.gain, '1')}`,
      shown((found.figures.gain ?? Number.NaN) * neuron.synapses, '1'),
      shown((simulated.gain ?? Number.NaN) * neuron.synapses, '1'),
    ],
  );
  const detail =
    neuron.sizing === 'segmented'
      ? `, segment ${neuron.segment}`
      : neuron.sizing === 'tail-steered'
        ? `, ${neuron.devices} devices`
        : '';
  const misses = missedTargets(found, simulated, targets);
  return [
    `${neuron.bits} bits, ${neuron.synapses} synapse(s): sizing ${neuron.sizing}${detail}, L ${quantity(neuron.length, 'm')}, ` +
      `${neuron.loads} loads a side, unit current ${quantity(neuron.unitCurrent, 'A')}, load capacitance ${quantity(neuron.loadCapacitance, 'F')}`,
    rows.toString(),
    misses.length === 0 ? 'The transistors meet every target.' : `The transistors miss: ${misses.join(', ')}.`,
    constant,
    `The neuron's spec is ${out}/design.yaml`,
  ].join('\n');
}
