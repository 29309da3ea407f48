import { describe, expect, test } from 'vitest';
import { type AnalogFigures, closedForm, reasonsText } from '../../../analog/index.ts';
import { analog } from './neuron.ts';

const neuron = (bits: number, synapses = 1, supply = 1) => analog({ bits, synapses, supply });
const numbers = (figures: AnalogFigures): Record<string, number> => {
  expect(figures.flags).toEqual([]);
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => typeof value === 'number'));
};

describe('closed form', () => {
  test.each([2, 4, 16, 4096])(
    '%i synapses: bandwidth and energy per synapse stay, gain and noise are divided',
    (synapses) => {
      const one = numbers(closedForm(neuron(8), 1e-9));
      const many = numbers(closedForm(neuron(8, synapses), 1e-9));
      for (const key of ['bandwidth', 'energyPerSynapse'] as const) expect(many[key]! / one[key]!).toBeCloseTo(1, 9);
      for (const key of ['gain', 'noiseTotal', 'noiseRectangular', 'flicker'] as const)
        expect((many[key]! * synapses) / one[key]!).toBeCloseTo(1, 9);
      expect(many.power! / one.power!).toBeCloseTo(synapses, 6);
    },
  );

  test.each([1e-10, 1e-9, 1e-8, 1e-7])(
    '%d A: the power is supply times all tails, and tunnelling within 5 %',
    (unitCurrent) => {
      const ratio = numbers(closedForm(neuron(8, 3, 1.1), unitCurrent)).power! / (1.1 * 3 * 255 * unitCurrent);
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(1.06);
    },
  );

  test('rectangular noise is the white density times the bandwidth', () => {
    const f = numbers(closedForm(neuron(8), 1e-9));
    expect(f.noiseRectangular! / (f.noiseDensity! * f.bandwidth!)).toBeCloseTo(1, 12);
    // A first-order pole passes pi/2 of its corner; the zero lifts the -3 dB point above the pole.
    expect(f.noiseTotal).toBeLessThan(((f.noiseDensity! * f.bandwidth! * Math.PI) / 2) * 1.01);
  });

  test('outside its domain it gives reasons and no numbers', () => {
    const low = closedForm(neuron(8), 1e-12);
    expect(reasonsText(low.flags)).toContain('below the gate tunnelling floor');
    expect([low.power, low.gain, low.bandwidth, low.noiseTotal, low.energyPerSynapse]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    const high = closedForm(neuron(8), 1e-5);
    expect(reasonsText(high.flags)).toMatch(/no headroom: pairs have \d+ mV drain to source \(least 100 mV\)/);
    expect(high.bandwidth).toBeNull();
  });

  test('the unit current must be a current', () => {
    expect(() => closedForm(neuron(8), 0)).toThrow('unit current must be above 0 to 1 mA: 0');
    expect(() => closedForm(neuron(8), Number.NaN)).toThrow('unit current must be above 0 to 1 mA: NaN');
  });
});
