import { describe, expect, test } from 'vitest';
import { analysedCircuit } from '../../../analog/deck/analysed-circuit.ts';
import { macro, transistorCircuit, transistorDeck, unitTransistors, veriloga } from '../../../analog/index.ts';
import { designOf } from '../../../analog/neuron/sizing.ts';
import { transistorsOf } from '../../../analog/spice/circuit.ts';
import { circuitLines } from '../../../analog/spice/print.ts';
import { analog } from './neuron.ts';

const neuron = (bits: number, synapses: number) => analog({ bits, synapses, unitCurrent: 1e-9 });

describe('design', () => {
  // One load for each 64 units of a side, one at least, for each synapse.
  test.each([
    [8, 1, 255, 4],
    [3, 1, 7, 1],
    [6, 1, 63, 1],
    [7, 1, 127, 2],
    [12, 1, 4095, 64],
    [8, 10, 255, 40],
    [3, 5, 7, 5],
  ])('%i bits, %i synapses: %i units, %i loads', (bits, synapses, units, loads) => {
    expect(designOf(neuron(bits, synapses))).toMatchObject({ units, loads });
  });
});

describe('transistor decks', () => {
  test.each([
    [8, 1],
    [3, 4],
    [1, 2],
  ])('%i bits, %i synapses: unit transistors on both sides, tails and loads', (bits, synapses) => {
    const { units, loads } = designOf(neuron(bits, synapses));
    for (const circuit of [
      analysedCircuit(designOf(neuron(bits, synapses))),
      transistorCircuit(neuron(bits, synapses)),
    ]) {
      for (const drain of ['outp', 'outn']) {
        const side = transistorsOf(circuit).filter((transistor) => transistor.drain === drain);
        expect(unitTransistors(side, ['pair'])).toBe(synapses * units);
        expect(unitTransistors(side, ['load'])).toBe(loads);
        expect(unitTransistors(side)).toBe(synapses * units + loads);
      }
      const tails = circuit.flatMap((entry) =>
        entry.kind === 'source' &&
        entry.name.startsWith('it') &&
        typeof entry.stimulus === 'object' &&
        'dc' in entry.stimulus
          ? [Number(entry.stimulus.dc)]
          : [],
      );
      expect(tails).toHaveLength(circuit.filter(({ kind }) => kind === 'transistor').length / 2 - 1);
      expect(tails.reduce((sum, current) => sum + current, 0)).toBeCloseTo(synapses * units * 1e-9, 18);
    }
  });

  test('8 bits, unit sizing: 2 x 255 pair transistors and 2 x 4 loads; mirrors add 255 tails and a reference', () => {
    const roles = (fields: Readonly<Record<string, unknown>>) => {
      const circuit = transistorCircuit(analog(fields));
      return (['pair', 'load', 'tail', 'mirror', 'switch'] as const).map((role) => unitTransistors(circuit, [role]));
    };
    expect(roles({})).toEqual([2 * 255, 2 * 4, 0, 0, 0]);
    expect(roles({ tails: 'mirror', unitCurrent: 1e-9 })).toEqual([2 * 255, 2 * 4, 255, 1, 0]);
    // Two transmission gates of an N and a P at each of both sides: 1 unit for the bits 0 to 3, 2, 4, 8 and 16 above.
    const gates = 2 * 2 * 2 * (4 * 1 + 2 + 4 + 8 + 16);
    expect(roles({ switches: 'transistors' })).toEqual([2 * 255, 2 * 4, 0, 0, gates]);
    // Tail-steered: a driven and an idle pair of 16 units a side, an N switch from each weight bit's tail to either.
    expect(roles({ sizing: 'tail-steered', switches: 'transistors' })).toEqual([4 * 16, 2 * 2, 0, 0, 2 * 8]);
  });

  test('the deck is the printed circuit, its sections apart, and a control section', () => {
    for (const fields of [{}, { tails: 'mirror', synapses: 2 }, { mode: 'large-signal', synapses: 3 }]) {
      const [text = ''] = transistorDeck(analog(fields)).split('\n.control\n');
      expect(text.split('\n').filter((line) => line !== '')).toEqual(circuitLines(transistorCircuit(analog(fields))));
    }
  });

  test('the deck says that it needs the card and where the card is from, and holds none of it', () => {
    const text = transistorDeck(neuron(3, 1));
    expect(text).toMatch(/^\* modelcard\.ptm, PTM 65 nm .* is not part of this file/m);
    expect(text).toContain('npm package eecircuit-engine 1.8.0');
    expect(text).not.toMatch(/vth0|toxe|\.model/i);
  });
});

test('the same neuron gives the same texts, and none names a path or a date', () => {
  for (const print of [transistorDeck, macro, veriloga]) {
    const text = print(neuron(8, 2));
    expect(print(neuron(8, 2))).toBe(text);
    expect(text).not.toMatch(/\b20\d\d-|\/(work|tmp|home)\b|NaN|undefined|Infinity/);
  }
});

test('Verilog-A and macro have one port pair and one weight for every synapse', () => {
  const va = veriloga(neuron(4, 3));
  expect(va).toContain('module msn(x0p, x0n, x1p, x1n, x2p, x2n, outp, outn, vdd, vss);');
  expect(va.match(/parameter real w\d = 15 from \[0:15\];/g)).toHaveLength(3);
  expect(va.split('\n').every((line) => line.length <= 140)).toBe(true);
  expect(macro(neuron(4, 3)).replace(/\n\+ /g, ' ')).toContain(
    '.subckt msn x0p x0n x1p x1n x2p x2n outp outn vdd vss params: w0=15 w1=15 w2=15',
  );
});
