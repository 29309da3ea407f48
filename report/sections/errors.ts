/** Section on classification error against noise power. */

import {
  besidePaper,
  type ErrorPoint,
  type EvaluationFigures,
  type RiseFigures,
  sigmaText,
  standsText,
} from '../../compare/index.ts';
import { ERROR_KEYS, percent, plain, quantity } from '../../measurement/index.ts';
import { type Block, figure, literal, table } from '../page/markdown.ts';
import { classBlocks } from './classes.ts';
import { roundingBlocks } from './rounding.ts';
import type { ReportData } from './section.ts';
import { widthBlocks } from './widths.ts';

const MISSING = '–';

/** Picture of all networks, then a chart and tables a network. */
export function errorSection(data: ReportData): readonly Block[] {
  const { spec, evaluations } = data.input;
  if (evaluations.length === 0) return [];
  const networks = [...new Set(evaluations.map(({ network }) => network))];
  return [
    '## Classification error against noise',
    noiseText(data),
    'Noise is a part of the largest weight. So where the curves rise depends on V_FS, and on the clip (which part of the ' +
      'largest weight the largest code stands for, chosen on validation images without noise), as much as on the bits.',
    figure(
      'figure3',
      `Error of ${networks.join(', ')} against noise power`,
      `The networks side by side${besidePaper(spec) ? ', as figure 3 of the paper has its three' : ''}.`,
    ),
    ...networks.flatMap((network) => networkBlocks(network, data)),
    ...widthBlocks(data),
  ];
}

/** Text on the place of the noise power and on other deviations. */
function noiseText({ input: { spec }, citations }: ReportData): string {
  const { evaluate } = spec;
  if (evaluate === undefined) return '';
  const { noise, draws } = evaluate;
  const scale = `V_FS = ${quantity(evaluate.fullScale, 'V')} ${citations.tag('assumed')}, the differential input voltage that stands for an input of 1`;
  const models: Readonly<Record<typeof noise.model, string>> = {
    weight: `Each noise power P is put on every weight at every multiplication, as sigma = sqrt(P) / V_FS of the largest weight, with ${scale}.`,
    'per-branch':
      `Each noise power P is that of a unit branch: sigma of a weight is sqrt(P / (2^N - 1)) / V_FS of the largest, since the noise of ` +
      `its 2^N - 1 branches averages out, with ${scale}.`,
    'input-referred':
      `Each noise power P stands at the input of every synapse, whatever its input and weight are; an output of n synapses has ` +
      `sigma = sqrt(n P) / V_FS of the largest product, with ${scale}.`,
  };
  const { mismatch, offset, resolution } = noise;
  const isStatic = mismatch !== 0 || offset > 0;
  return [
    models[noise.model],
    `Means over ${draws} ${isStatic ? 'chips' : 'draws'} with their 95 % t interval.`,
    ...(mismatch === 0
      ? []
      : [
          typeof mismatch === 'number'
            ? `The weights of a chip are off by ${percent(mismatch)} (one sigma) of themselves, always alike.`
            : `The weights of a chip are off by the mismatch of ${literal(mismatch)}'s unit transistors, always alike.`,
        ]),
    ...(offset > 0 ? [`Its outputs have offsets of ${quantity(offset, 'V')} (one sigma) at a largest weight.`] : []),
    ...(resolution === undefined
      ? []
      : [
          resolution === 1
            ? 'The outputs of inner layers go through comparators.'
            : `The outputs of inner layers go through converters of ${resolution} bits.`,
        ]),
  ].join(' ');
}

