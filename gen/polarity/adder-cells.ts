/** What full and half adders are made of, by name. */

import type { Builder } from '../netlist/builder.ts';
import type { ADDER_CELLS } from '../spec/constructions.ts';
import { polarityBuilder } from './polarity.ts';

/** Makes a builder of the netlist's own cells one whose adders are those cells, or gates with signs tracked. */
export const WITH_ADDER_CELLS: Readonly<Record<(typeof ADDER_CELLS)[number], (builder: Builder) => Builder>> = {
  library: (builder) => builder,
  gates: polarityBuilder,
};
