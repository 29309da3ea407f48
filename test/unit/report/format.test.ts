import { expect, test } from 'vitest';
import { deviation, percent, percentagePoints, plain, quantity } from '../../../measurement/format.ts';

test.each([
  [5_312_000, 'Hz', '5.31 MHz'],
  [1000, 'Hz', '1 kHz'],
  [999.9, 'Hz', '1 kHz'],
  [1e9, 'Hz', '1 GHz'],
  [1e-6, 'W', '1 µW'],
  [25.5e-9, 'W', '25.5 nW'],
  [4.91e-15, 'J', '4.91 fJ'],
  [100e-12, 'A', '100 pA'],
  [0.012, 'V', '12 mV'],
  [0, 'W', '0 W'],
  [-0.25, 'V', '-250 mV'],
  [3e-21, 'J', '0.003 aJ'],
  [2006, '1', '2006'],
  [0.8123, '1', '0.812'],
])('%d %s reads as %s', (value, unit, text) => {
  expect(quantity(value, unit)).toBe(text);
});

test('a squared unit takes a power of ten instead of a prefix', () => {
  expect(quantity(7.8e-7, 'V^2')).toBe('7.8e-7 V²');
  expect(quantity(1e-6, 'V^2')).toBe('1e-6 V²');
  expect(quantity(0, 'V^2')).toBe('0 V²');
});

test('counts below a million keep every digit', () => {
  expect(plain(123456)).toBe('123456');
  expect(plain(1234567)).toBe('1.23e6');
  expect(plain(1234.5)).toBe('1230');
  expect(plain(0)).toBe('0');
});

test('shares read in percent, their differences in points', () => {
  expect(percent(0.0201)).toBe('2.01 %');
  expect(percentagePoints(0.0077)).toBe('0.77 points');
});

test('a deviation reads in percent up to a factor of two, as a factor beyond', () => {
  expect(deviation(2006, 1980)).toBe('+1.3 %');
  expect(deviation(1872, 1980)).toBe('−5.5 %');
  expect(deviation(192, 192)).toBe('equal');
  expect(deviation(0.99999, 1)).toBe('0.0 %');
  expect(deviation(21, 84)).toBe('4 times less');
  expect(deviation(4.9e-15, 0.7e-15)).toBe('7 times as much');
});
