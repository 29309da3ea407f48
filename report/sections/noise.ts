/** Study of the noise of mixed-signal neurons, by source and as noise of a weight. */

import type { SourceNoise } from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import { NOISE_KEYS, percent, plain, quantity } from '../../measurement/index.ts';
import type { Citations } from '../page/citations.ts';
import { table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

/** Noise of a neuron at its own unit current, simulated and by closed form. */
export interface NoiseEntry {
  readonly neuron: AnalogNeuron;
  readonly gain: number;
  /** Bandwidth, Hz. */
  readonly bandwidth: number;
  /** White density at the output, V^2/Hz. */
  readonly density: number;
  /** Total at the output, V^2. */
  readonly total: number;
  readonly simulated: readonly SourceNoise[];
  /** Noise by source by the closed form; null where that does not hold. */
  readonly modelled: readonly SourceNoise[] | null;
}

const MISSING = '–';

/**
 * Study with tables by source and the mapping to weights; nothing without neurons. Needs `noiseMeasurements` of each.
 */
export function noiseStudy(entries: readonly NoiseEntry[]): Study {
  return { blocks: (citations) => (entries.length === 0 ? [] : blocks(entries, citations)), figures: [] };
}

function blocks(entries: readonly NoiseEntry[], citations: Citations): readonly string[] {
  return [
    '## Noise by source',
    'At the differential output, integrated from 1 Hz: thermal and shot noise of pairs, loads, tails and weight switches, and the ' +
      'flicker noise of all of them by the defaults of the card, which are not calibrated. In brackets: the closed form. Tails ' +
      'and mirrors are common to both sides of a pair, so that at rest their noise cancels. Of n synapses the noise of ' +
      'the output falls as 1/n, and so does the gain of each.',
    table(
      ['neuron', 'synapses>', ...SOURCES.map((name) => `${name}>`), 'flicker>', 'total>', 'white density>'],
      entries.map((entry) => row(entry, citations)),
    ),
    '### As noise of a weight',
    'A network sees this noise as that of its weights: the input-referred power `P = total / gain²` is the variance of a ' +
      'voltage at the input of a synapse at its largest weight; with `V_FS`, the differential input that stands for an input of ' +
      '1, it is `σ = √P / V_FS` of the largest weight at every multiplication, that is `σ (2^(bits−1) − 1)` LSB. `V_FS` is a ' +
      'parameter of the spec and bounded by linearity: the cubic term of a pair in weak inversion reaches 1 % at 12 mV. All ' +
      'noise of the neuron is put on one synapse here; independent noise on n of them adds up to n times the power.',
    table(
      ['neuron', 'input-referred>', 'V_FS>', 'σ, largest weight>', 'σ, LSB>'],
      entries.map(({ neuron, total, gain }) => {
        const power = total / gain ** 2;
        const sigma = Math.sqrt(power) / neuron.fullScale;
        const codes = Math.max(1, 2 ** (neuron.bits - 1) - 1);
        return [
          neuron.name,
          quantity(power, 'V^2'),
          quantity(neuron.fullScale, 'V'),
          percent(sigma, 1),
          plain(Number((sigma * codes).toPrecision(3))),
        ];
      }),
    ),
  ];
}

const SOURCES = ['pairs', 'loads', 'tails', 'switches'] as const;

function row({ neuron, simulated, modelled, total, density }: NoiseEntry, citations: Citations): readonly string[] {
  const cell = (source: (typeof SOURCES)[number]): string => {
    const found = simulated.find((entry) => entry.source === source);
    if (!found) return MISSING;
    const closed = modelled?.find((entry) => entry.source === source);
    return `${quantity(found.white, 'V^2')}${closed ? ` (${quantity(closed.white, 'V^2')})` : ''}`;
  };
  const flicker = (of: readonly SourceNoise[]): number => of.reduce((sum, entry) => sum + entry.flicker, 0);
  return [
    `${neuron.name} ${citations.cite(NOISE_KEYS.flicker, { neuron: neuron.name })}`,
    plain(neuron.synapses),
    ...SOURCES.map(cell),
    `${quantity(flicker(simulated), 'V^2')}${modelled ? ` (${quantity(flicker(modelled), 'V^2')})` : ''}`,
    quantity(total, 'V^2'),
    quantity(density, 'V^2/Hz'),
  ];
}
