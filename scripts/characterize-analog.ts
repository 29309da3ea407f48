/**
 * Writes src/analog/device-65nm.ts: the parameters of the closed form, fitted to single transistors in ngspice.
 * Run: npx tsx scripts/characterize-analog.ts (after npm run build; about 10 s). Prints the worst errors of the fit.
 */

import { writeFileSync } from 'node:fs';
import {
  CARD,
  type DeviceParameters,
  type DrivenParameters,
  type DrivenPoint,
  drivenDevice,
  drivenTransistor,
  type LoadParameters,
  type LoadPoint,
  leastSquares,
  loadDevice,
  loadTransistor,
  sourceVoltage,
  UNIT_SIZE,
} from '../src/analog/index.ts';
import { createNgspice } from '../src/tools/ngspice.ts';

/** Gate of the driven pairs, V. */
const GATE = 0.6;
/** Two currents a decade, A. */
const currents = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from * 10 ** (k / 2));
const DRAINS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1];
/** Least drain-source voltage of the fit, V: below, the pair is no amplifier. */
const MIN_VDS = 0.1;

const ngspice = createNgspice({ jobs: 2 });
const biases = DRAINS.flatMap((drain) => currents(5e-12, 12).map((current) => ({ current, gate: GATE, drain })));
const all = await Promise.all(biases.map((bias) => drivenTransistor(bias, ngspice)));
const driven = all.filter((point) => point.drain - point.source > MIN_VDS && point.source > 0.02);
const load = await Promise.all(currents(1e-10, 12).map((current) => loadTransistor(current, ngspice)));
await ngspice.close();

type Shape = { readonly [key: string]: number | { readonly [key: string]: number } };
/** The numbers of `shape` at `paths`, replaced one by one. */
function withValues<T extends object>(shape: T, paths: readonly string[], values: readonly number[]): T {
  const copy = structuredClone(shape) as { [key: string]: number | { [key: string]: number } };
  paths.forEach((path, index) => {
    const [group, member] = path.split('.') as [string, string?];
    const inner = copy[group];
    const value = values[index] ?? Number.NaN;
    if (member === undefined) copy[group] = value;
    else if (typeof inner === 'object') inner[member] = value;
  });
  return copy as T;
}
function valuesOf(shape: object, paths: readonly string[]): number[] {
  return paths.map((path) => {
    const [group, member] = path.split('.') as [string, string?];
    const inner = (shape as Shape)[group];
    return Number(typeof inner === 'object' && member !== undefined ? inner[member] : inner);
  });
}

/** Fits the members `paths` of `shape`; each is scaled by its start, so that none dwarfs another. */
function adjust<T extends object>(shape: T, paths: readonly string[], residuals: (shape: T) => readonly number[]): T {
  const start = valuesOf(shape, paths);
  const scaled = (factors: readonly number[]): T =>
    withValues(
      shape,
      paths,
      factors.map((f, k) => f * (start[k] ?? 0)),
    );
  return scaled(
    leastSquares(
      (factors) => residuals(scaled(factors)),
      start.map(() => 1),
    ),
  );
}

const relative = (model: number, measured: number): number => model / measured - 1;
const model = (point: DrivenPoint, device: DrivenParameters) => drivenDevice(point, device);

const startDriven: DrivenParameters = {
  ...{ n0: 1.4, a: 0.6, b: 0.01, p: 0.4, r: 2, v0: 0.32, al: 1.2, sg: 0.12, la: 0.03 },
  tunnelling: { scale: 4.5e-12, rate: 3.8 },
  noise: { scale: 1.6, triode: 1, corner: 7, power: 0.7 },
  flicker: 6e-6,
  cdg: { base: 27e-18, overlap: 35e-18, middle: 0.3, width: 0.1, inversion: 1e-18 },
  cdd: { base: 75e-18, tilt: -10e-18, overlap: 32e-18, middle: 0.3, width: 0.1 },
};
const startLoad: LoadParameters = {
  ...{ n0: 1, a: 0.6, b: 0.25, p: 0.11, r: 1, v0: 0.2 },
  noise: { scale: 1.5, triode: 0.1, triode2: 0.5, corner: 1.1, power: 0.6 },
  flicker: 3e-7,
  c: { base: 209e-18, inversion: 51e-18, corner: 2, power: 1.3 },
};

