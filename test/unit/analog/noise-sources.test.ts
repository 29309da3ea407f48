import { describe, expect, test } from 'vitest';
import { noiseBySource } from '../../../analog/analysis/noise-sources.ts';
import { analysedCircuit } from '../../../analog/deck/analysed-circuit.ts';
import { largeSignalAnalysed } from '../../../analog/large-signal/deck.ts';
import { largeSignalDesign } from '../../../analog/large-signal/design.ts';
import { designOf } from '../../../analog/neuron/sizing.ts';
import type { Circuit } from '../../../analog/spice/circuit.ts';
import type { Waves } from '../../../analog/spice/spice.ts';
import { analog } from './neuron.ts';

/** As ngspice names them: every element gives 5 V, 3 V of it flicker noise. */
function summary(circuit: Circuit): Waves {
  const vectors = circuit.flatMap((entry) => {
    if (entry.kind !== 'transistor' && entry.kind !== 'resistor') return [];
    const mark = entry.kind === 'transistor' ? '.' : '_';
    const total = `onoise_total${mark}${entry.name}`;
    return [[total, Float64Array.of(5)] as const, [`${total}${mark}1overf`, Float64Array.of(3)] as const];
  });
  return { real: { onoise_total: Float64Array.of(99), ...Object.fromEntries(vectors) }, imaginary: {}, program: '' };
}

/** Noise of `count` of these elements, V^2. */
const each = (source: string, count: number) => ({ source, white: 16 * count, flicker: 9 * count });

describe('noise by source is summed by the roles of elements', () => {
  test('3 bits, mirrors and switches of transistors', () => {
    const circuit = analysedCircuit(designOf(analog({ bits: 3, tails: 'mirror', switches: 'transistors' })));
    expect(noiseBySource(circuit, summary(circuit))).toEqual([
      each('pairs', 2 * 3),
      each('loads', 2),
      // With the mirror's reference.
      each('tails', 3 + 1),
      each('switches', 2 * 3 * 4),
    ]);
  });

  test('resistors of loads count, ideal switches do not', () => {
    const resistive = largeSignalAnalysed(largeSignalDesign(analog({ bits: 3, mode: 'large-signal' })));
    const pieces = resistive.filter(({ kind }) => kind === 'resistor').length;
    expect(pieces).toBe(2 * 18);
    expect(noiseBySource(resistive, summary(resistive))).toEqual([each('pairs', 2 * 3), each('loads', pieces)]);
    const steered = analysedCircuit(designOf(analog({ bits: 3, sizing: 'tail-steered', tails: 'mirror' })));
    expect(steered.filter(({ kind }) => kind === 'resistor')).toHaveLength(2 * 3);
    expect(noiseBySource(steered, summary(steered)).map(({ source }) => source)).toEqual(['pairs', 'loads', 'tails']);
  });

  test('what stands in no element is left out', () => {
    expect(noiseBySource([], summary(analysedCircuit(designOf(analog()))))).toEqual([]);
  });
});
