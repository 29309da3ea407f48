import { afterAll, describe, expect, test } from 'vitest';
import { analysedCircuit } from '../../analog/deck/analysed-circuit.ts';
import { CARD } from '../../analog/device/card.ts';
import {
  type AnalogFigures,
  analogMeasurements,
  analyse,
  BIAS_CURRENTS,
  closedForm,
  reasonsText,
  transfer,
  transistorDeck,
} from '../../analog/index.ts';
import { designOf } from '../../analog/neuron/sizing.ts';
import { transistorsOf } from '../../analog/spice/circuit.ts';
import { printCircuit } from '../../analog/spice/print.ts';
import { type Deck, scalar, simulate, wave } from '../../analog/spice/spice.ts';
import { createNativeNgspice } from '../../tools/native/ngspice.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

const neuron = (bits: number, synapses = 1, unitCurrent = 1e-10, supply = 1) =>
  analog({ name: 'n', bits, synapses, supply, unitCurrent });

type Quantity = Exclude<keyof AnalogFigures, 'flags' | 'operatingPoint' | 'noiseBySource'>;
function ratio(a: AnalogFigures, b: AnalogFigures, quantity: Quantity): number {
  const [over, under] = [a[quantity], b[quantity]];
  if (over === null || under === null)
    throw new Error(`${quantity} is missing: ${reasonsText([...a.flags, ...b.flags])}`);
  return over / under;
}

describe('closed form against the transistors', () => {
  /** Worst relative errors allowed from 100 pA to 100 nA; seen: 0.01 %, 1.4 %, 1.4 %, 1.8 %, 1.6 %. */
  const BOUNDS = { power: 0.001, gain: 0.03, bandwidth: 0.03, noiseTotal: 0.03, noiseRectangular: 0.03 } as const;
  const cases = [8, 3].flatMap((bits) =>
    [1, 4].flatMap((synapses) => [1e-10, 1e-9, 1e-8, 1e-7].map((current) => [bits, synapses, current] as const)),
  );
  test.each(cases)('%i bits, %i synapses, %d A', async (bits, synapses, current) => {
    const simulated = await analyse(neuron(bits, synapses), current, ngspice);
    const formula = closedForm(neuron(bits, synapses), current);
    for (const quantity of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[])
      expect(Math.abs(ratio(formula, simulated, quantity) - 1), quantity).toBeLessThan(BOUNDS[quantity]);
  });

  // Few or many bits and other supplies change the load's current density and the pairs' voltages.
  test.each([
    [1, 1, 1e-9],
    [5, 1, 1e-9],
    [12, 1, 1e-9],
    [8, 1.2, 1e-9],
    [8, 0.8, 1e-9],
    [3, 1.2, 1e-8],
  ])('%i bits at %d V, %d A: within ten percent', async (bits, supply, current) => {
    const simulated = await analyse(neuron(bits, 1, 1e-10, supply), current, ngspice);
    const formula = closedForm(neuron(bits, 1, 1e-10, supply), current);
    for (const quantity of ['gain', 'bandwidth', 'noiseTotal'] as const)
      expect(Math.abs(ratio(formula, simulated, quantity) - 1), quantity).toBeLessThan(0.1);
  });
});

