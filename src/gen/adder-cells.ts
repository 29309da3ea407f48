/** What full and half adders are made of, by name. */

import type { Builder } from './netlist.ts';
import { polarityBuilder } from './polarity.ts';

export const ADDER_CELLS = ['library', 'gates'] as const;

/** Makes a builder of the netlist's own cells one whose adders are those cells, or gates with signs tracked. */
export const WITH_ADDER_CELLS: Readonly<Record<(typeof ADDER_CELLS)[number], (builder: Builder) => Builder>> = {
  library: (builder) => builder,
  gates: polarityBuilder,
};
