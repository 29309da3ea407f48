/**
 * Selection of one of four numbers by two bits p and q. They select 0, a number x (p alone), another y (q alone) or a
 * third (both). Where the third is x + y the selected number is p x + q y: half as many bits to add up as two rows of
 * AND gates give. A bit takes 14 transistors, and the two bits are decoded once a row.
 */

import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';

/** Two bits, decoded. */
export interface Selection {
  readonly notBoth: Net;
  readonly onlyP: Net;
  readonly onlyQ: Net;
}

/** Decoding of `p` and `q` into which of them are 1. */
export function decode(builder: Builder, p: Net, q: Net): Selection {
  const notBoth = builder.gate('nand', p, q);
  return { notBoth, onlyP: builder.gate('and', p, notBoth), onlyQ: builder.gate('and', q, notBoth) };
}

/** Bit of the selected number: `x`, `y` or the complement of `notThird`. No constants. */
export function select(builder: Builder, selection: Selection, x: Net, y: Net, notThird: Net): Net {
  const { notBoth, onlyP, onlyQ } = selection;
  return builder.complex('oai21', notBoth, notThird, builder.complex('aoi22', onlyP, x, onlyQ, y));
}
