/** Specs for tests, with every default filled in. */

import { type DigitalNeuron, parseSpec } from '../../../gen/index.ts';

const CLASSIC = { multiplier: 'wallace', partialProducts: 'simple', adderCells: 'library', adder: 'ripple' };

/** A digital neuron called `dut`: 8 bits, Wallace tree, simple partial products, library adders, ripple, unless `fields` says otherwise. */
export function digital(fields: Readonly<Record<string, unknown>> = {}): DigitalNeuron {
  const document = { name: 'test', neurons: [{ name: 'dut', kind: 'digital', bits: 8, ...CLASSIC, ...fields }] };
  const result = parseSpec(document, () => Number.NaN);
  if ('problems' in result) throw new Error(result.problems.map((problem) => problem.message).join('; '));
  const [neuron] = result.spec.neurons ?? [];
  if (neuron?.kind !== 'digital') throw new Error('not a digital neuron');
  return neuron;
}
