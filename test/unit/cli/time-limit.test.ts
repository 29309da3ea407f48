import { expect, test } from 'vitest';
import { timeLimit } from '../../../cli/session/time-limit.ts';

test.each([
  ['90', 90],
  ['90 s', 90],
  ['0.5s', 0.5],
  ['10 min', 600],
  ['1.5h', 5400],
  ['480 h', 1_728_000],
])('%s is %d s', (text, seconds) => {
  expect(timeLimit(text)).toBe(seconds);
});

test.each(['', '0', '-1', '1e3', 'NaN', 'Infinity', '481 h', '5 days', '5 ms', '5 S', '__proto__', '5 constructor'])(
  '%j is refused',
  (text) => {
    expect(() => timeLimit(text)).toThrow('It must be a time above 0 and at most 480 h');
  },
);
