/** What the fit to single transistors gives: parameters of the formulas of device-model.ts, at 27 C. */

/** Slope factor q(x) = n0 + a x^p + b x^r; x in microamperes. */
export interface SlopeParameters {
  readonly n0: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly r: number;
  /** Gate voltage where the integral of q is zero, V. */
  readonly v0: number;
}

/** The driven N transistor. */
export interface DrivenParameters extends SlopeParameters {
  /** Gate voltage by source voltage, 1. */
  readonly al: number;
  /** Drain-induced barrier lowering: gds over gm, and gate voltage by drain-source voltage, 1. */
  readonly sg: number;
  /** Channel-length modulation, 1/V. */
  readonly la: number;
  /** Tunnelling from drain to gate at the voltage V between them: scale V |V| exp(rate |V|), A/V^2 and 1/V. */
  readonly tunnelling: { readonly scale: number; readonly rate: number };
  /** White noise over 2 q I: scale (1 + triode e) / (1 - e) / (1 + (x/corner)^power), e = exp(-V_ds/U_T). */
  readonly noise: {
    readonly scale: number;
    readonly triode: number;
    readonly corner: number;
    readonly power: number;
  };
  /** Flicker noise at 1 Hz over I^2, 1; the card's own default, not calibrated. */
  readonly flicker: number;
  /**
   * Drain to gate, F: base + overlap width ln(1 + exp(-(U - middle)/width)) + inversion x, U the drain-gate voltage; base in
   * F, overlap in F/V, middle and width in V, inversion in F per microampere.
   */
  readonly cdg: Ramp & { readonly inversion: number };
  /** All at the drain, F: base + tilt U + overlap width ln(1 + exp(-(U - middle)/width)). */
  readonly cdd: Ramp & { readonly tilt: number };
}

/** A capacitance with a soft corner: base in F, overlap in F/V, middle and width in V. */
export interface Ramp {
  readonly base: number;
  readonly overlap: number;
  readonly middle: number;
  readonly width: number;
}

/** The diode-connected P load. */
export interface LoadParameters extends SlopeParameters {
  /** White noise over 2 q I: scale (1 + triode e + triode2 e^2) / (1 - e) / (1 + (x/corner)^power), e = exp(-V/U_T). */
  readonly noise: {
    readonly scale: number;
    readonly triode: number;
    readonly triode2: number;
    readonly corner: number;
    readonly power: number;
  };
  readonly flicker: number;
  /** F: base + inversion y/(1 + y), y = (x/corner)^power. */
  readonly c: {
    readonly base: number;
    readonly inversion: number;
    readonly corner: number;
    readonly power: number;
  };
}

/** What the transistors work at, beside their voltages and currents. */
export interface Conditions {
  /** K */
  readonly temperature: number;
  /** Added to the size of the threshold voltage of every transistor, V. */
  readonly thresholdShift: number;
}

/** 27 C, thresholds as the card has them. */
export const NOMINAL_CONDITIONS: Conditions = { temperature: 300.15, thresholdShift: 0 };

/** Lengths of the driven transistors that were fitted, nm. */
export type DrivenLength = 65 | 130 | 250;

/** The fitted transistors: driven by length (nm), W 100 nm; load W 200 nm, L 65 nm. */
export interface DeviceTable {
  readonly driven: Readonly<Record<DrivenLength, DrivenParameters>>;
  readonly load: LoadParameters;
}

export interface DeviceParameters {
  readonly driven: DrivenParameters;
  readonly load: LoadParameters;
}