describe('the neuron in ngspice', () => {
  // Obtained beforehand with decks written by hand for the same card: power, bandwidth, gain, total noise, energy.
  test.each([
    [8, 1e-10, 26e-9, 5.3e6, 0.81, 7.8e-7, 4.9e-15],
    [8, 1e-9, 255e-9, 43e6, 0.89, 7.9e-7, 5.9e-15],
    [8, 1e-8, 2.55e-6, 354e6, 0.96, 7.6e-7, 7.2e-15],
    [8, 1e-7, 25.5e-6, 2e9, 1.3, 8.5e-7, 12.7e-15],
    [3, 1e-10, 0.73e-9, 4.8e6, 0.62, 1.9e-5, 0.15e-15],
  ])(
    '%i bits, %d A: power, bandwidth, gain, noise and energy within five percent',
    async (bits, current, ...expected) => {
      const f = await analyse(neuron(bits), current, ngspice);
      const found = [f.power, f.bandwidth, f.gain, f.noiseTotal, f.energyPerSynapse];
      found.forEach((value, index) => {
        expect(Math.abs((value ?? 0) / expected[index]! - 1)).toBeLessThan(0.05);
      });
    },
  );

  test('energy times noise is of the order of 4 pi n gamma kT Vdd V_T, at every current', async () => {
    // P/f3 = 4 pi n U_T Vdd C and noise = 2 gamma (1 + gain) kT/C: their product does not hold C (1.4 < n < 1.6, 1 < gamma < 2).
    const figures = await Promise.all([1e-10, 1e-9, 1e-8].map((current) => analyse(neuron(8), current, ngspice)));
    for (const { power, bandwidth, noiseTotal } of figures) {
      const product = (power! / bandwidth!) * noiseTotal!;
      expect(product).toBeGreaterThan(2e-21);
      expect(product).toBeLessThan(8e-21);
    }
  });

  test('idle synapses merged into one block give what each of them on its own gives', async () => {
    const three = neuron(4, 3);
    const merged = await analyse(three, 1e-9, ngspice);
    const whole = transistorDeck({ ...three, unitCurrent: 1e-9 });
    const circuit = whole.slice(whole.indexOf('\n') + 1, whole.indexOf('.control'));
    const [op, ac] = await simulate(ngspice, {
      circuit,
      runs: [
        { analysis: { kind: 'op' } },
        { analysis: { kind: 'ac', pointsPerDecade: 1, from: 100, to: 100 }, vectors: ['v(outp,outn)'] },
      ],
    });
    expect(-scalar(op!, 'i(vdd)') / merged.power!).toBeCloseTo(1, 6);
    expect(Object.values(ac!.real)[1]![0]! / merged.gain!).toBeCloseTo(1, 6);
  });

  test('the gain is proportional to the weight, the bandwidth and the power are the same at every weight', async () => {
    const deck = transistorDeck(neuron(8));
    const at = async (weight: number) => {
      const circuit = deck
        .slice(deck.indexOf('\n') + 1, deck.indexOf('.control'))
        .replace(/\.param w0=\d+/, `.param w0=${weight}`);
      const analysis = { kind: 'ac', pointsPerDecade: 1, from: 100, to: 1e8 } as const;
      const runs: Deck['runs'] = [{ analysis: { kind: 'op' } }, { analysis, vectors: ['v(outp,outn)'] }];
      const [op, ac] = await simulate(ngspice, { circuit, runs });
      const parts = [ac!.real, ac!.imaginary].map((part) => Object.values(part)[1]!);
      return {
        gains: Array.from(parts[0]!, (re, k) => Math.hypot(re, parts[1]![k]!)),
        power: scalar(op!, 'i(vdd)'),
      };
    };
    const full = await at(255);
    for (const weight of [1, 100, 128, 170]) {
      const { gains, power } = await at(weight);
      gains.forEach((gain, k) => {
        expect((gain / full.gains[k]!) * (255 / weight)).toBeCloseTo(1, 5);
      });
      expect(power / full.power).toBeCloseTo(1, 9);
    }
    expect((await at(0)).gains[0]).toBeLessThan(1e-9);
  });

  test('the transfer is odd, its slope at 0 is the gain, and it bends at large inputs', async () => {
    const { input, output } = await transfer(neuron(8), 1e-10, ngspice);
    const { gain } = await analyse(neuron(8), 1e-10, ngspice);
    expect(input).toHaveLength(81);
    expect([input[0], input[80]]).toEqual([expect.closeTo(-0.1, 9), expect.closeTo(0.1, 9)]);
    for (let k = 0; k <= 80; k++) expect(Math.abs(output[k]! + output[80 - k]!)).toBeLessThan(1e-6);
    expect((output[41]! - output[39]!) / (input[41]! - input[39]!) / gain!).toBeCloseTo(1, 3);
    const compression = (k: number): number => 1 - output[k]! / input[k]! / gain!;
    expect(compression(44)).toBeLessThan(0.002);
    expect(compression(80)).toBeGreaterThan(0.05);
  });

  test('too small a current: no figures, and the tunnelling floor is the reason', async () => {
    const f = await analyse(neuron(8), 1e-12, ngspice);
    expect(reasonsText(f.flags)).toMatch(
      /^leakage-limited, below the gate tunnelling floor: it adds \d+ % to the tail currents \(most 20 %\)$/,
    );
    expect([f.power, f.gain, f.bandwidth, f.noiseTotal]).toEqual([null, null, null, null]);
    expect(f.operatingPoint.tunnelling).toBeGreaterThan(0.4);
  });

  test('too large a current: no figures, and the headroom is the reason', async () => {
    const f = await analyse(neuron(8), 1e-5, ngspice);
    expect(f.flags).toContainEqual(expect.objectContaining({ kind: 'no-headroom', at: 'tails', limit: 0.02 }));
    expect(f.bandwidth).toBeNull();
  });

  test('mirrors at 1 uA draw about their currents: no leakage of thousands of percent is claimed', async () => {
    const { flags, power } = await analyse(analog({ tails: 'mirror', unitCurrent: 1e-6 }), 1e-6, ngspice);
    expect(flags.filter(({ kind }) => kind === 'tunnelling-floor')).toEqual([]);
    // Less than the supply times all currents where the tails lack voltage, never twice as much.
    expect(power! / 255e-6).toBeGreaterThan(0.3);
    expect(power! / 255e-6).toBeLessThan(1.2);
  });

  test('a gain that never falls by 3 dB: power and gain, no bandwidth, and the reason', async () => {
    const f = await analyse(neuron(3), 3.162e-11, ngspice);
    expect(f.flags).toEqual([{ kind: 'no-bandwidth', limit: 1e12 }]);
    expect(f.gain).toBeGreaterThan(0.1);
    expect([f.bandwidth, f.noiseTotal, f.energyPerSynapse]).toEqual([null, null, null]);
  });

  test('the analysed circuit has two transistors a weight bit, twice that with idle synapses, and two loads', () => {
    const count = (synapses: number): number => transistorsOf(analysedCircuit(designOf(neuron(8, synapses)))).length;
    expect(count(1)).toBe(18);
    expect(count(4096)).toBe(34);
  });

  test("the user's deck prints power, gain, bandwidth and noise of the same neuron", async () => {
    const { log } = await createNativeNgspice(CARD.file)(['-b', 'n.cir'], { 'n.cir': transistorDeck(neuron(8)) });
    const f = await analyse(neuron(8), 1e-10, ngspice);
    const printed = (name: string): number => Number(new RegExp(`^${name}\\s+=\\s+(\\S+)`, 'm').exec(log)?.[1]);
    expect(printed('power') / f.power!).toBeCloseTo(1, 4);
    expect(printed('gain') / f.gain!).toBeCloseTo(1, 4);
    expect(printed('bandwidth') / f.bandwidth!).toBeCloseTo(1, 2);
    expect(printed('onoise_total') ** 2 / f.noiseTotal!).toBeCloseTo(1, 2);
  });
});

