import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../../gen/index.ts';
import { createBuilder } from '../../../gen/netlist/builder.ts';
import { multiplierCircuit } from '../../../gen/neuron/multiplier.ts';
import { PARTIAL_PRODUCT_KINDS } from '../../../gen/partial-products/kinds.ts';
import { evaluated } from './evaluate.ts';
import { digital } from './neurons.ts';

const SIGNS = [
  { inputs: false, weights: false },
  { inputs: true, weights: true },
  { inputs: true, weights: false },
  { inputs: false, weights: true },
];

const value = (word: bigint, bits: number, signed: boolean): bigint => (signed ? BigInt.asIntN(bits, word) : word);

describe.each(SIGNS)('signed %o', (signed) => {
  test('every product of 1 to 6 by 2 to 6 bits, modulo every width', () => {
    for (let inputBits = 1; inputBits <= 6; inputBits++)
      for (let bits = 2; bits <= 6; bits++)
        for (const width of [1, 3, inputBits + bits - 1, inputBits + bits, inputBits + bits + 4]) {
          const builder = createBuilder('dut');
          const [x, w] = [builder.input('x', inputBits), builder.input('w', bits)];
          const rows = PARTIAL_PRODUCT_KINDS.booth(builder, x, w, signed, width);
          rows.forEach((row, k) => {
            expect(row).toHaveLength(width);
            builder.output(
              `row${k}`,
              row.map((net) => net ?? 0),
            );
          });
          const netlist = builder.finish();
          const vectors = Array.from({ length: 2 ** (inputBits + bits) }, (_, k) => ({
            x: BigInt.asUintN(inputBits, BigInt(k)),
            w: BigInt(k) >> BigInt(inputBits),
          }));
          const sums = rows
            .map((_, k) => evaluated(netlist, `row${k}`, vectors))
            .reduce((total, row) => total.map((sum, k) => sum + row[k]!));
          expect(sums.map((sum) => BigInt.asUintN(width, sum))).toEqual(
            vectors.map(({ x, w }) =>
              BigInt.asUintN(width, value(x, inputBits, signed.inputs) * value(w, bits, signed.weights)),
            ),
          );
        }
  });

  test('64 by 64 bits: the ends of both ranges', () => {
    const { netlist } = multiplierCircuit(digital({ bits: 64, signed, partialProducts: 'booth', multiplier: 'dadda' }));
    const top = 1n << 63n;
    const words = [
      0n,
      1n,
      2n,
      3n,
      top - 1n,
      top,
      top + 1n,
      2n * top - 2n,
      2n * top - 1n,
      0x5555555555555555n,
      0xaaaaaaaaaaaaaaaan,
    ];
    const vectors = words.flatMap((x) => words.map((w) => ({ x, w })));
    expect(evaluated(netlist, 'product', vectors)).toEqual(
      vectors.map(({ x, w }) => BigInt.asUintN(128, value(x, 64, signed.inputs) * value(w, 64, signed.weights))),
    );
  });
});

describe('rows', () => {
  const rows = (bits: number, signed: boolean): number =>
    multiplierCircuit(digital({ bits, signed, partialProducts: 'booth' })).partialProducts.length;

  test.each([8, 16, 32])('%i bits: half as many as weight bits and one', (bits) => {
    // Unsigned weights have a digit more; signed ones have the negation of the last digit.
    expect([rows(bits, false), rows(bits, true)]).toEqual([bits / 2 + 1, bits / 2 + 1]);
  });
});

test('a weight of one bit is refused', () => {
  const neurons = [{ name: 'dut', kind: 'digital', bits: 1, partialProducts: 'booth' }];
  expect(parseSpec({ name: 'test', neurons }, () => Number.NaN)).toEqual({
    problems: [{ path: ['neurons', 0, 'partialProducts'], message: 'booth must have at least 2 weight bits: 1' }],
  });
});
