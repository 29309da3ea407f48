/** Mixed-signal neurons for tests, their defaults filled in as a spec's are. */

import { type AnalogNeuron, parseSpec } from '../../../gen/index.ts';

export function analog(fields: Readonly<Record<string, unknown>> = {}): AnalogNeuron {
  const entry = { name: 'msn', kind: 'analog', bits: 8, ...fields };
  const parsed = parseSpec({ name: 'test', neurons: [entry] }, Number);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const [neuron] = parsed.spec.neurons ?? [];
  if (neuron?.kind !== 'analog') throw new Error('not a mixed-signal neuron');
  return neuron;
}
