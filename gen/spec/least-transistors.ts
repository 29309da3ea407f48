/**
 * Where radix 4 takes fewer transistors than an array of AND gates, with adders as gates and one pass over the columns.
 * Both circuits were built for all widths from 2 to 14 bits, all signs, and counted cell by cell (inverter 2, NAND2 and
 * NOR2 4, NAND3, OAI21 and AOI21 6, OAI22 and AOI22 8). Words of equal width, array against radix 4:
 *
 *     bits                    3    4    5    6     7     8    16
 *     unsigned multiplier   136  298  520  802  1144  1546  6922
 *       in radix 4          182  324  544  754  1078  1348  5324
 *     signed multiplier     140  306  532  814  1156  1558  6934
 *       in radix 4          198  376  608  832  1162  1446  5502
 *
 * The rules below follow the sign of the difference; where they do not, the other circuit is at most 5 % smaller.
 */

interface Widths {
  readonly inputBits: number;
  readonly bits: number;
  readonly signed: { readonly inputs: boolean; readonly weights: boolean };
}

/** Whether one product takes fewer transistors in radix 4. */
export function radix4IsSmaller({ inputBits, bits, signed }: Widths): boolean {
  const [least, product] = [Math.min(inputBits, bits), inputBits * bits];
  if (!signed.inputs && !signed.weights) return least >= 4 && product > 25;
  const [shorter, longer] = inputBits <= bits ? [signed.inputs, signed.weights] : [signed.weights, signed.inputs];
  // A signed word of two bits selects one row of 0, B, -2 B and -B, for which nothing is added up before.
  if (least === 2) return shorter && product >= (longer ? 10 : 16);
  return least >= 6 ? product > 36 : least >= 4 && product >= (shorter ? 52 : 36);
}

/** Whether the sum of two products takes fewer transistors with a row for each two bits, one of each. */
export function pairsAreSmaller({ inputBits, bits, signed }: Widths): boolean {
  const product = inputBits * bits;
  return Math.min(inputBits, bits) >= 2 && product >= (signed.inputs || signed.weights ? 15 : 12);
}
