import { describe, expect, test } from 'vitest';
import { linearity, weightsOf } from '../../../analog/analysis/large-signal.ts';
import {
  closedForm,
  largeSignalMeasurements,
  macro,
  NO_BEHAVIOUR,
  reasonsText,
  reasonText,
  transistorDeck,
  veriloga,
} from '../../../analog/index.ts';
import { largeSignalCircuit, largeSignalDesign } from '../../../analog/large-signal/design.ts';
import { largeSignalNode } from '../../../analog/large-signal/figures.ts';
import { resistorArea, resistorCapacitance } from '../../../analog/large-signal/resistor.ts';
import { analogTexts } from '../../../flow/index.ts';
import { analog } from './neuron.ts';

const large = (fields: Readonly<Record<string, unknown>> = {}) => analog({ mode: 'large-signal', ...fields });
const resistance = (fields: Readonly<Record<string, unknown>> = {}): number => {
  const { load } = largeSignalDesign(large(fields));
  if (load.kind !== 'resistor') throw new Error('no resistor');
  return load.resistance;
};

describe('resistors', () => {
  test('2 Mohm are 1000 squares of 0.35 um: 122.5 um^2; over 0.35 um of oxide 12.1 fF', () => {
    expect(resistorArea(2e6)).toBeCloseTo(122.5e-12, 18);
    expect(resistorCapacitance(2e6)).toBeCloseTo((122.5e-12 * (3.9 * 8.854e-12)) / 0.35e-6, 18);
  });

  test('they make the gain 1 and grow as the current falls', () => {
    for (const unitCurrent of [1e-10, 1e-9, 1e-8]) {
      expect(closedForm(large({ unitCurrent })).gain).toBeCloseTo(1, 4);
      const drop = resistance({ unitCurrent }) * 255 * unitCurrent;
      // 2 n U_T of a pair in weak inversion, n from 1.3 to 1.6, more where the drains conduct.
      expect(drop).toBeGreaterThan(2 * 1.3 * 0.02585);
      expect(drop).toBeLessThan(2 * 1.6 * 0.02585 * 1.3);
    }
    expect(resistance({ unitCurrent: 1e-10 }) / resistance({ unitCurrent: 1e-8 })).toBeGreaterThan(80);
  });

  test('many synapses: no resistors give a gain of 1, and that is the reason for no figures', () => {
    const { flags, bandwidth, power } = closedForm(large({ synapses: 10 }));
    expect(reasonsText(flags)).toMatch(/^no resistors give a gain of 1: the drains of all pairs conduct \d/);
    expect([bandwidth, power]).toEqual([null, null]);
  });
});

describe('closed form of the large-signal neuron', () => {
  test('the current follows the weight, and a weight of 0 has none', () => {
    const design = largeSignalDesign(large({ unitCurrent: 1e-8 }));
    const power = (weight: number): number => largeSignalCircuit(design, weight).power;
    expect(power(128) / power(64)).toBeCloseTo(2, 2);
    expect(power(0) / power(255)).toBeLessThan(1e-3);
  });

  test('diode loads: the pole follows the weight; resistors: it hardly does', () => {
    const pole = (load: string, weight: number): number =>
      largeSignalNode(largeSignalDesign(large({ load, unitCurrent: 1e-8 })), weight).pole;
    expect(pole('diode', 128) / pole('diode', 64)).toBeGreaterThan(1.8);
    expect(pole('resistor', 255) / pole('resistor', 1)).toBeLessThan(1.2);
  });

  test('where the resistor has all of the capacitance, the node is a uniform line with one end held', () => {
    // Its admittance theta coth(theta)/R, theta = sqrt(i u), has grown by the root of 2 at u = omega R C.
    const size = (u: number): number => {
      const a = Math.sqrt(u / 2);
      const below = Math.cosh(2 * a) - Math.cos(2 * a);
      return (a / below) * Math.hypot(Math.sinh(2 * a) + Math.sin(2 * a), Math.sinh(2 * a) - Math.sin(2 * a));
    };
    let [low, high] = [0.1, 20];
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (size(middle) < Math.SQRT2) low = middle;
      else high = middle;
    }
    // Three bits at 100 pA: 0.7 pF of line against less than 1 fF of transistors; the drains conduct a few percent.
    const design = largeSignalDesign(large({ bits: 3 }));
    const { load } = design;
    if (load.kind !== 'resistor') throw new Error('no resistor');
    const expected = low / (2 * Math.PI * load.resistance * load.capacitance);
    expect(largeSignalNode(design, 7).pole / expected).toBeGreaterThan(1);
    expect(largeSignalNode(design, 7).pole / expected).toBeLessThan(1.2);
  });
});