/** Voltages count as relative errors of this many volts, about the thermal voltage. */
const VOLT_SCALE = 0.026;
const channel = ['n0', 'a', 'b', 'p', 'r', 'v0'];
let n = adjust(startDriven, [...channel, 'al', 'sg', 'la'], (device) =>
  driven.flatMap((point) => {
    const { gm, gds } = model(point, device);
    const source = sourceVoltage(point.current, point.gate, point.drain, device);
    return [relative(gm, point.gm), relative(gds, point.gds), (source - point.source) / VOLT_SCALE];
  }),
);
const tunnels = driven.filter((point) => point.drain - point.gate > 0.1);
n = adjust(n, ['tunnelling.scale', 'tunnelling.rate'], (device) =>
  tunnels.map((point) => relative(model(point, device).tunnelling, point.tunnelling)),
);
const members = (group: keyof DrivenParameters & keyof typeof startDriven): string[] =>
  Object.keys(startDriven[group] as object).map((member) => `${group}.${member}`);
n = adjust(n, members('noise'), (device) => driven.map((point) => relative(model(point, device).noise, point.noise)));
n = adjust(n, ['flicker'], (device) => driven.map((point) => relative(model(point, device).flicker, point.flicker)));
n = adjust(n, members('cdg'), (device) => driven.map((point) => relative(model(point, device).cdg, point.cdg)));
n = adjust(n, members('cdd'), (device) => driven.map((point) => relative(model(point, device).cdd, point.cdd)));

const loadModel = (point: LoadPoint, device: LoadParameters) => loadDevice(point.current, device);
let p = adjust(startLoad, channel, (device) =>
  load.flatMap((point) => {
    const { voltage, g } = loadModel(point, device);
    return [relative(g, point.g), (voltage - point.voltage) / VOLT_SCALE];
  }),
);
p = adjust(
  p,
  Object.keys(startLoad.noise).map((member) => `noise.${member}`),
  (device) => load.map((point) => relative(loadModel(point, device).noise, point.noise)),
);
p = adjust(p, ['flicker'], (device) => load.map((point) => relative(loadModel(point, device).flicker, point.flicker)));
p = adjust(
  p,
  Object.keys(startLoad.c).map((member) => `c.${member}`),
  (device) => load.map((point) => relative(loadModel(point, device).c, point.c)),
);

/** Six digits are far below the fit's own errors. */
const rounded = (value: unknown): unknown =>
  typeof value === 'number'
    ? Number(value.toPrecision(6))
    : Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, rounded(member)]));
const device = { driven: rounded(n), load: rounded(p) } as DeviceParameters;

const worst = (errors: readonly number[]): string => `${(100 * Math.max(...errors.map(Math.abs))).toFixed(1)} %`;
const report = [
  ...(['gm', 'gds', 'noise', 'flicker', 'cdg', 'cdd'] as const).map(
    (key) => `driven ${key}: ${worst(driven.map((point) => relative(model(point, device.driven)[key], point[key])))}`,
  ),
  `driven tunnelling: ${worst(tunnels.map((q) => relative(model(q, device.driven).tunnelling, q.tunnelling)))}`,
  `driven source voltage: ${(1e3 * Math.max(...driven.map((q) => Math.abs(sourceVoltage(q.current, q.gate, q.drain, device.driven) - q.source)))).toFixed(1)} mV`,
  ...(['g', 'c', 'noise', 'flicker'] as const).map(
    (key) => `load ${key}: ${worst(load.map((point) => relative(loadModel(point, device.load)[key], point[key])))}`,
  ),
  `load voltage: ${(1e3 * Math.max(...load.map((q) => Math.abs(loadModel(q, device.load).voltage - q.voltage)))).toFixed(1)} mV`,
];
process.stdout.write(`${driven.length} + ${load.length} bias points; worst errors\n${report.join('\n')}\n`);

const object = (value: unknown, indent: string): string =>
  typeof value === 'number'
    ? `${value}`
    : `{\n${Object.entries(value as object)
        .map(([key, member]) => `${indent}  ${key}: ${object(member, `${indent}  `)},\n`)
        .join('')}${indent}}`;
const { widthN, widthP, length } = UNIT_SIZE;
const text = `/** Unit transistors on the 65 nm card. Generated by \`npx tsx scripts/characterize-analog.ts\`: do not edit. */

import type { DeviceParameters } from './device-parameters.ts';

/**
 * Fitted to ${driven.length} bias points of one N transistor (W ${widthN} m, gate at ${GATE} V, drain ${DRAINS[0]} to ${DRAINS.at(-1)} V, 5 pA to 1.6 uA)
 * and ${load.length} of one diode-connected P (W ${widthP} m, 100 pA to 32 uA), L ${length} m, in ${CARD.simulator} of ${CARD.package}
 * (sha256 ${CARD.sha256}),
 * ${CARD.name}, ${CARD.temperature} C. Worst errors:
${report.map((line) => ` * - ${line}\n`).join('')} */
export const DEVICE_65NM: DeviceParameters = ${object(device, '')};
`;
writeFileSync(new URL('../src/analog/device-65nm.ts', import.meta.url), text);
