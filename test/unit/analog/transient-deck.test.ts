import { describe, expect, test } from 'vitest';
import { designOf } from '../../../analog/neuron/sizing.ts';
import { printCircuit } from '../../../analog/spice/print.ts';
import { settledAt } from '../../../analog/transient/settling.ts';
import { type Drive, EDGE, transientCircuit, waveform } from '../../../analog/transient/transient-deck.ts';
import { analog } from './neuron.ts';

const drive: Drive = [
  { at: 0, weight: 5, input: 0 },
  { at: 1e-9, weight: 6, input: 0.01 },
];

describe('waveforms', () => {
  test('a level that stays is a DC source, one that changes a piecewise linear one with an edge', () => {
    expect(waveform([[0, 1]])).toEqual({ dc: 1 });
    expect(
      waveform([
        [0, 1],
        [1, 1],
      ]),
    ).toEqual({ dc: 1 });
    expect(
      waveform([
        [0, 0],
        [1e-9, 0],
        [2e-9, 1],
      ]),
    ).toEqual({
      pwl: [
        [0, 0],
        [2e-9, 0],
        [2e-9 + EDGE, 1],
      ],
    });
  });

  test('bits of 5 to 6: the lowest falls, the next rises, the third stays; complements the other way round', () => {
    const design = designOf(analog({ bits: 3, switches: 'transistors', supply: 0.9 }));
    const text = printCircuit(transientCircuit(design, [drive]));
    const edge = 1e-9 + EDGE;
    expect(text).toContain(`vonp0_0 onp0_0 0 pwl(0 0.9 1e-9 0.9 ${edge} 0)`);
    expect(text).toContain(`voffp0_0 offp0_0 0 pwl(0 0 1e-9 0 ${edge} 0.9)`);
    expect(text).toContain(`vonp0_1 onp0_1 0 pwl(0 0 1e-9 0 ${edge} 0.9)`);
    expect(text).toContain('vonn0_2 onn0_2 0 dc 0.9');
    expect(text).toContain(`vin0 in0 0 pwl(0 0 1e-9 0 ${edge} 0.01)`);
  });

  test('bad weights and numbers of drives are refused', () => {
    const design = designOf(analog({ bits: 3, synapses: 2 }));
    expect(() => transientCircuit(design, [[{ at: 0, weight: 8, input: 0 }]])).toThrow(
      'weight must be a whole number from 0 to 7: 8',
    );
    expect(() => transientCircuit(design, [])).toThrow('drives must be 1 to 2, one a synapse: 0');
    expect(() => transientCircuit(design, [drive, drive, drive])).toThrow('drives must be 1 to 2, one a synapse: 3');
  });
});

describe('settled', () => {
  const time = Array.from({ length: 1001 }, (_, k) => k / 100);

  test('exp(-t) is within 1 % from ln 100 on', () => {
    const found = settledAt(
      time,
      time.map((t) => Math.exp(-t)),
      0,
      0.01,
    );
    expect(Math.abs((found ?? 0) - Math.log(100))).toBeLessThan(1e-3);
  });

  test('a curve that comes back out of the band settles when it is in for good', () => {
    const found = settledAt(
      time,
      time.map((t) => (t > 5 && t < 6 ? 1 : 0)),
      0,
      0.5,
    );
    expect(found).toBeGreaterThan(5.98);
    expect(found).toBeLessThanOrEqual(6);
  });

  test('never left: from the beginning; not there at the end: null', () => {
    expect(
      settledAt(
        time,
        time.map(() => 0),
        0,
        0.1,
      ),
    ).toBe(0);
    expect(settledAt(time, time, 0, 0.1)).toBeNull();
    expect(settledAt([0, 1], [0, Number.NaN], 0, 0.1)).toBeNull();
  });
});