describe('linearity', () => {
  const grid = (output: (weight: number, input: number) => number) =>
    [0, 1, 2, 3].flatMap((weight) => [-1, 0, 1].map((input) => ({ weight, input, output: output(weight, input) })));

  test('a multiplier has no error, in any scale', () => {
    const found = linearity(
      grid((w, x) => 0.7 * w * x),
      3,
    );
    expect(found.fullScale).toBeCloseTo(2.1, 12);
    expect(found.error).toBeLessThan(1e-12);
  });

  test('an output that ignores the weight is off by 14/18 of the full scale at weight 0', () => {
    // Least squares over w in {0,1,2,3}: sum w / sum w^2 = 6/14; the full scale is 18/14.
    const found = linearity(
      grid((_, x) => x),
      3,
    );
    expect(found.fullScale).toBeCloseTo(18 / 14, 12);
    expect(found.error).toBeCloseTo(14 / 18, 12);
  });

  test('all weights of three bits; of eight the single bits and the largest, and 17 even steps', () => {
    expect(weightsOf(3)).toEqual({ corners: [1, 2, 3, 4, 5, 6, 7], products: [0, 1, 2, 3, 4, 5, 6, 7] });
    expect(weightsOf(8).corners).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 255]);
    expect(weightsOf(8).products).toHaveLength(17);
  });
});

describe('exports of the large-signal neuron', () => {
  test('the deck says what it is; bits switch tails, both loads are resistors', () => {
    const text = transistorDeck(large({ bits: 3, synapses: 2 }));
    expect(text).toMatch(/^\* msn: large-signal mixed-signal neuron, 3 bits, 2 synapse/);
    expect(text).toMatch(/^it1_2 t1_2 0 dc \{\(floor\(w1\/4\)-2\*floor\(w1\/8\)\)\*4e-10\}$/m);
    expect(text).toMatch(/^mp1_2 outn x1p t1_2 0 PTM65N/m);
    expect(text).toMatch(/^routp_0 outp outp_1 /m);
    expect(text).not.toMatch(/^ml[pn] /m);
    expect(transistorDeck(large({ load: 'diode' }))).toMatch(/^mlp outp outp vdd vdd PTM65P/m);
  });

  test('Verilog-A and macro are refused with the reason, which the files of a run name', () => {
    for (const print of [veriloga, macro]) expect(() => print(large())).toThrow(reasonText(NO_BEHAVIOUR));
    const { files, notes } = analogTexts(large());
    expect(Object.keys(files)).toEqual(['analog/msn.cir']);
    expect(notes).toEqual([`msn: no Verilog-A and no macro: ${reasonText(NO_BEHAVIOUR)}`]);
  });

  test('measurements of a comparison that was not made have the reason', () => {
    const areas = [{ unitCurrent: 1e-10, resistors: null, resistance: null, smallSignal: 1e-12, pairs: 1e-12 }];
    const rows = largeSignalMeasurements({
      ...{
        neuron: 'n',
        bits: 8,
        unitCurrent: 1e-10,
        flags: [{ kind: 'no-transconductance' }],
        alternatives: [],
        areas,
      },
    });
    expect(rows.find(({ key }) => key === 'n.largeSignal.resistorArea')).toMatchObject({
      value: null,
      origin: 'modelled',
      source: expect.stringContaining('none: no resistors give a gain of 1: tunnelling takes all'),
    });
    expect(rows.find(({ key }) => key === 'n.largeSignal.sheetResistance')).toMatchObject({ origin: 'assumed' });
  });
});
