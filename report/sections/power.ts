/** Section on power and energy of each pair against frequency. */

import { besidePaper, type PairCurve } from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import { DIGITAL_KEYS, PAIR_KEYS, plain, quantity } from '../../measurement/index.ts';
import { type Block, figure, table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

const MISSING = '–';

/** Charts, a table a pair, and the end of each curve. */
export function powerSection(data: ReportData): readonly Block[] {
  const { spec } = data.input;
  if (spec.compare === undefined || spec.compare.pairs.length === 0) return [];
  const paper = besidePaper(spec);
  if (data.curves.length === 0) return [];
  return [
    '## Power and energy against frequency',
    'The digital neuron takes its leakage plus one switching energy an operation. The bias of the analog neuron is chosen ' +
      'for each frequency: the smallest whose bandwidth reaches it, read off between simulated points on logarithmic ' +
      'scales. At the smallest usable bias the power stays where it is, however slow the operations.',
    `Both sides are idealised. ${tailsText(spec)}Neither side counts converters, bias generation, ` +
      'clocks, registers, wires or the memory of the weights; the sources of leakage, energy and delay say what else they ' +
      'leave out. No transistor has diffusion areas, on either side; they would slow the analog neuron most, whose nodes ' +
      'hold little else. The transistors are those of a predictive high-performance ' +
      `65 nm card, not of a foundry process${paper ? ' as that of the paper' : ''}: its leakage sets the digital power at low frequencies.`,
    figure('power', 'Power against frequency', 'Power of each neuron against operating frequency.'),
    figure('energy', 'Energy per operation against frequency', 'The same divided by the frequency.'),
    figure(
      'ratio',
      'Ratio of the powers against frequency',
      `Digital over analog power, which is also the ratio of the energies per operation${paper ? ", beside the paper's two figures" : ''}.`,
    ),
    ...data.curves.flatMap((curve) => pairTable(curve, data)),
  ];
}

function pairTable(curve: PairCurve, { input, citations }: ReportData): readonly string[] {
  const { digital, analog, bias } = curve;
  const mark = (key: 'leakage' | 'energy' | 'delay'): string =>
    citations.cite(DIGITAL_KEYS[key], { neuron: digital.name });
  const value = (number: number | null, unit: string) => (number === null ? MISSING : quantity(number, unit));
  const rows = curve.points
    .filter(({ frequency }) => isDecade(frequency))
    .map((point) => {
      const { frequency } = point;
      const ratio = quotient(point.digital, point.analog);
      const fromStated = quotient(point.digital, point.analogFromStated);
      return [
        quantity(frequency, 'Hz'),
        value(point.digital, 'W'),
        value(point.analog, 'W'),
        value(quotient(point.digital, frequency), 'J'),
        value(quotient(point.analog, frequency), 'J'),
        ratio === null ? MISSING : `**${plain(ratio)}**`,
        fromStated === null ? MISSING : plain(fromStated),
      ];
    });
  const of = { digital: digital.name, analog: analog.name };
  const tag = curve.points
    .slice(0, 1)
    .map(({ frequency }) => citations.cite(PAIR_KEYS.powerRatio, { ...of, frequency }));
  const floor = bias.points[0];
  const highest = bias.points.at(-1);
  const stated = bias.fromStated[0];
  return [
    `### ${digital.name} and ${analog.name}`,
    `All ${tag}, from leakage ${quantity(digital.leakage, 'W')} ${mark('leakage')}, energy ` +
      `${quantity(digital.energy, 'J')} ${mark('energy')} and delay ` +
      `${quantity(digital.delay, 's')} ${mark('delay')} of \`${digital.name}\`, and the ` +
      `[operating points](#mixed-signal-neurons) of \`${analog.name}\`.`,
    table(
      [
        'frequency>',
        `${digital.name} power>`,
        `${analog.name} power>`,
        `${digital.name} energy/op>`,
        `${analog.name} energy/op>`,
        'ratio>',
        stated === undefined ? 'ratio from the stated current>' : `ratio from ${quantity(stated.unitCurrent, 'A')} up>`,
      ],
      rows,
    ),
    [
      `\`${digital.name}\` has no number above ${quantity(curve.digitalLimit, 'Hz')}, one over its delay.`,
      floor === undefined || highest === undefined
        ? `\`${analog.name}\` has no usable operating point.`
        : `\`${analog.name}\` takes ${quantity(floor.power, 'W')} at least (${quantity(floor.unitCurrent, 'A')} per unit, enough ` +
          `up to ${quantity(floor.bandwidth, 'Hz')}) and has no number above ${quantity(highest.bandwidth, 'Hz')}, the largest ` +
          'bandwidth simulated.',
      stated === undefined
        ? "The last column is empty: the spec's unit current is not a usable operating point."
        : `The last column takes the spec's ${quantity(stated.unitCurrent, 'A')} as the smallest bias` +
          (besidePaper(input.spec) ? '; the claims are judged by the column before it.' : '.'),
    ].join(' '),
  ];
}

function quotient(value: number | null, by: number | null): number | null {
  return value === null || by === null ? null : value / by;
}

/** Sentence on ideal tails; none where every analog neuron of a pair has mirrors. */
function tailsText({ neurons = [], compare }: Spec): string {
  const compared = new Set(compare?.pairs.map(([, analog]) => analog));
  const ideal = neurons.flatMap((neuron) =>
    neuron.kind === 'analog' && compared.has(neuron.name) && neuron.tails === 'ideal' ? [`\`${neuron.name}\``] : [],
  );
  if (ideal.length === 0) return '';
  const all = ideal.length === compared.size;
  return `${all ? 'The analog neuron' : ideal.join(', ')} has ideal tail currents. `;
}

/** Test for a power of ten, where the table has its rows. */
function isDecade(frequency: number): boolean {
  return Number(`1e${Math.round(Math.log10(frequency))}`) === frequency;
}
