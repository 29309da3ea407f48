/** Clocks that the spec asks for, against the shortest periods. */

import { namedPath, timingOf } from '../../flow/index.ts';
import type { DigitalNeuron } from '../../gen/index.ts';
import { DIGITAL_KEYS, FPGA_KEYS, findMeasurement, type Measurement, quantity } from '../../measurement/index.ts';
import { FPGA_BOARD_FACTS } from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import type { FpgaChoice } from '../steps/fpga.ts';
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

/** Neurons with a clock: as they were placed or mapped, else in the model's cells. */
export function clocksOf(run: Run, { steps, synthesis }: CommandPlan, { generated, synthesized }: Outcome): Clocked[] {
  if (!steps.some((step) => TIMED.includes(step))) return [];
  const { technology } = run.spec;
  const measured = synthesized.flatMap((entry) => entry.measurements);
  return generated.digital.flatMap((entry) => {
    if (synthesis.fpga) return placedClock(entry.neuron, synthesis.fpga, measured);
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

/** Clock of the spec, else of the board, beside the highest one in the FPGA. Only the spec's can be missed. */
function placedClock(
  { name, clock }: DigitalNeuron,
  { part, board }: FpgaChoice,
  measurements: readonly Measurement[],
): Clocked[] {
  const fmax = findMeasurement(measurements, FPGA_KEYS.fmax, { neuron: name })?.value;
  const asked = clock ?? (board && FPGA_BOARD_FACTS[board].clock.frequency);
  if (asked === undefined) return [];
  const whose = `${quantity(asked, 'Hz')}${clock === undefined ? `, the clock of ${board},` : ''}`;
  if (typeof fmax !== 'number')
    return [{ isMissed: false, lines: [`${name} in ${part}: ${whose} is not checked: no path joins two registers`] }];
  const slack = 1 / asked - 1 / fmax;
  const verdict = slack < 0 ? 'missed' : 'met';
  const line = `${name} in ${part}: ${whose} is ${verdict}, slack ${quantity(slack, 's')}: at most ${quantity(fmax, 'Hz')}`;
  return [{ isMissed: clock !== undefined && slack < 0, lines: [line] }];
}
