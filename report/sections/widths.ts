/** Table of the difference of errors between 8 and 16 bits. */

import type { WidthDifferenceFigures } from '../../compare/index.ts';
import { ERROR_KEYS, percentagePoints, quantity } from '../../measurement/index.ts';
import { literal, table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

/** Paired differences of errors; nothing where no network was evaluated at both widths. */
export function widthBlocks({ input, citations }: ReportData): readonly string[] {
  const shown = input.widthDifferences ?? [];
  if (shown.length === 0) return [];
  const columns = [...new Set(shown.map(nameOf))];
  const powers = [...new Set(shown.map(({ noisePower }) => noisePower).filter((power) => power !== null))];
  return [
    '### 8 bit against 16 bit',
    'Error of 8 bits less that of 16 bits, paired image by image with the same random numbers; 95 % t interval over the images, which ' +
      'covers their choice as well as the draws.',
    table(
      [
        'noise power>',
        ...columns.map((column) => {
          const first = shown.find((entry) => nameOf(entry) === column);
          return `${literal(column)} ${first ? citations.cite(ERROR_KEYS.difference, first.at) : ''}>`;
        }),
      ],
      powers.map((power) => [
        power === 0 ? 'none' : quantity(power, 'V^2'),
        ...columns.map((column) => {
          const found = shown.find((entry) => nameOf(entry) === column && entry.noisePower === power);
          return found ? `${signed(found.mean)} (${signed(found.low)} to ${signed(found.high)})` : '–';
        }),
      ]),
    ),
  ];
}

const nameOf = ({ network, aware }: WidthDifferenceFigures): string => (aware ? `${network} aware` : network);

const signed = (difference: number): string =>
  `${difference < 0 ? '−' : '+'}${percentagePoints(Math.abs(difference)).replace(' points', '')}`;
