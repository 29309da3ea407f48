/** Panel of a network's classification error against noise power, as layers of a chart. */

import type { ErrorPoint, EvaluationFigures } from '../../compare/index.ts';
import { nth } from '../../numeric/index.ts';
import {
  colourScale,
  type Domain,
  doubleAxis,
  enclosingDecades,
  fineLogAxis,
  LEGEND,
  powerOfTenAxis,
} from './theme.ts';

/** Labels of the variants in the order of drawing, with their colours and dashes. */
export interface Variants {
  readonly labels: readonly string[];
  readonly colour: object;
  readonly dash: object;
}

/** Variants of evaluations: a colour a width, dashed where training knew of the rounding. */
export function variantsOf(evaluations: readonly EvaluationFigures[]): Variants {
  const found = new Map(evaluations.map(({ label, bits, aware }) => [label, { bits, aware }]));
  const labels = [...found.keys()];
  const widths = [...new Set([...found.values()].map(({ bits }) => bits))];
  const { range } = colourScale(widths.map(String)) as { readonly range: readonly string[] };
  return {
    labels,
    colour: {
      domain: labels,
      range: [...found.values()].map(({ bits }) => nth(range, widths.indexOf(bits))),
    },
    dash: { domain: labels, range: [...found.values()].map(({ aware }) => (aware ? [7, 5] : [1, 0])) },
  };
}

/** Domain of the noise powers, V^2; undefined without a noisy point. */
export function powerDomain(evaluations: readonly EvaluationFigures[]): Domain | undefined {
  const powers = evaluations.flatMap(({ points }) => points.map(({ noisePower }) => noisePower)).filter((p) => p > 0);
  return powers.length === 0 ? undefined : enclosingDecades(powers);
}

/**
 * Layers of a panel: a line and a band a variant, dotted lines without noise. The last line is thin, so that the one it
 * covers shows.
 */
export function errorLayers(own: readonly EvaluationFigures[], variants: Variants, domain: Domain): readonly object[] {
  const points = own.flatMap(({ label, points: all }) =>
    all.map(({ noisePower, mean, low, high }) => ({ noisePower, mean, low, high, variant: label })),
  );
  const noisy = points.filter((point) => point.noisePower > 0);
  const x = { field: 'noisePower', ...noiseAxis(own, domain) };
  const y = errorAxis(points);
  const { labels } = variants;
  const legend = { ...LEGEND, symbolOpacity: 1 };
  const color = { field: 'variant', type: 'nominal', sort: labels, scale: variants.colour, legend };
  const strokeDash = { field: 'variant', type: 'nominal', sort: labels, scale: variants.dash, legend };
  return [
    {
      data: { values: noisy.filter((point) => point.low !== null) },
      mark: { type: 'area', opacity: 0.25, clip: true },
      encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' }, color },
    },
    ...own.map(({ label, aware }, index) => ({
      data: { values: noisy.filter((point) => point.variant === label) },
      mark: { type: 'line', clip: true, strokeWidth: aware || index === own.length - 1 ? 2 : 5 },
      encoding: { x, y: { field: 'mean', ...y }, color, strokeDash },
    })),
    {
      data: { values: points.filter((point) => point.noisePower === 0) },
      mark: { type: 'rule', strokeDash: [2, 4], strokeWidth: 2 },
      encoding: { y: { field: 'mean', ...y }, color },
    },
  ];
}

/** Axis of the noise power, with σ below where all variants have the same. */
function noiseAxis(own: readonly EvaluationFigures[], domain: Domain): object {
  const title = 'integrated noise power, V²';
  const [scale, ...others] = new Set(own.map(({ sigmaPerVolt }) => sigmaPerVolt));
  if (scale === undefined || others.length > 0) return powerOfTenAxis(title, domain);
  const percent = `format(${Number((100 * scale).toPrecision(12))} * sqrt(datum.value), '.2~r') + ' %'`;
  return doubleAxis([title, 'below: σ of the noise over the largest weight'], domain, percent);
}

/** Columns and rows of the data behind the layers. */
export function errorRows(own: readonly EvaluationFigures[]) {
  return {
    columns: ['network', 'bits', 'weights', 'noise_power_V2', 'noise_sigma', 'error_mean', 'error_low', 'error_high'],
    rows: own.flatMap(({ network, bits, aware, points, sigmaPerVolt }) =>
      points.map(({ noisePower, mean, low, high }) => [
        network,
        bits,
        aware ? 'aware' : 'post-training',
        noisePower,
        sigmaPerVolt * Math.sqrt(noisePower),
        mean,
        low,
        high,
      ]),
    ),
  };
}

/** Axis of the error, logarithmic around all errors. It is linear where an error is 0, which has no logarithm. */
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
