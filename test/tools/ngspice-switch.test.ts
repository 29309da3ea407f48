import { afterAll, describe, expect, test } from 'vitest';
import { SWITCHES_65NM } from '../../analog/device/switch-65nm.ts';
import { measureSwitch, type SwitchState, switchFigures } from '../../analog/device/switch-figures.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

const at = (supply: number, voltage: number, celsius = 27): SwitchState => ({
  supply,
  voltage,
  temperature: celsius + 273.15,
});

describe('the switch table against single switches', () => {
  test.each([
    ['gate', at(1, 0.6)],
    ['gate', at(0.85, 0.45, 60)],
    ['gate', at(1.15, 0.72, 10)],
    ['pass', at(1, 0.1)],
    ['pass', at(1.05, 0.25, 50)],
    ['pass', at(0.95, 0.35, 15)],
  ] as const)('%s, %o', async (kind, state) => {
    const measured = await measureSwitch(kind, state, ngspice);
    const table = switchFigures(kind, state, SWITCHES_65NM);
    for (const key of ['onResistance', 'offLeakage', 'gateCapacitance'] as const) {
      // At a point of the grid, rounding; between, leakage changes from the channel's to tunnelling within a step.
      const between = key === 'offLeakage' ? Math.log(2) : 0.3;
      const onGrid = [0.1, 0.6].includes(state.voltage);
      expect(Math.abs(Math.log(table[key] / measured[key])), key).toBeLessThan(onGrid ? 0.002 : between);
    }
  });

  test('a transmission gate conducts where its N alone does not', () => {
    const state = at(1, 0.7);
    const [gate, pass] = (['gate', 'pass'] as const).map((kind) => switchFigures(kind, state, SWITCHES_65NM));
    expect(gate!.onResistance).toBeLessThan(2e4);
    expect(pass!.onResistance).toBeGreaterThan(1e6);
  });

  test('outside the grid it says so', () => {
    expect(() => switchFigures('gate', at(0.7, 0.6), SWITCHES_65NM)).toThrow(
      'supply of a switch must be 0.8 to 1.2 V: 0.7',
    );
    expect(() => switchFigures('pass', at(1, 0.05), SWITCHES_65NM)).toThrow(
      'voltage of a switch must be 0.1 to 0.9 V: 0.05',
    );
  });
});
