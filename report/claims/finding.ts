/** Finding of a run on one claim of the paper. */

import type { PairCurve } from '../../compare/index.ts';
import type { AnalogNeuron, DigitalNeuron } from '../../gen/index.ts';
import type { Origin } from '../../measurement/index.ts';
import type { ReportInput } from '../study/input.ts';

/** Evidence that every claim is judged from. */
export interface Evidence {
  readonly input: ReportInput;
  readonly curves: readonly PairCurve[];
}

/** Finding on a claim: the value of this run, with its reasons. */
export interface Finding {
  /** Value in the claim's unit; null where this run did not measure it. */
  readonly value: number | null;
  readonly origin: Origin;
  /** Source of the value, or the reason against one. */
  readonly source: string;
  /** Explanation of agreement or difference: sentences in Markdown. */
  readonly explanation: readonly string[];
  /**
   * Way to the verdict. It is `compared` with the stated number, `part` when only a part of what the paper covers was
   * measured, `assumed` when the paper's own value was taken over, or decided by a criterion of the finding's own.
   */
  readonly judged: 'compared' | 'part' | 'assumed' | { readonly agrees: boolean };
}

/** Finding without a value. `reason` completes "not measured: ...". */
export function notMeasured(reason: string, ...explanation: readonly string[]): Finding {
  return {
    value: null,
    origin: 'modelled',
    source: `not measured: ${reason}`,
    explanation: [`Not measured: ${reason}.`, ...explanation],
    judged: 'compared',
  };
}

/** First digital neuron of the spec whose weights and inputs have `bits` bits. */
export function digitalOf(evidence: Evidence, bits: number): DigitalNeuron | undefined {
  for (const neuron of evidence.input.spec.neurons ?? [])
    if (neuron.kind === 'digital' && neuron.bits === bits && neuron.inputBits === bits) return neuron;
  return undefined;
}

/** First analog neuron of the spec with `bits` bits. */
export function analogOf(evidence: Evidence, bits: number): AnalogNeuron | undefined {
  for (const neuron of evidence.input.spec.neurons ?? [])
    if (neuron.kind === 'analog' && neuron.bits === bits) return neuron;
  return undefined;
}
