import { expect, test } from 'vitest';
import { adjust } from '../../../numeric/adjust.ts';

const xs = [-2, -1, 0, 1, 2, 3];

test('members at any depth are moved, the others and the start itself are not', () => {
  const start = { slope: [1, 0, 0], inner: { offset: 0.5, kept: 7 }, other: 3 };
  const found = adjust(start, ['slope.0', 'slope.1', 'inner.offset'], ({ slope: [a = 0, b = 0], inner }) =>
    xs.map((x) => a * x + b * x ** 2 + inner.offset - (2 * x - 0.3 * x ** 2 + 4)),
  );
  expect(found.slope.map((value) => Number(value.toFixed(6)))).toEqual([2, -0.3, 0]);
  expect(found.inner.offset).toBeCloseTo(4, 6);
  expect([found.inner.kept, found.other]).toEqual([7, 3]);
  expect(start).toEqual({ slope: [1, 0, 0], inner: { offset: 0.5, kept: 7 }, other: 3 });
});

test('parameters of very different sizes are found together', () => {
  const found = adjust({ tiny: 2e-18, large: 5e5 }, ['tiny', 'large'], ({ tiny, large }) =>
    xs.map((x) => (tiny * 1e18 - 3) * x + large / 1e6 - 0.25),
  );
  expect(found.tiny * 1e18).toBeCloseTo(3, 6);
  expect(found.large / 1e6).toBeCloseTo(0.25, 6);
});

test('a path that leads to no number is refused', () => {
  expect(() => adjust({ a: { b: 1 } }, ['a'], () => [])).toThrow('no such number: a');
  expect(() => adjust({ a: { b: 1 } }, ['a.c'], () => [])).toThrow('no such number: a.c');
});
