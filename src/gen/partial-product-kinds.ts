/** Ways to make partial products, by name. */

import { boothPartialProducts } from './booth.ts';
import type { DotMatrix } from './dots.ts';
import type { Builder, Bus } from './netlist.ts';
import { simplePartialProducts } from './partial-products.ts';
import { radix4PartialProducts } from './radix4.ts';

/** Rows whose sum is x * w modulo 2^width. */
export type MakePartialProducts = (
  builder: Builder,
  x: Bus,
  w: Bus,
  signed: { readonly inputs: boolean; readonly weights: boolean },
  width: number,
) => DotMatrix;

export const PARTIAL_PRODUCTS = ['simple', 'booth', 'radix4'] as const;

export const PARTIAL_PRODUCT_KINDS: Readonly<Record<(typeof PARTIAL_PRODUCTS)[number], MakePartialProducts>> = {
  simple: simplePartialProducts,
  booth: boothPartialProducts,
  radix4: radix4PartialProducts,
};
