/** Fit of the device formulas to single transistors in ngspice. */

import { adjust } from '../../numeric/index.ts';
import type { DrivenPoint, LoadPoint } from './bias.ts';
import { channel } from './channel.ts';
import { isInside, OUTSIDE_WEIGHT } from './grid.ts';
import { drivenDevice, loadDevice, tunnelling } from './model.ts';
import type { Conditions, DrivenLength, DrivenParameters, LoadParameters } from './parameters.ts';

/** Scales of errors that weigh alike: volts, and relative ones of gm and gds. */
const VOLT_SCALE = 0.002;
const GM_SCALE = 0.02;
const GDS_SCALE = 0.03;
/**
 * Drain-source conductance over transconductance below which its error matters less. That of the loads is far above.
 */
const GDS_SHARE = 0.05;
/** Drain-gate voltage above which tunnelling is fitted, V: below it is under 0.1 pA. */
const TUNNELLING_FROM = 0.1;

const slopeStart = {
  p: 0.4,
  mobility: [1, 0, 0],
  shift: [0.01, 0, 0],
} as const;
const noiseStart = { scale: [1.6, -0.2, 0], triode: 0.8, shift: -0.1, cornerShift: -0.5 } as const;

/** Start of the fit of a driven transistor of `length` nm: magnitudes of its parameters. */
const startDriven = (length: DrivenLength): DrivenParameters => ({
  ...slopeStart,
  n0: [1.47, 0, 0],
  a: [0.6 + length / 800, -0.15, 0.1],
  b: [0.001 * length, 0, 0],
  r: 1.3,
  v0: [0.32 + length / 3000, 0, 0],
  saturation: { base: 1.6, inversion: [0.0002 * length, 0.0001 * length, 0], power: 0.65, smoothing: 0.006, bend: 0.6 },
  body: [-0.16, 0, 0],
  body2: 0.02,
  al: [1.23, 0, 0],
  al2: -0.05,
  sg: [length === 65 ? 0.12 : 0.6 / length, 0, 0],
  sg2: 0.0002,
  la: [0.05, 0, 0],
  tunnelling: { scale: 4.5e-12, rate: 3.8 },
  noise: {
    ...noiseStart,
    corner: [400 / length, -100 / length, 0],
    power: 0.75,
    body: [-0.05, 0, 0],
    drain: [-0.05, 0, 0],
  },
  flicker: { scale: [4e-4 / length, -1e-4 / length, 0], corner: [10, -3, 0], power: 0.6 },
  overlap: { base: 24.5e-18, span: 24e-18, bulge: 0.018, knee: 0.022 },
  cdg: { scale: 1, size: 1.5e-21 * length ** 2, corner: [200 / length, -90 / length, 0], power: 1.35 },
  cdd: { junction: [17e-18, 2.4e-18, 0], decay: 1, base: 34e-18, scale: 1 },
  cgg: {
    base: [0.55e-18 * length + 24e-18, 0, 0],
    body: -0.15e-18 * length,
    log: -0.5e-18,
    size: 4e-21 * length ** 2,
    corner: [200 / length, -90 / length, 0],
    power: 1.35,
  },
});

const startLoad: LoadParameters = {
  ...slopeStart,
  n0: [1.2, 0, 0],
  a: [0.5, -0.2, 0],
  b: [0.2, 0.1, 0],
  p: 0.2,
  r: 0.97,
  v0: [0.27, 0, 0],
  // A diode in strong inversion is saturated: that it would need more voltage then does not show.
  saturation: { base: 1.7, inversion: [0, 0, 0], power: 1, smoothing: 0.009, bend: 0.8 },
  noise: { ...noiseStart, corner: [1.1, -0.3, 0], power: 0.6 },
  flicker: { scale: [3e-7, 0, 0], corner: [10, 0, 0], power: 0.6 },
  c: { base: [209e-18, 7e-18, 0], size: 52e-18, corner: [2.1, -0.8, 0], power: 1.35 },
};

