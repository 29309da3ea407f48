import { afterAll, describe, expect, test } from 'vitest';
import { drivenTransistor, loadTransistor } from '../../analog/device/bias.ts';
import { DEVICES_65NM } from '../../analog/device/device-65nm.ts';
import { drainCurrent, drivenDevice, gateVoltage, loadDevice, sourceVoltage } from '../../analog/device/model.ts';
import type { DrivenLength } from '../../analog/device/parameters.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

/** Bias points between those of the fit, with the worst errors allowed there. */
const DRIVEN = { gm: 0.03, noise: 0.05, cdd: 0.04, flicker: 0.1 } as const;
/** Share of the channel in cdg and cgg. A few percent off, it is the larger the longer the transistor. */
const CHANNEL = { 65: 0.02, 130: 0.055, 250: 0.08 } as const;
const LOAD = { g: 0.02, c: 0.02, noise: 0.05, flicker: 0.15 } as const;
/** V */
const VOLTAGE = 0.002;
const at = (celsius: number, thresholdShift = 0) => ({ temperature: celsius + 273.15, thresholdShift });

const CONDITIONS = [at(12), at(40), at(70), at(40, 0.15), at(70, -0.05)];
const BIASES = ([65, 130, 250] as const).flatMap((length) =>
  CONDITIONS.flatMap((conditions) =>
    [2e-11, 8e-10, 3e-8, 4e-7].flatMap((pulled) =>
      [
        [0.02, 0.3],
        [0.35, 0.53],
        [0.18, 0.75],
      ].map(([source = 0, drain = 0]) => ({ length, conditions, pulled, source, drain })),
    ),
  ),
);

describe('the device table against single transistors', () => {
  test.each(
    ([65, 130, 250] as const).flatMap((length) => CONDITIONS.map((conditions) => [length, conditions] as const)),
  )('driven, %i nm, %o', async (length: DrivenLength, conditions) => {
    const device = DEVICES_65NM.driven[length];
    const biases = BIASES.filter((bias) => bias.length === length && bias.conditions === conditions);
    const points = await Promise.all(biases.map((bias) => drivenTransistor(bias, ngspice)));
    expect(points).toHaveLength(12);
    for (const point of points) {
      const model = drivenDevice(point, device, conditions);
      for (const key of Object.keys(DRIVEN) as (keyof typeof DRIVEN)[])
        expect(Math.abs(model[key] / point[key] - 1), `${key} at ${point.pulled} A`).toBeLessThan(DRIVEN[key]);
      for (const key of ['cdg', 'cgg'] as const)
        expect(Math.abs(model[key] / point[key] - 1), `${key} at ${point.pulled} A`).toBeLessThan(CHANNEL[length]);
      // Only beside the loads' conductance, which is about gm, do the longer transistors' tiny slopes matter.
      expect(Math.abs(model.gds - point.gds) / point.gm, 'gds').toBeLessThan(0.004);
      if (length === 65) expect(Math.abs(model.gds / point.gds - 1), 'gds').toBeLessThan(0.03);
      const { current, gate, drain, source } = point;
      expect(Math.abs(sourceVoltage(current, gate, drain, device, conditions) - source)).toBeLessThan(VOLTAGE);
      expect(Math.abs(gateVoltage(current, drain, source, device, conditions) - gate)).toBeLessThan(VOLTAGE * 1.3);
      // A millivolt of the gate is 2.6 percent of the current in weak inversion.
      const carried = drainCurrent(gate, drain, source, device, conditions);
      expect(Math.abs(Math.log(carried / current))).toBeLessThan((VOLTAGE * 1.3 * point.gm) / current);
      // Below 0.1 V of drain-gate voltage tunnelling is under 0.1 pA, nothing beside these currents.
      if (drain - gate > 0.1) expect(Math.abs(model.tunnelling / point.tunnelling - 1)).toBeLessThan(0.02);
    }
  });

  test.each(CONDITIONS.map((conditions) => [conditions] as const))('load, %o', async (conditions) => {
    for (const current of [7e-10, 8e-9, 7e-8, 9e-7, 1.2e-5]) {
      const point = await loadTransistor(current, ngspice, conditions);
      if (point.voltage < 0.02) continue;
      const model = loadDevice(current, DEVICES_65NM.load, conditions);
      for (const key of Object.keys(LOAD) as (keyof typeof LOAD)[])
        expect(Math.abs(model[key] / point[key] - 1), `${key} at ${current} A`).toBeLessThan(LOAD[key]);
      expect(Math.abs(model.voltage - point.voltage)).toBeLessThan(VOLTAGE);
    }
  });

  test('a positive shift raises the thresholds of both kinds', async () => {
    const conditions = [at(27), at(27, 0.1)];
    const bias = { length: 65, pulled: 1e-8, source: 0.1, drain: 0.5 } as const;
    const [low, high] = await Promise.all(conditions.map((c) => drivenTransistor({ ...bias, conditions: c }, ngspice)));
    const [weak, strong] = await Promise.all(conditions.map((c) => loadTransistor(1e-6, ngspice, c)));
    for (const more of [high!.gate - low!.gate, strong!.voltage - weak!.voltage]) {
      expect(more).toBeGreaterThan(0.09);
      expect(more).toBeLessThan(0.115);
    }
  });

  test('the measured small signals are those of the device: gm and gds are the slopes of its gate voltage', async () => {
    const bias = { length: 130, pulled: 1e-8, source: 0.2, drain: 0.5, conditions: at(27) } as const;
    const run = (change: Partial<{ pulled: number; source: number; drain: number }>) =>
      drivenTransistor({ ...bias, ...change }, ngspice);
    const [base, more, wider] = await Promise.all([run({}), run({ pulled: 1.001e-8 }), run({ drain: 0.501 })]);
    expect((more!.current - base!.current) / (more!.gate - base!.gate) / base!.gm).toBeCloseTo(1, 2);
    expect(((base!.gate - wider!.gate) / 0.001) * (base!.gm / base!.gds)).toBeCloseTo(1, 1);
  });
});
