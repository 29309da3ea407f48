/** Chart of the ratio of digital to analog power against frequency. */

import { type PairCurve, paperClaim } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { chart, colourScale, type Domain, enclosingDecades, fineLogAxis, GUIDE, LEGEND, logAxis } from './theme.ts';

const LOWEST = 'lowest usable bias';
const STATED = "never below the spec's unit current";

/** Number of the first colour for pairs, after those of four neurons. */
const NOT_NEURONS = 4;

/** Figure of both readings of every pair's ratio; `paper`: with its two values as lines. Undefined without a ratio. */
export function ratioChart(curves: readonly PairCurve[], paper: boolean): Figure | undefined {
  const points = curves.flatMap(({ digital, analog, points: all }) => {
    const pair = `${digital.name} / ${analog.name}`;
    return all.flatMap((point) => {
      if (point.digital === null || point.analog === null) return [];
      const { frequency } = point;
      const lowest = { frequency, pair, bias: LOWEST, ratio: point.digital / point.analog };
      if (point.analogFromStated === null) return [lowest];
      return [lowest, { frequency, pair, bias: STATED, ratio: point.digital / point.analogFromStated }];
    });
  });
  const frequencies = curves.flatMap((curve) => curve.points.map((point) => point.frequency));
  const low = Math.min(...frequencies);
  const high = Math.max(...frequencies);
  const stated = paper ? [paperClaim('ratio-low-frequency'), paperClaim('ratio-all-frequencies')] : [];
  const claims = stated.flatMap((claim) => {
    const to = claim.id === 'ratio-low-frequency' ? Math.min(high, 1e6) : high;
    return claim.value === null || to <= low ? [] : [{ low, to, ratio: claim.value, text: `paper: ${claim.printed}` }];
  });
  if (points.length === 0) return undefined;
  const pairs = [...new Set(points.map((point) => point.pair))];
  const ratios = [...points, ...claims].map((point) => point.ratio);
  const domain: Domain = [enclosingDecades(ratios)[0], 2 * Math.max(...ratios)];
  const x = { field: 'frequency', ...logAxis('operations per second', 'Hz', [low, high]) };
  const y = { field: 'ratio', ...fineLogAxis('digital over analog power', domain, "format(datum.value, '~r')") };
  return {
    name: 'ratio',
    description: `Ratio of digital to analog power against operations per second${paper ? ', with the figures the paper states' : ''}`,
    columns: ['pair', 'bias', 'frequency_Hz', 'power_ratio'],
    rows: points.map(({ pair, bias, frequency, ratio }) => [pair, bias, frequency, ratio]),
    spec: chart(
      'Digital over analog power against frequency',
      [`Solid: ${LOWEST}. Dashed: ${STATED}.`, ...(paper ? ['Grey: stated by the paper.'] : [])],
      {
        layer: [
          {
            data: { values: points },
            mark: { type: 'line', clip: true },
            encoding: {
              x,
              y,
              color: {
                field: 'pair',
                type: 'nominal',
                scale: colourScale(pairs, NOT_NEURONS),
                legend: LEGEND,
              },
              strokeDash: {
                field: 'bias',
                type: 'nominal',
                scale: {
                  domain: [LOWEST, STATED],
                  range: [
                    [1, 0],
                    [5, 4],
                  ],
                },
                legend: null,
              },
            },
          },
          {
            data: { values: claims },
            mark: { type: 'rule', color: GUIDE, strokeWidth: 1.5 },
            encoding: { x: { ...x, field: 'low' }, x2: { field: 'to' }, y },
          },
          {
            data: { values: claims },
            mark: { type: 'text', color: GUIDE, fontSize: 13, align: 'left', baseline: 'bottom', dx: 4, dy: -3 },
            encoding: { x: { ...x, field: 'low' }, y, text: { field: 'text' } },
          },
        ],
      },
    ),
  };
}
