/** Differential output of a circuit with the output nodes `outp` and `outn`. */

import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Circuit } from './circuit.ts';
import { runOne } from './run.ts';
import { scalar, type Waves, wave } from './spice.ts';

/** Vectors of both output nodes. */
export const OUTPUTS = ['v(outp)', 'v(outn)'] as const;

/** Voltage of `outp` less that of `outn` at every point of `run`, V. */
export function differentialOutput(run: Waves, part: 'real' | 'imaginary' = 'real'): readonly number[] {
  const negative = wave(run, 'v(outn)', part);
  return Array.from(wave(run, 'v(outp)', part), (value, index) => value - nth(negative, index));
}

/** Size of the differential output at every frequency of an AC run, V. */
export function differentialMagnitude(run: Waves): readonly number[] {
  const imaginary = differentialOutput(run, 'imaginary');
  return differentialOutput(run).map((real, index) => Math.hypot(real, nth(imaginary, index)));
}

/** Differential output of `circuit` at its operating point, V. */
export async function restingOutput(ngspice: Tool, circuit: Circuit): Promise<number> {
  const op = await runOne(ngspice, circuit, { analysis: { kind: 'op' }, vectors: OUTPUTS });
  return scalar(op, 'v(outp)') - scalar(op, 'v(outn)');
}

/** Differential output by differential input, V. */
export interface Transfer {
  readonly input: readonly number[];
  readonly output: readonly number[];
}

/** Transfer of `circuit` over both signs of `span` (V). Its source `vin` lies between the nodes `in` and 0. */
export async function differentialTransfer(
  ngspice: Tool,
  circuit: Circuit,
  { span, steps }: { readonly span: number; readonly steps: number },
): Promise<Transfer> {
  const analysis = { kind: 'dc', source: 'vin', from: -span, to: span, step: (2 * span) / steps } as const;
  const sweep = await runOne(ngspice, circuit, { analysis, vectors: ['v(in)', ...OUTPUTS] });
  return { input: [...wave(sweep, 'v(in)')], output: differentialOutput(sweep) };
}

/** Differential output in time: its points, s, and the output there, V. */
export interface Waveform {
  readonly time: readonly number[];
  readonly output: readonly number[];
}

/** Differential output of a transient `run`. */
export const differentialWaveform = (run: Waves): Waveform => ({
  time: [...wave(run, 'time')],
  output: differentialOutput(run),
});

/** Differential output of `circuit` from 0 to `stop` in steps of at most `step`, s. */
export async function differentialTransient(
  ngspice: Tool,
  circuit: Circuit,
  { step, stop }: { readonly step: number; readonly stop: number },
): Promise<Waveform> {
  return differentialWaveform(
    await runOne(ngspice, circuit, { analysis: { kind: 'tran', step, stop }, vectors: OUTPUTS }),
  );
}
