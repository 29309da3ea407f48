/** Charts of the mismatch of mixed-signal neurons over many simulated chips. */

import type { MismatchFigures } from '../../analog/index.ts';
import type { Figure } from './figure.ts';
import { chart, fineLogAxis, GUIDE, LEGEND } from './theme.ts';

/** Chips of a neuron as transistors and, where it holds, by the closed form. */
export interface Chips {
  readonly name: string;
  readonly simulated: MismatchFigures;
  readonly modelled: MismatchFigures | null;
}

/** Number of bars of the histogram a standard deviation. */
const BARS = 3;
/** Ends of the histogram, standard deviations. */
const SPAN = 4;

/** Figure of the offset's histogram: bars for the transistors, a line for the closed form. */
export function offsetChart({ name, simulated, modelled }: Chips, colour: string): Figure {
  const { sigma } = simulated.offset;
  const width = sigma / BARS;
  const bars = Array.from({ length: 2 * SPAN * BARS }, (_, k) => (k - SPAN * BARS) * width);
  const share = (values: readonly number[], from: number): number =>
    values.filter((value) => value >= from && value < from + width).length / values.length;
  const milli = (volts: number): number => 1e3 * volts;
  const values = bars.map((from) => ({
    from: milli(from),
    to: milli(from + width),
    middle: milli(from + width / 2),
    simulated: share(simulated.offset.values, from),
    modelled: modelled ? share(modelled.offset.values, from) : null,
  }));
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    axis: { title: 'offset at the input, mV' },
  });
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    axis: { title: 'share of the chips', format: '~%' },
  });
  return {
    name: `offset-${name}`,
    description: `Histogram of the offset at the input of ${name} over ${simulated.samples} chips with mismatch`,
    columns: ['sample', 'offset_V', 'closed_form_V'],
    rows: simulated.offset.values.map((value, k) => [k, value, modelled?.offset.values[k] ?? null]),
    spec: chart(
      `Offset of ${name} over ${simulated.samples} chips`,
      [`Bars: transistors in ngspice.${modelled ? ' Line: the same chips by the closed form.' : ''}`],
      {
        data: { values },
        layer: [
          {
            mark: { type: 'bar', color: colour, opacity: 0.6, stroke: '#ffffff' },
            encoding: { x: x('from'), x2: { field: 'to' }, y: y('simulated'), y2: { datum: 0 } },
          },
          ...(modelled
            ? [
                {
                  mark: { type: 'line', color: GUIDE, interpolate: 'step' },
                  encoding: { x: x('middle'), y: y('modelled') },
                },
              ]
            : []),
        ],
      },
    ),
  };
}

/** Figure of every weight's error: mean, three standard deviations, lines for the closed form. */
export function weightErrorChart({ name, simulated, modelled }: Chips, colour: string): Figure {
  const percent = (share: number): number => 100 * share;
  const formula = new Map(modelled?.errors.map((error) => [error.weight, error]));
  const values = simulated.errors.map(({ weight, mean, sigma }) => {
    const model = formula.get(weight);
    return {
      weight,
      mean: percent(mean),
      low: percent(mean - 3 * sigma),
      high: percent(mean + 3 * sigma),
      modelLow: model ? percent(model.mean - 3 * model.sigma) : null,
      modelHigh: model ? percent(model.mean + 3 * model.sigma) : null,
    };
  });
  const x = {
    field: 'weight',
    type: 'quantitative',
    scale: { domain: [0, simulated.units], nice: false },
    axis: { title: 'weight', tickMinStep: 1 },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    axis: { title: 'error, % of full scale' },
  });
  const line = (field: string): object => ({
    mark: { type: 'line', color: GUIDE, strokeDash: [5, 4], strokeWidth: 1.5 },
    encoding: { x, y: y(field) },
  });
  return {
    name: `weight-error-${name}`,
    description: `Static error of every weight of ${name} over ${simulated.samples} chips: mean and three standard deviations`,
    columns: ['weight', 'mean', 'sigma', 'simulated_itself', 'closed_form_mean', 'closed_form_sigma'],
    rows: simulated.errors.map(({ weight, mean, sigma, direct }) => {
      const model = formula.get(weight);
      return [weight, mean, sigma, direct ? 1 : 0, model?.mean ?? null, model?.sigma ?? null];
    }),
    spec: chart(
      `Error of the weights of ${name}`,
      [
        `Line: mean; band: ±3 standard deviations of ${simulated.samples} chips.`,
        `${modelled ? 'Dashed: the band by the closed form. ' : ''}1 LSB is ${(100 / simulated.units).toPrecision(3)} %.`,
      ],
      {
        data: { values },
        layer: [
          {
            mark: { type: 'area', color: colour, opacity: 0.25 },
            encoding: { x, y: y('low'), y2: { field: 'high' } },
          },
          { mark: { type: 'line', color: colour }, encoding: { x, y: y('mean') } },
          ...(modelled ? [line('modelLow'), line('modelHigh')] : []),
        ],
      },
    ),
  };
}

/** Figure of the share of chips whose largest error stays below a bound. A line a neuron; undefined without chips. */
export function nonlinearityChart(all: readonly Chips[], colours: ReadonlyMap<string, string>): Figure | undefined {
  if (all.length === 0) return undefined;
  const rows = all.flatMap(({ name, simulated }) => {
    const sorted = [...simulated.nonlinearity.values].sort((a, b) => a - b);
    return sorted.map((error, k) => ({ name, error, share: (k + 1) / sorted.length }));
  });
  const errors = rows.map(({ error }) => error);
  const domain = [Math.min(...errors) / 1.3, Math.max(...errors) * 1.3] as const;
  const names = all.map(({ name }) => name);
  return {
    name: 'nonlinearity',
    description: 'Share of the chips whose largest error of a weight stays below a bound, for each mixed-signal neuron',
    columns: ['neuron', 'largest_error', 'share_of_chips'],
    rows: rows.map(({ name, error, share }) => [name, error, share]),
    spec: chart('Largest error of a weight', ['Share of the chips that stay below it, transistors in ngspice.'], {
      data: { values: rows },
      mark: { type: 'line', interpolate: 'step-after' },
      encoding: {
        x: {
          field: 'error',
          ...fineLogAxis('largest error of a chip, % of full scale', domain, "format(100 * datum.value, '~r') + ' %'"),
        },
        y: { field: 'share', type: 'quantitative', axis: { title: 'share of the chips', format: '~%' } },
        color: {
          field: 'name',
          type: 'nominal',
          scale: { domain: names, range: names.map((name) => colours.get(name) ?? GUIDE) },
          legend: LEGEND,
        },
      },
    }),
  };
}
