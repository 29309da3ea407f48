/** What all charts share: fonts, colours, axes and sizes. */

import type { Config, TopLevelSpec } from 'vega-lite';

/** M. Okabe, K. Ito, "Color Universal Design", 2008: told apart with every kind of colour vision; without the yellow. */
const PALETTE = ['#0072B2', '#D55E00', '#56B4E9', '#E69F00', '#009E73', '#CC79A7', '#000000'];

/** The `index`-th colour; the list repeats. */
export function colour(index: number): string {
  return PALETTE[index % PALETTE.length] ?? '#000000';
}

/** Grey of marks that are not data: claims, guides. */
export const GUIDE = '#555555';

const FONT = 'DejaVu Sans, Verdana, Helvetica, Arial, sans-serif';

const CONFIG: Config = {
  font: FONT,
  background: '#ffffff',
  view: { stroke: null },
  title: {
    anchor: 'start',
    fontSize: 17,
    fontWeight: 600,
    subtitleFontSize: 13,
    subtitleColor: '#444444',
    offset: 14,
    limit: 0,
  },
  axis: {
    labelFontSize: 13,
    titleFontSize: 13,
    titleFontWeight: 'normal',
    labelLimit: 0,
    titleLimit: 0,
    gridColor: '#e4e4e4',
    domainColor: '#666666',
    tickColor: '#666666',
    titlePadding: 10,
  },
  legend: {
    labelFontSize: 13,
    labelLimit: 0,
    titleFontSize: 13,
    titleFontWeight: 'normal',
    titleLimit: 0,
    symbolSize: 180,
    symbolStrokeWidth: 3,
  },
  line: { strokeWidth: 2.5 },
};

/** Width and height of a chart's plot, px. */
const SIZE = { width: 620, height: 340 };

/** A whole specification out of the part that differs. `subtitle` lines stand below the title. */
export function chart(title: string, subtitle: readonly string[], part: object): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...SIZE,
    padding: 12,
    title: { text: title, subtitle: [...subtitle] },
    config: CONFIG,
    ...part,
  } as TopLevelSpec;
}

/** Logarithmic axis from `from` to `to` in `unit`, a labelled tick a decade: `1 kHz`, `10 MHz`. */
export function logAxis(title: string, unit: string, from: number, to: number): object {
  return {
    type: 'quantitative',
    scale: { type: 'log', domain: [from, to], nice: false },
    axis: { title, values: decades(from, to), labelExpr: siLabel(unit), labelFlush: false },
  };
}

/** The same for a unit that takes no prefix: `10⁻⁶`. */
export function powerOfTenAxis(title: string, from: number, to: number): object {
  return {
    type: 'quantitative',
    scale: { type: 'log', domain: [from, to], nice: false },
    axis: { title, values: decades(from, to), labelExpr: powerOfTenLabel(from, to) },
  };
}

/** The decades that enclose all of `values`; a decade below and above where there is one value only. */
export function enclosingDecades(values: readonly number[]): readonly [number, number] {
  const exponents = values.map((value) => Math.log10(value));
  const low = Math.floor(Math.min(...exponents) + ROUNDING);
  const high = Math.ceil(Math.max(...exponents) - ROUNDING);
  return low < high ? [10 ** low, 10 ** high] : [10 ** (low - 1), 10 ** (high + 1)];
}

/** Legend above the plot, for lines. */
export const LEGEND = { orient: 'top', direction: 'horizontal', title: null, symbolType: 'stroke', columnPadding: 24 };

/** A decade reached but for rounding. */
const ROUNDING = 1e-9;

function decades(from: number, to: number): number[] {
  const first = Math.ceil(Math.log10(from) - ROUNDING);
  const last = Math.floor(Math.log10(to) + ROUNDING);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}

/** Vega expression: d3's SI format with a space before the prefix. */
function siLabel(unit: string): string {
  return unit === '1'
    ? `format(datum.value, ',~r')`
    : `replace(format(datum.value, '~s'), /([0-9])([^0-9]*)$/, '$1 $2') + '${unit}'`;
}

function powerOfTenLabel(from: number, to: number): string {
  const table = decades(from, to).map((value) => {
    const exponent = Math.round(Math.log10(value));
    return `'${exponent}': '10${superscript(exponent)}'`;
  });
  return `({${table.join(', ')}})[format(log(datum.value) / LN10, '.0f')]`;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** `-6` as `⁻⁶`. */
export function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => SUPERSCRIPTS[digit] ?? '').join('');
}
