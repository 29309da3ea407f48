/** Study of the alternative that the paper rejects: weights that set the bias current. */

import { CIRCUIT_NAMES, type LargeSignal, reasonsText } from '../../analog/index.ts';
import { LARGE_SIGNAL_KEYS, percent, plain, quantity, RESISTOR_KEYS } from '../../measurement/index.ts';
import { largeSignalCharts } from '../charts/large-signal.ts';
import type { Citations } from '../page/citations.ts';
import { type Block, figure, literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

const MISSING = '–';
const TITLES = {
  'small-signal': 'small-signal, diode loads',
  resistor: 'large-signal, resistors',
  'ideal resistor': 'the same, resistors without capacitance',
  diode: 'large-signal, diode loads',
} as const;

/** Study with a table and charts a neuron; nothing without neurons. */
export function largeSignalStudy(entries: readonly LargeSignal[]): Study {
  return {
    blocks: (citations) => (entries.length === 0 ? [] : blocks(entries, citations)),
    figures: entries.flatMap(largeSignalCharts),
  };
}

function blocks(entries: readonly LargeSignal[], citations: Citations): readonly Block[] {
  const [first] = entries;
  return [
    '## The rejected alternative: large-signal neurons',
    'If a weight bit switches the tail current of its pair instead of the input at its gates, the weight sets the bias ' +
      'current. The product is then linear only with resistors for loads, and these must be as large as a gain of 1 needs. ' +
      `Resistors are assumed of ${first ? citations.cite(RESISTOR_KEYS.sheetResistance, { neuron: first.neuron }) : ''} 2 kΩ a square, 0.35 µm wide, with the ` +
      'capacitance of 0.35 µm of oxide below; heads and spacing are left out, which favours them.',
    ...entries.flatMap((entry) => one(entry, citations)),
  ];
}

function one(entry: LargeSignal, citations: Citations): readonly Block[] {
  const { neuron, unitCurrent, flags, alternatives } = entry;
  const heading = `### ${neuron} in large signal, ${quantity(unitCurrent, 'A')}`;
  const area = figure(
    `large-signal-area-${neuron}`,
    `Area of the resistors of ${neuron}`,
    'Resistors grow as the current falls; the transistors stay what they are.',
  );
  if (flags.length > 0) return [heading, `Not compared: ${literal(reasonsText(flags))}.`, area];
  const mark = (key: keyof typeof RESISTOR_KEYS): string => citations.cite(RESISTOR_KEYS[key], { neuron });
  const rows = alternatives.map(({ name, weights, error }) => {
    const of = { neuron, circuit: CIRCUIT_NAMES[name] };
    const [low, high] = [weights[0], weights.at(-1)];
    const value = (number: number | null | undefined): string => (number == null ? MISSING : quantity(number, 'Hz'));
    return [
      TITLES[name],
      value(low?.pole),
      `${value(high?.pole)} ${high ? citations.cite(LARGE_SIGNAL_KEYS.pole, { ...of, weight: high.weight }) : ''}`,
      value(high?.bandwidth),
      firstWithCorner(weights),
      `${percent(error)} ${citations.cite(LARGE_SIGNAL_KEYS.error, of)}`,
    ];
  });
  const own = entry.areas.find((point) => point.unitCurrent === unitCurrent);
  const largest = plain(2 ** entry.bits - 1);
  return [
    heading,
    table(
      [
        'circuit',
        'pole at weight 1>',
        `pole at ${largest}>`,
        `−3 dB at ${largest}>`,
        '−3 dB from weight>',
        'worst product>',
      ],
      rows,
    ),
    'Pole: −3 dB of the impedance of the output nodes. The response from the input falls by 3 dB only from some weight ' +
      'on: below it, the drain-gate capacitances of all pairs, whose gates always have the input, carry it past them. Worst ' +
      'product: largest difference of the DC output from weight times input, as a part of the full scale.',
    own?.resistors == null || own.resistance === null
      ? ''
      : `A gain of 1 takes two resistors of ${quantity(own.resistance, 'ohm')} ${mark('resistance')}, ${squareMicrons(own.resistors)} ${mark('resistorArea')}; ` +
        `pairs and loads of the small-signal neuron take ${squareMicrons(own.smallSignal)} ${mark('smallSignalArea')}.`,
    figure(
      `large-signal-bandwidth-${neuron}`,
      `Bandwidth of ${neuron} against the weight`,
      'Bandwidth of the output nodes against the weight.',
    ),
    figure(
      `large-signal-linearity-${neuron}`,
      `Output of ${neuron} against the product`,
      'Output against weight times input, 21 inputs.',
    ),
    area,
  ].filter((block) => block !== '');
}

/** Least weight from which on the response falls by 3 dB. */
function firstWithCorner(weights: LargeSignal['alternatives'][number]['weights']): string {
  const last = weights.findLastIndex(({ bandwidth }) => bandwidth === null);
  const from = weights[last + 1];
  return from ? plain(from.weight) : MISSING;
}

const squareMicrons = (area: number): string => `${Number((1e12 * area).toPrecision(3))} µm²`;
