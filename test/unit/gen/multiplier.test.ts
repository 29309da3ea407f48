import { describe, expect, test } from 'vitest';
import { multiplierCircuit } from '../../../gen/index.ts';
import { digital } from './neurons.ts';

const count = (fields: Readonly<Record<string, unknown>>) => {
  const { netlist, reduction } = multiplierCircuit(digital(fields));
  const of = (kind: string): number => netlist.cells.filter((cell) => cell.kind === kind).length;
  return { and: of('and'), full: of('fullAdder'), half: of('halfAdder'), stages: reduction.stages.length };
};

describe('adders of an N x N unsigned multiplier', () => {
  test('classic Wallace, 8 bits: 47 full and 17 half adders in 4 stages', () => {
    expect(count({ bits: 8, multiplier: 'wallace' })).toEqual({ and: 64, full: 47, half: 17, stages: 4 });
  });

  test.each([3, 4, 5, 6, 7, 8, 12, 16, 24, 32])('Dadda, %i bits: N^2 - 2N full and N half adders', (bits) => {
    const { and, full, half } = count({ bits, multiplier: 'dadda' });
    expect({ and, full, half }).toEqual({ and: bits ** 2, full: bits ** 2 - 2 * bits, half: bits });
  });

  test.each([
    [3, 1],
    [4, 2],
    [6, 3],
    [9, 4],
    [13, 5],
    [19, 6],
    [28, 7],
    [42, 8],
    [63, 9],
  ])('Dadda of height %i takes %i stages, one more bit takes one more', (height, stages) => {
    expect(count({ bits: height, multiplier: 'dadda' }).stages).toBe(stages);
    expect(count({ bits: height + 1, multiplier: 'dadda' }).stages).toBe(stages + 1);
  });

  test('3 bits: every tree has 3 full and 3 half adders', () => {
    for (const multiplier of ['wallace', 'dadda'])
      expect(count({ bits: 3, multiplier })).toEqual({ and: 9, full: 3, half: 3, stages: 1 });
  });
});

describe('a reduction', () => {
  test.each(['wallace', 'dadda'])(
    '%s: no stage uses a bit that it made itself, and every bit is used once',
    (multiplier) => {
      const { reduction } = multiplierCircuit(digital({ bits: 12, multiplier, signed: true }));
      for (const { matrix, compressors } of reduction.stages) {
        const before = new Set(matrix.flat().filter((net) => net !== null));
        const taken = compressors.flatMap((compressor) => compressor.nets);
        expect(taken.filter((net) => !before.has(net))).toEqual([]);
        expect(new Set(taken.filter((net) => net > 1)).size).toBe(taken.filter((net) => net > 1).length);
      }
      expect(Math.max(...reduction.heap.map((column) => column.length))).toBeLessThanOrEqual(2);
    },
  );
});
