/** Outcome of a design search: measurements, and a table for a person. */

import {
  type AnalogFigures,
  analogMeasurements,
  bitsOf,
  CARD,
  type Candidate,
  closedForm,
  type DesignSearch,
  type DesignTargets,
  effectiveBits,
  type LimitedTarget,
  type OutputErrors,
  quantityOf,
  totalError,
} from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import {
  CONFLICT_KEYS,
  DESIGN_KEYS,
  EFFECTIVE_BIT_KEYS,
  type Key,
  type Measurement,
  measured,
  quantity,
} from '../../measurement/index.ts';
import { textTable } from '../session/table.ts';
import { bitsText } from './effective-bits.ts';

/** Found neuron in ngspice. */
export interface Simulated {
  readonly figures: AnalogFigures;
  /** Errors at the output over the chips; null where the neuron has no noise figure. */
  readonly errors: OutputErrors | null;
}

/** Targets that the simulated neuron misses. */
export function missedTargets(found: Candidate, simulated: Simulated, targets: DesignTargets): readonly string[] {
  const { bandwidth, gain, noiseTotal, power } = simulated.figures;
  const synapses = found.neuron.synapses;
  const over = (value: number | null, limit: number | undefined): boolean =>
    limit !== undefined && (value === null || value > limit);
  return [
    ...(bandwidth === null || bandwidth < targets.bandwidth ? ['bandwidth'] : []),
    ...(gain === null || gain * synapses < targets.gain ? ['gain'] : []),
    ...(over(noiseTotal, targets.noise) ? ['noise'] : []),
    ...(over(found.mismatch, targets.mismatch) ? ['mismatch'] : []),
    ...(over(simulated.errors && totalError(simulated.errors), targets.error) ? ['effectiveBits'] : []),
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
    ...search.conflicts.map(({ target, best }) =>
      entry(CONFLICT_KEYS[target], best && told(target, quantityOf(best, target))),
    ),
    ...(found && simulated
      ? [
          entry(DESIGN_KEYS.mismatch, found.mismatch),
          entry(DESIGN_KEYS.energyAtTarget, found.energy),
          entry(DESIGN_KEYS.unitCurrent, found.neuron.unitCurrent),
          entry(DESIGN_KEYS.loadCapacitance, found.neuron.loadCapacitance),
          ...(found.errors ? [entry(DESIGN_KEYS.effectiveBits, effectiveBits(found.errors).together)] : []),
          ...analogMeasurements(found.neuron, [simulated.figures], [closedForm(found.neuron)]),
          ...(simulated.errors ? [simulatedBits(found.neuron, simulated.errors)] : []),
        ]
      : []),
  ];
}

function simulatedBits({ name }: AnalogNeuron, errors: OutputErrors): Measurement {
  const source = `${CARD.simulator} (${CARD.package}), ${CARD.name}, transistors; chips with mismatch by Pelgrom's law, noise and compression together`;
  const { together } = effectiveBits(errors);
  return measured(EFFECTIVE_BIT_KEYS.bits, { neuron: name, error: 'together' }, together, 'simulated', source);
}

/** Quantity of a target as it is told: the error as effective bits. */
const told = (target: LimitedTarget, value: number): number => (target === 'error' ? bitsOf(value) : value);

const targetText = ({ bandwidth, gain, noise, mismatch, error, energy }: DesignTargets): string =>
  [
    `bandwidth ${quantity(bandwidth, 'Hz')}`,
    `gain ${quantity(gain, '1')}`,
    ...(noise === undefined ? [] : [`noise ${quantity(noise, 'V^2')}`]),
    ...(mismatch === undefined ? [] : [`mismatch ${quantity(mismatch, '1')}`]),
    ...(error === undefined ? [] : [`effectiveBits ${bitsText(bitsOf(error))}`]),
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
        const shown = (value: number): string =>
          target === 'error' ? bitsText(bitsOf(value)) : quantity(value, CONFLICT_KEYS[target].unit);
        const [name, end] = target === 'error' ? ['effectiveBits', 'most'] : [target, 'least'];
        return best
          ? `${name} of ${shown(limit)} is excluded by the others: they allow ${shown(quantityOf(best, target))} at ${end}`
          : `without ${name} as a target none meets the others either`;
      }),
      constant,
    ].join('\n');
  const { neuron } = found;
  const rows = textTable(['', 'target', 'closed form', 'transistors'], ['left']);
  const shown = (value: number | null | undefined, unit: string): string =>
    value === null || value === undefined ? '-' : quantity(value, unit);
  const { figures, errors } = simulated;
  const perSynapse = figures.power === null ? null : figures.power / targets.bandwidth / neuron.synapses;
  const resolved = (of: OutputErrors | null | undefined): string => (of ? bitsText(effectiveBits(of).together) : '-');
  rows.push(
    [
      'bandwidth',
      `≥ ${quantity(targets.bandwidth, 'Hz')}`,
      shown(found.figures.bandwidth, 'Hz'),
      shown(figures.bandwidth, 'Hz'),
    ],
    [
      'noise',
      targets.noise === undefined ? 'free' : `≤ ${quantity(targets.noise, 'V^2')}`,
      shown(found.figures.noiseTotal, 'V^2'),
      shown(figures.noiseTotal, 'V^2'),
    ],
    [
      'static error of the largest bit',
      targets.mismatch === undefined ? 'free' : `≤ ${quantity(targets.mismatch, '1')}`,
      shown(found.mismatch, '1'),
      '-',
    ],
    [
      'effective bits',
      targets.error === undefined ? 'free' : `≥ ${bitsText(bitsOf(targets.error))}`,
      resolved(found.errors),
      resolved(errors),
    ],
    [
      'energy a synapse at the bandwidth',
      targets.energy === undefined ? 'least' : `≤ ${quantity(targets.energy, 'J')}`,
      shown(found.energy, 'J'),
      shown(perSynapse, 'J'),
    ],
    ['power', '', shown(found.figures.power, 'W'), shown(figures.power, 'W')],
    [
      'gain, times synapses',
      `≥ ${quantity(targets.gain, '1')}`,
      shown((found.figures.gain ?? Number.NaN) * neuron.synapses, '1'),
      shown((figures.gain ?? Number.NaN) * neuron.synapses, '1'),
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
    ...(errors ? bitsWarning(neuron, effectiveBits(errors).together, targets) : []),
    constant,
    `The neuron's spec is ${out}/design.yaml`,
  ].join('\n');
}

/** Warning where the output resolves fewer bits than the weights have. */
function bitsWarning({ bits }: AnalogNeuron, together: number, { error }: DesignTargets): readonly string[] {
  if (together >= bits) return [];
  const hint = error === undefined ? `; effectiveBits=${bits} makes them a target` : '';
  return [
    `Warning: ${bitsText(together)} effective bits at the output, fewer than the ${bits} bits of the weights (bits is the width of the weights only)${hint}.`,
  ];
}
