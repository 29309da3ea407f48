/** Classification error against noise power. */

import { keyNumber } from '../../nn/index.ts';
import { percent, quantity } from '../format.ts';
import type { ErrorPoint, EvaluationFigures } from '../input.ts';
import { figure, table } from '../markdown.ts';
import type { ReportData } from './section.ts';

const MISSING = '–';

/** A chart and a table a network. */
export function errorSection(data: ReportData): readonly string[] {
  const { spec, evaluations } = data.input;
  if (spec.evaluate === undefined) return [];
  const heading = '## Classification error against noise';
  if (evaluations.length === 0) return [heading, 'Not run: no network was evaluated.'];
  const networks = [...new Set(evaluations.map(({ network }) => network))];
  return [
    heading,
    `Each noise power is put on every weight at every multiplication, as sigma = sqrt(P) / V_FS with ` +
      `V_FS = ${quantity(spec.evaluate.fullScale, 'V')} \`asm\`, the differential input voltage that stands for an input of 1. ` +
      `Means over ${spec.evaluate.draws} draws with their 95 % t interval.`,
    'Noise is a part of the largest weight. So where the curves rise depends on V_FS, and on the clip (which part of the ' +
      'largest weight the largest code stands for, chosen on validation images without noise), as much as on the bits.',
    ...networks.flatMap((network) => networkBlocks(network, data)),
  ];
}

function networkBlocks(network: string, { input, citations, figures }: ReportData): readonly string[] {
  const own = input.evaluations.filter((evaluation) => evaluation.network === network);
  const powers = [...new Set(own.flatMap(({ points }) => points.map((point) => point.noisePower)))];
  const name = `error-${network}`;
  return [
    `### ${network}`,
    ...(figures.has(name)
      ? [figure(name, `Error of ${network} against noise power`, `Error of ${network} on the test images.`)]
      : []),
    table(
      ['noise power>', ...own.map((entry) => `${entry.bits} bit ${citations.cite(lastKey(entry))}>`)],
      powers
        .toSorted((a, b) => a - b)
        .map((power) => [power === 0 ? 'none' : quantity(power, 'V^2'), ...own.map((entry) => cell(at(entry, power)))]),
    ),
    `Before quantization: ${[...new Set(own.map((entry) => percent(entry.floatError)))].join(', ')}. Test images: ` +
      `${[...new Set(own.map((entry) => entry.images))].join(', ')}.`,
  ];
}

/** Of the largest noise power, whose source says how the noise was made. */
function lastKey({ network, bits, points }: EvaluationFigures): string {
  return `${network}.error@bits=${bits},noise=${keyNumber(points.at(-1)?.noisePower ?? 0)}`;
}

function at(evaluation: EvaluationFigures, power: number): ErrorPoint | undefined {
  return evaluation.points.find((point) => point.noisePower === power);
}

/** Mean and half the width of the interval, in percent. */
function cell(point: ErrorPoint | undefined): string {
  if (point === undefined) return MISSING;
  if (point.low === null || point.high === null || point.low === point.high) return percent(point.mean);
  return `${(100 * point.mean).toFixed(2)} ± ${percent((point.high - point.low) / 2)}`;
}
