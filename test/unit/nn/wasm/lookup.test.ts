/** Codes of all accumulators within a bound. Those of a table in memory against the search for the threshold. */

import { describe, expect, test } from 'vitest';
import { lookupPairs, lookupTable, wholeTable } from '../../../../nn/kernels/tile/lookup.ts';
import { type ActivationTable, activate, activationTable } from '../../../../nn/quantized/activation-table.ts';
import { set } from '../../../../nn/wasm/control.ts';
import { kernelFunction } from '../../../../nn/wasm/function.ts';
import { instantiate, moduleBytes } from '../../../../nn/wasm/module.ts';
import { v128 } from '../../../../nn/wasm/vector.ts';

const [SCRATCH, LOW, HIGH, OUT, TABLE] = [0, 16, 32, 48, 64] as const;

/** Codes of the accumulators: two vectors at a time, in the pairs' lower and upper halves. */
function codesOf(table: ActivationTable, bound: number, accumulators: readonly number[]): number[] {
  const lookup = lookupTable(table, bound);
  const whole = wholeTable({ lookup, address: TABLE, scratch: SCRATCH });
  if (!whole) throw new Error('the table must be whole');
  const kernel = kernelFunction('pairs', [], (_, scope) => {
    const values = scope.v128s(2);
    return [
      values.map((value, k) => set(value, v128.load(k === 0 ? LOW : HIGH))),
      lookupPairs(scope, whole, values),
      v128.store(OUT, values[0]),
    ];
  });
  const { functions, memory } = instantiate(moduleBytes([kernel], 2));
  new Int32Array(memory, TABLE, lookup.words.length).set(lookup.words);
  const places = new Int32Array(memory, LOW, 8);
  const pairs = new Int16Array(memory, OUT, 8);
  const codes: number[] = [];
  for (let k = 0; k < accumulators.length; k += 8) {
    places.set(accumulators.slice(k, k + 8).map((value) => value - whole.lookup.first));
    functions.pairs!();
    codes.push(...[0, 2, 4, 6, 1, 3, 5, 7].map((at) => pairs[at]!));
  }
  return codes.slice(0, accumulators.length);
}

describe('pairs of codes from a whole table', () => {
  test.each(['tanh', 'sigmoid', 'relu', 'none'] as const)('%s: every accumulator within the bound', (activation) => {
    const table = activationTable(activation, 1 / 500, 127, 1);
    for (const bound of [1, 77, 3001]) {
      const all = Array.from({ length: 2 * bound + 1 }, (_, k) => k - bound);
      expect(codesOf(table, bound, all)).toEqual(all.map((value) => activate(table, value)));
    }
  });

  // Buckets of more and of fewer than 2^16 accumulators, places beyond 2^31.
  test.each([2 ** 8, 2 ** 13, 2 ** 19])('thresholds times %s, at and around each of them and at the ends', (factor) => {
    const { thresholds, ...rest } = activationTable('tanh', 1 / 500, 127, 1);
    const table = { ...rest, thresholds: thresholds.map((threshold) => threshold * factor) };
    const bound = Math.min(2 ** 31 - 1, 4095 * factor);
    const near = Array.from(table.thresholds).flatMap((at) => [at - 1, at, at + 1]);
    const all = [-bound, 1 - bound, ...near, bound - 1, bound].filter((value) => Math.abs(value) <= bound);
    expect(codesOf(table, bound, all)).toEqual(all.map((value) => activate(table, value)));
  });

  test('a bound that takes 2^14 words or more, and none, leave the table as it was', () => {
    const table = activationTable('relu', 1 / 127, 127, 1);
    const widths = [8191, 8192, Infinity, undefined].map((bound) => {
      const lookup = lookupTable(table, bound);
      return lookup.kind === 'buckets' && [lookup.bits, lookup.whole, lookup.words.length];
    });
    expect(widths).toEqual([
      [0, true, 16_383],
      [0, false, 128],
      [0, false, 128],
      [0, false, 128],
    ]);
  });
});
