/** Decisions of the objective against the balanced neuron of the same spec. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ADDERS,
  CircuitError,
  cellDelays,
  cellsAt,
  longestDelay,
  MULTIPLIERS,
  neuronCircuit,
  parseSpec,
} from '../../../gen/index.ts';
import { countTransistors } from '../../../synth/index.ts';

/** Delay and transistors of a neuron as its own spec builds it. */
function figures(fields: object, objective: string, thresholdShift: number) {
  const neurons = [{ name: 'dut', kind: 'digital', objective, ...fields }];
  const result = parseSpec({ name: 'test', technology: { thresholdShift }, neurons }, Number);
  const [neuron] = 'spec' in result ? (result.spec.neurons ?? []) : [];
  if (neuron?.kind !== 'digital') throw new Error(JSON.stringify(result));
  const delays = cellDelays(cellsAt(thresholdShift));
  const { netlist } = neuronCircuit(neuron, delays);
  return { delay: longestDelay(netlist, delays), transistors: countTransistors(netlist).transistors };
}

const spec = fc.record(
  {
    bits: fc.integer({ min: 1, max: 9 }),
    inputBits: fc.integer({ min: 1, max: 9 }),
    synapses: fc.integer({ min: 1, max: 5 }),
    signed: fc.record({ inputs: fc.boolean(), weights: fc.boolean() }),
    architecture: fc.constantFrom('parallel', 'fused', 'serial'),
    activation: fc.constantFrom('none', 'relu', 'threshold'),
    bias: fc.boolean(),
    pipeline: fc.integer({ min: 0, max: 3 }),
    multiplier: fc.constantFrom(...MULTIPLIERS),
    adder: fc.constantFrom(...ADDERS),
    partialProducts: fc.constantFrom('simple', 'radix4'),
    adderCells: fc.constantFrom('library', 'gates'),
  },
  { requiredKeys: ['bits', 'architecture'] },
);

test('delay is never slower than balanced, transistors never of more transistors', () => {
  fc.assert(
    fc.property(spec, fc.constantFrom(0, 0, 0.07, 0.2), (fields, shift) => {
      try {
        const balanced = figures(fields, 'balanced', shift);
        expect(figures(fields, 'delay', shift).delay).toBeLessThanOrEqual(balanced.delay);
        expect(figures(fields, 'transistors', shift).transistors).toBeLessThanOrEqual(balanced.transistors);
      } catch (error) {
        fc.pre(!(error instanceof CircuitError));
        throw error;
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});

test.each([
  // Figures of all 252 constructions at 8 bits: none is faster than the first, none smaller than the second.
  [
    { bits: 8 },
    'delay',
    { multiplier: 'timing-driven', adder: 'hybrid', adderCells: 'library', partialProducts: 'simple' },
  ],
  [
    { bits: 8 },
    'transistors',
    { multiplier: 'timing-driven', adder: 'ripple', adderCells: 'gates', partialProducts: 'radix4' },
  ],
])('%o for %s', (fields, objective, construction) => {
  const result = parseSpec({ name: 'test', neurons: [{ name: 'dut', kind: 'digital', objective, ...fields }] }, Number);
  expect(result).toMatchObject({ spec: { neurons: [construction] } });
});
