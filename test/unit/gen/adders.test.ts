import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARRY_PROPAGATE_ADDERS } from '../../../gen/adder/adders.ts';
import { type BitHeap, createBuilder, type Netlist } from '../../../gen/index.ts';
import { evaluated } from './evaluate.ts';

/** Bits in each column: 0 to 2, or a constant 1 above a bit. */
type Shape = readonly (0 | 1 | 2 | 'one')[];

interface Ragged {
  readonly netlist: Netlist;
  readonly inputBits: number;
  /** The sum that `inputs` stand for, modulo 2^columns. */
  readonly sum: (inputs: bigint) => bigint;
}

function raggedAdder(adder: keyof typeof CARRY_PROPAGATE_ADDERS, shape: Shape): Ragged {
  const builder = createBuilder('dut');
  const counts = shape.map((bits) => (bits === 'one' ? 1 : bits));
  const inputBits = counts.reduce<number>((sum, bits) => sum + bits, 0);
  const nets = [...builder.input('bits', inputBits)];
  const heap: BitHeap = shape.map((bits, k) => [...nets.splice(0, counts[k]), ...(bits === 'one' ? [1] : [])]);
  builder.output('sum', CARRY_PROPAGATE_ADDERS[adder](builder, heap));
  const sum = (inputs: bigint): bigint => {
    let place = 0n;
    const total = shape.reduce<bigint>((total, bits, column) => {
      let ones = bits === 'one' ? 1n : 0n;
      for (let k = 0; k < counts[column]!; k++) ones += (inputs >> place++) & 1n;
      return total + (ones << BigInt(column));
    }, 0n);
    return BigInt.asUintN(shape.length, total);
  };
  return { netlist: builder.finish(), inputBits, sum };
}

const wrong = (ragged: Ragged, inputs: readonly bigint[]): bigint[] => {
  const found = evaluated(
    ragged.netlist,
    'sum',
    inputs.map((bits) => ({ bits })),
  );
  return inputs.filter((bits, k) => ragged.sum(bits) !== found[k]);
};

const twice = (columns: number): Shape => Array.from({ length: columns }, () => 2);
const random = (bits: number, seed: number, count: number): bigint[] =>
  fc.sample(fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }), { seed, numRuns: count });

describe.each(Object.keys(CARRY_PROPAGATE_ADDERS) as (keyof typeof CARRY_PROPAGATE_ADDERS)[])('%s', (adder) => {
  test('every sum of two numbers of 1 to 8 bits', () => {
    for (let columns = 1; columns <= 8; columns++) {
      const ragged = raggedAdder(adder, twice(columns));
      expect(
        wrong(
          ragged,
          Array.from({ length: 4 ** columns }, (_, k) => BigInt(k)),
        ),
      ).toEqual([]);
    }
  });

  test('every heap of 0, 1 or 2 bits in each of 5 columns, a constant 1 for one of them', () => {
    for (let code = 0; code < 4 ** 5; code++) {
      const shape = Array.from({ length: 5 }, (_, k) => ([0, 1, 2, 'one'] as const)[(code >> (2 * k)) & 3]!);
      const ragged = raggedAdder(adder, shape);
      expect(
        wrong(
          ragged,
          Array.from({ length: 2 ** ragged.inputBits }, (_, k) => BigInt(k)),
        ),
      ).toEqual([]);
    }
  });

  test.each([13, 16, 31, 64, 128, 141])(
    'two numbers of %i bits: a carry from every column to the top, random sums',
    (columns) => {
      const ragged = raggedAdder(adder, twice(columns));
      // Bits of a column stand side by side: 01 in every column but 11 in one makes a carry that runs to the top.
      const chain = BigInt(`0x${'5'.repeat(Math.ceil(columns / 2))}`) & ((1n << BigInt(2 * columns)) - 1n);
      const runs = Array.from({ length: columns }, (_, k) => chain | (2n << BigInt(2 * k)));
      expect(
        wrong(ragged, [0n, chain, (1n << BigInt(2 * columns)) - 1n, ...runs, ...random(2 * columns, 3, 300)]),
      ).toEqual([]);
    },
  );

  test('any shape of up to 80 columns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 1, 2, 2, 2, 'one' as const), { minLength: 1, maxLength: 80 }),
        fc.integer(),
        (shape, seed) => {
          const ragged = raggedAdder(adder, shape as Shape);
          const all = (1n << BigInt(ragged.inputBits)) - 1n;
          expect(wrong(ragged, [0n, all, ...random(ragged.inputBits, seed, 30)])).toEqual([]);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });

  test('columns below the first with two bits need no cells', () => {
    expect(raggedAdder(adder, [1, 0, 1, 1]).netlist.cells).toEqual([]);
    const [low, high] = [twice(6), [1, 0, 1, ...twice(6)] as Shape].map(
      (shape) => raggedAdder(adder, shape).netlist.cells.length,
    );
    expect(high).toBe(low);
  });
});
