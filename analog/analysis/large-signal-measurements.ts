/** The comparison with the large-signal neuron as measurements. */

import type { Measurement, Origin } from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import { LAYOUT } from '../large-signal/area.ts';
import { RESISTOR } from '../large-signal/resistor.ts';
import { reasonsText } from '../neuron/reason-text.ts';
import type { Alternative, LargeSignal } from './large-signal.ts';

const KEYS = {
  'small-signal': 'smallSignal',
  resistor: 'resistor',
  'ideal resistor': 'idealResistor',
  diode: 'diode',
} as const satisfies Record<Alternative, string>;

/** Under NAME.largeSignal: assumptions, resistor and areas, and of every circuit its linearity and its corner by weight. */
export function largeSignalMeasurements(entry: LargeSignal): readonly Measurement[] {
  const { neuron, unitCurrent, areas, alternatives, flags } = entry;
  const row = (key: string, value: number | null, unit: string, origin: Origin, source: string): Measurement => ({
    key: `${neuron}.largeSignal.${key}`,
    value,
    unit,
    origin,
    source,
  });
  const at = `unit current ${unitCurrent.toExponential()} A`;
  const simulator = `${CARD.simulator} (${CARD.package}), ${CARD.name}; ${at}`;
  const own = areas.find((area) => area.unitCurrent === unitCurrent);
  const none = own?.resistors === null ? `; none: ${reasonsText(flags)}` : '';
  const assumed = `assumption: ${RESISTOR.source}`;
  return [
    row('sheetResistance', RESISTOR.sheetResistance, 'ohm', 'assumed', assumed),
    row('resistorWidth', RESISTOR.width, 'm', 'assumed', assumed),
    row(
      'resistance',
      own?.resistance ?? null,
      'ohm',
      'modelled',
      `closed form: one resistor for a gain of 1 at the largest weight; ${at}${none}`,
    ),
    row('resistorArea', own?.resistors ?? null, 'm^2', 'modelled', `both resistors, ${RESISTOR.source}; ${at}${none}`),
    row(
      'smallSignalArea',
      own?.smallSignal ?? null,
      'm^2',
      'modelled',
      `pairs and loads of the small-signal neuron; ${LAYOUT.source}, an assumption`,
    ),
    ...alternatives.flatMap(({ name, error, errorRms, weights }) => [
      row(
        `${KEYS[name]}.error`,
        error,
        '1',
        'simulated',
        `${simulator}; ${name}: largest difference of the DC output from weight times input, part of full scale`,
      ),
      row(`${KEYS[name]}.errorRms`, errorRms, '1', 'simulated', `${simulator}; ${name}: root mean square of the same`),
      ...weights.flatMap(({ weight, pole, bandwidth }) => [
        row(
          `${KEYS[name]}.pole@weight=${weight}`,
          pole,
          'Hz',
          'simulated',
          `${simulator}; ${name}: -3 dB of the impedance of the output nodes`,
        ),
        row(
          `${KEYS[name]}.bandwidth@weight=${weight}`,
          bandwidth,
          'Hz',
          'simulated',
          `${simulator}; ${name}: -3 dB from input to output${bandwidth === null ? '; none: the drain-gate capacitance carries the input past the pairs' : ''}`,
        ),
      ]),
    ]),
  ];
}
