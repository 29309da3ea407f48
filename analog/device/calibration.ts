/** Calibration as a whole: measured transistors, formulas fitted to them, and distances between the two. */

import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { DrivenPoint, LoadPoint } from './bias.ts';
import { fitDriven, fitLoad, relative } from './fit.ts';
import { DRIVEN_LENGTHS, drivenPoints, isInside, loadPoints } from './grid.ts';
import { drivenDevice, loadDevice, sourceVoltage } from './model.ts';
import type { Conditions, DeviceTable, DrivenLength, DrivenParameters, LoadParameters } from './parameters.ts';
import { measureSwitches, type SwitchTable } from './switch-figures.ts';

/** Error of a formula against the transistor, relative or in V. */
export interface FitError {
  /** Name such as `driven 65 nm` or `load`. */
  readonly device: string;
  /** Name such as `gm`; a voltage's errors are in V. */
  readonly quantity: string;
  readonly unit: '1' | 'V';
  /** Bias points at 0 to 85 C, those with shifted thresholds included. */
  readonly points: number;
  /** Root mean square over those points. */
  readonly rms: number;
  readonly worst: number;
  /** Worst at -40 and 125 C. */
  readonly outside: number;
}

/** Fitted devices with their errors, and measured switches. */
export interface Calibration {
  /** Parameters to six digits, which is far below the errors. */
  readonly devices: DeviceTable;
  readonly errors: readonly FitError[];
  readonly switches: SwitchTable;
}

/**
 * Calibration of the driven transistors of every length, the load and the switches. It takes about a minute and a half
 * on two cores.
 */
export async function fitDevices(
  ngspice: Tool,
  onProgress: (text: string) => void = () => undefined,
): Promise<Calibration> {
  const driven: [DrivenLength, DrivenParameters][] = [];
  const errors: FitError[] = [];
  for (const length of DRIVEN_LENGTHS) {
    onProgress(`driven transistor, ${length} nm`);
    const points = await drivenPoints(length, ngspice);
    const device = rounded(fitDriven(length, points)) as DrivenParameters;
    driven.push([length, device]);
    errors.push(...drivenErrors(`driven ${length} nm`, points, device));
  }
  onProgress('load transistor');
  const points = await loadPoints(ngspice);
  const load = rounded(fitLoad(points)) as LoadParameters;
  errors.push(...loadErrors(points, load));
  onProgress('switches');
  const switches = await measureSwitches(ngspice);
  return { devices: { driven: Object.fromEntries(driven) as DeviceTable['driven'], load }, errors, switches };
}

function drivenErrors(name: string, points: readonly DrivenPoint[], device: DrivenParameters): FitError[] {
  const models = points.map((point) => drivenDevice(point, device, point.conditions));
  const source = points.map(
    ({ current, gate, drain, source, conditions }) => sourceVoltage(current, gate, drain, device, conditions) - source,
  );
  const gds = points.map((point, k) => (nth(models, k).gds - point.gds) / point.gm);
  return [
    summary(name, 'source voltage', 'V', points, source),
    ...compared(name, ['gm', 'gds', 'noise', 'flicker', 'cdg', 'cdd', 'cgg'], points, models),
    summary(name, 'gds over gm', '1', points, gds),
  ];
}

function loadErrors(points: readonly LoadPoint[], device: LoadParameters): FitError[] {
  const models = points.map((point) => loadDevice(point.current, device, point.conditions));
  const voltage = points.map((point, k) => nth(models, k).voltage - point.voltage);
  return [
    summary('load', 'voltage', 'V', points, voltage),
    ...compared('load', ['g', 'c', 'noise', 'flicker'], points, models),
  ];
}

type Point = { readonly conditions: Conditions };

function compared<K extends string>(
  name: string,
  keys: readonly K[],
  points: readonly (Point & Readonly<Record<K, number>>)[],
  models: readonly Readonly<Record<K, number>>[],
): FitError[] {
  return keys.map((key) =>
    summary(
      name,
      key,
      '1',
      points,
      points.map((point, k) => relative(nth(models, k)[key], point[key])),
    ),
  );
}

function summary(
  device: string,
  quantity: string,
  unit: '1' | 'V',
  points: readonly Point[],
  errors: readonly number[],
): FitError {
  const within = errors.filter((_, k) => isInside(nth(points, k).conditions));
  const outside = errors.filter((_, k) => !isInside(nth(points, k).conditions));
  const worst = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
  const rms = Math.sqrt(within.reduce((sum, error) => sum + error ** 2, 0) / within.length);
  return { device, quantity, unit, points: within.length, rms, worst: worst(within), outside: worst(outside) };
}

const DIGITS = 6;

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  return Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, rounded(member)]));
}
