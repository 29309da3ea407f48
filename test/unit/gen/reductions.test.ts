import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ripple } from '../../../gen/adder/ripple.ts';
import { createBuilder } from '../../../gen/netlist/builder.ts';
import type { Net } from '../../../gen/netlist/netlist.ts';
import { multiplierCircuit } from '../../../gen/neuron/multiplier.ts';
import { heapOf } from '../../../gen/reduction/dots.ts';
import { REDUCTIONS } from '../../../gen/reduction/reductions.ts';
import { MULTIPLIERS } from '../../../gen/spec/constructions.ts';
import { evaluated } from './evaluate.ts';
import { digital } from './neurons.ts';

/** Full and half adders of tree and ripple adder, 8 x 8 bits, unsigned. */
const COUNTS_8X8 = [
  ['wallace', [38, 15], [9, 2]],
  ['wallace-column', [36, 25], [10, 1]],
  ['dadda', [35, 7], [13, 1]],
  ['reduced-area', [39, 7], [9, 1]],
  ['array', [41, 7], [7, 1]],
] as const;

test.each(COUNTS_8X8)('%s, 8 x 8 bits: the published numbers of adders', (multiplier, tree, final) => {
  const { netlist, reduction } = multiplierCircuit(digital({ bits: 8, multiplier, adder: 'ripple' }));
  const compressors = reduction.stages.flatMap((stage) => stage.compressors);
  const count = (cells: readonly { readonly kind: string }[]): number[] =>
    ['fullAdder', 'halfAdder'].map((kind) => cells.filter((cell) => cell.kind === kind).length);
  expect(count(compressors)).toEqual(tree);
  expect(count(netlist.cells)).toEqual(tree.map((adders, k) => adders + final[k]!));
});

test.each(['dadda', 'reduced-area', 'timing-driven'])(
  '%s: N^2 - 2N full and N half adders with a ripple adder',
  (multiplier) => {
    for (let bits = 3; bits <= 24; bits++) {
      const { cells } = multiplierCircuit(digital({ bits, multiplier, adder: 'ripple' })).netlist;
      const full = cells.filter((cell) => cell.kind === 'fullAdder').length;
      const half = cells.filter((cell) => cell.kind === 'halfAdder').length;
      expect({ bits, full, half }).toEqual({ bits, full: bits * bits - 2 * bits, half: bits });
    }
  },
);

/** Place of a matrix: a bit, nothing, or a constant. */
type Place = 'bit' | 'none' | 0 | 1;

/** Any matrix: random rows with holes and constants, up to 24 rows and 12 columns. */
const anyMatrix = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 24 })).chain(([width, height]) =>
  fc.array(
    fc.array(fc.constantFrom<Place>('bit', 'bit', 'bit', 'none', 1, 0), { minLength: width, maxLength: width }),
    {
      minLength: height,
      maxLength: height,
    },
  ),
);

function reduced(name: (typeof MULTIPLIERS)[number], places: readonly (readonly Place[])[]) {
  const builder = createBuilder('dut');
  const inputs = [...builder.input('bits', places.flat().filter((place) => place === 'bit').length)];
  const matrix = places.map((row) =>
    row.map((place): Net | null => (place === 'bit' ? inputs.shift()! : place === 'none' ? null : place)),
  );
  const reduction = REDUCTIONS[name](builder, matrix);
  builder.output('sum', ripple(builder, reduction.heap));
  return { matrix, reduction, netlist: builder.finish() };
}

describe.each(MULTIPLIERS)('%s', (name) => {
  test('any matrix of bits, holes and constants: the sum, at most two bits a column, each stage takes bits that stood there before it, once', () => {
    fc.assert(
      fc.property(anyMatrix, fc.integer(), (places, seed) => {
        const { matrix, reduction, netlist } = reduced(name, places);
        expect(Math.max(0, ...reduction.heap.map((column) => column.length))).toBeLessThanOrEqual(2);

        const bits = places.flat().filter((place) => place === 'bit').length;
        const vectors = fc.sample(fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }), { seed, numRuns: 20 });
        const expected = vectors.map((vector) => {
          let rest = vector;
          let sum = 0n;
          for (const row of places)
            row.forEach((place, column) => {
              if (place === 'none') return;
              if (place !== 'bit') sum += BigInt(place) << BigInt(column);
              else {
                sum += (rest & 1n) << BigInt(column);
                rest >>= 1n;
              }
            });
          return BigInt.asUintN(Math.max(1, places[0]?.length ?? 0), sum);
        });
        if (places.length === 0) return;
        expect(
          evaluated(
            netlist,
            'sum',
            vectors.map((bits) => ({ bits })),
          ),
        ).toEqual(expected);

        for (const stage of reduction.stages) {
          const left = heapOf(stage.matrix);
          for (const { column, nets } of stage.compressors)
            for (const net of nets.filter((bit) => bit !== 0)) {
              expect(left[column]).toContain(net);
              left[column]!.splice(left[column]!.indexOf(net), 1);
            }
        }
        const sorted = (heap: readonly (readonly Net[])[]): Net[][] =>
          heap.map((nets) => nets.toSorted((a, b) => a - b));
        if (reduction.stages.length > 0)
          expect(sorted(heapOf(reduction.stages[0]!.matrix))).toEqual(sorted(heapOf(matrix)));
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  test('no bit is lost: what a stage does not take stands in the next matrix', () => {
    const { reduction } = multiplierCircuit(digital({ bits: 9, multiplier: name, signed: true }));
    const after = [...reduction.stages.slice(1).map((stage) => heapOf(stage.matrix)), reduction.heap];
    reduction.stages.forEach((stage, k) => {
      heapOf(stage.matrix).forEach((nets, column) => {
        const taken = stage.compressors.filter((adder) => adder.column === column).flatMap((adder) => adder.nets);
        for (const net of nets.filter((bit) => bit > 1 && !taken.includes(bit)))
          expect(after[k]![column]).toContain(net);
      });
    });
  });

  test('4096 rows: a column of thousands of bits', () => {
    if (name === 'array') return;
    const { reduction } = reduced(
      name,
      Array.from({ length: 4096 }, () => ['bit', 'bit', 'bit'] as const),
    );
    expect(reduction.heap.map((column) => column.length <= 2)).toEqual([true, true, true]);
  });
});

test('timing-driven: the bit that arrives last passes the fewest adders', () => {
  // Column 0 holds nine bits, the last behind a chain of gates: nothing but the last full adder takes it.
  const builder = createBuilder('dut');
  const inputs = builder.input('bits', 9);
  const late = inputs.slice(1).reduce((net, other) => builder.gate('xor', builder.not(net), other), inputs[0]!);
  const { stages } = REDUCTIONS['timing-driven'](
    builder,
    [...inputs.slice(1), late].map((net) => [net]),
  );
  const takers = stages.flatMap((stage) => stage.compressors).filter((adder) => adder.nets.includes(late));
  expect(takers.length).toBeLessThanOrEqual(1);
  for (const { nets } of takers) expect(nets.at(-1)).toBe(late);
});
