import { describe, expect, test } from 'vitest';
import { type ActivationTable, activate, activationTable } from '../../../nn/quantized/activation-table.ts';
import { segmentCode } from '../../../nn/quantized/segments.ts';

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

  test('16 bits, by lines: 40,000 accumulators over the range within a code, one in eight off at most; every threshold', () => {
    const scale = 3.7e-7;
    const table = tanhTable(scale, 32767);
    const some = range(-2e7, 2e7, 997);
    const found = codesOf(table, some);
    const errors = some.map((n, k) => Math.abs(found[k]! - wanted(scale, 32767)(n)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(1);
    expect(errors.filter((error) => error > 0).length).toBeLessThan(some.length / 8);
    const edges = Array.from(table.thresholds).flatMap((t) => [t - 1, t]);
    const codes = codesOf(table, edges);
    expect(codes.every((code, k) => code === Math.floor(k / 2) - 32767 + (k % 2))).toBe(true);
    expect(codesOf(table, [-(2 ** 31), 2 ** 31])).toEqual([-32767, 32767]);
  });

  test('16 bits in units so fine that 32 bits of them reach tanh 0.76 only: no code beyond', () => {
    const table = tanhTable(2 ** -31, 32767);
    expect(table.thresholds.at(-1)).toBe(Infinity);
    for (const n of [-(2 ** 31) + 1, 2 ** 31 - 1])
      expect(Math.abs(codesOf(table, [n])[0]! - wanted(2 ** -31, 32767)(n))).toBeLessThanOrEqual(1);
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

describe('other activations', () => {
  const cases = [
    ['sigmoid', (x: number) => 1 / (1 + Math.exp(-x)), 0, 1],
    ['relu', (x: number) => Math.max(0, x) / 4, 0, 4],
    ['hard-tanh', (x: number) => Math.min(1, Math.max(-1, x)), -1, 1],
    ['none', (x: number) => x / 2, -1, 2],
  ] as const;
  test.each(cases)('%s, 8 bits: every accumulator', (name, f, lowest, full) => {
    const table = activationTable(name, 1 / 1000, 127, full);
    const all = range(-14_000, 14_000);
    const clamped = (n: number): number => Math.min(127, Math.max(127 * lowest, Math.floor(127 * f(n / 1000) + 0.5)));
    expect(codesOf(table, all)).toEqual(all.map(clamped));
  });

  test.each(cases)('%s, 16 bits by lines: within a code everywhere', (name, f, lowest, full) => {
    const scale = 1e-6;
    const table = activationTable(name, scale, 32767, full);
    const some = range(-13e6, 13e6, 1009);
    const found = codesOf(table, some);
    const errors = some.map((n, k) => {
      const exact = Math.min(32767, Math.max(32767 * lowest, Math.floor(32767 * f(n * scale) + 0.5)));
      return Math.abs(found[k]! - exact);
    });
    expect(Math.max(...errors)).toBeLessThanOrEqual(1);
  });
});

/** Curves that end within the range: the largest codes are never given. */
describe('bounded curves in a range beyond their ends', () => {
  const curves = [
    ['tanh', Math.tanh, -1],
    ['sigmoid', (x: number) => 1 / (1 + Math.exp(-x)), 0],
    ['hard-tanh', (x: number) => Math.min(1, Math.max(-1, x)), -1],
  ] as const;
  test.each(curves)('%s in 1.7, 8 bits: every accumulator', (name, f, lowest) => {
    const table = activationTable(name, 1 / 1000, 127, 1.7);
    const all = range(-30_000, 30_000);
    expect(codesOf(table, all)).toEqual(all.map((n) => Math.floor((127 * f(n / 1000)) / 1.7 + 0.5)));
    const ends = codesOf(table, [-1e12, 1e12]);
    expect(ends).toEqual([lowest, 1].map((end) => Math.floor((127 * end) / 1.7 + 0.5)));
  });

  test.each(curves)('%s in 40, 16 bits by lines: within a code', (name, f, lowest) => {
    const table = activationTable(name, 1e-6, 32767, 40);
    const some = range(-13e6, 13e6, 1009);
    const found = codesOf(table, some);
    const errors = some.map((n, k) => Math.abs(found[k]! - Math.floor((32767 * f(n * 1e-6)) / 40 + 0.5)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(1);
    expect(codesOf(table, [-1e12, 1e12])).toEqual([lowest, 1].map((end) => Math.floor((32767 * end) / 40 + 0.5)));
  });
});

test.each(['relu', 'none', 'hard-tanh'] as const)(
  '%s, 16 bits in steps of 11 codes: none is beyond the ends',
  (name) => {
    // In steps so large the line passes the last code before it is cut off.
    const table = activationTable(name, 1 / 2978.5, 32767, 1);
    const all = range(-9000, 9000);
    const lowest = name === 'relu' ? 0 : -32767;
    const exact = all.map((n) => Math.min(32767, Math.max(lowest, Math.floor((32767 * n) / 2978.5 + 0.5))));
    const wrong = codesOf(table, all).filter((code, k) => Math.abs(code - exact[k]!) > 1);
    expect(wrong).toEqual([]);
    const { segments } = table;
    expect([-1e9, 1e9].map((n) => segmentCode(segments!, n))).toEqual([lowest, 32767]);
  },
);
