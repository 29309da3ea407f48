import { afterAll, describe, expect, test } from 'vitest';
import {
  deviation,
  EXECUTIONS,
  executionMeasurements,
  fourWays,
  readVerilogA,
  readWithAdms,
  reasonsText,
} from '../../analog/index.ts';
import { createAdms } from '../../tools/native/adms.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());
const adms = createAdms();

/** Statements of the neuron about itself: closed form against transistors, and how far its models may be from it. */
const TRANSISTORS = { power: 0.01, gain: 0.06, bandwidth: 0.1, noiseDensity: 0.1, noiseTotal: 0.1 } as const;
const MODELS = 1e-3;

describe('four executions of one neuron agree', () => {
  test.each([
    ['8 bits', {}],
    ['3 bits', { bits: 3 }],
    ['3 bits, 100 nA, 3 synapses, 85 C', { bits: 3, synapses: 3, unitCurrent: 1e-7, temperature: 358.15 }],
    ['8 bits in segments, 0.8 V', { sizing: 'segmented', supply: 0.8, unitCurrent: 1e-9 }],
    ['8 bits, minimum sizing, 1.2 V', { sizing: 'minimum', supply: 1.2, loadCapacitance: 1e-15 }],
    ['6 bits, tail-steered', { bits: 6, sizing: 'tail-steered', unitCurrent: 1e-9 }],
  ])('%s', async (_, fields) => {
    const found = await fourWays(analog(fields), (text) => readWithAdms(adms, text), ngspice);
    expect(found.flags).toEqual([]);
    expect(found.executions.map(({ name }) => name)).toEqual([...EXECUTIONS]);
    const [closed, verilogA, macro, transistors] = found.executions as [
      (typeof found.executions)[0],
      (typeof found.executions)[0],
      (typeof found.executions)[0],
      (typeof found.executions)[0],
    ];
    for (const model of [verilogA, macro])
      for (const [key, value] of Object.entries(deviation(closed, model)))
        expect(Math.abs(value ?? Number.NaN), `${model.name} ${key}`).toBeLessThan(MODELS);
    const apart = deviation(transistors, closed);
    for (const key of Object.keys(TRANSISTORS) as (keyof typeof TRANSISTORS)[])
      expect(Math.abs(apart[key] ?? Number.NaN), key).toBeLessThan(TRANSISTORS[key]);
    // At 50 mV the pairs are far in their bend: what the sources of the pairs do there is no part of the formula.
    expect(apart.transfer).toBeLessThan(0.1);
  });

  test('the transfer is run at all weights of 3 bits, and at every bit of 8, with 21 inputs', async () => {
    const three = await fourWays(analog({ bits: 3 }), async (text) => readVerilogA(text), ngspice);
    expect(three.weights).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(three.inputs).toHaveLength(21);
    for (const { transfer } of three.executions) {
      expect(transfer).toHaveLength(8);
      for (const row of transfer) expect(row).toHaveLength(21);
      // No weight, no output; and with weight, the sign of the input.
      for (const value of transfer[0] ?? []) expect(Math.abs(value)).toBeLessThan(1e-6);
      expect(transfer[7]![20]).toBeGreaterThan(0.02);
      expect(transfer[7]![0]).toBeLessThan(-0.02);
    }
    const rows = executionMeasurements(three);
    expect(rows.map(({ key }) => key)).toContain('msn.verilogA.noise.total');
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  test('where the closed form does not hold only the transistors are run, and the reason is told', async () => {
    const found = await fourWays(analog({ unitCurrent: 1e-12 }), async (text) => readVerilogA(text), ngspice);
    expect(found.executions.map(({ name }) => name)).toEqual(['transistors']);
    expect(reasonsText(found.flags)).toContain('leakage-limited');
  });
});
