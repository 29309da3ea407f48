/** The iCE40 parts that a neuron can be placed in. */

export const FPGA_PARTS = ['hx8k', 'hx1k', 'up5k', 'lp8k'] as const;
export type FpgaPart = (typeof FPGA_PARTS)[number];

export interface FpgaDevice {
  /** The package with most pins. */
  readonly package: string;
  /** Number of the package's pins that a design can use. */
  readonly pins: number;
  /** Yosys' name of the family, which decides delays. */
  readonly family: 'hx' | 'lp' | 'u';
  /** True for a part with 16-bit multiply-accumulate blocks. */
  readonly multipliers: boolean;
}

/**
 * Devices by part. Sources: Lattice, iCE40 LP/HX Family Data Sheet (FPGA-DS-02029) and iCE40 UltraPlus Family Data
 * Sheet (FPGA-DS-02008).
 */
export const FPGA_DEVICES: Readonly<Record<FpgaPart, FpgaDevice>> = {
  hx8k: { package: 'ct256', pins: 206, family: 'hx', multipliers: false },
  hx1k: { package: 'tq144', pins: 96, family: 'hx', multipliers: false },
  up5k: { package: 'sg48', pins: 39, family: 'u', multipliers: true },
  lp8k: { package: 'cm225', pins: 178, family: 'lp', multipliers: false },
};

/** A part that a design does not fit in: the resources needed and those there. */
export class FpgaSizeError extends Error {
  constructor(name: string, part: FpgaPart, what: string, needed: number, available: number) {
    super(
      `${name} does not fit in ${part} (package ${FPGA_DEVICES[part].package}): it needs ${needed} ${what}, there are ${available}`,
    );
    this.name = 'FpgaSizeError';
  }
}
