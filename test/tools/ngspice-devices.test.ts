import { afterAll, describe, expect, test } from 'vitest';
import { DEVICE_65NM } from '../../src/analog/device-65nm.ts';
import { drivenDevice, drivenTransistor, loadDevice, loadTransistor, sourceVoltage } from '../../src/analog/index.ts';
import { createNgspice } from '../../src/tools/ngspice.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

/** Bias points between those of the fit, and the worst relative errors allowed there. */
const CURRENTS = [2e-11, 8e-10, 3e-8, 4e-7];
const DRIVEN = { gm: 0.02, gds: 0.05, noise: 0.05, cdg: 0.02, cdd: 0.01, flicker: 0.1 } as const;
const LOAD = { g: 0.03, c: 0.02, noise: 0.03, flicker: 0.12 } as const;
/** Volts. */
const VOLTAGE = 0.001;

describe('the device table against single transistors', () => {
  test.each(CURRENTS.flatMap((current) => [0.68, 0.88, 1.02].map((drain) => [current, drain] as const)))(
    'driven, %d A, drain at %d V',
    async (current, drain) => {
      const point = await drivenTransistor({ current, gate: 0.6, drain }, ngspice);
      const model = drivenDevice(point, DEVICE_65NM.driven);
      for (const key of Object.keys(DRIVEN) as (keyof typeof DRIVEN)[])
        expect(Math.abs(model[key] / point[key] - 1), key).toBeLessThan(DRIVEN[key]);
      const source = sourceVoltage(current, 0.6, drain, DEVICE_65NM.driven);
      expect(Math.abs(source - point.source)).toBeLessThan(VOLTAGE);
      // Below 0.1 V of drain-gate voltage tunnelling is under 0.1 pA, nothing beside these currents.
      if (drain > 0.7) expect(model.tunnelling / point.tunnelling).toBeCloseTo(1, 2);
    },
  );

  test.each([3e-10, 2e-9, 7e-8, 9e-7, 1.2e-5])('load, %d A', async (current) => {
    const point = await loadTransistor(current, ngspice);
    const model = loadDevice(current, DEVICE_65NM.load);
    for (const key of Object.keys(LOAD) as (keyof typeof LOAD)[])
      expect(Math.abs(model[key] / point[key] - 1), key).toBeLessThan(LOAD[key]);
    expect(Math.abs(model.voltage - point.voltage)).toBeLessThan(VOLTAGE);
  });

  test('the measured small signals are those of the device: moving the gate by hand gives gm', async () => {
    // Source current and voltage of two points at nearly one gate voltage: dI at constant source.
    const at = (gate: number, current: number) => drivenTransistor({ current, gate, drain: 0.9 }, ngspice);
    const [base, gateUp, currentUp] = await Promise.all([at(0.6, 1e-8), at(0.6001, 1e-8), at(0.6, 1.001e-8)]);
    // Along constant source: dI = gm dV; dV(source)/dV(gate) at constant I over dV(source)/dI at constant gate is -gm.
    const byGate = (gateUp.source - base.source) / 1e-4;
    const byCurrent = (currentUp.source - base.source) / 1e-11;
    expect(-byGate / byCurrent / base.gm).toBeCloseTo(1, 2);
  });
});
