import { afterAll, describe, expect, test } from 'vitest';
import { analysedCircuit } from '../../analog/deck/analysed-circuit.ts';
import { transientMeasurements, transients } from '../../analog/index.ts';
import { designOf } from '../../analog/neuron/sizing.ts';
import { restingOutput } from '../../analog/spice/differential.ts';
import { source } from '../../analog/spice/elements.ts';
import { chargeInjection } from '../../analog/transient/charge-injection.ts';
import { sequence } from '../../analog/transient/sequence.ts';
import { resting, settling } from '../../analog/transient/settling.ts';
import type { Tool } from '../../tools/tool.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

describe('weights as waves', () => {
  // The deck of the figures has its weight as a number.
  test.each([
    { sizing: 'unit' },
    { sizing: 'unit', switches: 'transistors' },
    { sizing: 'tail-steered' },
    { sizing: 'tail-steered', switches: 'transistors' },
    { sizing: 'tail-steered', tails: 'mirror' },
  ])('%o: at rest the output is that of the deck with a fixed weight', async (fields) => {
    const design = designOf(analog({ bits: 4, unitCurrent: 1e-9, ...fields }));
    for (const weight of [0, 5, 15]) {
      const sources = [source('vin', 'in', '0', { dc: 0.01 })];
      const fixed = await restingOutput(ngspice, analysedCircuit(design, { weight, sources }));
      expect(Math.abs((await resting(design, { weight, input: 0.01 }, ngspice)) - fixed)).toBeLessThan(2e-6);
    }
  });
});

describe('settling', () => {
  test.each([{}, { switches: 'transistors' }, { bits: 3 }, { unitCurrent: 1e-8 }])(
    '%o: steps over the whole range take what one pole and the zero take, within 10 %, and end at the DC value',
    async (fields) => {
      for (const { event, time, expected, deviation, from, to, halfLsb } of await settling(analog(fields), ngspice)) {
        if (event !== 'carry') expect(Math.abs(time! / expected - 1)).toBeLessThan(0.1);
        expect(time).not.toBeNull();
        expect(Math.abs(deviation)).toBeLessThan(halfLsb / 50);
        const units = 2 ** (fields.bits ?? 8) - 1;
        if (event === 'input') expect(to / (2 * units * halfLsb)).toBeCloseTo(1, 9);
        if (event === 'carry') expect((to - from) / (2 * halfLsb)).toBeGreaterThan(0.9);
      }
    },
  );

  test('steered tails: from weight 0 the starved pair takes far longer than the pole', async () => {
    const found = await settling(analog({ sizing: 'tail-steered' }), ngspice);
    const of = (event: string) => found.find((entry) => entry.event === event)!;
    expect(of('input').time! / of('input').expected).toBeLessThan(1.3);
    expect(of('weight').time! / of('weight').expected).toBeGreaterThan(10);
  });

  test('a transient that ends too early is an error, not a settling time', async () => {
    const cut: Tool = (args, files) =>
      ngspice(
        args,
        Object.fromEntries(
          Object.entries(files).map(([name, text]) => [
            name,
            String(text).replace(/^tran (\S+) (\S+) /m, (_, step, stop) => `tran ${step} ${Number(stop) / 2} `),
          ]),
        ),
      );
    await expect(settling(analog({ bits: 2 }), cut)).rejects.toThrow(/stopped early: at \S+ of \S+ s/);
  });
});

