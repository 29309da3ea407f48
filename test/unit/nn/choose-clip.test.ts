import { expect, test } from 'vitest';
import { chooseClips } from '../../../nn/evaluate/choose-clip.ts';
import { prepare, wrongWithNoise } from '../../../nn/evaluate/noisy-evaluate.ts';
import { quantize } from '../../../nn/quantized/quantize.ts';
import type { TrainOptions } from '../../../nn/train/options.ts';
import { train } from '../../../nn/train/train.ts';
import { quarters, SMALL } from './network.fixture.ts';

const training: TrainOptions = {
  seed: 1,
  epochs: 2,
  batch: 8,
  optimizer: { kind: 'momentum', momentum: 0.9 },
  learningRate: 0.1,
  schedule: 'linear',
  weightDecay: 0,
  shift: 0,
  flip: false,
};
const validation = quarters(400, 2);
const { weights } = await train(SMALL, { training: quarters(400, 1), validation, test: validation }, training);

const PARTS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
const wrongAt = (bits: number, part: number): number =>
  wrongWithNoise(prepare(quantize(SMALL, weights, { bits, clip: [part, part] }), validation), null);

const choices = await chooseClips(SMALL, weights, validation);
const chosenFor = (bits: number) => choices.find((choice) => choice.bits === bits)!;

test.each([2, 3, 4, 8])('%s bits: the smallest clip within a standard error of the fewest errors', (bits) => {
  const { clip, validationError } = chosenFor(bits);
  const wrong = PARTS.map((part) => wrongAt(bits, part));
  const fewest = Math.min(...wrong);
  const good = PARTS.filter((_, k) => wrong[k]! - fewest <= fewest ** 0.5);
  expect(clip).toEqual([good.at(-1), good.at(-1)]);
  expect(validationError).toBe(wrong[PARTS.indexOf(clip[0]!)]! / 400);
  expect(new Set(wrong).size).toBeGreaterThan(1);
});

test('a choice for each width; from 8 bits on the clip is that of 8, with the errors of its own width', async () => {
  const told: number[] = [];
  await chooseClips(SMALL, weights, validation, { onWidth: (bits) => void told.push(bits) });
  expect(told).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  expect(choices.map((choice) => choice.bits)).toEqual(told);
  for (const bits of [9, 16]) {
    expect(chosenFor(bits).clip).toEqual(chosenFor(8).clip);
    expect(chosenFor(bits).validationError).toBe(wrongAt(bits, chosenFor(bits).clip[0]!) / 400);
  }
});
