import { expect, test } from 'vitest';
import { nth } from '../../../numeric/nth.ts';

test('an entry by its index, of lists and of typed arrays; any other index is refused', () => {
  expect(nth(['a', 'b'], 1)).toBe('b');
  expect(nth(Float64Array.of(1.5), 0)).toBe(1.5);
  for (const index of [-1, 2, 0.5, Number.NaN])
    expect(() => nth(['a', 'b'], index)).toThrow(`an index must be a whole number from 0 to 1: ${index}`);
});