function networkBlocks(network: string, data: ReportData): readonly Block[] {
  const { input, citations } = data;
  const own = input.evaluations.filter((evaluation) => evaluation.network === network);
  const powers = [...new Set(own.flatMap(({ points }) => points.map((point) => point.noisePower)))];
  const name = `error-${network}`;
  const [first, ...others] = new Set(own.map(({ sigmaPerVolt }) => sigmaPerVolt));
  const scale = others.length > 0 ? undefined : first;
  /** Mark of the error at the largest noise power. Its source says how the noise was made. */
  const mark = ({ bits, points, qualifiers }: EvaluationFigures): string =>
    citations.cite(ERROR_KEYS.error, { network, bits, noise: points.at(-1)?.noisePower ?? 0, ...qualifiers });
  return [
    `### ${network}`,
    figure(name, `Error of ${network} against noise power`, `Error of ${network} on the test images.`),
    table(
      ['noise power>', ...(scale === undefined ? [] : ['σ>']), ...own.map((entry) => `${entry.label} ${mark(entry)}>`)],
      powers
        .toSorted((a, b) => a - b)
        .map((power) => [
          power === 0 ? 'none' : quantity(power, 'V^2'),
          ...(scale === undefined ? [] : [power === 0 ? MISSING : sigmaText(power, scale)]),
          ...own.map((entry) => cell(at(entry, power))),
        ]),
    ),
    ...roundingBlocks(own, data),
    own.map((entry) => `${literal(entry.label)}: ${standsText(entry)}.`).join(' '),
    ...riseBlocks(own, data),
    ...neuronBlocks(own, data),
    ...classBlocks(own, data),
  ];
}

/** Table of the noise powers that cost so many points. */
function riseBlocks(own: readonly EvaluationFigures[], { citations }: ReportData): readonly string[] {
  const shown = own.filter(({ rises }) => (rises?.length ?? 0) > 0);
  const rises = [...new Set(shown.flatMap((entry) => entry.rises?.map(({ rise }) => rise) ?? []))];
  const [first] = rises;
  if (first === undefined) return [];
  return [
    'Noise power at which the error has risen, between the evaluated ones, with the interval that follows from that of the error:',
    table(
      [
        'rise>',
        ...shown.map(
          ({ network, bits, label, qualifiers }) =>
            `${label} ${citations.cite(ERROR_KEYS.noisePowerAtRise, { network, bits, points: 100 * first, ...qualifiers })}>`,
        ),
      ],
      rises.map((rise) => [
        rise === 0.01 ? '1 point' : `${plain(100 * rise)} points`,
        ...shown.map((entry) => riseCell(entry.rises?.find((found) => found.rise === rise))),
      ]),
    ),
  ];
}

function riseCell(found: RiseFigures | undefined): string {
  if (!found || found.power === null) return 'not within these powers';
  const end = (value: number | null): string => (value === null ? 'beyond' : quantity(value, 'V^2'));
  return `${quantity(found.power, 'V^2')} (${end(found.low)} to ${end(found.high)})`;
}

/** Tables of the error with the noise of analog neurons, layer by layer. */
function neuronBlocks(own: readonly EvaluationFigures[], { citations }: ReportData): readonly string[] {
  const shown = own.flatMap((entry) => (entry.neurons ?? []).map((neuron) => ({ entry, neuron })));
  return shown.flatMap(({ entry, neuron }) => [
    `With the noise of \`${neuron.neuron}\` by its closed form, ${entry.label}: **${cell({ noisePower: 0, ...neuron })}** ` +
      `${citations.cite(ERROR_KEYS.error, { network: entry.network, bits: entry.bits, noise: neuron.neuron, ...entry.qualifiers })}; ` +
      `V_FS = ${quantity(neuron.fullScale, 'V')}.`,
    table(
      [
        'synapses of an output>',
        'noise at the input of one>',
        'sigma of the largest product>',
        'sigma, products of LSB>',
      ],
      neuron.layers.map(({ synapses, power, sigma }) => [
        String(synapses),
        quantity(power, 'V^2'),
        percent(Math.sqrt(power) / neuron.fullScale, 0),
        plain(sigma),
      ]),
    ),
  ]);
}

function at(evaluation: EvaluationFigures, power: number): ErrorPoint | undefined {
  return evaluation.points.find((point) => point.noisePower === power);
}

/** Text of the mean and half the width of the interval, in percent. */
function cell(point: ErrorPoint | undefined): string {
  if (point === undefined) return MISSING;
  if (point.low === null || point.high === null || point.low === point.high) return percent(point.mean);
  return `${(100 * point.mean).toFixed(2)} ± ${percent((point.high - point.low) / 2)}`;
}
