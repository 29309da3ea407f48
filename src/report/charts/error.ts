/** Chart: classification error against noise power. */

import type { EvaluationFigures } from '../input.ts';
import type { Figure } from './figure.ts';
import { chart, colour, enclosingDecades, LEGEND, powerOfTenAxis } from './theme.ts';

/** One network: a line and a band a bit width, a dashed line at each clean error. Undefined without a noisy point. */
export function errorChart(network: string, evaluations: readonly EvaluationFigures[]): Figure | undefined {
  const own = evaluations.filter((evaluation) => evaluation.network === network);
  const points = own.flatMap(({ bits, points: all }) => all.map((point) => ({ ...point, width: `${bits} bit` })));
  const noisy = points.filter((point) => point.noisePower > 0);
  if (noisy.length === 0) return undefined;
  const clean = points.filter((point) => point.noisePower === 0);
  const widths = [...new Set(own.map(({ bits }) => `${bits} bit`))];
  const domain = enclosingDecades(noisy.map((point) => point.noisePower));
  const x = {
    field: 'noisePower',
    ...powerOfTenAxis('integrated noise power, V²   (10⁻⁶ V² is 1 mV rms)', domain[0], domain[1]),
  };
  const axis = { title: 'classification error', format: '.1~%' };
  const scale = { zero: true, nice: true };
  const color = {
    field: 'width',
    type: 'nominal',
    sort: widths,
    scale: { domain: widths, range: widths.map((_, index) => colour(index)) },
    legend: LEGEND,
  };
  return {
    name: `error-${network}`,
    description: `Classification error of ${network} against noise power for ${widths.join(', ')}`,
    columns: ['network', 'bits', 'noise_power_V2', 'error_mean', 'error_low', 'error_high'],
    rows: own.flatMap(({ bits, points: all }) =>
      all.map(({ noisePower, mean, low, high }) => [network, bits, noisePower, mean, low, high]),
    ),
    spec: chart(
      `Classification error of ${network} against noise`,
      ['Bands: 95 % t interval over the draws. Dashed: without noise.'],
      {
        layer: [
          {
            data: { values: noisy },
            mark: { type: 'area', opacity: 0.25 },
            encoding: { x, y: { field: 'low', type: 'quantitative', axis, scale }, y2: { field: 'high' }, color },
          },
          {
            data: { values: noisy },
            mark: { type: 'line', point: { size: 36 } },
            encoding: { x, y: { field: 'mean', type: 'quantitative', axis, scale }, color },
          },
          {
            data: { values: clean },
            mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.5 },
            encoding: { y: { field: 'mean', type: 'quantitative', axis, scale }, color },
          },
        ],
      },
    ),
  };
}
