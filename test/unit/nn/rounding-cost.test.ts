import { expect, test } from 'vitest';
import type { EvaluateJob } from '../../../nn/evaluate/evaluate.ts';
import { roundingCost } from '../../../nn/evaluate/rounding-cost.ts';

test.each([
  ['a point at 8 bits is borne', 8, 8, 1000, 40, 50, 0.01, false],
  ['more is not', 8, 8, 1000, 40, 51, 0.011, true],
  ['nor at 16 bits', 16, 16, 1000, 40, 51, 0.011, true],
  ['fewer bits cost more', 7, 7, 1000, 40, 90, 0.05, false],
  ['so do those of activations', 8, 4, 1000, 40, 90, 0.05, false],
  ['two images of few are chance', 8, 8, 20, 1, 3, 0.1, false],
  ['three are not', 8, 8, 20, 1, 4, 0.15, true],
  ['rounding may help', 8, 8, 1000, 50, 40, -0.01, false],
] as const)('%s', (_, bits, activationBits, images, float, clean, cost, suspicious) => {
  const job = { bits, activationBits } as EvaluateJob;
  const found = roundingCost({ job, images, floatError: float / images, cleanError: clean / images });
  expect(found).toEqual({ cost, suspicious });
});
