/** Specs for tests, with every default filled in. */

import { type DigitalNeuron, parseSpec } from '../../src/gen/index.ts';

/** A digital neuron called `dut`, 8 bits unless `fields` says otherwise. */
export function digital(fields: Readonly<Record<string, unknown>> = {}): DigitalNeuron {
  const document = { name: 'test', neurons: [{ name: 'dut', kind: 'digital', bits: 8, ...fields }] };
  const result = parseSpec(document, () => Number.NaN);
  if ('problems' in result) throw new Error(result.problems.map((problem) => problem.message).join('; '));
  const [neuron] = result.spec.neurons ?? [];
  if (neuron?.kind !== 'digital') throw new Error('not a digital neuron');
  return neuron;
}
