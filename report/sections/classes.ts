/** Tables of errors by class. */

import type { ErrorPoint, EvaluationFigures } from '../../compare/index.ts';
import { ERROR_KEYS, percent, quantity } from '../../measurement/index.ts';
import { nth } from '../../numeric/index.ts';
import { table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';
import { shownPoint } from './shown-noise.ts';

/** Errors by class, and the confusion matrix of the worst width. They are without noise and at `shownPoint`. */
export function classBlocks(own: readonly EvaluationFigures[], { citations }: ReportData): readonly string[] {
  const columns = own.flatMap((entry) => {
    const clean = entry.points.find(({ noisePower }) => noisePower === 0);
    return [...new Set([clean, shownPoint(entry)])].flatMap((point) => (point?.confusion ? [{ entry, point }] : []));
  });
  const worst = columns.toSorted((a, b) => b.point.mean - a.point.mean)[0];
  const matrix = worst?.point.confusion;
  if (!worst || !matrix) return [];
  const mark = ({ network, bits, qualifiers }: EvaluationFigures, { noisePower: noise }: ErrorPoint): string =>
    citations.cite(ERROR_KEYS.ofClass, { network, class: 0, bits, noise, ...qualifiers });
  const title = ({ entry, point }: (typeof columns)[number]): string =>
    `${entry.label}, ${point.noisePower === 0 ? 'no noise' : quantity(point.noisePower, 'V^2')} ${mark(entry, point)}`;
  return [
    'Part of the images of each class that is classified wrongly:',
    table(
      ['class>', ...columns.map((column) => `${title(column)}>`)],
      matrix.map((_, label) => [
        String(label),
        ...columns.map(({ point }) => percent(classError(point.confusion?.[label] ?? [], label), 1)),
      ]),
    ),
    `What the images of each class (rows) are taken for (columns), percent of the class: ${title(worst)}.`,
    table(
      ['class>', ...nth(matrix, 0).map((_, output) => `${output}>`)],
      matrix.map((row, label) => {
        const all = row.reduce((sum, count) => sum + count, 0);
        return [String(label), ...row.map((count) => (count === 0 ? '' : ((100 * count) / all).toFixed(1)))];
      }),
    ),
  ];
}

/** Error of one class, out of its row of the confusion matrix. */
function classError(row: readonly number[], label: number): number {
  const all = row.reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : 1 - nth(row, label) / all;
}
