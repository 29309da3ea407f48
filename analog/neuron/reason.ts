/** Reasons why a neuron cannot be used, as data. Their words are in `reason-text.ts`. */

/**
 * Reason by its kind, with the value found and the limit that it is past. It is plain data that survives
 * JSON.
 */
export type Reason = OperatingReason | ClosedFormReason | CircuitReason | SizingReason | AlternativeReason;

/** Reason in the voltages or the tunnelling of a resting point. */
export type OperatingReason =
  /** Voltage of tails, or drain-source voltage of pairs, its limit and the supply, V. */
  | {
      readonly kind: 'no-headroom';
      readonly at: 'tails' | 'pairs';
      readonly value: number;
      readonly limit: number;
      readonly supply: number;
    }
  /** Gate tunnelling over the tails' currents, to which it adds, and its limit, 1. */
  | Bounded<'tunnelling-floor'>;

/** Reason against the closed form, outside its domain. */
type ClosedFormReason =
  | RatioReason
  /** Voltage across the loads and its least, V. */
  | Bounded<'load-voltage'>
  /** Voltage across mirrored tails and its least, V. */
  | Bounded<'mirror-voltage'>
  /** Temperature and the range of the fit, K. */
  | {
      readonly kind: 'temperature';
      readonly value: number;
      readonly limit: { readonly from: number; readonly to: number };
    };

/** Reason in the circuit: something that it lacks, or is not made for. */
type CircuitReason =
  /** Bandwidth beyond this frequency, Hz; null: none by the closed form. */
  | { readonly kind: 'no-bandwidth'; readonly limit: number | null }
  /**
   * Conductance of the drains over the transconductance of one synapse, and its most, 1. No resistors give a gain of 1.
   */
  | Bounded<'no-unit-gain'>
  /** Transconductance all taken by tunnelling, so that no resistors give a gain of 1. */
  | { readonly kind: 'no-transconductance' }
  /** Transients or behavioural models of the large-signal neuron, which has none. */
  | { readonly kind: 'no-transients' | 'no-behaviour' };

/** Reason against a bias in the study of sizings. */
type SizingReason =
  /** Bandwidth over pole, and its most, 1. */
  | Bounded<'stretched-bandwidth'>
  /** Voltage across the loads and its least, V, in the study of sizings. */
  | Bounded<'resistive-loads'>
  /** Current of mirrored tails over what it should be, and its most, 1. */
  | Bounded<'leaking-mirrors'>;

/** Reason in the small-signal neuron beside which another one would stand. */
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
 * Ratio of the closed form and its most; null where it is no number. It is tunnelling slope over transconductance of
 * the pairs, 1; pole over zero, Cdg G/(C gm), 1; the current of one load transistor, A; or
 * the bandwidth over the pole of the weight switches, 1.
 */
export interface RatioReason {
  readonly kind: 'tunnelling-slope' | 'zero' | 'load-current' | 'switches';
  readonly value: number | null;
  readonly limit: number;
}

/** Test for floors, reasons that a larger unit current may do away with. */
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
    case 'mirror-voltage':
    case 'switches':
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