describe('charge injection', () => {
  test.each([{}, { sizing: 'segmented' }, { sizing: 'tail-steered' }, { bits: 3, unitCurrent: 1e-8 }])(
    '%o: the peaks stay within the bounds by hand; the differential output has nothing without input',
    async (fields) => {
      const found = await chargeInjection(analog(fields), ngspice);
      for (const { bound, peak } of found.nodes) {
        expect(peak).toBeGreaterThan(1e-3);
        expect(peak).toBeLessThan(bound);
        expect(bound).toBeLessThan(1);
      }
      expect(found.outputDifferential).toBeLessThan(1e-9);
      expect(found.outputCommon).toBeGreaterThan(1e-4);
    },
  );

  test('the charge of a switch is less than that of its oxide at the full swing, and of its order', async () => {
    // 100 nm by 65 nm under 1.85 nm of oxide (W. Zhao, Y. Cao, PTM 65 nm) and 2 x 0.15 fF/um of overlap, 1 V.
    const most = 100e-9 * ((3.9 * 8.854e-12) / 1.85e-9) * 65e-9 + 2 * 0.15e-9 * 100e-9;
    const { chargeN, chargeP } = await chargeInjection(analog({ bits: 2 }), ngspice);
    expect(chargeN).toBeLessThan(most);
    expect(chargeN).toBeGreaterThan(most / 4);
    expect(chargeP / chargeN).toBeGreaterThan(1.5);
  });

  test('with a unit-sized neuron real switches disturb the output by less than an LSB', async () => {
    const { outputGlitch, lsb, recovery } = await chargeInjection(analog(), ngspice);
    expect(outputGlitch).toBeLessThan(lsb);
    expect(recovery).toBeLessThan(1e-9);
  });
});

describe('sequences', () => {
  test('three synapses: settled values are the DC ones, and these weight times input, added up', async () => {
    const found = await sequence(analog({ synapses: 3, unitCurrent: 1e-8, switches: 'transistors' }), ngspice);
    expect(found.operations).toHaveLength(8);
    const exact = found.operations.map(({ weights, inputs }) => weights.reduce((sum, w, k) => sum + w * inputs[k]!, 0));
    found.operations.forEach(({ ideal, dc, settled, weights }, k) => {
      expect(weights).toHaveLength(3);
      expect(ideal).toBeCloseTo(exact[k]! * found.scale, 12);
      expect(Math.abs(dc - ideal)).toBeLessThan(0.003 * found.fullScale);
      expect(Math.abs(settled - dc)).toBeLessThan(found.fullScale / 3 / 255 / 2);
    });
    expect(new Set(found.operations.map(({ weights }) => weights.join())).size).toBe(8);
    expect(found.fullScale).toBeCloseTo(3 * 255 * 0.012 * found.scale, 12);
    expect(found.time.at(-1)).toBeCloseTo(found.operations[7]!.to, 15);
  });

  test('at most four synapses are driven, the others rest', async () => {
    const { operations, synapses } = await sequence(analog({ bits: 2, synapses: 6, unitCurrent: 1e-8 }), ngspice);
    expect([synapses, operations[0]?.weights.length]).toEqual([6, 4]);
  });
});

describe('transients', () => {
  test('measurements: keys, units, origins; no two alike', async () => {
    const rows = transientMeasurements(await transients(analog({ name: 'n', bits: 2, unitCurrent: 1e-8 }), ngspice));
    const row = (key: string) => rows.find((entry) => entry.key === key);
    expect(row('n.settling.input')).toMatchObject({ unit: 's', origin: 'simulated', value: expect.any(Number) });
    expect(row('n.settling.weight.pole')).toMatchObject({ unit: 's', origin: 'modelled' });
    expect(row('n.chargeInjection.bound')).toMatchObject({ unit: 'V', origin: 'modelled' });
    expect(row('n.sequence.deviation')?.source).toContain('8 operations of 3 synapses');
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  test('a neuron that is none at its current, or is large-signal, has no transients but reasons', async () => {
    const floor = await transients(analog({ unitCurrent: 1e-12, commonMode: 0.3 }), ngspice);
    expect(floor.flags.length).toBeGreaterThan(0);
    expect([floor.settling, floor.chargeInjection, floor.sequence]).toEqual([[], null, null]);
    expect((await transients(analog({ mode: 'large-signal' }), ngspice)).flags).toEqual([{ kind: 'no-transients' }]);
    expect(transientMeasurements(floor)).toEqual([]);
  });
});
