import { afterAll, describe, expect, test } from 'vitest';
import { type AnalogFigures, analyse, closedForm } from '../../analog/index.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

/** Stated bounds of the closed form: 100 pA to 100 nA, 3 to 8 bits, 1 to 64 synapses, 0.8 to 1.2 V, 0 to 85 C. */
const BOUNDS = { power: 0.01, gain: 0.06, bandwidth: 0.1, noiseTotal: 0.1, noiseRectangular: 0.1 } as const;

/** A Latin hypercube without randomness: each field runs through its values at its own pace. */
const pick = <T>(values: readonly T[], k: number, pace: number): T =>
  values[Math.floor((((k + 0.5) * pace) % 1) * values.length)] as T;
const cases = Array.from({ length: 40 }, (_, k) => {
  const sizing = pick(['unit', 'segmented', 'tail-steered', 'minimum'], k, 0.7548776662466927);
  const bits = pick([3, 4, 5, 6, 7, 8], k, 0.5698402909980532);
  return {
    ...{ sizing, bits },
    unitCurrent: 10 ** (-10 + 3 * (((k + 0.5) * 0.6180339887498949) % 1)),
    synapses: pick([1, 2, 4, 16, 64], k, 0.41421356),
    supply: pick([0.8, 0.9, 1, 1.1, 1.2], k, 0.7320508),
    temperature: pick([273.15, 300.15, 330.15, 358.15], k, 0.2360679),
    ...(sizing === 'unit' ? { length: pick([65e-9, 130e-9, 250e-9], k, 0.3247) } : {}),
  };
});

describe('the closed form stays within its bounds where it says that it holds', () => {
  let compared = 0;
  test.each(cases.map((fields) => [JSON.stringify(fields), fields] as const))('%s', async (_, fields) => {
    const neuron = analog(fields);
    const formula = closedForm(neuron);
    if (formula.flags.length > 0) {
      for (const key of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]) expect(formula[key]).toBeNull();
      return;
    }
    const simulated: AnalogFigures = await analyse(neuron, neuron.unitCurrent, ngspice);
    expect(simulated.flags).toEqual([]);
    for (const key of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[])
      expect(Math.abs((formula[key] ?? Number.NaN) / (simulated[key] ?? Number.NaN) - 1), key).toBeLessThan(
        BOUNDS[key],
      );
    compared++;
  });

  test('it holds in most of the cases', () => {
    expect(compared).toBeGreaterThan(30);
  });
});

describe('mirrored tails and real switches', () => {
  const shown = (figures: AnalogFigures) => figures.flags.map(({ kind }) => kind);

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['the reference of a mirror is a seventh of 3 bits', { bits: 3, tails: 'mirror', unitCurrent: 1e-7 }],
    ['and as much as the tail of 1 bit', { bits: 1, tails: 'mirror', unitCurrent: 1e-8 }],
    ['what tunnels into a mirror at 100 pA', { bits: 7, tails: 'mirror', unitCurrent: 1e-10 }],
    ['gates of weight switches at 1.1 V', { bits: 4, switches: 'transistors', supply: 1.1, unitCurrent: 1e-9 }],
    [
      'gates of steering switches',
      { bits: 4, sizing: 'tail-steered', devices: 4, switches: 'transistors', unitCurrent: 2e-9 },
    ],
    ['both', { bits: 5, tails: 'mirror', switches: 'transistors', unitCurrent: 1e-9 }],
  ])('%s: power within 1 %%, the rest within 10 %%', async (_, fields) => {
    const neuron = analog(fields);
    const [formula, simulated] = [closedForm(neuron), await analyse(neuron, neuron.unitCurrent, ngspice)];
    expect([shown(formula), shown(simulated)]).toEqual([[], []]);
    for (const key of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[])
      expect(Math.abs((formula[key] ?? Number.NaN) / (simulated[key] ?? Number.NaN) - 1), key).toBeLessThan(
        BOUNDS[key],
      );
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'mirror-voltage',
      { bits: 5, sizing: 'minimum', length: 250e-9, tails: 'mirror', commonMode: 0.48, unitCurrent: 1e-7 },
    ],
    ['switches', { bits: 5, sizing: 'minimum', switches: 'transistors', unitCurrent: 1e-7 }],
    ['switches', { bits: 3, switches: 'transistors', supply: 0.7, unitCurrent: 1e-9 }],
  ])('%s is said where the closed form does not hold', (kind, fields) => {
    expect(shown(closedForm(analog(fields)))).toContain(kind);
  });
});

describe('noise by source', () => {
  test('adds up to the total, and the closed form has the same parts within ten percent', async () => {
    const neuron = analog({ unitCurrent: 1e-9 });
    const simulated = await analyse(neuron, 1e-9, ngspice);
    const parts = simulated.noiseBySource ?? [];
    expect(parts.map(({ source }) => source)).toEqual(['pairs', 'loads']);
    const sum = parts.reduce((total, { white, flicker }) => total + white + flicker, 0);
    expect(sum / simulated.noiseTotal!).toBeCloseTo(1, 4);
    for (const { source, white } of closedForm(neuron).noiseBySource ?? [])
      expect(Math.abs(white / parts.find((entry) => entry.source === source)!.white - 1)).toBeLessThan(0.1);
  });

  test('mirrored tails are common to both sides: they add less than a percent; switches add little', async () => {
    const neuron = analog({ bits: 6, tails: 'mirror', switches: 'transistors', unitCurrent: 1e-8 });
    const { noiseBySource, noiseTotal } = await analyse(neuron, 1e-8, ngspice);
    expect(noiseBySource?.map(({ source }) => source)).toEqual(['pairs', 'loads', 'tails', 'switches']);
    const white = (source: string): number =>
      noiseBySource?.find((entry) => entry.source === source)?.white ?? Number.NaN;
    expect(white('tails') / noiseTotal!).toBeLessThan(0.01);
    expect(white('switches') / noiseTotal!).toBeLessThan(0.1);
    expect(white('switches')).toBeGreaterThan(0);
  });

  test('n synapses: the noise of the output falls as 1/n', async () => {
    const at = async (synapses: number) => (await analyse(analog({ bits: 4, synapses }), 1e-9, ngspice)).noiseTotal!;
    expect(((await at(16)) / (await at(1))) * 16).toBeCloseTo(1, 2);
  });
});
