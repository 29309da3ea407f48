import { describe, expect, test } from 'vitest';
import { usablePoints } from '../../../compare/figures.ts';
import { pairMeasurements } from '../../../compare/pair-measurements.ts';
import { analogPower, digitalPower, pairCurves } from '../../../compare/power.ts';
import { DIG3, DIG8, DOCUMENT, MSN3, MSN8, specOf } from './fixture.ts';

const SPEC = specOf(DOCUMENT);
const CURVES = pairCurves(SPEC, [DIG8, DIG3], [MSN8, MSN3]);

function valueAt(key: string): number | null | undefined {
  return pairMeasurements(CURVES).find((measurement) => measurement.key === key)?.value;
}

describe('digital power', () => {
  test('is leakage plus one switching energy a cycle', () => {
    // 4.2 uW + 1 MHz x 210 fJ = 4.2 uW + 0.21 uW
    expect(digitalPower(DIG8, 1e6)).toBeCloseTo(4.41e-6, 12);
  });

  test('ends where a cycle is as long as the delay', () => {
    const neuron = { ...DIG8, delay: 1e-9 };
    expect(digitalPower(neuron, 1e9)).toBeCloseTo(4.2e-6 + 210e-6, 12);
    expect(digitalPower(neuron, 1.001e9)).toBeNull();
  });
});

describe('analog power', () => {
  const points = usablePoints({
    ...MSN8,
    points: MSN8.points
      .slice(2, 4)
      .map((point, k) => ({ ...point, power: k === 0 ? 1e-9 : 100e-9, bandwidth: k === 0 ? 1e6 : 1e8 })),
  });

  test('stays at the smallest bias below its bandwidth', () => {
    expect(analogPower(points, 1)).toBe(1e-9);
    expect(analogPower(points, 1e6)).toBe(1e-9);
  });

  test('lies on a straight line in logarithmic scales between two biases', () => {
    // Half of the way from 1e6 to 1e8 Hz in decades is 1e7 Hz; half of the way from 1 to 100 nW is 10 nW.
    expect(analogPower(points, 1e7)).toBeCloseTo(10e-9, 18);
    // A quarter: 10^6.5 Hz and 10^-8.5 W.
    expect(analogPower(points, 10 ** 6.5)).toBeCloseTo(10 ** -8.5, 18);
  });

  test('ends at the largest bandwidth', () => {
    expect(analogPower(points, 1e8)).toBeCloseTo(100e-9, 18);
    expect(analogPower(points, 1.001e8)).toBeNull();
  });

  test('is missing without a usable bias', () => {
    expect(analogPower([], 1e3)).toBeNull();
  });
});

describe('a pair', () => {
  test('the ratio at 1 kHz is leakage over the smallest usable bias', () => {
    // (4.2e-6 + 1e3 x 210e-15) / 7.65e-9 = 549.05; the flagged point at 10 pA is not a bias.
    expect(valueAt('dig8/msn8.powerRatio@1000')).toBeCloseTo((4.2e-6 + 210e-12) / 7.65e-9, 6);
  });

  test('the other reading keeps to the unit current of the spec', () => {
    // 4.20021e-6 / 26e-9 = 161.5
    expect(valueAt('dig8/msn8.powerRatioFromStatedCurrent@1000')).toBeCloseTo(4.20021e-6 / 26e-9, 9);
  });

  test('both readings agree where the spec current is too slow', () => {
    expect(valueAt('dig8/msn8.powerRatioFromStatedCurrent@100000000')).toBe(valueAt('dig8/msn8.powerRatio@100000000'));
  });

  test('energy per operation is power over frequency', () => {
    expect(valueAt('dig8.energy@1000')).toBeCloseTo(4.20021e-9, 14);
    expect(valueAt('msn8.energy@1000')).toBeCloseTo(7.65e-12, 17);
  });

  test('has a number for each frequency: 6 decades with 5 points each, and the end', () => {
    const keys = pairMeasurements(CURVES).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('dig3/msn3.powerRatio@'))).toHaveLength(31);
    expect(keys).toContain('dig3/msn3.powerRatio@1000000000');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('above the delay there is no number, and the source says why', () => {
    const slow = pairCurves(SPEC, [{ ...DIG8, delay: 1e-6 }], [MSN8]);
    const missing = pairMeasurements(slow).find(({ key }) => key === 'dig8.power@10000000');
    expect(missing).toMatchObject({ value: null, source: 'none: one over dig8.delay is below this frequency' });
    expect(pairMeasurements(slow).find(({ key }) => key === 'dig8/msn8.powerRatio@10000000')?.value).toBeNull();
  });

  test('a bias with less bandwidth than a smaller one is never chosen', () => {
    const [curve] = pairCurves(
      SPEC,
      [DIG8],
      [
        {
          ...MSN8,
          points: MSN8.points.map((point) => (point.unitCurrent === 1e-9 ? { ...point, bandwidth: 4e6 } : point)),
        },
      ],
    );
    expect(curve?.bias.points.map((point) => point.unitCurrent)).toEqual([30e-12, 100e-12, 10e-9, 100e-9]);
  });

  test('a flagged spec current leaves that reading out', () => {
    const flagged = MSN8.points.map((point) =>
      point.unitCurrent === 100e-12 ? { ...point, flags: [{ kind: 'no-bandwidth', limit: 1e12 } as const] } : point,
    );
    const [curve] = pairCurves(SPEC, [DIG8], [{ ...MSN8, points: flagged }]);
    expect(curve?.points.every((point) => point.analogFromStated === null)).toBe(true);
  });

  test('a pair with a neuron that was not measured is left out', () => {
    expect(pairCurves(SPEC, [DIG8], [MSN3])).toEqual([]);
    expect(pairCurves(specOf({ name: 'bare' }), [DIG8], [MSN8])).toEqual([]);
  });
});
