/** What stands around a mixed-signal neuron, as the spec states it: bias, converters, weight memory. Shown apart. */

import {
  analogNeurons,
  analogPower,
  digitalPower,
  PARTS,
  type PairCurve,
  type Part,
  peripheryPower,
  TABLE_FREQUENCIES,
} from '../../compare/index.ts';
import type { AnalogNeuron, Spec } from '../../gen/index.ts';
import { PERIPHERY_KEYS, plain, quantity } from '../../measurement/index.ts';
import { literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

const LABELS: Readonly<Record<Part, string>> = {
  bias: 'bias, always on',
  dac: 'converters at the inputs',
  adc: 'converter at the output',
  memory: 'reading the weights',
};

/** A table a pair whose analog neuron has a periphery; where none has, how to switch it on. */
export function peripheryStudy(spec: Spec, curves: readonly PairCurve[]): Study {
  const shown = curves.flatMap((curve) => {
    const neuron = analogNeurons(spec).find(({ name }) => name === curve.analog.name);
    return neuron !== undefined && PARTS.some((part) => neuron.periphery[part] > 0) ? [{ curve, neuron }] : [];
  });
  return {
    figures: [],
    blocks: (citations) => {
      if (curves.length === 0) return [];
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
        ...shown.flatMap(({ curve, neuron }) => {
          const mark = citations.citeFirst(PERIPHERY_KEYS.power, { neuron: neuron.name });
          return [`### ${curve.digital.name} and ${neuron.name}`, peripheryTable(curve, neuron, mark)];
        }),
      ];
    },
  };
}

function peripheryTable(curve: PairCurve, neuron: AnalogNeuron, mark: string): string {
  const parts = PARTS.filter((part) => neuron.periphery[part] > 0);
  const row = (label: string, of: (frequency: number) => number | null, unit: string): string[] => [
    label,
    ...TABLE_FREQUENCIES.map((frequency) => {
      const value = of(frequency);
      return value === null ? '–' : unit === '1' ? plain(Number(value.toPrecision(3))) : quantity(value, unit);
    }),
  ];
  const core = (frequency: number): number | null => analogPower(curve.bias.points, frequency);
  const whole = (frequency: number): number | null => {
    const own = core(frequency);
    return own === null ? null : parts.reduce((sum, part) => sum + peripheryPower(neuron, part, frequency), own);
  };
  const ratio = (frequency: number, under: number | null): number | null => {
    const over = digitalPower(curve.digital, frequency);
    return over === null || under === null ? null : over / under;
  };
  return table(
    [mark, ...TABLE_FREQUENCIES.map((frequency) => `${quantity(frequency, 'Hz')}>`)],
    [
      row(`\`${literal(neuron.name)}\` itself`, core, 'W'),
      ...parts.map((part) => row(LABELS[part], (frequency) => peripheryPower(neuron, part, frequency), 'W')),
      row('together', whole, 'W'),
      row('ratio of the neuron itself', (frequency) => ratio(frequency, core(frequency)), '1'),
      row('ratio with the periphery', (frequency) => ratio(frequency, whole(frequency)), '1'),
    ],
  );
}
