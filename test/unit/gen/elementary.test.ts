import { describe, expect, test } from 'vitest';
import { cosSinOfWord, exp, lnOfWord, tanh } from '../../../numeric/elementary.ts';

/** Distance in units in the last place of `wanted`. */
function ulps(found: number, wanted: number): number {
  if (found === wanted) return 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(wanted));
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return Math.abs(found - wanted) / (view.getFloat64(0) - Math.abs(wanted));
}

const worst = (values: readonly number[], ours: (x: number) => number, theirs: (x: number) => number): number =>
  Math.max(...values.map((x) => ulps(ours(x), theirs(x))));

const grid = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

/** Words at both ends, at powers of two and spread evenly. */
const WORDS = [
  ...grid(0, 1000, 1001),
  ...grid(0xffffffff - 1000, 0xffffffff, 1001),
  ...grid(0, 31, 32).flatMap((k) => [2 ** k - 1, 2 ** k, 2 ** k + 1]),
  ...Array.from({ length: 50_000 }, (_, k) => Math.imul(k, 0x9e3779b1) >>> 0),
];

describe('elementary functions against Math', () => {
  test('ln of a word: within 2 ulp', () => {
    expect(worst(WORDS, lnOfWord, (word) => Math.log((word + 0.5) / 2 ** 32))).toBeLessThanOrEqual(2);
  });
  test('exp: within 2 ulp from -708 to 709, and the ends', () => {
    expect(worst(grid(-708, 709, 60_001), exp, Math.exp)).toBeLessThanOrEqual(2);
    expect(worst(grid(-1e-3, 1e-3, 2001), exp, Math.exp)).toBeLessThanOrEqual(2);
    expect([exp(0), exp(710), exp(-746), exp(Infinity), exp(-Infinity)]).toEqual([1, Infinity, 0, Infinity, 0]);
    expect(exp(-744)).toBeCloseTo(Math.exp(-744), 320);
    expect(exp(Number.NaN)).toBeNaN();
  });
  test('tanh: within 3 ulp, odd, saturated, never decreasing', () => {
    const values = [...grid(-25, 25, 100_001), ...grid(0.6, 0.65, 5001), ...grid(1e-9, 1e-6, 1001)];
    expect(worst(values, tanh, Math.tanh)).toBeLessThanOrEqual(3);
    expect([tanh(0), tanh(400), tanh(-Infinity)]).toEqual([0, 1, -1]);
    expect(tanh(Number.NaN)).toBeNaN();
    for (const x of values) expect(tanh(-x)).toBe(-tanh(x));
    const steps = grid(0.62, 0.63, 100_001).map(tanh);
    expect(steps.every((value, k) => k === 0 || value >= (steps[k - 1] ?? 0))).toBe(true);
  });
  test('cos and sin of a word: within 1e-15', () => {
    const out = new Float64Array(2);
    let largest = 0;
    for (const word of WORDS) {
      cosSinOfWord(word, out, 0);
      const angle = (2 * Math.PI * (word + 0.5)) / 2 ** 32;
      largest = Math.max(largest, Math.abs(out[0]! - Math.cos(angle)), Math.abs(out[1]! - Math.sin(angle)));
    }
    expect(largest).toBeLessThan(1e-15);
  });
});
