/** Chart: classification error against noise power. */

import type { ErrorPoint, EvaluationFigures } from '../input.ts';
import type { Figure } from './figure.ts';
import { chart, colourScale, enclosingDecades, fineLogAxis, LEGEND, powerOfTenAxis } from './theme.ts';

/**
 * One network: a line and a band a bit width, a dotted line at each clean error. The last line is thin, so that the
 * one it covers shows on both sides of it. Undefined without a noisy point.
 */
export function errorChart(network: string, evaluations: readonly EvaluationFigures[]): Figure | undefined {
  const own = evaluations.filter((evaluation) => evaluation.network === network);
  const points = own.flatMap(({ bits, points: all }) => all.map((point) => ({ ...point, width: `${bits} bit` })));
  const noisy = points.filter((point) => point.noisePower > 0);
  if (noisy.length === 0) return undefined;
  const widths = [...new Set(own.map(({ bits }) => `${bits} bit`))];
  const domain = enclosingDecades(noisy.map((point) => point.noisePower));
  const x = { field: 'noisePower', ...powerOfTenAxis('integrated noise power, V²', domain) };
  const y = errorAxis(points);
  const color = {
    field: 'width',
    type: 'nominal',
    sort: widths,
    scale: colourScale(widths),
    legend: { ...LEGEND, symbolOpacity: 1 },
  };
  return {
    name: `error-${network}`,
    description: `Classification error of ${network} against noise power for ${widths.join(', ')}`,
    columns: ['network', 'bits', 'noise_power_V2', 'error_mean', 'error_low', 'error_high'],
    rows: own.flatMap(({ bits, points: all }) =>
      all.map(({ noisePower, mean, low, high }) => [network, bits, noisePower, mean, low, high]),
    ),
    spec: chart(
      `Error of ${network} against noise`,
      ['Bands: 95 % t interval over the draws. Dotted: without noise.', '10⁻⁶ V² is 1 mV rms.'],
      {
        layer: [
          {
            data: { values: noisy.filter((point) => point.low !== null) },
            mark: { type: 'area', opacity: 0.25, clip: true },
            encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' }, color },
          },
          ...widths.map((shown, index) => ({
            data: { values: noisy.filter((point) => point.width === shown) },
            mark: { type: 'line', clip: true, strokeWidth: index < widths.length - 1 ? 5 : 2 },
            encoding: { x, y: { field: 'mean', ...y }, color },
          })),
          {
            data: { values: points.filter((point) => point.noisePower === 0) },
            mark: { type: 'rule', strokeDash: [2, 4], strokeWidth: 2 },
            encoding: { y: { field: 'mean', ...y }, color },
          },
        ],
      },
    ),
  };
}

/** Logarithmic from below the smallest to above the largest error; linear where an error is 0, which has no logarithm. */
function errorAxis(points: readonly ErrorPoint[]): object {
  const title = 'classification error';
  const label = "format(100 * datum.value, '~r') + ' %'";
  const means = points.map((point) => point.mean);
  const low = Math.min(...means);
  const high = Math.max(...points.map((point) => point.high ?? point.mean));
  if (low <= 0) return { type: 'quantitative', scale: { zero: true }, axis: { title, labelExpr: label } };
  return fineLogAxis(title, [low / MARGIN, Math.min(1, high * MARGIN)], label);
}

const MARGIN = 1.5;
