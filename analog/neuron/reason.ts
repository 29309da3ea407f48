/** Reasons why a neuron cannot be used, as data; `reason-text.ts` has their words. */

/** A reason by its kind: the value that was found, and the limit it is past. Plain data that survives JSON. */
export type Reason = OperatingReason | ClosedFormReason | CircuitReason | SizingReason | AlternativeReason;

/** What is out of bounds where the transistors rest. */
export type OperatingReason =
  /** Voltage of the tails, or between drain and source of the pairs, and the least there may be, V; the supply, V. */
  | {
      readonly kind: 'no-headroom';
      readonly at: 'tails' | 'pairs';
      readonly value: number;
      readonly limit: number;
      readonly supply: number;
    }
  /** What gate tunnelling adds to the tails' currents, as a share of them, and the most it may, 1. */
  | Bounded<'tunnelling-floor'>;

/** What is outside the closed form's domain. */
type ClosedFormReason =
  | RatioReason
  /** Voltage across the loads and the least there may be, V. */
  | Bounded<'load-voltage'>
  /** Temperature and the range of the fit, K. */
  | {
      readonly kind: 'temperature';
      readonly value: number;
      readonly limit: { readonly from: number; readonly to: number };
    };

/** What the circuit does not have, or is not made for. */
type CircuitReason =
  /** No -3 dB point up to this frequency, Hz; null: none by the closed form. */
  | { readonly kind: 'no-bandwidth'; readonly limit: number | null }
  /** No resistors for a gain of 1: the drains' conductance over the transconductance of one synapse, and the most, 1. */
  | Bounded<'no-unit-gain'>
  /** No resistors for a gain of 1: tunnelling takes all of the transconductance. */
  | { readonly kind: 'no-transconductance' }
  /** Transients, or behavioural models, which the large-signal neuron does not have. */
  | { readonly kind: 'no-transients' | 'no-behaviour' };

/** What speaks against a bias in the study of sizings. */
type SizingReason =
  /** Bandwidth over pole, and the most it may be, 1. */
  | Bounded<'stretched-bandwidth'>
  /** Voltage across the loads and the least there may be, V. */
  | Bounded<'resistive-loads'>
  /** What mirrored tails draw over what they should, and the most they may, 1. */
  | Bounded<'leaking-mirrors'>;

/** What is out of bounds in the small-signal neuron beside which another one would stand. */
interface AlternativeReason {
  readonly kind: 'small-signal';
  readonly reason: OperatingReason;
}

interface Bounded<Kind extends string> {
  readonly kind: Kind;
  readonly value: number;
  readonly limit: number;
}

/**
 * A ratio of the closed form and the most it may be: tunnelling slope over transconductance of the pairs, 1; pole over
 * zero, Cdg G/(C gm), 1; current of one load transistor, A. Null where it is no number.
 */
export interface RatioReason {
  readonly kind: 'tunnelling-slope' | 'zero' | 'load-current';
  readonly value: number | null;
  readonly limit: number;
}

/** A test for floors, reasons that a larger unit current may do away with. */
export function isFloor(reason: Reason): boolean {
  switch (reason.kind) {
    case 'tunnelling-floor':
    case 'tunnelling-slope':
    case 'zero':
    case 'load-voltage':
    case 'no-transconductance':
    case 'stretched-bandwidth':
    case 'resistive-loads':
    case 'leaking-mirrors':
      return true;
    case 'no-headroom':
    case 'load-current':
    case 'temperature':
    case 'no-bandwidth':
    case 'no-unit-gain':
    case 'no-transients':
    case 'no-behaviour':
      return false;
    case 'small-signal':
      return isFloor(reason.reason);
  }
}