/** Members of a list, `terms` of them. */
const list = (name: string, terms: number): string[] => Array.from({ length: terms }, (_, k) => `${name}.${k}`);
const slopePaths = [
  ...list('a', 3),
  ...list('b', 3),
  ...['p', 'r'],
  ...list('v0', 3),
  ...['saturation.base', 'saturation.smoothing', 'saturation.bend'],
  ...list('mobility', 2),
  ...list('shift', 2),
];
const noisePaths = [
  ...list('noise.scale', 3),
  ...list('noise.corner', 3),
  ...['noise.triode', 'noise.power', 'noise.shift', 'noise.cornerShift'],
];
const flickerPaths = [...list('flicker.scale', 3), ...list('flicker.corner', 2), 'flicker.power'];
const inversionPaths = (name: string): string[] => [`${name}.size`, ...list(`${name}.corner`, 2), `${name}.power`];

/** Relative error. */
export const relative = (model: number, measured: number): number => model / measured - 1;
const weight = ({ conditions }: { readonly conditions: Conditions }): number =>
  isInside(conditions) ? 1 : OUTSIDE_WEIGHT;

/** Parameters of a driven transistor of `length` nm, fitted to `points`. */
export function fitDriven(length: DrivenLength, points: readonly DrivenPoint[]): DrivenParameters {
  let device = adjust(
    startDriven(length),
    [
      ...slopePaths,
      'saturation.power',
      ...list('saturation.inversion', 2),
      ...list('n0', 2),
      ...list('body', 2),
      'body2',
      ...list('al', 2),
      'al2',
      ...list('sg', 2),
      'sg2',
      ...list('la', 2),
    ],
    (shape) =>
      points.flatMap((point) => {
        const { source, drain, current, conditions } = point;
        const { gate, byLog, byDrain } = channel(current, drain - source, source, shape, conditions);
        const gm = current / byLog;
        const share = point.gds / (point.gds + GDS_SHARE * point.gm);
        const w = weight(point);
        return [
          (w * (gate - point.gate)) / VOLT_SCALE,
          (w * relative(gm, point.gm)) / GM_SCALE,
          (w * share * relative(-gm * byDrain, point.gds)) / GDS_SCALE,
        ];
      }),
  );
  const tunnels = points.filter((point) => point.drain - point.gate > TUNNELLING_FROM);
  device = adjust(device, ['tunnelling.scale', 'tunnelling.rate'], (shape) =>
    tunnels.map((point) => relative(tunnelling(point.drain - point.gate, shape).current, point.tunnelling)),
  );
  const refine = (key: 'noise' | 'flicker' | 'cdg' | 'cdd' | 'cgg', paths: readonly string[]): void => {
    device = adjust(device, paths, (shape) =>
      points.map((point) => weight(point) * relative(drivenDevice(point, shape, point.conditions)[key], point[key])),
    );
  };
  refine('noise', [...noisePaths, ...list('noise.body', 3), ...list('noise.drain', 2)]);
  refine('flicker', flickerPaths);
  refine('cdg', ['overlap.base', 'overlap.span', 'overlap.bulge', 'overlap.knee', ...inversionPaths('cdg')]);
  refine('cdd', [...list('cdd.junction', 2), 'cdd.decay', 'cdd.base', 'cdd.scale']);
  refine('cgg', [...list('cgg.base', 2), 'cgg.body', 'cgg.log', ...inversionPaths('cgg')]);
  return device;
}

/** Parameters of the load, fitted to `points`. */
export function fitLoad(points: readonly LoadPoint[]): LoadParameters {
  const model = (point: LoadPoint, shape: LoadParameters) => loadDevice(point.current, shape, point.conditions);
  let device = adjust(startLoad, [...slopePaths, ...list('n0', 2)], (shape) =>
    points.flatMap((point) => {
      const { voltage, g } = model(point, shape);
      const w = weight(point);
      return [(w * (voltage - point.voltage)) / VOLT_SCALE, (w * relative(g, point.g)) / GM_SCALE];
    }),
  );
  const refine = (key: 'noise' | 'flicker' | 'c', paths: readonly string[]): void => {
    device = adjust(device, paths, (shape) =>
      points.map((point) => weight(point) * relative(model(point, shape)[key], point[key])),
    );
  };
  refine('noise', noisePaths);
  refine('flicker', flickerPaths);
  refine('c', [...list('c.base', 2), ...inversionPaths('c')]);
  return device;
}
