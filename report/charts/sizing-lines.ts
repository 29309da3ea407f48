/** Charts of power and energy of every sizing against frequency, floors dashed. */

import { analogPower, digitalPower, paperClaim, type SizingCurve } from '../../compare/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Draw, Figure } from './figure.ts';
import { chart, type Domain, enclosingDecades, GUIDE, LEGEND, logAxis } from './theme.ts';

interface LinePoint {
  readonly frequency: number;
  readonly line: string;
  readonly floor: boolean;
  /** Power, W. */
  readonly power: number;
}

/**
 * Colours of the sizings, the same in every chart. They are the palette of the other charts, and one more in place of
 * black.
 */
export const SIZING_COLOURS = ['#0072B2', '#D55E00', '#56B4E9', '#E69F00', '#009E73', '#CC79A7', '#882255'];
const POINTS_PER_DECADE = 10;

/** Charts `sizings-power` and `sizings-energy`; none without curves. Mirrored tails stand in the tables only. */
export function sizingLineCharts(all: readonly SizingCurve[]): readonly Draw[] {
  const curves = all.filter(({ result }) => result.neuron.tails === 'ideal');
  const [first] = curves;
  if (first === undefined) return [];
  const { points: frequencies, digital } = first.curve;
  const domain: Domain = [nth(frequencies, 0).frequency, nth(frequencies, frequencies.length - 1).frequency];
  const grid = logGrid(domain);
  const points = [
    ...grid.flatMap((frequency) => {
      const power = digitalPower(digital, frequency);
      return power === null ? [] : [{ frequency, line: digital.name, floor: false, power }];
    }),
    ...curves.flatMap(({ result, curve: { bias } }) => sizingLine(result.name, bias.points, domain, grid)),
  ];
  const names = [digital.name, ...curves.map(({ result }) => result.name)];
  const guides = [paperClaim('energy-per-synapse-8bit'), paperClaim('biological-energy')].flatMap(
    ({ id, value, printed }) =>
      value === null
        ? []
        : [
            {
              frequency: domain[0],
              value,
              text: id === 'biological-energy' ? `${printed}: biological neuron` : `${printed}: paper`,
            },
          ],
  );
  return [
    () =>
      lineChart(
        { name: 'sizings-power', quantity: 'power', unit: 'W', domain, names, guides: [] },
        points,
        (p) => p.power,
      ),
    () =>
      lineChart(
        { name: 'sizings-energy', quantity: 'energy per operation', unit: 'J', domain, names, guides },
        points,
        ({ power, frequency }) => power / frequency,
      ),
  ];
}

/** Points of a sizing's line, in two parts. They share the corner between floor and chosen bias. */
function sizingLine(
  line: string,
  bias: Parameters<typeof analogPower>[0],
  [from, to]: Domain,
  grid: readonly number[],
): readonly LinePoint[] {
  const corner = bias[0]?.bandwidth ?? 0;
  const inside = [corner, bias.at(-1)?.bandwidth ?? 0].filter((frequency) => frequency > from && frequency < to);
  return [...new Set([...grid, ...inside])]
    .sort((a, b) => a - b)
    .flatMap((frequency) => {
      const power = analogPower(bias, frequency);
      if (power === null) return [];
      const parts = frequency < corner ? [true] : frequency > corner ? [false] : [true, false];
      return parts.map((floor) => ({ frequency, line, floor, power }));
    });
}

interface Drawing {
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly domain: Domain;
  readonly names: readonly string[];
  readonly guides: readonly { readonly frequency: number; readonly value: number; readonly text: string }[];
}

function lineChart(
  { name, quantity, unit, domain, names, guides }: Drawing,
  points: readonly LinePoint[],
  of: (point: LinePoint) => number,
): Figure {
  const values = points.map((point) => ({ ...point, value: of(point) }));
  const x = { field: 'frequency', ...logAxis('operations per second', 'Hz', domain) };
  const y = { field: 'value', ...logAxis(quantity, unit, enclosingDecades(values.map(({ value }) => value))) };
  const title = `${quantity[0]?.toUpperCase()}${quantity.slice(1)} of the sizings against frequency`;
  const dash = {
    domain: [false, true],
    range: [
      [1, 0],
      [5, 4],
    ],
  };
  return {
    name,
    description: `${title}, the digital neuron beside them`,
    columns: ['line', 'frequency_Hz', `${quantity.replaceAll(' ', '_')}_${unit}`, 'at_smallest_bias'],
    rows: values.map(({ line, frequency, value, floor }) => [line, frequency, value, floor ? 1 : 0]),
    spec: chart(
      title,
      ['Bias chosen for each frequency, one synapse, ideal tails.', 'Dashed: floor, the smallest usable current.'],
      {
        layer: [
          {
            data: { values },
            mark: { type: 'line', clip: true },
            encoding: {
              x,
              y,
              color: {
                field: 'line',
                type: 'nominal',
                sort: names,
                scale: { domain: names, range: ['#000000', ...SIZING_COLOURS] },
                legend: { ...LEGEND, columns: 4 },
              },
              strokeDash: { field: 'floor', type: 'nominal', scale: dash, legend: null },
            },
          },
          {
            data: { values: guides },
            mark: { type: 'rule', color: GUIDE, strokeWidth: 1 },
            encoding: { y },
          },
          {
            data: { values: guides },
            mark: { type: 'text', color: GUIDE, fontSize: 12, align: 'left', baseline: 'bottom', dx: 4, dy: -2 },
            encoding: { x, y, text: { field: 'text' } },
          },
        ],
      },
    ),
  };
}

function logGrid([from, to]: Domain): readonly number[] {
  const steps = Math.max(1, Math.round(POINTS_PER_DECADE * Math.log10(to / from)));
  return Array.from({ length: steps + 1 }, (_, k) => (k === steps ? to : from * (to / from) ** (k / steps)));
}