describe('measurements', () => {
  test('keys, units, origins and sources', async () => {
    const spec = neuron(8, 1, 1e-9);
    const currents = [1e-12, 1e-9];
    const simulated = await Promise.all(currents.map((current) => analyse(spec, current, ngspice)));
    const rows = analogMeasurements(
      spec,
      simulated,
      currents.map((current) => closedForm(spec, current)),
    );
    const row = (key: string) => rows.find((entry) => entry.key === key);
    expect(rows).toHaveLength(2 * 6 * 3);
    expect(row('n.bandwidth')).toMatchObject({ value: simulated[1]!.bandwidth, unit: 'Hz', origin: 'simulated' });
    expect(row('n.bandwidth@unitCurrent=1e-9')?.value).toBe(row('n.bandwidth')?.value);
    expect(row('n.bandwidth')?.source).toMatch(
      /^ngspice 45\.2 \(eecircuit-engine 1\.8\.0\), PTM 65 nm .* analog\/n\.cir/,
    );
    expect(row('n.closedForm.noise.total')).toMatchObject({ unit: 'V^2', origin: 'modelled' });
    expect(row('n.energyPerSynapse')?.value).toBe(simulated[1]!.power! / simulated[1]!.bandwidth!);
    expect(row('n.power@unitCurrent=1e-12')).toMatchObject({
      value: null,
      source: expect.stringContaining('none: leakage-limited, below the gate tunnelling floor'),
    });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const micro = { ...simulated[1]!, unitCurrent: 1e-6 };
    expect(analogMeasurements(spec, [micro], [])[0]?.key).toBe('n.power@unitCurrent=1e-6');
  });

  test('the unit currents run from 10 pA to 1 uA, two a decade', () => {
    expect(BIAS_CURRENTS).toHaveLength(11);
    expect([BIAS_CURRENTS[0], BIAS_CURRENTS[1], BIAS_CURRENTS[10]]).toEqual([1e-11, 3.162e-11, 1e-6]);
  });
});

test('frequency points of a sweep are the ones asked for', async () => {
  const [ac] = await simulate(ngspice, {
    circuit: printCircuit(analysedCircuit(designOf(neuron(3)))),
    runs: [{ analysis: { kind: 'ac', pointsPerDecade: 20, from: 100, to: 1e12 }, vectors: ['v(outp)'] }],
  });
  expect(wave(ac!, 'frequency')).toHaveLength(201);
});
