/** Clocks that the spec asks for, against the shortest periods. */

import { namedPath, timingOf } from '../../flow/index.ts';
import { DIGITAL_KEYS, findMeasurement, quantity } from '../../measurement/index.ts';
import type { Run } from '../run/run.ts';
import { pathLines } from '../steps/path-lines.ts';
import type { Step } from '../steps/select.ts';
import type { CommandPlan } from './execution.ts';
import type { Outcome } from './outcome.ts';

/** A neuron with a clock after synthesis. */
export interface Clocked {
  /** True where its shortest period is longer than that of the clock. */
  readonly isMissed: boolean;
  /** Lines for a person: stages, slack and the longest path. */
  readonly lines: readonly string[];
}

/** Steps behind which a clock is looked at. */
const TIMED: readonly Step[] = ['generate', 'synth'];

/** Neurons of the spec that have a clock: as they were mapped, else in the model's cells. */
export function clocksOf(run: Run, { steps, synthesis }: CommandPlan, { generated, synthesized }: Outcome): Clocked[] {
  if (!steps.some((step) => TIMED.includes(step))) return [];
  const { technology } = run.spec;
  const measured = synthesized.flatMap((entry) => entry.measurements);
  return generated.digital.flatMap((entry) => {
    const { name, clock, pipeline } = entry.neuron;
    if (clock === undefined) return [];
    const measurements = measured.length > 0 ? measured : timingOf(entry, technology);
    const figure = (key: 'slack' | 'period' | 'latency' | 'fmax'): number =>
      findMeasurement(measurements, DIGITAL_KEYS[key], { neuron: name })?.value ?? Number.NaN;
    const [slack, period, clocks, fmax] = [figure('slack'), figure('period'), figure('latency'), figure('fmax')];
    const isMissed = !(slack >= 0);
    const stages = `${pipeline} pipeline stage${pipeline === 1 ? '' : 's'}`;
    const verdict = isMissed ? 'missed' : 'met';
    const mapped = synthesized.find((found) => found.name === name)?.path;
    const path = mapped ?? (synthesis.technology ? undefined : namedPath(entry, technology));
    return {
      isMissed,
      lines: [
        `${name}: ${quantity(clock, 'Hz')} is ${verdict} with ${stages}, slack ${quantity(slack, 's')}: period ${quantity(period, 's')}, at most ${quantity(fmax, 'Hz')}, latency ${clocks}`,
        ...(path ? pathLines(path) : []),
      ],
    };
  });
}
