/**
 * Words of reasons, the same everywhere. They stand in reports, on the terminal, in sources of measurements and in
 * messages.
 */

import { ZERO_CELSIUS } from '../../numeric/index.ts';
import type { RatioReason, Reason } from './reason.ts';

/** Words of a list of reasons. */
export const reasonsText = (reasons: readonly Reason[]): string => reasons.map(reasonText).join('; ');

/** Words of a reason with its values. */
export const reasonText = (reason: Reason): string => wordsOf(reason).join(': ');

/** Words of a reason without what follows the colon. */
export const reasonName = (reason: Reason): string => wordsOf(reason)[0];

/** Name of a reason, with the detail where there is more to tell. */
function wordsOf(reason: Reason): readonly [name: string, detail?: string] {
  switch (reason.kind) {
    case 'no-headroom': {
      const { at, value, limit, supply } = reason;
      const found = at === 'tails' ? `tails at ${milli(value)}` : `pairs have ${milli(value)} drain to source`;
      return ['no headroom', `${found} (least ${milli(limit)}) at a supply of ${supply} V`];
    }
    case 'tunnelling-floor': {
      const { value, limit } = reason;
      return [
        'leakage-limited, below the gate tunnelling floor',
        `it adds ${(100 * value).toFixed(0)} % to the tail currents (most ${100 * limit} %)`,
      ];
    }
    case 'tunnelling-slope':
      return over('tunnelling slope over transconductance', reason);
    case 'zero':
      return over('zero to pole (Cdg G / C gm)', reason);
    case 'load-current':
      return over('current of a load transistor, A,', reason);
    case 'switches':
      return reason.value === null
        ? [OUTSIDE, 'weight switches of transistors are not characterized at this supply and common mode']
        : over('bandwidth over the pole of the weight switches', reason);
    case 'load-voltage':
      return [OUTSIDE, `loads have less than ${reason.limit} V`];
    case 'mirror-voltage':
      return [OUTSIDE, `mirrored tails have ${milli(reason.value)} (least ${milli(reason.limit)})`];
    case 'temperature': {
      const { value, limit } = reason;
      return [OUTSIDE, `${celsius(value)} C (${celsius(limit.from)} to ${celsius(limit.to)} C)`];
    }
    case 'no-bandwidth':
      return [
        `no -3 dB point ${reason.limit === null ? 'by the closed form' : `up to ${reason.limit.toExponential()} Hz`}`,
      ];
    case 'no-unit-gain':
      return [
        NO_RESISTORS,
        `the drains of all pairs conduct ${reason.value.toPrecision(3)} of the transconductance of one synapse`,
      ];
    case 'no-transconductance':
      return [NO_RESISTORS, 'tunnelling takes all of the transconductance'];
    case 'stretched-bandwidth':
      return [
        `drain-gate capacitance stretches the bandwidth to ${reason.value.toPrecision(2)} times the pole (most ${reason.limit})`,
      ];
    case 'resistive-loads':
      return [`loads have ${milli(reason.value)} (least ${milli(reason.limit)})`];
    case 'leaking-mirrors':
      return [
        'mirrored tails leak',
        `they draw ${reason.value.toPrecision(2)} times the unit currents (most ${reason.limit})`,
      ];
    case 'no-transients':
      return ['transients are those of the small-signal neuron'];
    case 'no-behaviour':
      return [
        'Verilog-A and macro state the small-signal neuron, whose currents do not depend on the weights; this one is large-signal',
      ];
    case 'small-signal':
      return ['small-signal', reasonText(reason.reason)];
  }
}

const OUTSIDE = 'outside the closed form';
const NO_RESISTORS = 'no resistors give a gain of 1';

function over(what: string, { value, limit }: RatioReason): readonly [string, string] {
  return [OUTSIDE, `${what} is ${value === null ? 'NaN' : value.toPrecision(3)} (most ${limit})`];
}

const milli = (volts: number): string => `${(1e3 * volts).toFixed(0)} mV`;

const celsius = (kelvin: number): string => (kelvin - ZERO_CELSIUS).toFixed(0);
