/** Cost of the rounding itself, and the ranges of activations that it follows from. */

import type { EvaluationFigures } from '../../compare/index.ts';
import { ERROR_KEYS, percent, percentagePoints } from '../../measurement/index.ts';
import { rangesText } from '../../nn/index.ts';
import { literal } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

/** Paragraphs on the error before quantization and what quantization alone adds. */
export function roundingBlocks(own: readonly EvaluationFigures[], { citations }: ReportData): readonly string[] {
  const floats = [...new Set(own.map(({ floatError }) => percent(floatError)))].join(', ');
  const images = [...new Set(own.map((entry) => entry.images))].join(', ');
  const costs = own.map(
    ({ network, bits, label, rounding, qualifiers }) =>
      `${label} ${signedPoints(rounding.cost)} ${citations.cite(ERROR_KEYS.rounding, { network, bits, ...qualifiers })}`,
  );
  const ranges = own.flatMap(({ label, ranges: stated }) =>
    stated ? [`${label}: ${literal(rangesText(stated))}.`] : [],
  );
  return [
    `Before quantization: ${floats}. Test images: ${images}. The rounding itself, without noise, adds ${costs.join(', ')}.`,
    ...own.flatMap(({ label, rounding }) => (rounding.suspicious ? [`**Suspicious.** ${suspicion(label)}`] : [])),
    ...(ranges.length > 0 ? [`Activations that the largest codes stand for: ${ranges.join(' ')}`] : []),
  ];
}

/** Points with their sign: `+0.46 points`. */
export const signedPoints = (difference: number): string =>
  `${difference > 0 ? '+' : ''}${percentagePoints(difference)}`;

/** Words on a rounding that costs too much. */
export const suspicion = (label: string): string =>
  `Rounding to ${label} costs more than a point, which 8 bits do not in an ordinary network: its ranges, the scale of its pixels or its weights may be others than it was trained with.`;
