import { describe, expect, test } from 'vitest';
import { quantityParser } from '../../../gen/index.ts';

const read = async (text: string, unit: string): Promise<number> => (await quantityParser(text))(text, unit);

describe('a quantity', () => {
  test.each([
    ['100 pA', 'A', 1e-10],
    ['1n', 'A', 1e-9],
    ['1nA', 'A', 1e-9],
    ['10MEG', 'Hz', 1e7],
    ['10megHz', 'Hz', 1e7],
    ['2k', 'Hz', 2000],
    ['27 °C', 'K', 300.15],
    ['27 ℃', 'K', 300.15],
    ['−10 °C', 'K', 263.15],
    ['27\u00a0degC', 'K', 300.15],
    ['5 µV²', 'V^2', 5e-12],
    ['3.5\u202fmV um', 'V m', 3.5e-9],
    ['1 % um', 'm', 1e-8],
    ['5 %', '1', 0.05],
  ])('%s is taken', async (text, unit, value) => {
    expect(await read(text, unit)).toBeCloseTo(value, 12 - Math.floor(Math.log10(value)));
  });

  test.each([
    ['1m', 'A', '1m has the suffix m; write 1 mA or 1 MA'],
    ['5M', 'Hz', '5M has the suffix M; write 5 mHz or 5 MHz'],
    ['27 C', 'K', '27 C is in coulomb; write degC or °C'],
    ['5 %', 'V', '5 % is not in V'],
    ['100 Pa', 'A', '100 Pa is not in A'],
    ['1 nV', 'A', '1 nV is not in A'],
    ['soon', 'A', '"soon" is not a number with a unit of A'],
  ])('%s in %s is refused with the way out', async (text, unit, message) => {
    await expect(read(text, unit)).rejects.toThrow(message);
  });
});
