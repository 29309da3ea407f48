import { describe, expect, test } from 'vitest';
import { DEVICE_65NM } from '../../src/analog/device-65nm.ts';
import { drivenDevice, loadDevice, sourceVoltage } from '../../src/analog/index.ts';

const { driven, load } = DEVICE_65NM;
/** k T / q at 27 C, V. */
const THERMAL = 0.0258652;
const CHARGE = 1.602176634e-19;
const currents = [1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6];

/** Slope of f at x. */
const derivative = (f: (x: number) => number, x: number, step: number): number =>
  (f(x + step) - f(x - step)) / (2 * step);

describe('the driven transistor', () => {
  const at = (current: number, gate = 0.6, drain = 0.9) => {
    const source = sourceVoltage(current, gate, drain, driven);
    return { source, ...drivenDevice({ current, gate, drain, source }, driven) };
  };

  test.each(currents)('%d A: gate voltage and transconductance belong together', (current) => {
    // Source and drain held: the gate moves by dI/gm. Follow the gate voltage at which the source stays where it was.
    const { source, gm } = at(current);
    const gateFor = (i: number): number => {
      let [low, high] = [0, 1.5];
      for (let round = 0; round < 60; round++) {
        const middle = (low + high) / 2;
        if (sourceVoltage(i, middle, 0.9, driven) < source) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    };
    expect(1 / derivative(gateFor, current, current * 1e-4) / gm).toBeCloseTo(1, 3);
  });

  test('weak inversion: gm U_T / I falls from below 1/1.3 as the current grows', () => {
    const ratios = currents.map((current) => (at(current).gm * THERMAL) / current);
    expect(ratios[0]).toBeLessThan(1 / 1.3);
    expect(ratios[0]).toBeGreaterThan(1 / 1.6);
    for (let k = 1; k < ratios.length; k++) expect(ratios[k]).toBeLessThan(ratios[k - 1]!);
  });

  test('tunnelling is odd in the drain-gate voltage and its slope is its derivative', () => {
    const through = (u: number) => drivenDevice({ current: 1e-10, gate: 0.6, drain: 0.6 + u, source: 0.4 }, driven);
    expect(through(-0.2).tunnelling).toBeCloseTo(-through(0.2).tunnelling, 20);
    for (const u of [0.05, 0.2, 0.4])
      expect(derivative((v) => through(v).tunnelling, u, 1e-5) / through(u).tunnellingSlope).toBeCloseTo(1, 5);
  });

  test('noise is at least shot noise, 2 q I, in weak inversion', () => {
    for (const current of currents.slice(0, 4)) expect(at(current).noise).toBeGreaterThan(2 * CHARGE * current);
  });
});

describe('the load', () => {
  test.each([1e-9, 1e-8, 1e-7, 1e-6, 1e-5])('%d A: its conductance is the slope of its current', (current) => {
    const resistance = derivative((i) => loadDevice(i, load).voltage, current, current * 1e-4);
    expect(resistance * loadDevice(current, load).g).toBeCloseTo(1, 4);
  });
});
