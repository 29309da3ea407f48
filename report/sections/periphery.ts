/** Study of the periphery of mixed-signal neurons by the spec: bias, converters, weight memory. */

import type { PairPeriphery, Part, PeripheryPoint } from '../../compare/index.ts';
import { PERIPHERY_KEYS, plain, quantity } from '../../measurement/index.ts';
import { literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

const LABELS: Readonly<Record<Part, string>> = {
  bias: 'bias, always on',
  dac: 'converters at the inputs',
  adc: 'converter at the output',
  memory: 'reading the weights',
};

/** Study with a table a pair whose analog neuron has a periphery. Where none has, it says how to switch it on. */
export function peripheryStudy(pairs: readonly PairPeriphery[]): Study {
  const shown = pairs.filter(({ parts }) => parts.length > 0);
  return {
    figures: [],
    blocks: (citations) => {
      if (pairs.length === 0) return [];
      const heading = '## Periphery';
      if (shown.length === 0)
        return [
          heading,
          'Off: no figure of a neuron counts bias generation, converters or the memory of the weights (which stands beside the costs of whole networks). The spec can state them for ' +
            'an analog neuron, `periphery: {bias: 1 uW, dac: 10 fJ, adc: 100 fJ, memory: 5 fJ}` (always on; an input; an output; a ' +
            'weight read), and they are then shown here, apart.',
        ];
      return [
        heading,
        'As the spec states it, beside the neuron itself with its bias chosen for each frequency. The digital neuron has neither bias ' +
          'nor converters; its memory of weights is left out, so that a ratio with the memory counts it on one side only.',
        ...shown.flatMap((pair) => {
          const mark = citations.citeFirst(PERIPHERY_KEYS.power, { neuron: pair.analog });
          return [`### ${pair.digital} and ${pair.analog}`, peripheryTable(pair, mark)];
        }),
      ];
    },
  };
}

function peripheryTable({ analog, parts, points }: PairPeriphery, mark: string): string {
  const row = (label: string, of: (point: PeripheryPoint) => number | null, unit: string): string[] => [
    label,
    ...points.map((point) => {
      const value = of(point);
      return value === null ? '–' : unit === '1' ? plain(Number(value.toPrecision(3))) : quantity(value, unit);
    }),
  ];
  return table(
    [mark, ...points.map(({ frequency }) => `${quantity(frequency, 'Hz')}>`)],
    [
      row(`\`${literal(analog)}\` itself`, ({ own }) => own, 'W'),
      ...parts.map((part) => row(LABELS[part], (point) => point.parts[part], 'W')),
      row('together', ({ together }) => together, 'W'),
      row('ratio of the neuron itself', ({ ownRatio }) => ownRatio, '1'),
      row('ratio with the periphery', ({ ratio }) => ratio, '1'),
    ],
  );
}
