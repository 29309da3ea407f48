/** What this run says about one claim. */

import type { PairCurve } from '../../compare/index.ts';
import type { AnalogNeuron, DigitalNeuron } from '../../gen/index.ts';
import type { Origin } from '../../measurement/index.ts';
import type { ReportInput } from '../study/input.ts';

/** What every claim is judged from. */
export interface Evidence {
  readonly input: ReportInput;
  readonly curves: readonly PairCurve[];
}

/** Our side of a claim. */
export interface Finding {
  /** In the claim's unit; null where this run did not measure it. */
  readonly value: number | null;
  readonly origin: Origin;
  /** What the value was taken from, or why there is none. */
  readonly source: string;
  /** Why ours and the paper's differ or agree, and what that is worth. Sentences in Markdown. */
  readonly explanation: readonly string[];
  /**
   * How the verdict is reached: `compared` with the stated number, `part` when only a part of what the paper covers was
   * measured, `assumed` when the paper's own value was taken over, or decided by a criterion of the finding's own.
   */
  readonly judged: 'compared' | 'part' | 'assumed' | { readonly agrees: boolean };
}

/** A finding without a value. `reason` completes "not measured: ...". */
export function notMeasured(reason: string, ...explanation: readonly string[]): Finding {
  return {
    value: null,
    origin: 'modelled',
    source: `not measured: ${reason}`,
    explanation: [`Not measured: ${reason}.`, ...explanation],
    judged: 'compared',
  };
}

/** The spec's first digital neuron whose weights and inputs have `bits` bits. */
export function digitalOf(evidence: Evidence, bits: number): DigitalNeuron | undefined {
  for (const neuron of evidence.input.spec.neurons ?? [])
    if (neuron.kind === 'digital' && neuron.bits === bits && neuron.inputBits === bits) return neuron;
  return undefined;
}

/** The spec's first analog neuron of `bits` bits. */
export function analogOf(evidence: Evidence, bits: number): AnalogNeuron | undefined {
  for (const neuron of evidence.input.spec.neurons ?? [])
    if (neuron.kind === 'analog' && neuron.bits === bits) return neuron;
  return undefined;
}
