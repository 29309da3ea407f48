import { describe, expect, test } from 'vitest';
import { gaussianSource } from '../../../nn/noise/gaussian.ts';
import { ksDistance, normalCdf } from './normal.ts';

/** Place that numbers are drawn for: seed, draw, image, layer. */
const PLACE = { seed: 7, draw: 3, image: 11, layer: 1 };
const fillAt = (out: Float64Array, place: typeof PLACE): void =>
  gaussianSource(place.seed)(out, place.draw, place.image, place.layer);

function sample(count: number, seed: number): Float64Array {
  const outputs = 128;
  const out = new Float64Array(count);
  const fill = gaussianSource(seed);
  for (let image = 0; image * outputs < count; image++)
    fill(out.subarray(image * outputs, (image + 1) * outputs), 3, image, 1);
  return out;
}

describe('Gaussian numbers', () => {
  const count = 2 ** 21;
  const values = sample(count, 7);
  const mean = (power: number): number => values.reduce((sum, value) => sum + value ** power, 0) / count;

  // Each bound is 4 standard deviations of the estimate: var(x^k) / count.
  test('mean 0, variance 1, skewness 0, kurtosis 3', () => {
    expect(Math.abs(mean(1))).toBeLessThan(4 * Math.sqrt(1 / count));
    expect(Math.abs(mean(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(mean(3))).toBeLessThan(4 * Math.sqrt(15 / count));
    expect(Math.abs(mean(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  });

  test.each([2, 3, 4, 4.5])('as many beyond %s sigma as the normal distribution has', (limit) => {
    const wanted = count * 2 * normalCdf(-limit);
    const found = values.filter((value) => Math.abs(value) > limit).length;
    expect(Math.abs(found - wanted)).toBeLessThan(4 * Math.sqrt(wanted));
  });

  test('Kolmogorov-Smirnov: three seeds below the 1 % point', () => {
    for (const seed of [0, 1, 0xffffffff]) {
      const drawn = sample(2 ** 20, seed);
      expect(ksDistance(drawn, normalCdf)).toBeLessThan(1.628 / Math.sqrt(drawn.length));
    }
  });

  test('neighbours are uncorrelated: outputs, images, draws and layers', () => {
    const other = (change: object): number => {
      const a = new Float64Array(2 ** 16);
      const b = new Float64Array(2 ** 16);
      fillAt(a, PLACE);
      fillAt(b, { ...PLACE, ...change });
      return a.reduce((sum, value, k) => sum + value * b[k]!, 0) / Math.sqrt(a.length);
    };
    for (const change of [{ image: 12 }, { draw: 4 }, { layer: 0 }, { seed: 8 }])
      expect(Math.abs(other(change))).toBeLessThan(4);
    for (const lag of [1, 2, 3, 4]) {
      let sum = 0;
      for (let k = lag; k < count; k++) sum += values[k]! * values[k - lag]!;
      expect(Math.abs(sum) / Math.sqrt(count)).toBeLessThan(4);
    }
  });

  test('a number belongs to its place: shorter fills are prefixes of longer ones', () => {
    const long = new Float64Array(130);
    fillAt(long, PLACE);
    for (const length of [1, 2, 3, 4, 10, 127]) {
      const short = new Float64Array(length);
      fillAt(short, PLACE);
      expect(short).toEqual(long.slice(0, length));
    }
  });
});
