import { afterAll, describe, expect, test } from 'vitest';
import { behaviourOf } from '../../analog/behaviour/behaviour.ts';
import { analysedCircuit } from '../../analog/deck/analysed-circuit.ts';
import { CARD } from '../../analog/device/card.ts';
import { macroCircuit } from '../../analog/executions/macro-analysis.ts';
import { designOf } from '../../analog/neuron/sizing.ts';
import type { Circuit } from '../../analog/spice/circuit.ts';
import { printCircuit } from '../../analog/spice/print.ts';
import { type Deck, scalar, simulate, wave } from '../../analog/spice/spice.ts';
import { createNativeNgspice } from '../../tools/native/ngspice.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const embedded = createNgspice({ jobs: 1 });
afterAll(() => embedded.close());
const native = createNativeNgspice(CARD.file);

const circuit = (fields: Readonly<Record<string, unknown>>): Circuit => analysedCircuit(designOf(analog(fields)));
const behavioural = analog({ bits: 3 });

describe('native ngspice and the embedded one agree: operating point, AC and noise', () => {
  test.each<[string, Circuit, number?]>([
    ['8 bits, unit sizing, 2 synapses', circuit({ synapses: 2 })],
    [
      'segments at 0.8 V and 85 C',
      circuit({ sizing: 'segmented', supply: 0.8, temperature: 358.15, unitCurrent: 1e-9 }),
    ],
    ['switches of transistors', circuit({ bits: 5, switches: 'transistors', unitCurrent: 1e-9 })],
    [
      'minimum sizing, thresholds shifted by 0.1 V',
      circuit({ sizing: 'minimum', thresholdShift: 0.1, loadCapacitance: 1e-15 }),
    ],
    ['the macro of 3 bits', macroCircuit(behaviourOf(behavioural))],
    // A mirror's current follows exp(q V/kT): Boltzmann's constant of CODATA 2018 is 3.5e-7 above that of 2014, which the
    // older program is consistent with.
    [
      'mirrors of transistors',
      circuit({ bits: 5, sizing: 'tail-steered', switches: 'transistors', tails: 'mirror', unitCurrent: 1e-8 }),
      1e-5,
    ],
  ])('%s', async (_, whole, bound = 1e-6) => {
    const deck: Deck = {
      circuit: printCircuit(whole),
      runs: [
        { analysis: { kind: 'op' }, vectors: ['v(outp)', 'v(outn)', 'i(vdd)'] },
        { analysis: { kind: 'ac', pointsPerDecade: 5, from: 1e3, to: 1e10 }, vectors: ['v(outp)'] },
        { analysis: { kind: 'ac', pointsPerDecade: 1, from: 100, to: 100 }, vectors: ['v(outp)'] },
        { analysis: { kind: 'noise', output: 'v(outp,outn)', source: 'vin', pointsPerDecade: 5, from: 1, to: 1e9 } },
      ],
    };
    const [here, there] = await Promise.all([simulate(embedded, deck), simulate(native, deck)]);
    const same = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(bound);
    for (const name of ['v(outp)', 'v(outn)', 'i(vdd)']) same(scalar(here[0]!, name), scalar(there[0]!, name));
    const magnitudes = (waves: (typeof here)[number]): number[] =>
      Array.from(wave(waves, 'v(outp)'), (re, k) => Math.hypot(re, wave(waves, 'v(outp)', 'imaginary')[k]!));
    for (const run of [1, 2]) {
      const other = magnitudes(there[run]!);
      magnitudes(here[run]!).forEach((value, k) => {
        same(value, other[k]!);
      });
    }
    expect(magnitudes(there[2]!)).toHaveLength(1);
    const spectrum = wave(there[3]!, 'onoise_spectrum');
    wave(here[3]!, 'onoise_spectrum').forEach((value, k) => {
      same(value, spectrum[k]!);
    });
    same(scalar(here[3]!, 'onoise_total'), scalar(there[3]!, 'onoise_total'));
    expect(there[0]!.program).not.toBe(here[0]!.program);
  });
});
