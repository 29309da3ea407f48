import { describe, expect, test } from 'vitest';
import { closedForm, type Reason, reasonName, reasonsText, reasonText, searchDesign } from '../../../analog/index.ts';
import { isFloor } from '../../../analog/neuron/reason.ts';
import { analog } from './neuron.ts';

const headroom = { kind: 'no-headroom', at: 'tails', value: -0.0123, limit: 0.02, supply: 0.9 } as const;

/** Examples of every kind with their words. The last says if more current may do away with it. */
const EXAMPLES: readonly (readonly [Reason, string, 'floor' | 'no floor'])[] = [
  [headroom, 'no headroom: tails at -12 mV (least 20 mV) at a supply of 0.9 V', 'no floor'],
  [
    { kind: 'no-headroom', at: 'pairs', value: 0.0876, limit: 0.1, supply: 1 },
    'no headroom: pairs have 88 mV drain to source (least 100 mV) at a supply of 1 V',
    'no floor',
  ],
  [
    { kind: 'tunnelling-floor', value: 0.4567, limit: 0.2 },
    'leakage-limited, below the gate tunnelling floor: it adds 46 % to the tail currents (most 20 %)',
    'floor',
  ],
  [
    { kind: 'tunnelling-slope', value: 0.23456, limit: 0.2 },
    'outside the closed form: tunnelling slope over transconductance is 0.235 (most 0.2)',
    'floor',
  ],
  [
    { kind: 'zero', value: 0.7, limit: 0.6 },
    'outside the closed form: zero to pole (Cdg G / C gm) is 0.700 (most 0.6)',
    'floor',
  ],
  [
    { kind: 'zero', value: null, limit: 0.6 },
    'outside the closed form: zero to pole (Cdg G / C gm) is NaN (most 0.6)',
    'floor',
  ],
  [
    { kind: 'load-current', value: 5.0001e-5, limit: 3.2e-5 },
    'outside the closed form: current of a load transistor, A, is 0.0000500 (most 0.000032)',
    'no floor',
  ],
  [
    { kind: 'load-voltage', value: 0.011, limit: 0.02 },
    'outside the closed form: loads have less than 0.02 V',
    'floor',
  ],
  [
    { kind: 'temperature', value: 398.15, limit: { from: 273.15, to: 358.15 } },
    'outside the closed form: 125 C (0 to 85 C)',
    'no floor',
  ],
  [{ kind: 'no-bandwidth', limit: 1e12 }, 'no -3 dB point up to 1e+12 Hz', 'no floor'],
  [{ kind: 'no-bandwidth', limit: null }, 'no -3 dB point by the closed form', 'no floor'],
  [
    { kind: 'no-unit-gain', value: 1.2345, limit: 0.95 },
    'no resistors give a gain of 1: the drains of all pairs conduct 1.23 of the transconductance of one synapse',
    'no floor',
  ],
  [
    { kind: 'no-transconductance' },
    'no resistors give a gain of 1: tunnelling takes all of the transconductance',
    'floor',
  ],
  [
    { kind: 'stretched-bandwidth', value: 3.456, limit: 2 },
    'drain-gate capacitance stretches the bandwidth to 3.5 times the pole (most 2)',
    'floor',
  ],
  [{ kind: 'resistive-loads', value: 0.0114, limit: 0.02 }, 'loads have 11 mV (least 20 mV)', 'floor'],
  [
    { kind: 'leaking-mirrors', value: 1.456, limit: 1.2 },
    'mirrored tails leak: they draw 1.5 times the unit currents (most 1.2)',
    'floor',
  ],
  [{ kind: 'no-transients' }, 'transients are those of the small-signal neuron', 'no floor'],
  [
    { kind: 'no-behaviour' },
    'Verilog-A and macro state the small-signal neuron, whose currents do not depend on the weights; this one is large-signal',
    'no floor',
  ],
  [
    { kind: 'small-signal', reason: headroom },
    'small-signal: no headroom: tails at -12 mV (least 20 mV) at a supply of 0.9 V',
    'no floor',
  ],
];

describe('reasons', () => {
  test.each(EXAMPLES)('%j: its words, also after JSON', (reason, text) => {
    expect(reasonText(reason)).toBe(text);
    expect(reasonText(JSON.parse(JSON.stringify(reason)) as Reason)).toBe(text);
    expect(text.startsWith(reasonName(reason))).toBe(true);
  });

  test('the name has no values; several stand in a row', () => {
    expect(reasonName(headroom)).toBe('no headroom');
    expect(reasonsText([{ kind: 'no-transients' }, { kind: 'resistive-loads', value: 0.01, limit: 0.02 }])).toBe(
      'transients are those of the small-signal neuron; loads have 10 mV (least 20 mV)',
    );
    expect(reasonsText([])).toBe('');
  });
});

describe('the search for the least current', () => {
  test.each(EXAMPLES)('%j', (reason, _, turn) => {
    expect(isFloor(reason)).toBe(turn === 'floor');
  });

  test('goes up from a floor and down from a lack of headroom', () => {
    const neuron = analog({ bits: 3, supply: 0.5 });
    expect(closedForm(neuron, 1e-12).flags.some(isFloor)).toBe(true);
    const high = closedForm(neuron, 1e-6).flags;
    expect(high.map(({ kind }) => kind)).toContain('no-headroom');
    expect(high.some(isFloor)).toBe(false);
    const { found } = searchDesign(neuron, { bandwidth: 1e6, gain: 0.5 });
    expect(found?.figures.bandwidth).toBeGreaterThan(1e6);
    expect(found?.figures.flags).toEqual([]);
  });
});
