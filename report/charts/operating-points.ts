/** Layers of charts against unit current: simulated points and the closed form as a line. */

import type { BiasCurve, BiasPoint } from '../../compare/index.ts';
import { enclosingDecades, LEGEND, logAxis } from './theme.ts';

/** Value of a neuron at a unit current. */
export interface CurrentPoint {
  readonly neuron: string;
  /** Unit current, A. */
  readonly unitCurrent: number;
  readonly value: number;
}

/** Values of a quantity at every operating point that has it. */
export function againstCurrent(
  analog: readonly BiasCurve[],
  of: (point: BiasPoint) => number | null | undefined,
): readonly CurrentPoint[] {
  return analog.flatMap(({ name, points }) =>
    points.flatMap((point) => {
      const value = of(point);
      return value === undefined || value === null ? [] : [{ neuron: name, unitCurrent: point.unitCurrent, value }];
    }),
  );
}

/** Layers of simulated points and closed-form lines, one colour a neuron. Their channel `y` is the same. */
export function currentLayers(
  simulated: readonly CurrentPoint[],
  modelled: readonly CurrentPoint[],
  y: object,
  colours: ReadonlyMap<string, string>,
): object {
  const names = [...new Set(simulated.map((point) => point.neuron))];
  const domain = enclosingDecades(simulated.map((point) => point.unitCurrent));
  const x = { field: 'unitCurrent', ...logAxis('unit current', 'A', domain) };
  const color = {
    field: 'neuron',
    type: 'nominal',
    scale: { domain: names, range: names.map((name) => colours.get(name)) },
    legend: { ...LEGEND, symbolType: 'circle', symbolStrokeWidth: 0 },
  };
  return {
    layer: [
      { data: { values: modelled }, mark: { type: 'line', clip: true }, encoding: { x, y, color } },
      {
        data: { values: simulated },
        mark: { type: 'point', filled: true, size: 80, opacity: 1 },
        encoding: { x, y, color },
      },
    ],
  };
}

/** Rows of the CSV file: neuron, unit current, simulated, closed form. */
export function currentRows(
  simulated: readonly CurrentPoint[],
  modelled: readonly CurrentPoint[],
): readonly (readonly (string | number | null)[])[] {
  return simulated.map(({ neuron, unitCurrent, value }) => {
    const closed = modelled.find((point) => point.neuron === neuron && point.unitCurrent === unitCurrent);
    return [neuron, unitCurrent, value, closed?.value ?? null];
  });
}
