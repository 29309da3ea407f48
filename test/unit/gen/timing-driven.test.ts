import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellDelays, createBuilder } from '../../../gen/netlist/builder.ts';
import type { Netlist } from '../../../gen/netlist/netlist.ts';
import { multiplierCircuit } from '../../../gen/neuron/multiplier.ts';
import { neuronCircuit } from '../../../gen/neuron/neuron.ts';
import { simplePartialProducts } from '../../../gen/partial-products/simple.ts';
import { REDUCTIONS } from '../../../gen/reduction/reductions.ts';
import { ADDERS } from '../../../gen/spec/constructions.ts';
import { DELAYS_65NM } from '../../../gen/technology/cell-delays.ts';
import { CELLS_65NM } from '../../../gen/technology/cells-65nm.ts';
import { evaluated } from './evaluate.ts';
import { digital } from './neurons.ts';

/** Arrival of the last bit of the final adder's rows. */
function lastBit(multiplier: keyof typeof REDUCTIONS, bits: number, delays: CellDelays): number {
  const builder = createBuilder('dut', delays);
  const [x, w] = [builder.input('x', bits), builder.input('w', bits)];
  const matrix = simplePartialProducts(builder, x, w, { inputs: false, weights: false }, 2 * bits);
  const { heap } = REDUCTIONS[multiplier](builder, matrix);
  return Math.max(...heap.flat().map((net) => builder.arrival(net)));
}

/** Longest path with one delay a kind, whichever the input. */
function longestPath(netlist: Netlist): number {
  const arrivals = new Float64Array(netlist.netCount);
  for (const { kind, inputs, outputs } of netlist.cells) {
    const latest = Math.max(...inputs.map((net) => arrivals[net]!));
    outputs.forEach((net, k) => {
      arrivals[net] = latest + CELLS_65NM.cells[kind].delay[k]!;
    });
  }
  return Math.max(...arrivals);
}

describe('timing-driven tree', () => {
  test.each([8, 12, 16, 24, 32])('%i bits: its last bits are earlier than those of the trees by stages', (bits) => {
    const ours = lastBit('timing-driven', bits, DELAYS_65NM);
    for (const other of ['wallace', 'wallace-column', 'dadda', 'reduced-area', 'array'] as const)
      expect(ours).toBeLessThanOrEqual(lastBit(other, bits, DELAYS_65NM));
  });

  test('the fast input of a full adder is used: a delay of 0 from c to the carry shortens it', () => {
    const slow = {
      ...DELAYS_65NM,
      fullAdder: [
        [2, 2, 2],
        [2, 2, 2],
      ],
    };
    const fast = {
      ...DELAYS_65NM,
      fullAdder: [
        [2, 2, 1],
        [2, 2, 0],
      ],
    };
    expect(lastBit('timing-driven', 16, fast)).toBeLessThan(lastBit('timing-driven', 16, slow));
  });
});

test('delays of the 65 nm cells: every input of every output, at its slowest', () => {
  expect(DELAYS_65NM.fullAdder).toEqual([0, 1].map((k) => Array(3).fill(CELLS_65NM.cells.fullAdder.delay[k])));
  expect(DELAYS_65NM.aoi22).toEqual([Array(4).fill(CELLS_65NM.cells.aoi22.delay[0])]);
  expect(DELAYS_65NM.not).toEqual([CELLS_65NM.cells.not.delay]);
});

test.each([8, 16, 32])(
  '%i bits: timing-driven and Kogge-Stone, which objective delay takes, are never slower than every tree with every other adder',
  (bits) => {
    const path = (fields: Readonly<Record<string, unknown>>): number =>
      longestPath(neuronCircuit(digital({ bits, adderCells: 'library', ...fields })).netlist);
    const fast = path({ multiplier: 'timing-driven', adder: 'kogge-stone' });
    for (const multiplier of Object.keys(REDUCTIONS))
      for (const adder of ADDERS.filter((name) => name !== 'hybrid' && name !== 'kogge-stone'))
        expect(fast, `${multiplier} ${adder}`).toBeLessThanOrEqual(path({ multiplier, adder }));
  },
);

test.each([8, 16, 32])('%i bits: the hybrid adder is faster than ripple and cheaper than Kogge-Stone', (bits) => {
  const circuit = (adder: string): Netlist =>
    multiplierCircuit(digital({ bits, multiplier: 'timing-driven', adder })).netlist;
  const [hybrid, ripple, full] = [circuit('hybrid'), circuit('ripple'), circuit('kogge-stone')];
  expect(longestPath(hybrid)).toBeLessThan(longestPath(ripple));
  expect(longestPath(hybrid)).toBeLessThan(longestPath(full) * 1.02);
  expect(hybrid.cells.length).toBeLessThan(full.cells.length);
});

describe.each(ADDERS)('%s behind every tree', (adder) => {
  test.each(Object.keys(REDUCTIONS))('%s: 64 x 64 bits, signed and unsigned, simple and Booth', (multiplier) => {
    for (const partialProducts of ['simple', 'booth'])
      for (const signed of [false, true]) {
        const { netlist } = multiplierCircuit(
          digital({ bits: 64, signed, multiplier, adder, partialProducts, adderCells: 'library' }),
        );
        const word = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
        const vectors = fc.sample(fc.record({ x: word, w: word }), { seed: 9, numRuns: 128 });
        const value = (bits: bigint): bigint => (signed ? BigInt.asIntN(64, bits) : bits);
        expect(evaluated(netlist, 'product', vectors)).toEqual(
          vectors.map(({ x, w }) => BigInt.asUintN(128, value(x) * value(w))),
        );
      }
  });
});

test.each(Object.keys(REDUCTIONS))('%s: 16 fused synapses with bias, signed, simple and Booth', (multiplier) => {
  for (const partialProducts of ['simple', 'booth']) {
    const neuron = digital({
      bits: 8,
      synapses: 16,
      signed: true,
      bias: 12,
      architecture: 'fused',
      multiplier,
      adder: 'hybrid',
      partialProducts,
      adderCells: 'library',
    });
    const { netlist } = neuronCircuit(neuron);
    const port = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
    const vectors = fc.sample(fc.record({ x: port(128), w: port(128), bias: port(12) }), { seed: 10, numRuns: 300 });
    const width = netlist.ports.find(({ name }) => name === 'sum')!.nets.length;
    const at = (word: bigint, k: number): bigint => BigInt.asIntN(8, word >> BigInt(8 * k));
    expect(evaluated(netlist, 'sum', vectors)).toEqual(
      vectors.map(({ x, w, bias }) => {
        let sum = BigInt.asIntN(12, bias);
        for (let k = 0; k < 16; k++) sum += at(x, k) * at(w, k);
        return BigInt.asUintN(width, sum);
      }),
    );
  }
});
