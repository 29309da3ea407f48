/** Which transistors the noise of a simulated neuron comes from. */

import { NOISE_SOURCES, type SourceNoise } from '../neuron/figures.ts';
import { scalar, type Waves } from '../spice/spice.ts';

/** The integrated noise of `run`, which has a summary, by the kinds of transistors, V^2. */
export function noiseBySource(run: Waves): readonly SourceNoise[] {
  const sums = new Map<SourceNoise['source'], { white: number; flicker: number }>();
  for (const name of Object.keys(run.real)) {
    // Transistors and resistors: their names stand behind a point and behind a line.
    const [, device, resistor] = /^onoise_total(?:\.(m[^.]+)|_(r.*_\d+))$/.exec(name) ?? [];
    if (device === undefined && resistor === undefined) continue;
    const source = device === undefined ? 'loads' : sourceOf(device);
    const sum = sums.get(source) ?? { white: 0, flicker: 0 };
    const flicker = scalar(run, `${name}${device === undefined ? '_' : '.'}1overf`) ** 2;
    sum.white += scalar(run, name) ** 2 - flicker;
    sum.flicker += flicker;
    sums.set(source, sum);
  }
  return NOISE_SOURCES.flatMap((source) => {
    const sum = sums.get(source);
    return sum ? [{ source, ...sum }] : [];
  });
}

/** By the names that the decks give to transistors. */
function sourceOf(device: string): SourceNoise['source'] {
  if (/^ml[pn]$/.test(device)) return 'loads';
  if (/^m(t|ref)/.test(device)) return 'tails';
  return /^m[pn]/.test(device) ? 'pairs' : 'switches';
}
