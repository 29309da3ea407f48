/** Theme of all charts: fonts, colours, axes and sizes. */

import type { Config, TopLevelSpec } from 'vega-lite';
import type { Spec } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';

/**
 * Palette that every kind of colour vision tells apart, without the yellow. M. Okabe, K. Ito, "Color Universal Design",
 * 2008.
 */
const PALETTE = ['#0072B2', '#D55E00', '#56B4E9', '#E69F00', '#009E73', '#CC79A7', '#000000'];

/** Colour of a number; the list repeats. */
function colour(index: number): string {
  return nth(PALETTE, index % PALETTE.length);
}

/** Scale with the colours of `names` in their order, from the `first`-th on. */
export function colourScale(names: readonly string[], first = 0): object {
  return { domain: names, range: names.map((_, index) => colour(first + index)) };
}

/** Colours of the neurons, the same in every chart: even for digital, odd for analog ones. */
export function neuronColours(spec: Spec): ReadonlyMap<string, string> {
  const neurons = spec.neurons ?? [];
  const digital = neurons.filter(({ kind }) => kind === 'digital').map(({ name }, index) => [name, 2 * index] as const);
  const analog = neurons
    .filter(({ kind }) => kind === 'analog')
    .map(({ name }, index) => [name, 2 * index + 1] as const);
  return new Map([...digital, ...analog].map(([name, index]) => [name, colour(index)]));
}

/** Grey of marks that are not data: claims, guides. */
export const GUIDE = '#555555';

const FONT = 'DejaVu Sans, Verdana, Helvetica, Arial, sans-serif';

const CONFIG: Config = {
  font: FONT,
  aria: false,
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

/** Ends of a logarithmic axis, both above 0. */
export type Domain = readonly [number, number];

/** Width and height of a chart's plot, px. */
const SIZE = { width: 620, height: 340 };

/**
 * Specification of a whole chart out of the part that differs. `subtitle` lines stand below the title. Vega takes a
 * letter to be 0.8 of its size wide where it cannot measure text, so lines of up to 60 letters stay within the picture.
 */
export function chart(title: string, subtitle: readonly string[], part: object): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...SIZE,
    padding: 12,
    title: { text: title, subtitle: [...subtitle] },
    config: CONFIG,
    ...withoutEmptyLayers(part),
  } as TopLevelSpec;
}

/** Chart without the layers that have no data, in every panel of it. Their scales would have no extent. */
function withoutEmptyLayers<T extends object>(part: T): T {
  const { layer, hconcat, vconcat } = part as Readonly<Record<string, readonly Layer[] | undefined>>;
  return {
    ...part,
    ...(layer && { layer: layer.filter(({ data }) => data?.values.length !== 0) }),
    ...(hconcat && { hconcat: hconcat.map(withoutEmptyLayers) }),
    ...(vconcat && { vconcat: vconcat.map(withoutEmptyLayers) }),
  };
}

/** Layer or panel, with data of its own or with those around it. */
interface Layer {
  readonly data?: { readonly values: readonly unknown[] };
}

/** Specification of charts above each other, which have their own sizes. */
export function stacked(spec: TopLevelSpec): TopLevelSpec {
  const { width: _width, height: _height, ...rest } = spec as unknown as Record<string, unknown>;
  return rest as unknown as TopLevelSpec;
}

/** Logarithmic axis over `domain` in `unit`, a labelled tick a decade: `1 kHz`, `10 MHz`. */
export function logAxis(title: string, unit: string, domain: Domain): object {
  return {
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: { title, values: decades(domain), labelExpr: siLabel(unit) },
  };
}

/** Logarithmic axis of a unit that takes no prefix: `10⁻⁶`. */
export function powerOfTenAxis(title: string, domain: Domain): object {
  return {
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: { title, values: decades(domain), labelExpr: powerOfTenLabel(domain) },
  };
}

/** The same with a second line below each label, a Vega expression. */
export function doubleAxis(title: readonly string[], domain: Domain, second: string): object {
  return {
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: { title, values: decades(domain), labelExpr: `[${powerOfTenLabel(domain)}, ${second}]` },
  };
}

/**
 * Logarithmic axis of few decades, with ticks at 1, 2 and 5 in each. They are labelled by the Vega expression `label`.
 */
export function fineLogAxis(title: string, domain: Domain, label: string): object {
  const values = decades([domain[0] / 10, domain[1]]).flatMap((value) => [value, 2 * value, 5 * value]);
  return {
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: { title, values: values.filter((value) => value >= domain[0] && value <= domain[1]), labelExpr: label },
  };
}

/** Decades that enclose all of `values`. Of one value only, the decade below and above. */
export function enclosingDecades(values: readonly number[]): Domain {
  const exponents = values.map((value) => Math.log10(value));
  const low = Math.floor(Math.min(...exponents) + ROUNDING);
  const high = Math.ceil(Math.max(...exponents) - ROUNDING);
  return low < high ? [decade(low), decade(high)] : [decade(low - 1), decade(high + 1)];
}

/** Legend above the plot, for lines. */
export const LEGEND = { orient: 'top', direction: 'horizontal', title: null, symbolType: 'stroke', columnPadding: 24 };

/** Part of a decade that counts as rounding. */
const ROUNDING = 1e-9;

function decades([from, to]: Domain): number[] {
  const first = Math.ceil(Math.log10(from) - ROUNDING);
  const last = Math.floor(Math.log10(to) + ROUNDING);
  return Array.from({ length: last - first + 1 }, (_, index) => decade(first + index));
}

/** Ten to the power of `exponent`, to the last digit (`10 ** -4` is not). */
function decade(exponent: number): number {
  return Number(`1e${exponent}`);
}

/** Vega expression of d3's SI format with a space before the prefix. */
function siLabel(unit: string): string {
  return `replace(format(datum.value, '~s'), /([0-9])([^0-9]*)$/, '$1 $2') + '${unit}'`;
}

function powerOfTenLabel(domain: Domain): string {
  const table = decades(domain).map((value) => {
    const exponent = Math.round(Math.log10(value));
    return `'${exponent}': '10${superscript(exponent)}'`;
  });
  return `({${table.join(', ')}})[round(log(datum.value) / LN10)]`;
}

const [PLAIN, SUPERSCRIPTS] = ['-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'] as const;

/** Superscript of an exponent: `-6` as `⁻⁶`. */
function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => nth(SUPERSCRIPTS, PLAIN.indexOf(digit))).join('');
}
