import { describe, expect, test } from 'vitest';
import { type ActivationTable, activate, activationTable } from '../../src/nn/activation-table.ts';

const codesOf = (table: ActivationTable, accumulators: readonly number[]): number[] => {
  return accumulators.map((accumulator) => activate(table, accumulator));
};
const tanhTable = (scale: number, limit: number): ActivationTable => activationTable('tanh', scale, limit, 1);

/** The nearest code to limit * tanh. */
const wanted = (scale: number, limit: number) => (n: number) => Math.floor(limit * Math.tanh(n * scale) + 0.5);
const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, k) => from + k * step);

describe('tanh from accumulators to codes', () => {
  test.each([
    ['2 bits', 0.01, 1],
    ['3 bits', 0.001, 3],
    ['3 bits, coarse accumulator', 0.7, 3],
    ['8 bits', 1 / 4000, 127],
    ['8 bits, saturated by one step', 30, 127],
  ])('%s: every accumulator', (_, scale, limit) => {
    const end = Math.ceil(10 / scale) + 3;
    const all = range(-end, end);
    expect(codesOf(tanhTable(scale, limit), all)).toEqual(all.map(wanted(scale, limit)));
  });

  test('16 bits: 400,000 accumulators over the range, and every threshold and its neighbours', () => {
    const scale = 3.7e-9;
    const table = tanhTable(scale, 32767);
    const some = range(-2e9, 2e9, 9973);
    expect(codesOf(table, some)).toEqual(some.map(wanted(scale, 32767)));
    const edges = Array.from(table.thresholds).flatMap((t) => [t - 1, t]);
    expect(codesOf(table, edges)).toEqual(Array.from(table.thresholds).flatMap((_, k) => [k - 32767, k - 32766]));
  });

  test('sums beyond 32 bits, to the ends of exact integers', () => {
    const table = tanhTable(1e-12, 127);
    const some = [-(2 ** 53), -(2 ** 40), -1, 0, 1, 2 ** 40, 2 ** 53];
    expect(codesOf(table, some)).toEqual(some.map(wanted(1e-12, 127)));
  });

  test('odd but for the halves', () => {
    const table = tanhTable(1 / 500, 127);
    const all = range(1, 3000);
    const negative = codesOf(
      table,
      all.map((n) => -n),
    );
    expect(negative).toEqual(codesOf(table, all).map((code) => (code === 0 ? 0 : -code)));
  });
});
