/** Partial products of words of any sign, by kind. */

import type { PARTIAL_PRODUCTS } from '../spec/constructions.ts';
import { boothPartialProducts } from './booth.ts';
import { radix4PartialProducts } from './radix4.ts';
import { type MakePartialProducts, simplePartialProducts } from './simple.ts';

export const PARTIAL_PRODUCT_KINDS: Readonly<Record<(typeof PARTIAL_PRODUCTS)[number], MakePartialProducts>> = {
  simple: simplePartialProducts,
  booth: boothPartialProducts,
  radix4: radix4PartialProducts,
};
