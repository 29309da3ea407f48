/** Parameters of the formulas in `model.ts` and `channel.ts`, as fitted to single transistors. */

/** Quantity by temperature: at 27 C, per 100 K above it, and per (100 K)^2. Its unit is that of the quantity. */
export type Thermal = readonly [number, number, number];

/** Temperature and threshold shift of transistors. */
export interface Conditions {
  /** K */
  readonly temperature: number;
  /** Shift added to the size of every transistor's threshold voltage, V. */
  readonly thresholdShift: number;
}

/** Nominal conditions: 27 C, thresholds as the card has them. */
export const NOMINAL_CONDITIONS: Conditions = { temperature: 300.15, thresholdShift: 0 };

/** Parameters of the drain-source voltage that saturates a current, counted in microamperes. */
interface SaturationParameters {
  /** Voltage where the current saturates, U_T base + inversion i^power: 1, V and 1. */
  readonly base: number;
  readonly inversion: Thermal;
  readonly power: number;
  /** Width of the transition to saturation, V. */
  readonly smoothing: number;
  /**
   * Bend of the current over the saturation current: u (1 + bend (1 - u)), u the voltage over the saturation voltage:
   * 1.
   */
  readonly bend: number;
}

/** Slope factor q(x) = n0 + a x^p + b x^r; x in microamperes. */
export interface SlopeParameters {
  readonly n0: Thermal;
  readonly a: Thermal;
  readonly b: Thermal;
  readonly p: number;
  readonly r: number;
  /** Gate voltage where the integral of q is zero, V. */
  readonly v0: Thermal;
  readonly saturation: SaturationParameters;
  /** Effects of a threshold shift D: x counts exp(mobility D) times, the gate needs (1 + shift) D more: 1/V and 1. */
  readonly mobility: Thermal;
  readonly shift: Thermal;
}

/**
 * White noise over 2 q I at the threshold of the card. A threshold shift D makes it 1 + shift D, the corner 1 +
 * cornerShift D times as large.
 */
export interface NoiseParameters {
  /** Factor at a current: scale / s^triode / (1 + (x/corner)^power), s the current over the saturation current. */
  readonly scale: Thermal;
  readonly triode: number;
  readonly corner: Thermal;
  readonly power: number;
  /** 1/V */
  readonly shift: number;
  readonly cornerShift: number;
}

/** Flicker noise at 1 Hz over I^2: scale / (1 + (x/corner)^power). It is the card's own default, not calibrated. */
export interface FlickerParameters {
  readonly scale: Thermal;
  readonly corner: Thermal;
  readonly power: number;
}

/** Capacitance of the channel: size y/(1 + y), y = (x/corner)^power; size in F, corner in microamperes. */
export interface InversionParameters {
  readonly size: number;
  readonly corner: Thermal;
  readonly power: number;
}

/** Parameters of the driven N transistor. */
export interface DrivenParameters extends SlopeParameters {
  /** Slope of n0 by source voltage and its square: 1/V, 1/V^2. */
  readonly body: Thermal;
  readonly body2: number;
  /** Slope of the gate voltage by source voltage and its square: 1, 1/V. */
  readonly al: Thermal;
  readonly al2: number;
  /** Drain-induced barrier lowering: gate voltage by drain-source voltage and its square: 1, 1/V. */
  readonly sg: Thermal;
  readonly sg2: number;
  /** Channel-length modulation, 1/V. */
  readonly la: Thermal;
  /** Tunnelling from drain to gate at the voltage V between them: scale V |V| exp(rate |V|), A/V^2 and 1/V. */
  readonly tunnelling: { readonly scale: number; readonly rate: number };
  /**
   * Noise with its dependence on bias. body: scale by source voltage, 1/V; drain: scale by ln of the drain-source
   * voltage in volts, 1.
   */
  readonly noise: NoiseParameters & { readonly body: Thermal; readonly drain: Thermal };
  readonly flicker: FlickerParameters;
  /**
   * Drain-gate overlap at the drain-gate voltage U, F: base + span (1 - f). f falls from 1 to 0 over `knee` volts
   * around U = 0 and with the square root of 1 + 4 U/bulge above (BSIM4's overlap charge).
   */
  readonly overlap: { readonly base: number; readonly span: number; readonly bulge: number; readonly knee: number };
  /** Drain-gate capacitance: the overlap `scale` times and the channel's part. */
  readonly cdg: InversionParameters & { readonly scale: number };
  /**
   * Total capacitance at the drain, F: junction exp(-V_drain/decay) + base + the overlap's bias-dependent part `scale`
   * times.
   */
  readonly cdd: {
    readonly junction: Thermal;
    readonly decay: number;
    readonly base: number;
    readonly scale: number;
  };
  /**
   * Total capacitance at the gate, F: the bias-dependent overlaps of drain and source, base + body V_source + log ln x,
   * the channel's part.
   */
  readonly cgg: InversionParameters & { readonly base: Thermal; readonly body: number; readonly log: number };
}

/** Parameters of the diode-connected P load. */
export interface LoadParameters extends SlopeParameters {
  readonly noise: NoiseParameters;
  readonly flicker: FlickerParameters;
  /** Capacitance between its terminals, F: base and the channel's part. */
  readonly c: InversionParameters & { readonly base: Thermal };
}

/** Lengths of the driven transistors that were fitted, nm. */
export type DrivenLength = 65 | 130 | 250;

/** Parameters of all fitted transistors: driven by length (nm), W 100 nm; load W 200 nm, L 65 nm. */
export interface DeviceTable {
  readonly driven: Readonly<Record<DrivenLength, DrivenParameters>>;
  readonly load: LoadParameters;
}

/** Parameters of a driven transistor of one length and of the load. */
export interface DeviceParameters {
  readonly driven: DrivenParameters;
  readonly load: LoadParameters;
}
