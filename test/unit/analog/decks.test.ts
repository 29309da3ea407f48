import { describe, expect, test } from 'vitest';
import { analysedCircuit } from '../../../analog/deck/analysed-circuit.ts';
import { macro, transistorDeck, veriloga } from '../../../analog/index.ts';
import { designOf } from '../../../analog/neuron/sizing.ts';
import { analog } from './neuron.ts';

const neuron = (bits: number, synapses: number) => analog({ bits, synapses, unitCurrent: 1e-9 });
/** Sum of the multipliers of the lines that start with `head`. */
const devices = (text: string, head: RegExp): number =>
  text
    .split('\n')
    .filter((line) => head.test(line))
    .reduce((sum, line) => sum + Number(/ m=(\d+)/.exec(line)?.[1]), 0);

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
    for (const text of [analysedCircuit(designOf(neuron(bits, synapses))), transistorDeck(neuron(bits, synapses))]) {
      expect(devices(text, /^mp.* outn /)).toBe(synapses * units);
      expect(devices(text, /^mn.* outp /)).toBe(synapses * units);
      expect(devices(text, /^mlp outp outp vdd vdd PTM65P/)).toBe(loads);
      expect(devices(text, /^mln outn outn vdd vdd PTM65P/)).toBe(loads);
      const tails = [...text.matchAll(/^it\S+ \S+ 0 dc (\S+)/gm)];
      expect(tails.reduce((sum, tail) => sum + Number(tail[1]), 0)).toBeCloseTo(synapses * units * 1e-9, 18);
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
