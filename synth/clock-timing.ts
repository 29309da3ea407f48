/** Clock of a neuron: its shortest period beside the one that the spec asks for. */

import { clockPeriod, type DigitalNeuron, latency, registerAt } from '../gen/index.ts';
import { DIGITAL_KEYS, type Measurement, measured } from '../measurement/index.ts';

export interface ClockTiming {
  readonly neuron: DigitalNeuron;
  /** Shortest clock period, s. */
  readonly period: number;
  /** Period that the spec asks for less the shortest, s; undefined without a clock. */
  readonly slack: number | undefined;
  /** Makings of the period, for sources. */
  readonly source: string;
}

/** Timing in the model's cells, of a longest path of `delay`, s. */
export function modelTiming(neuron: DigitalNeuron, delay: number, thresholdShift: number): ClockTiming {
  const isClocked = latency(neuron) > 0;
  const { clockToOutput, setup } = registerAt(thresholdShift);
  const picoseconds = (time: number): string => `${Number((time * 1e12).toPrecision(3))} ps`;
  const source = isClocked
    ? `longest path with ${picoseconds(clockToOutput)} from clock to output and ${picoseconds(setup)} of setup, ngspice`
    : 'longest path; registers around it are left out';
  return timing(neuron, clockPeriod(delay, isClocked, thresholdShift), source);
}

/** Timing in the cells of a library, whose longest path is `delay`, s. */
export const libraryTiming = (neuron: DigitalNeuron, delay: number): ClockTiming =>
  timing(
    neuron,
    delay,
    latency(neuron) > 0
      ? 'static timing, clock-to-output and setup included'
      : 'static timing; registers around it are left out',
  );

function timing(neuron: DigitalNeuron, period: number, source: string): ClockTiming {
  return { neuron, period, slack: neuron.clock === undefined ? undefined : 1 / neuron.clock - period, source };
}

/** Measurements `NAME.latency`, `.period`, `.fmax` and `.slack`; none of a combinational neuron without a clock. */
export function timingMeasurements({ neuron, period, slack, source }: ClockTiming): Measurement[] {
  const clocks = latency(neuron);
  if (clocks === 0 && slack === undefined) return [];
  const modelled = (key: 'period' | 'fmax' | 'slack', value: number): Measurement =>
    measured(DIGITAL_KEYS[key], { neuron: neuron.name }, value, 'modelled', source);
  return [
    measured(DIGITAL_KEYS.latency, { neuron: neuron.name }, clocks, 'synthesized', 'registers on every path'),
    modelled('period', period),
    modelled('fmax', 1 / period),
    ...(slack === undefined ? [] : [modelled('slack', slack)]),
  ];
}
