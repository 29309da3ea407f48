/** Chart of the ratio of powers against the threshold shift of both neurons. */

import { type ShiftedPair, TABLE_FREQUENCIES } from '../../compare/index.ts';
import { quantity } from '../../measurement/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Figure } from './figure.ts';
import { chart, colourScale, fineLogAxis, LEGEND } from './theme.ts';

/**
 * Figure of a line for each frequency of the table. From the second pair on it is dashed; undefined without a ratio.
 */
export function thresholdChart(pairs: readonly ShiftedPair[]): Figure | undefined {
  const points = pairs.flatMap(({ digital, analog, thresholdShift, ratios }) =>
    TABLE_FREQUENCIES.flatMap((frequency, k) => {
      const ratio = nth(ratios, k);
      const pair = `${digital} / ${analog}`;
      return ratio === null
        ? []
        : [{ pair, shift: 1e3 * thresholdShift, frequency, at: quantity(frequency, 'Hz'), ratio }];
    }),
  );
  if (points.length === 0) return undefined;
  const ratios = points.map(({ ratio }) => ratio);
  const frequencies = TABLE_FREQUENCIES.map((frequency) => quantity(frequency, 'Hz'));
  const names = [...new Set(points.map(({ pair }) => pair))];
  const dashes = names.map((_, k) => (k === 0 ? [1, 0] : [6, 2 + 2 * k]));
  const x = {
    field: 'shift',
    type: 'quantitative',
    axis: { title: 'threshold shift, mV', values: [0, 50, 100, 150, 200] },
  };
  const domain = [0.7 * Math.min(...ratios), 1.4 * Math.max(...ratios)] as const;
  const y = { field: 'ratio', ...fineLogAxis('digital over analog power', domain, "format(datum.value, '~r')") };
  return {
    name: 'threshold',
    description: 'Ratio of digital to analog power against a threshold shift of every transistor, at four frequencies',
    columns: ['pair', 'threshold_shift_V', 'frequency_Hz', 'power_ratio'],
    rows: points.map(({ pair, shift, frequency, ratio }) => [pair, shift / 1e3, frequency, ratio]),
    spec: chart(
      'Digital over analog power against threshold shift',
      names.length > 1 ? [`Solid: ${names[0]}.`, `Dashed: ${names.slice(1).join(', ')}.`] : names,
      {
        data: { values: points },
        mark: { type: 'line', point: true, clip: true },
        encoding: {
          x,
          y,
          color: { field: 'at', type: 'nominal', sort: frequencies, scale: colourScale(frequencies), legend: LEGEND },
          strokeDash: { field: 'pair', type: 'nominal', scale: { domain: names, range: dashes }, legend: null },
        },
      },
    ),
  };
}
