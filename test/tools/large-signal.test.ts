import { afterAll, describe, expect, test } from 'vitest';
import { CARD } from '../../analog/device/card.ts';
import {
  type AnalogFigures,
  analyse,
  closedForm,
  largeSignal,
  reasonsText,
  transistorDeck,
} from '../../analog/index.ts';
import { createNativeNgspice } from '../../tools/native/ngspice.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

const large = (fields: Readonly<Record<string, unknown>>) => analog({ name: 'n', mode: 'large-signal', ...fields });

describe('large-signal neuron: closed form against the transistors', () => {
  /** Worst relative errors allowed; seen: 0.2 %, 1.1 %, 1.2 %, 3.2 %. */
  const BOUNDS = { power: 0.005, gain: 0.02, bandwidth: 0.02, noiseTotal: 0.05 } as const;
  test.each([
    {},
    { load: 'diode' },
    { bits: 3 },
    { unitCurrent: 1e-8 },
    { synapses: 3 },
    { sizing: 'tail-steered' },
    { sizing: 'segmented' },
    { sizing: 'minimum', loadCapacitance: 1e-15 },
    { tails: 'mirror', switches: 'transistors', sizing: 'tail-steered' },
    { tails: 'mirror' },
  ])('%o', async (fields) => {
    const neuron = large(fields);
    const simulated = await analyse(neuron, neuron.unitCurrent, ngspice);
    const formula = closedForm(neuron);
    for (const quantity of Object.keys(BOUNDS) as (keyof typeof BOUNDS & keyof AnalogFigures)[])
      expect(Math.abs(formula[quantity]! / simulated[quantity]! - 1), quantity).toBeLessThan(BOUNDS[quantity]);
    const parts = simulated.noiseBySource!.reduce((sum, { white, flicker }) => sum + white + flicker, 0);
    expect(parts / simulated.noiseTotal!).toBeCloseTo(1, 3);
  });

  test('where no resistors give a gain of 1, nothing is simulated and the reason is given', async () => {
    const { flags, power } = await analyse(large({ synapses: 10 }), 1e-10, ngspice);
    expect(reasonsText(flags)).toMatch(/^no resistors give a gain of 1/);
    expect(power).toBeNull();
  });

  test("the user's deck prints power and gain of the same neuron", async () => {
    const neuron = large({ synapses: 2, bits: 4, unitCurrent: 1e-9 });
    const { log } = await createNativeNgspice(CARD.file)(['-b', 'n.cir'], { 'n.cir': transistorDeck(neuron) });
    const figures = await analyse(neuron, 1e-9, ngspice);
    const printed = (name: string): number => Number(new RegExp(`^${name}\\s+=\\s+(\\S+)`, 'm').exec(log)?.[1]);
    expect(printed('power') / figures.power!).toBeCloseTo(1, 4);
    expect(printed('gain') / figures.gain!).toBeCloseTo(1, 4);
    expect(printed('bandwidth') / figures.bandwidth!).toBeCloseTo(1, 2);
  });
});

describe('large-signal beside small-signal', () => {
  test('8 bits, 10 nA: what the paper says of bandwidth and linearity holds for diode loads', async () => {
    const { alternatives, areas } = await largeSignal(analog({ unitCurrent: 1e-8 }), ngspice);
    const of = (name: string) => alternatives.find((entry) => entry.name === name)!;
    const spread = (name: string): number => {
      const poles = of(name).weights.map(({ pole }) => pole);
      return Math.max(...poles) / Math.min(...poles);
    };
    expect(spread('small-signal')).toBeCloseTo(1, 6);
    expect(spread('resistor')).toBeLessThan(1.2);
    expect(spread('diode')).toBeGreaterThan(100);
    expect(of('small-signal').error).toBeLessThan(0.01);
    expect(of('resistor').error).toBeLessThan(0.05);
    // Gain of pair and load fall together: the output follows the input, whatever the weight.
    expect(of('diode').error).toBeGreaterThan(0.3);
    for (const { name, weights } of alternatives)
      for (const { pole, modelledPole } of weights) expect(Math.abs(modelledPole! / pole - 1), name).toBeLessThan(0.03);
    const sizes = areas.map(({ resistors }) => resistors!);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(areas[0]!.resistors! / areas[0]!.smallSignal).toBeGreaterThan(100);
  });

  test('no comparison where one of the circuits is none', async () => {
    const { flags, alternatives, areas } = await largeSignal(analog({ synapses: 10 }), ngspice);
    expect(reasonsText(flags)).toMatch(/^no resistors give a gain of 1/);
    expect(alternatives).toEqual([]);
    expect(areas.every(({ resistors, smallSignal }) => resistors === null && smallSignal > 0)).toBe(true);
  });
});
