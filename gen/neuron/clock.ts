/** Pipeline stages of a neuron for a clock, in the model's cells. */

import { type DigitalNeuron, MOST_STAGES } from '../spec/digital.ts';
import { registerAt } from '../technology/threshold-flavour.ts';

/**
 * Shortest clock period for a longest path of `delay`, s. Between registers, clock-to-output and setup are added; those
 * around a combinational neuron belong to its user.
 */
export function clockPeriod(delay: number, isClocked: boolean, thresholdShift: number): number {
  if (!isClocked) return delay;
  const { clockToOutput, setup } = registerAt(thresholdShift);
  return clockToOutput + delay + setup;
}

/**
 * Neuron of the fewest stages whose period is at most that of `clock` (Hz); where none is, that of the shortest period.
 * `withStages` gives a neuron with its period, undefined where it cannot be built.
 */
export function fewestStages(
  clock: number,
  withStages: (stages: number) => { readonly neuron: DigitalNeuron; readonly period: number } | undefined,
): DigitalNeuron | undefined {
  let best: ReturnType<typeof withStages>;
  for (let stages = 0; stages <= MOST_STAGES; stages++) {
    const next = withStages(stages);
    if (!next) break;
    if (!best || next.period < best.period) best = next;
    if (next.period <= 1 / clock) return next.neuron;
  }
  return best?.neuron;
}
