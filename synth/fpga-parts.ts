/** The iCE40 parts that a neuron can be placed in. */

export const FPGA_PARTS = ['hx8k', 'hx4k', 'hx1k', 'up5k', 'u4k', 'lp8k', 'lp1k'] as const;
export type FpgaPart = (typeof FPGA_PARTS)[number];

export interface FpgaDevice {
  /** The package where the user names none. */
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
 * Sheet (FPGA-DS-02008) and iCE40 Ultra Family Data Sheet (FPGA-DS-02028).
 */
export const FPGA_DEVICES: Readonly<Record<FpgaPart, FpgaDevice>> = {
  hx8k: { package: 'ct256', pins: 206, family: 'hx', multipliers: false },
  hx4k: { package: 'tq144', pins: 107, family: 'hx', multipliers: false },
  hx1k: { package: 'tq144', pins: 96, family: 'hx', multipliers: false },
  up5k: { package: 'sg48', pins: 39, family: 'u', multipliers: true },
  u4k: { package: 'sg48', pins: 39, family: 'u', multipliers: true },
  lp8k: { package: 'cm225', pins: 178, family: 'lp', multipliers: false },
  lp1k: { package: 'cb121', pins: 92, family: 'lp', multipliers: false },
};

/** Packages in the chip databases of nextpnr-ice40. They name dies, whose HX and LP parts are one. */
const PACKAGES: Readonly<Record<FpgaPart, readonly string[]>> = {
  hx8k: ['bg121', 'cb132', 'cm121', 'cm225', 'cm81', 'ct256'],
  hx4k: ['bg121', 'cb132', 'cm121', 'cm225', 'cm81', 'tq144'],
  hx1k: ['cb121', 'cb132', 'cb81', 'cm121', 'cm36', 'cm49', 'cm81', 'qn84', 'swg16tr', 'tq144', 'vq100'],
  up5k: ['sg48', 'uwg30'],
  u4k: ['sg48'],
  lp8k: ['bg121', 'cb132', 'cm121', 'cm225', 'cm81', 'ct256'],
  lp1k: ['cb121', 'cb132', 'cb81', 'cm121', 'cm36', 'cm49', 'cm81', 'qn84', 'swg16tr', 'tq144', 'vq100'],
};

/** Place that the user chose for a neuron. */
export interface FpgaTarget {
  readonly part: FpgaPart;
  /** Package; default: that of `FPGA_DEVICES`. */
  readonly package?: string;
  /** parallel: every port has pins; serial: words come and go by shift registers. */
  readonly io: 'parallel' | 'serial';
  /** Pin list (.pcf). Without one nextpnr chooses pins. */
  readonly pins?: string;
  /** True where a bitstream is made. */
  readonly bitstream: boolean;
}

/** Packages of a part in words. */
export const packagesOf = (part: FpgaPart): string => PACKAGES[part].join(', ');

/** Package of a target. */
export const packageOf = (target: FpgaTarget): string => target.package ?? FPGA_DEVICES[target.part].package;

/** A package or a pin that a part does not have. */
export class FpgaPinError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FpgaPinError';
  }
}

/** A part that a design does not fit in: the resources needed and those there. */
export class FpgaSizeError extends Error {
  constructor(name: string, target: FpgaTarget, what: string, needed: number, available: number) {
    const offer =
      what === 'pins' && target.io === 'parallel' ? '; --fpga-io serial shifts its words through a few' : '';
    super(
      `${name} does not fit in ${target.part} (package ${packageOf(target)}): it needs ${needed} ${what}, there are ${available}${offer}`,
    );
    this.name = 'FpgaSizeError';
  }
}
