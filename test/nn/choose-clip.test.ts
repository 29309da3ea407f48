import { expect, test } from 'vitest';
import { chooseClip } from '../../src/nn/choose-clip.ts';
import { prepare, wrongWithNoise } from '../../src/nn/noisy-evaluate.ts';
import { quantize } from '../../src/nn/quantize.ts';
import { train } from '../../src/nn/train.ts';
import { quarters, SMALL } from './network.fixture.ts';

const training = { seed: 1, epochs: 2, batch: 8, learningRate: 0.1, momentum: 0.9, weightDecay: 0, shift: 0 };
const validation = quarters(400, 2);
const weights = await train(SMALL, { training: quarters(400, 1), validation }, training);

const PARTS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
const wrongAt = (bits: number, part: number): number =>
  wrongWithNoise(prepare(quantize(SMALL, weights, { bits, clip: [part, part] }), validation), null);

test.each([2, 3, 4, 8])('%s bits: the smallest clip within a standard error of the fewest errors', (bits) => {
  const { clip, validationError } = chooseClip(SMALL, weights, bits, validation);
  const wrong = PARTS.map((part) => wrongAt(bits, part));
  const fewest = Math.min(...wrong);
  const good = PARTS.filter((_, k) => wrong[k]! - fewest <= fewest ** 0.5);
  expect(clip).toEqual([good.at(-1), good.at(-1)]);
  expect(validationError).toBe(wrong[PARTS.indexOf(clip[0]!)]! / 400);
  expect(new Set(wrong).size).toBeGreaterThan(1);
});

test('from 8 bits on the clip is that of 8 bits, with the errors of its own width', () => {
  const [eight, sixteen] = [8, 16].map((bits) => chooseClip(SMALL, weights, bits, validation));
  expect(sixteen?.clip).toEqual(eight?.clip);
  expect(sixteen?.validationError).toBe(wrongAt(16, sixteen!.clip[0]!) / 400);
});
