/**
 * Choice between radix 4 and an array of AND gates by transistors, for one synapse. The rule
 * follows the counts of built circuits in docs/partial-products.md; where it does not, the other circuit is at most 5 %
 * smaller.
 */

interface Widths {
  readonly inputBits: number;
  readonly bits: number;
  readonly signed: { readonly inputs: boolean; readonly weights: boolean };
}

/** Test for one product of fewer transistors in radix 4. */
export function radix4IsSmaller({ inputBits, bits, signed }: Widths): boolean {
  const [least, product] = [Math.min(inputBits, bits), inputBits * bits];
  if (!signed.inputs && !signed.weights) return least >= 4 && product > 25;
  const [shorter, longer] = inputBits <= bits ? [signed.inputs, signed.weights] : [signed.weights, signed.inputs];
  // A signed word of two bits selects one row of 0, B, -2 B and -B, for which nothing is added up before.
  if (least === 2) return shorter && product >= (longer ? 10 : 16);
  return least >= 6 ? product > 36 : least >= 4 && product >= (shorter ? 52 : 36);
}
