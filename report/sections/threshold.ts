/** Study of the ratio of powers by the threshold flavour of the technology. */

import { type ShiftedPair, TABLE_FREQUENCIES } from '../../compare/index.ts';
import { PAIR_KEYS, plain, quantity } from '../../measurement/index.ts';
import { thresholdChart } from '../charts/threshold.ts';
import { figure, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

/** Study with a table a pair and the chart; nothing without pairs. `own` is the shift of the spec, V. */
export function thresholdStudy(pairs: readonly ShiftedPair[], own: number): Study {
  const chart = thresholdChart(pairs);
  if (chart === undefined) return { blocks: () => [], figures: [] };
  const names = [...new Set(pairs.map(({ digital, analog }) => `${digital}/${analog}`))];
  return {
    figures: [() => chart],
    blocks: (citations) => [
      '## Threshold flavour',
      'The card is a high-performance one; foundries offer slower flavours that leak less. Here the threshold of every ' +
        'transistor of both neurons rises by the same voltage (instance parameter delvto), 0 being the card as it is. The digital ' +
        'cells are characterized at each shift; the analog neuron is biased anew for each frequency, down to a floor that is found within 2 %. ' +
        `The rest of this report has the thresholds ${own === 0 ? 'of the card' : `${quantity(own, 'V')} up`}.`,
      figure('threshold', 'Ratio of powers against threshold shift', 'Digital over analog power at four frequencies.'),
      ...names.flatMap((name) => {
        const rows = pairs.filter(({ digital, analog }) => `${digital}/${analog}` === name);
        const [first] = rows;
        const frequencies = TABLE_FREQUENCIES.map((frequency) => `ratio at ${quantity(frequency, 'Hz')}>`);
        const value = (number: number | null, unit: string): string => (number === null ? '–' : quantity(number, unit));
        return [
          `### ${name}`,
          table(
            [
              `shift ${first ? citations.cite(PAIR_KEYS.powerRatio, { ...first, frequency: TABLE_FREQUENCIES[0] }) : ''}>`,
              'digital leakage>',
              'digital delay>',
              'analog floor>',
              ...frequencies,
            ],
            rows.map(({ thresholdShift, leakage, delay, floor, ratios }) => [
              quantity(thresholdShift, 'V'),
              quantity(leakage, 'W'),
              quantity(delay, 's'),
              value(floor, 'W'),
              ...ratios.map((ratio) => (ratio === null ? '–' : plain(Number(ratio.toPrecision(3))))),
            ]),
          ),
          ...conclusion(rows),
        ];
      }),
    ],
  };
}

/** Least factor by which a floor has moved: it is found within 2 %. */
const MOVED = 1.05;

function conclusion(rows: readonly ShiftedPair[]): readonly string[] {
  const first = rows.find(({ thresholdShift }) => thresholdShift === 0);
  const tenth = rows.find(({ thresholdShift }) => thresholdShift === 0.1);
  const [before, after] = [first?.ratios[0], tenth?.ratios[0]];
  if (first === undefined || tenth === undefined || before == null || after == null) return [];
  const times = (a: number, b: number): string => plain(Number((a / b).toPrecision(2)));
  const floors =
    first.floor === null || tenth.floor === null || first.floor < MOVED * tenth.floor
      ? ''
      : ` The floor of the analog neuron falls ${times(first.floor, tenth.floor)} times: its currents are what the bias sets, but its outputs ` +
        'stand lower above its inputs, and less tunnels back.';
  return [
    `0.1 V more cut the digital leakage ${times(first.leakage, tenth.leakage)} times.${floors} The ratio at ${quantity(TABLE_FREQUENCIES[0], 'Hz')} ` +
      `goes from ${plain(Number(before.toPrecision(3)))} to ${plain(Number(after.toPrecision(3)))}.`,
  ];
}
