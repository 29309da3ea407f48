import { describe, expect, test } from 'vitest';
import { duration, everyTenth, paced, shareIn } from '../../../cli/session/pace.ts';

test.each([
  ['3 of 24 operating points', 3 / 24],
  ['dig8: 30 %', 0.3],
  ['a: 1 of 4 images, b: 3 of 4 images', 0.5],
  ['epoch 5 of 20: loss 0.1, validation error 3.25 %', 0.25],
  ['97.5 % of the validation images right', undefined],
  ['5 of 4 points', undefined],
  ['0 of 0 points', undefined],
  ['design space', undefined],
])('%s: share %s', (text, share) => {
  expect(shareIn(text)).toBe(share);
});

test.each([
  [0.2, '1 s'],
  [85.4, '85 s'],
  [240, '4 min'],
  [7200, '2 h'],
])('%d s are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

describe('pace', () => {
  test('the estimate is the rest at the pace so far, of the count that runs', () => {
    expect(paced('6 of 24 points', 30, 20)).toBe('6 of 24 points (30 s, about 60 s left)');
    expect(paced('design space', 30, 20)).toBe('design space (30 s)');
    expect(paced('24 of 24 points', 30, 20)).toBe('24 of 24 points (30 s)');
    expect(paced('6 of 24 points', 1, 1)).toBe('6 of 24 points');
  });

  test('plain lines: one each 10 %, and each text of another kind', () => {
    const due = everyTenth();
    const lines = Array.from({ length: 200 }, (_, k) => `${k + 1} of 200 points`).filter((text) => due(text));
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      '1',
      '20',
      '40',
      '60',
      '80',
      '100',
      '120',
      '140',
      '160',
      '180',
      '200',
    ]);
    expect([due('design space'), due('shifted thresholds'), due('1 of 200 points'), due('2 of 200 points')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
