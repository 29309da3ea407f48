/** Lines of neurons against frequency, shared by the charts of power and of energy. */

import { analogPower, digitalPower, type PairCurve } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { chart, enclosingDecades, LEGEND, logAxis } from './theme.ts';

interface LinePoint {
  readonly frequency: number;
  readonly neuron: string;
  /** Part of an analog line at the smallest usable bias, with more bandwidth than needed. */
  readonly floor: boolean;
  /** Value, W or J. */
  readonly value: number;
}

/** Quantity drawn from the power (W) at a frequency (Hz). */
export interface Quantity {
  readonly name: string;
  readonly column: string;
  readonly title: string;
  readonly axis: string;
  readonly unit: string;
  readonly description: string;
  readonly of: (power: number, frequency: number) => number;
}

/** Figure of a line for each neuron of `curves`, where it has a power. Undefined without curves. */
export function neuronLines(
  curves: readonly PairCurve[],
  colours: ReadonlyMap<string, string>,
  quantity: Quantity,
): Figure | undefined {
  const lines = curves.flatMap((curve) => [...digitalLine(curve, quantity), ...analogLine(curve, quantity)]);
  const points = [
    ...new Map(lines.map((point) => [`${point.neuron} ${point.floor} ${point.frequency}`, point])).values(),
  ];
  const frequencies = curves.flatMap((curve) => curve.points.map((point) => point.frequency));
  if (points.length === 0) return undefined;
  const neurons = curves.flatMap(({ digital, analog }) => [digital.name, analog.name]);
  const names = [...new Set(neurons)];
  const domain = enclosingDecades(points.map((point) => point.value));
  return {
    name: quantity.name,
    description: quantity.description,
    columns: ['neuron', 'frequency_Hz', quantity.column, 'at_smallest_bias'],
    rows: points.map(({ neuron, frequency, value, floor }) => [neuron, frequency, value, floor ? 1 : 0]),
    spec: chart(quantity.title, subtitle(points.some((point) => point.floor)), {
      data: { values: points },
      mark: { type: 'line', clip: true },
      encoding: {
        x: {
          field: 'frequency',
          ...logAxis('operations per second', 'Hz', [Math.min(...frequencies), Math.max(...frequencies)]),
        },
        y: { field: 'value', ...logAxis(quantity.axis, quantity.unit, domain) },
        color: {
          field: 'neuron',
          type: 'nominal',
          sort: names,
          scale: { domain: names, range: names.map((name) => colours.get(name)) },
          legend: LEGEND,
        },
        strokeDash: {
          field: 'floor',
          type: 'nominal',
          scale: {
            domain: [false, true],
            range: [
              [1, 0],
              [5, 4],
            ],
          },
          legend: null,
        },
      },
    }),
  };
}

function subtitle(floors: boolean): readonly string[] {
  const end = 'A line ends where its neuron is too slow.';
  return floors ? ['Dashed: smallest usable bias, faster than needed.', end] : [end];
}

function digitalLine(curve: PairCurve, quantity: Quantity): readonly LinePoint[] {
  return frequenciesWith(curve, [curve.digitalLimit]).flatMap((frequency) => {
    const power = digitalPower(curve.digital, frequency);
    return power === null
      ? []
      : [{ frequency, neuron: curve.digital.name, floor: false, value: quantity.of(power, frequency) }];
  });
}

/** Points of an analog neuron's line. The corner between floor and chosen bias belongs to both parts. */
function analogLine(curve: PairCurve, quantity: Quantity): readonly LinePoint[] {
  const { points } = curve.bias;
  const corner = points[0]?.bandwidth ?? 0;
  return frequenciesWith(curve, [corner, points.at(-1)?.bandwidth ?? 0]).flatMap((frequency) => {
    const power = analogPower(points, frequency);
    if (power === null) return [];
    const point = { frequency, neuron: curve.analog.name, value: quantity.of(power, frequency) };
    const parts = frequency < corner ? [true] : frequency > corner ? [false] : [true, false];
    return parts.map((floor) => ({ ...point, floor }));
  });
}

/** Frequencies of the spec and those of `corners` among them, in rising order. */
function frequenciesWith(curve: PairCurve, corners: readonly number[]): readonly number[] {
  const frequencies = curve.points.map((point) => point.frequency);
  const low = Math.min(...frequencies);
  const high = Math.max(...frequencies);
  const inside = corners.filter((corner) => corner > low && corner < high);
  return [...new Set([...frequencies, ...inside])].toSorted((a, b) => a - b);
}
