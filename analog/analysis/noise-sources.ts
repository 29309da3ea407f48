/** Noise of a simulated neuron by the roles of its elements. */

import { NOISE_SOURCES, type SourceNoise } from '../neuron/figures.ts';
import type { Circuit, Role } from '../spice/circuit.ts';
import { scalar, type Waves } from '../spice/spice.ts';

/** Integrated noise by source, V^2, out of a `run` of `circuit` with a summary. */
export function noiseBySource(circuit: Circuit, run: Waves): readonly SourceNoise[] {
  const vectors = noiseVectors(circuit);
  const sums = new Map<SourceNoise['source'], { white: number; flicker: number }>();
  for (const name of Object.keys(run.real)) {
    const vector = vectors.get(name);
    if (!vector) continue;
    const sum = sums.get(vector.source) ?? { white: 0, flicker: 0 };
    const flicker = scalar(run, vector.flicker) ** 2;
    sum.white += scalar(run, name) ** 2 - flicker;
    sum.flicker += flicker;
    sums.set(vector.source, sum);
  }
  return NOISE_SOURCES.flatMap((source) => {
    const sum = sums.get(source);
    return sum ? [{ source, ...sum }] : [];
  });
}

interface NoiseVector {
  readonly source: SourceNoise['source'];
  /** Name of the flicker noise among the vectors. */
  readonly flicker: string;
}

/** Vectors of noise by ngspice's name of an element: behind a point a transistor's, behind a line a resistor's. */
function noiseVectors(circuit: Circuit): ReadonlyMap<string, NoiseVector> {
  return new Map(
    circuit.flatMap((entry): readonly (readonly [string, NoiseVector])[] => {
      if (entry.kind !== 'transistor' && entry.kind !== 'resistor') return [];
      const source = SOURCE_OF[entry.kind][entry.role];
      if (!source) return [];
      const mark = entry.kind === 'transistor' ? '.' : '_';
      const total = `onoise_total${mark}${entry.name}`.toLowerCase();
      return [[total, { source, flicker: `${total}${mark}1overf` }]];
    }),
  );
}

/** Source of noise by kind and role. Of resistors only loads count, since ideal switches have no noise. */
const SOURCE_OF: Readonly<Record<'transistor' | 'resistor', Readonly<Partial<Record<Role, SourceNoise['source']>>>>> = {
  transistor: { pair: 'pairs', load: 'loads', tail: 'tails', mirror: 'tails', switch: 'switches' },
  resistor: { load: 'loads' },
};
