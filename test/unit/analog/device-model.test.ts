import { describe, expect, test } from 'vitest';
import { DEVICES_65NM } from '../../../analog/device/device-65nm.ts';
import {
  drainCurrent,
  drivenDevice,
  gateVoltage,
  loadDevice,
  sourceVoltage,
  tunnelling,
} from '../../../analog/device/model.ts';

const { load } = DEVICES_65NM;
const CHARGE = 1.602176634e-19;
/** k / q, V/K. */
const BOLTZMANN = 8.617333262e-5;
const currents = [1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6];
const CONDITIONS = [
  { temperature: 300.15, thresholdShift: 0 },
  { temperature: 273.15, thresholdShift: 0.1 },
  { temperature: 358.15, thresholdShift: -0.1 },
];
const cases = ([65, 130, 250] as const).flatMap((length) =>
  CONDITIONS.map((conditions) => [length, conditions] as const),
);

/** Slope of f at x. */
const derivative = (f: (x: number) => number, x: number, step: number): number =>
  (f(x + step) - f(x - step)) / (2 * step);

describe.each(cases)('the driven transistor, %i nm, %o', (length, conditions) => {
  const driven = DEVICES_65NM.driven[length];
  const [gate, drain, source] = [0.6, 0.9, 0.3];

  test.each(currents)('%d A: gm, gds and the source voltage follow from the gate voltage', (current) => {
    const state = { current, gate, drain, source };
    const { gm, gds } = drivenDevice(state, driven, conditions);
    const byCurrent = derivative((i) => gateVoltage(i, drain, source, driven, conditions), current, current * 1e-5);
    const byDrain = derivative((v) => gateVoltage(current, v, source, driven, conditions), drain, 1e-5);
    expect(gm * byCurrent).toBeCloseTo(1, 6);
    expect(gds / (-byDrain * gm)).toBeCloseTo(1, 5);
    const found = gateVoltage(current, drain, source, driven, conditions);
    expect(sourceVoltage(current, found, drain, driven, conditions)).toBeCloseTo(source, 9);
    expect(drainCurrent(found, drain, source, driven, conditions) / current).toBeCloseTo(1, 8);
  });

  test('weak inversion: gm U_T / I is between 1/1.6 and 1/1.3 and falls as the current grows', () => {
    const ratios = currents.map(
      (current) =>
        (drivenDevice({ current, gate, drain, source }, driven, conditions).gm * BOLTZMANN * conditions.temperature) /
        current,
    );
    expect(ratios[0]).toBeLessThan(1 / 1.3);
    expect(ratios[0]).toBeGreaterThan(1 / 1.6);
    for (let k = 1; k < ratios.length; k++) expect(ratios[k]).toBeLessThan(ratios[k - 1]!);
  });

  test('a current falls as the threshold rises, by a decade in 85 to 110 mV at 27 C', () => {
    const shifted = (thresholdShift: number): number =>
      drainCurrent(0.3, 0.9, 0.2, driven, { temperature: 300.15, thresholdShift });
    const decade = 0.1 / Math.log10(shifted(0) / shifted(0.1));
    expect(decade).toBeGreaterThan(0.08);
    expect(decade).toBeLessThan(0.11);
  });

  test('noise is at least shot noise, 2 q I, in weak inversion', () => {
    for (const current of currents.slice(0, 4))
      expect(drivenDevice({ current, gate, drain, source }, driven, conditions).noise).toBeGreaterThan(
        2 * CHARGE * current,
      );
  });

  test('the gate capacitance holds that to the drain, and is of the order of the oxide', () => {
    // 1.95 nm of SiO2 over W L, and overlaps of the same order at 65 nm.
    const oxide = ((3.9 * 8.854e-12) / 1.95e-9) * 100e-9 * length * 1e-9;
    const { cdg, cgg } = drivenDevice({ current: 1e-8, gate, drain, source }, driven, conditions);
    expect(cgg).toBeGreaterThan(2 * cdg);
    expect(cgg).toBeLessThan(oxide + 60e-18);
    expect(cgg).toBeGreaterThan(oxide * 0.3);
  });
});

describe('the longer transistors', () => {
  test('have the smaller drain conductance at the same current', () => {
    const gds = ([65, 130, 250] as const).map(
      (length) => drivenDevice({ current: 1e-8, gate: 0.6, drain: 0.9, source: 0.3 }, DEVICES_65NM.driven[length]).gds,
    );
    expect(gds[1]).toBeLessThan(gds[0]! / 5);
    expect(gds[2]).toBeLessThan(gds[1]! / 2);
  });
});

describe('tunnelling', () => {
  test('is odd in the drain-gate voltage, and its slope is its derivative', () => {
    const through = (u: number) => tunnelling(u, DEVICES_65NM.driven[65]);
    expect(through(-0.2).current).toBeCloseTo(-through(0.2).current, 20);
    for (const u of [0.05, 0.2, 0.4])
      expect(derivative((v) => through(v).current, u, 1e-5) / through(u).slope).toBeCloseTo(1, 5);
  });
});

describe.each(CONDITIONS)('the load, %o', (conditions) => {
  test.each([1e-9, 1e-8, 1e-7, 1e-6, 1e-5])('%d A: its conductance is the slope of its current', (current) => {
    const resistance = derivative((i) => loadDevice(i, load, conditions).voltage, current, current * 1e-4);
    expect(resistance * loadDevice(current, load, conditions).g).toBeCloseTo(1, 4);
  });
});
