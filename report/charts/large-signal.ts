/** Charts of the large-signal neuron beside the small-signal one. */

import type { Alternative, LargeSignal } from '../../analog/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Draw, Figure } from './figure.ts';
import { chart, colourScale, enclosingDecades, LEGEND, logAxis, powerOfTenAxis, stacked } from './theme.ts';

/** Names of the alternatives in the legends. */
const LABELS = {
  'small-signal': 'small-signal',
  resistor: 'large-signal, resistors',
  'ideal resistor': 'resistors without capacitance',
  diode: 'large-signal, diodes',
} as const satisfies Record<Alternative, string>;

const NAMES: readonly string[] = Object.values(LABELS);
const MARKERS = { ...LEGEND, columns: 2, symbolType: 'circle', symbolStrokeWidth: 0, symbolOpacity: 1 };

const colourBy = (names: readonly string[] = NAMES): object => ({
  field: 'circuit',
  type: 'nominal',
  sort: names,
  scale: colourScale(NAMES),
  legend: { ...MARKERS, values: names },
});

/** Charts of one neuron. Those that need a comparison are left out where there is none. */
export function largeSignalCharts(entry: LargeSignal): readonly Draw[] {
  const compared = entry.alternatives.length > 0;
  return [...(compared ? [() => cornerChart(entry), () => productChart(entry)] : []), () => areaChart(entry)];
}

/** Figure of the output nodes' corner against weight. */
function cornerChart({ neuron, alternatives }: LargeSignal): Figure {
  const points = alternatives.flatMap(({ name, weights }) =>
    weights.map((point) => ({ circuit: LABELS[name], ...point })),
  );
  const weights = points.map(({ weight }) => weight);
  const domain = enclosingDecades(points.flatMap(({ pole, modelledPole }) => [pole, modelledPole ?? pole]));
  const x = {
    field: 'weight',
    type: 'quantitative',
    scale: { type: 'log', base: 2, domain: [1, Math.max(...weights)], nice: false },
    axis: { title: 'weight', format: 'd', tickCount: 9 },
  };
  const y = (field: string): object => ({ field, ...logAxis('bandwidth of the output nodes', 'Hz', domain) });
  return {
    name: `large-signal-bandwidth-${neuron}`,
    description: `Bandwidth of the output nodes of ${neuron} against the weight, small-signal and large-signal`,
    columns: ['circuit', 'weight', 'pole_simulated_Hz', 'pole_closed_form_Hz', 'bandwidth_simulated_Hz', 'gain'],
    rows: points.map(({ circuit, weight, pole, modelledPole, bandwidth, gain }) => [
      circuit,
      weight,
      pole,
      modelledPole,
      bandwidth,
      gain,
    ]),
    spec: chart(`${neuron}: bandwidth against the weight`, ['Points: transistors in ngspice. Lines: closed form.'], {
      layer: [
        {
          data: { values: points.filter(({ modelledPole }) => modelledPole !== null) },
          mark: { type: 'line' },
          encoding: { x, y: y('modelledPole'), color: colourBy() },
        },
        {
          data: { values: points },
          mark: { type: 'point', filled: true, size: 70, opacity: 1 },
          encoding: { x, y: y('pole'), color: colourBy() },
        },
      ],
    }),
  };
}

/** Figure of output against weight times input, both as parts of the largest. */
function productChart({ neuron, alternatives, bits }: LargeSignal): Figure {
  const shown = alternatives.filter(({ name }) => name !== 'ideal resistor');
  const largest = Math.max(...shown.flatMap(({ products }) => products.map(({ input }) => input))) * (2 ** bits - 1);
  const points = shown.flatMap(({ name, products, fullScale }) =>
    products.map(({ weight, input, output }) => ({
      ...{ circuit: LABELS[name], weight, input, output },
      product: (100 * weight * input) / largest,
      part: (100 * output) / fullScale,
      error: 100 * (output / fullScale - (weight * input) / largest),
    })),
  );
  const axis = (field: string, title: string): object => ({
    field,
    type: 'quantitative',
    scale: { nice: false },
    axis: { title, labelExpr: "datum.label + ' %'" },
  });
  const x = axis('product', 'weight × input, of the largest');
  const y = axis('part', 'output, of full scale');
  const names = shown.map(({ name }) => LABELS[name]);
  return {
    name: `large-signal-linearity-${neuron}`,
    description: `Output of ${neuron} against the product of weight and input, small-signal and large-signal`,
    columns: ['circuit', 'weight', 'input_V', 'output_V', 'product_percent', 'output_percent'],
    rows: points.map(({ circuit, weight, input, output, product, part }) => [
      ...[circuit, weight, input, output, product, part],
    ]),
    spec: stacked(
      chart(
        `${neuron}: output against weight × input`,
        ['DC, transistors in ngspice; each circuit in its best scale.', 'Below: the difference, without the diodes.'],
        {
          vconcat: [
            {
              ...{ width: WIDTH, height: 230 },
              layer: [...names].reverse().map((circuit) => ({
                data: { values: points.filter((point) => point.circuit === circuit) },
                mark: { type: 'point', filled: true, size: circuit === LABELS.diode ? 22 : 9, opacity: 1 },
                encoding: { x, y, color: colourBy(names) },
              })),
            },
            {
              ...{ width: WIDTH, height: 150 },
              data: { values: points.filter(({ circuit }) => circuit !== LABELS.diode) },
              mark: { type: 'point', filled: true, size: 16, opacity: 1 },
              encoding: { x, y: axis('error', 'difference'), color: colourBy(names) },
            },
          ],
        },
      ),
    ),
  };
}

const WIDTH = 620;

/** Figure of the areas of resistors and small-signal neuron against unit current. */
function areaChart({ neuron, areas }: LargeSignal): Figure {
  const MICRO = 1e12;
  const lines = ['both resistors', 'all transistors of the small-signal neuron'];
  const points = areas.flatMap(({ unitCurrent, resistors, smallSignal }) =>
    [resistors, smallSignal].flatMap((area, k) =>
      area === null ? [] : [{ unitCurrent, what: nth(lines, k), area: MICRO * area }],
    ),
  );
  const domain = enclosingDecades(points.map(({ area }) => area));
  return {
    name: `large-signal-area-${neuron}`,
    description: `Area of the resistors that a large-signal ${neuron} needs, against unit current, beside the transistors`,
    columns: ['unit_current_A', 'resistance_ohm', 'resistors_m2', 'small_signal_m2', 'pairs_m2'],
    rows: areas.map(({ unitCurrent, resistance, resistors, smallSignal, pairs }) => [
      ...[unitCurrent, resistance, resistors, smallSignal, pairs],
    ]),
    spec: chart(
      `${neuron}: area of the loads against the unit current`,
      ['Resistors for a gain of 1: 2 kΩ a square, 0.35 µm wide, body alone.', 'Assumptions; nothing is laid out.'],
      {
        data: { values: points },
        mark: { type: 'line' },
        encoding: {
          x: {
            field: 'unitCurrent',
            ...logAxis('unit current', 'A', enclosingDecades(areas.map(({ unitCurrent }) => unitCurrent))),
          },
          y: { field: 'area', ...powerOfTenAxis('area, µm²', domain) },
          color: {
            field: 'what',
            type: 'nominal',
            sort: lines,
            scale: colourScale(lines, 1),
            legend: LEGEND,
          },
        },
      },
    ),
  };
}
