/** Measurements of the comparison with the large-signal neuron. */

import {
  type KeyValues,
  LARGE_SIGNAL_KEYS,
  type Measurement,
  measured,
  type Origin,
  RESISTOR_KEYS,
} from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import { LAYOUT } from '../large-signal/area.ts';
import { RESISTOR } from '../large-signal/resistor.ts';
import { reasonsText } from '../neuron/reason-text.ts';
import type { Alternative, LargeSignal } from './large-signal.ts';

/** Names of the alternatives in keys. */
export const CIRCUIT_NAMES = {
  'small-signal': 'smallSignal',
  resistor: 'resistor',
  'ideal resistor': 'idealResistor',
  diode: 'diode',
} as const satisfies Record<Alternative, KeyValues<(typeof LARGE_SIGNAL_KEYS)['error']['pattern']>['circuit']>;

/**
 * Measurements under NAME.largeSignal: assumptions, resistor, areas, linearity and corner by weight of every circuit.
 */
export function largeSignalMeasurements(entry: LargeSignal): readonly Measurement[] {
  const { neuron, unitCurrent, areas, alternatives, flags } = entry;
  const row = (key: keyof typeof RESISTOR_KEYS, value: number | null, origin: Origin, source: string): Measurement =>
    measured(RESISTOR_KEYS[key], { neuron }, value, origin, source);
  const at = `unit current ${unitCurrent.toExponential()} A`;
  const simulator = `${CARD.simulator} (${CARD.package}), ${CARD.name}; ${at}`;
  const own = areas.find((area) => area.unitCurrent === unitCurrent);
  const none = own?.resistors === null ? `; none: ${reasonsText(flags)}` : '';
  const assumed = `assumption: ${RESISTOR.source}`;
  return [
    row('sheetResistance', RESISTOR.sheetResistance, 'assumed', assumed),
    row('resistorWidth', RESISTOR.width, 'assumed', assumed),
    row(
      'resistance',
      own?.resistance ?? null,
      'modelled',
      `closed form: one resistor for a gain of 1 at the largest weight; ${at}${none}`,
    ),
    row('resistorArea', own?.resistors ?? null, 'modelled', `both resistors, ${RESISTOR.source}; ${at}${none}`),
    row(
      'smallSignalArea',
      own?.smallSignal ?? null,
      'modelled',
      `pairs and loads of the small-signal neuron; ${LAYOUT.source}, an assumption`,
    ),
    ...alternatives.flatMap(({ name, error, errorRms, weights }) => {
      const of = { neuron, circuit: CIRCUIT_NAMES[name] };
      const by = `${simulator}; ${name}`;
      return [
        measured(
          LARGE_SIGNAL_KEYS.error,
          of,
          error,
          'simulated',
          `${by}: largest difference of the DC output from weight times input, part of full scale`,
        ),
        measured(LARGE_SIGNAL_KEYS.errorRms, of, errorRms, 'simulated', `${by}: root mean square of the same`),
        ...weights.flatMap(({ weight, pole, bandwidth }) => [
          measured(
            LARGE_SIGNAL_KEYS.pole,
            { ...of, weight },
            pole,
            'simulated',
            `${by}: -3 dB of the impedance of the output nodes`,
          ),
          measured(
            LARGE_SIGNAL_KEYS.bandwidth,
            { ...of, weight },
            bandwidth,
            'simulated',
            `${by}: -3 dB from input to output${bandwidth === null ? '; none: the drain-gate capacitance carries the input past the pairs' : ''}`,
          ),
        ]),
      ];
    }),
  ];
}
