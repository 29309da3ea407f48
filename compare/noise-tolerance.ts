/** Noise that a network stands, in both of its scales, as words. */

import { percent, quantity } from '../measurement/index.ts';
import type { EvaluationFigures } from './figures.ts';

/** Rise of the error that the sentence speaks of, part of the images. */
const RISE = 0.01;

/** Standard deviation of a noise power (V^2) as a part of the largest weight; `perVolt` is `sigmaPerVolt`. */
export const sigmaText = (power: number, perVolt: number): string => {
  const part = Math.sqrt(power) * perVolt;
  return percent(part, part < 0.0995 ? 2 : 1);
};

/** Noise that costs one point of error: `stands 8.4 % of the largest weight (1.01e-6 V^2) for one point of error`. */
export function standsText({ points, rises, cleanError, sigmaPerVolt, qualifiers }: EvaluationFigures): string {
  const whole = qualifiers.noiseModel === 'input-referred' ? 'product' : 'weight';
  const noisy = points.filter(({ noisePower }) => noisePower > 0);
  const at = (power: number): string =>
    `${sigmaText(power, sigmaPerVolt)} of the largest ${whole} (${quantity(power, 'V^2')})`;
  const crossing = rises?.find(({ rise }) => rise === RISE)?.power ?? null;
  if (crossing !== null) return `stands ${at(crossing)} for one point of error`;
  const passed = noisy.find(({ mean }) => mean >= cleanError + RISE);
  const last = noisy.at(-1);
  if (passed) return `stands less than ${at(passed.noisePower)} for one point of error`;
  return last ? `stands more than ${at(last.noisePower)} for one point of error` : 'no noise was evaluated';
}
