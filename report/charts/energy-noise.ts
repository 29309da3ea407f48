/** Chart of each sizing's noise against its energy per synapse, beside the paper's figures. */

import { isUsable } from '../../analog/index.ts';
import { type SizingCurve, STATED_PRODUCT, TOGETHER } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { SIZING_COLOURS } from './sizing-lines.ts';
import { chart, enclosingDecades, fineLogAxis, GUIDE, LEGEND, powerOfTenAxis } from './theme.ts';

const ALONE = 'one synapse';
const SHARED = 'n synapses, shared output';

/**
 * Figure of a curve a sizing over its bias. There is a ring where n synapses share the output; undefined without
 * curves.
 */
export function energyNoiseChart(curves: readonly SizingCurve[]): Figure | undefined {
  const ideal = curves.filter(({ result }) => result.neuron.tails === 'ideal');
  const alone = ideal.flatMap(({ result }) =>
    result.points.filter(isUsable).map(({ unitCurrent, energyPerSynapse, noiseTotal }) => ({
      ...{ sizing: result.name, unitCurrent, synapses: 1, kind: ALONE },
      energy: energyPerSynapse,
      noise: noiseTotal,
    })),
  );
  const shared = ideal.flatMap(({ result }) =>
    result.shared
      .filter(({ synapses }) => synapses > 1)
      .map(({ synapses, figures: { unitCurrent, energyPerSynapse, noiseTotal } }) => ({
        ...{ sizing: result.name, unitCurrent, synapses, kind: SHARED },
        energy: energyPerSynapse,
        noise: noiseTotal,
      })),
  );
  const points = [...alone, ...shared];
  if (alone.length === 0) return undefined;
  const names = ideal.map(({ result }) => result.name);
  const energies = [...points.map(({ energy }) => energy), TOGETHER.energy];
  const noises = [...points.map(({ noise }) => noise), TOGETHER.noise / 2];
  const [left, right] = [0.7 * Math.min(...energies), 1.4 * Math.max(...energies)];
  const [low, high] = enclosingDecades(noises);
  const least = Math.min(...alone.map(({ energy, noise }) => energy * noise));
  const largest = Math.max(...alone.map(({ energy, noise }) => energy * noise));
  const products = [STATED_PRODUCT, least, largest].flatMap((product, line) =>
    // The ends of the hyperbola within the frame.
    [Math.max(left, product / high), Math.min(right, product / low)].map((energy, end) => ({
      ...{ line, end, energy, noise: product / energy },
      text: end === 0 ? `${product.toPrecision(2).replace('e-', 'e−')} J V²` : '',
    })),
  );
  const x = {
    field: 'energy',
    ...fineLogAxis(
      'energy per synapse',
      [left, right],
      "replace(format(datum.value, '~s'), /([0-9])([^0-9]*)$/, '$1 $2') + 'J'",
    ),
  };
  const y = { field: 'noise', ...powerOfTenAxis('noise at the output, V²', [low, high]) };
  const color = {
    field: 'sizing',
    type: 'nominal',
    sort: names,
    scale: { domain: names, range: SIZING_COLOURS },
    legend: { ...LEGEND, columns: 7 },
  };
  const paper = [
    { energy: left, to: TOGETHER.energy, noise: low, up: TOGETHER.noise, text: "paper's 0.7 fJ and 1e−6 V²" },
  ];
  return {
    name: 'energy-noise',
    description: 'Integrated output noise against energy per synapse of every sizing over its bias',
    columns: ['sizing', 'synapses', 'unit_current_A', 'energy_per_synapse_J', 'noise_V2'],
    rows: points.map(({ sizing, synapses, unitCurrent, energy, noise }) => [
      sizing,
      synapses,
      unitCurrent,
      energy,
      noise,
    ]),
    spec: chart(
      'Noise against energy per synapse',
      [
        'Lines: one synapse, bias from the floor up. Rings: n synapses',
        'on one output. Dashed: energy times noise constant.',
      ],
      {
        layer: [
          {
            data: { values: paper },
            mark: { type: 'rect', color: GUIDE, opacity: 0.15 },
            encoding: { x, x2: { field: 'to' }, y, y2: { field: 'up' } },
          },
          {
            data: { values: paper },
            mark: { type: 'text', color: GUIDE, fontSize: 12, align: 'left', baseline: 'bottom', dx: 6, dy: -4 },
            encoding: { x, y, text: { field: 'text' } },
          },
          {
            data: { values: products },
            mark: { type: 'line', color: GUIDE, strokeWidth: 1, strokeDash: [5, 4], clip: true },
            encoding: { x, y, detail: { field: 'line' } },
          },
          {
            data: { values: products },
            mark: { type: 'text', color: GUIDE, fontSize: 12, align: 'left', baseline: 'top', dx: 8, dy: 2 },
            encoding: { x, y, text: { field: 'text' } },
          },
          {
            data: { values: alone },
            mark: { type: 'line', point: { size: 30 }, clip: true },
            encoding: { x, y, color, order: { field: 'unitCurrent' } },
          },
          {
            data: { values: shared },
            mark: { type: 'point', filled: false, size: 90, strokeWidth: 2.5 },
            encoding: { x, y, color },
          },
        ],
      },
    ),
  };
}
