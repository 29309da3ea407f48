/** Makings of full and half adders, by name: cells or gates. */

import type { Builder } from '../netlist/builder.ts';
import type { ADDER_CELLS } from '../spec/constructions.ts';
import { polarityBuilder } from './polarity.ts';

/**
 * Builders whose adders are cells, or gates with signs tracked, by name. Each is made of a builder of the netlist's own
 * cells.
 */
export const WITH_ADDER_CELLS: Readonly<Record<(typeof ADDER_CELLS)[number], (builder: Builder) => Builder>> = {
  library: (builder) => builder,
  gates: polarityBuilder,
};
