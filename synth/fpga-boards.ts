/** Boards with an iCE40: their part, clock, and pins that a neuron's ports can take. */

import type { FpgaPart } from './fpga-parts.ts';

export const FPGA_BOARDS = ['icebreaker', 'icestick', 'upduino'] as const;
export type FpgaBoardName = (typeof FPGA_BOARDS)[number];

export interface FpgaBoard {
  readonly part: FpgaPart;
  readonly package: string;
  /** Pin and frequency (Hz) of the board's clock. */
  readonly clock: { readonly pin: number; readonly frequency: number };
  /** Pins of its connectors, in their order. */
  readonly pins: readonly number[];
  readonly source: string;
}

/** Boards by name. */
export const FPGA_BOARD_FACTS: Readonly<Record<FpgaBoardName, FpgaBoard>> = {
  icebreaker: {
    ...{ part: 'up5k', package: 'sg48', clock: { pin: 35, frequency: 12e6 } },
    // PMOD 1A, 1B, 2.
    pins: [4, 2, 47, 45, 3, 48, 46, 44, 43, 38, 34, 31, 42, 36, 32, 28, 27, 25, 21, 19, 26, 23, 20, 18],
    source: 'iCEBreaker V1.0e, examples/icebreaker/icebreaker.pcf of YosysHQ/icestorm',
  },
  icestick: {
    ...{ part: 'hx1k', package: 'tq144', clock: { pin: 21, frequency: 12e6 } },
    // PMOD, connectors J1 and J3, LEDs D1 to D5.
    pins: [
      ...[78, 79, 80, 81, 87, 88, 90, 91],
      ...[112, 113, 114, 115, 116, 117, 118, 119],
      ...[62, 61, 60, 56, 48, 47, 45, 44],
      ...[99, 98, 97, 96, 95],
    ],
    source: 'Lattice, iCEstick Evaluation Kit User Guide (EB82)',
  },
  upduino: {
    ...{ part: 'up5k', package: 'sg48', clock: { pin: 20, frequency: 12e6 } },
    // The left side from top to bottom, then the right one from bottom to top.
    pins: [
      ...[23, 25, 26, 27, 32, 35, 31, 37, 34, 43, 36, 42, 38, 28],
      ...[46, 47, 45, 48, 3, 4, 44, 6, 9, 11, 18, 19, 13, 21, 12],
    ],
    source: 'UPduino v3.0 (tinyVision.ai), pinout; its OSC jumper must join the 12 MHz clock to pin 20',
  },
};

/** Port of a design, as a pin list names it. */
interface Port {
  readonly name: string;
  readonly bits: number;
}

/** Pin list (.pcf) of `ports` on a board; undefined where it has too few pins. */
export function boardPins(board: FpgaBoardName, ports: readonly Port[]): string | undefined {
  const { clock, pins, source } = FPGA_BOARD_FACTS[board];
  const names = ports
    .filter(({ name }) => name !== 'clk')
    .flatMap(({ name, bits }) => (bits === 1 ? [name] : Array.from({ length: bits }, (_, k) => `${name}[${k}]`)));
  if (names.length > pins.length) return undefined;
  return [
    `# ${board}: ${source}`,
    `set_io clk ${clock.pin}`,
    ...names.map((name, k) => `set_io ${name} ${pins[k]}`),
    '',
  ].join('\n');
}
