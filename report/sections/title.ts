/** Title of a report: its subjects, those that were measured. */

import type { Conclusions } from '../claims/conclusions.ts';

/** Title of the report, e.g. `paper: digital and mixed-signal neurons compared`. */
export function reportTitle({ input, curves }: Pick<Conclusions, 'input' | 'curves'>): string {
  const { spec, digital, analog, evaluations } = input;
  const kinds = [...(digital.length > 0 ? ['digital'] : []), ...(analog.length > 0 ? ['mixed-signal'] : [])];
  const count = digital.length + analog.length;
  const neurons = `${kinds.join(' and ')} neuron${count === 1 ? '' : 's'}${curves.length > 0 ? ' compared' : ''}`;
  const subjects = [
    ...(kinds.length > 0 ? [neurons] : []),
    ...(evaluations.length > 0 ? ['classification error against noise'] : []),
  ];
  return `${spec.name}: ${subjects.join('; ') || 'nothing measured'}`;
}
