/**
 * Partial products of two synapses at once. Bit i of both digit words selects 0, one factor, the other, or their sum,
 * so that two products have as many rows as one.
 */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import { tracksPolarity } from '../polarity/polarity.ts';
import type { DotMatrix } from '../reduction/dots.ts';
import { decode, select } from './selection.ts';
import { matrixOfBits, type WeightedBit } from './weighted-bits.ts';

/** Words of two synapses, two of each, of one width. */
export interface SynapsePair {
  readonly x: readonly [Bus, Bus];
  readonly w: readonly [Bus, Bus];
}

/**
 * Rows whose sum is x[0] * w[0] + x[1] * w[1] modulo 2^width. The words that make the smaller circuit give the rows.
 */
export function pairPartialProducts(
  builder: Builder,
  { x, w }: SynapsePair,
  signed: { readonly inputs: boolean; readonly weights: boolean },
  width: number,
): DotMatrix {
  const byInputs = cost(x[0].length, w[0].length) < cost(w[0].length, x[0].length);
  const [digits, factors] = byInputs ? [x, w] : [w, x];
  const [digitSigned, factorSigned] = byInputs ? [signed.inputs, signed.weights] : [signed.weights, signed.inputs];
  const [first, second] = factors;
  const notSum = complementOfSum(builder, first, second, factorSigned);
  const rows = digits[0].map((p, low): WeightedBit[] => {
    const selection = decode(builder, p, nth(digits[1], low));
    const negative = digitSigned && low === digits[0].length - 1;
    return notSum.map((notThird, k) => {
      // The bit above a factor's own is its sign, or nothing.
      const above = k === first.length;
      const at = above ? first.length - 1 : k;
      const net =
        above && !factorSigned
          ? builder.gate('nor', selection.notBoth, notThird)
          : select(builder, selection, nth(first, at), nth(second, at), notThird);
      return { net, column: low + k, negative: negative !== (above && factorSigned) };
    });
  });
  return matrixOfBits(builder, rows, width);
}

/** Transistors of the rows, their adders and the sum of the factors. */
const cost = (digits: number, factor: number): number => digits * (40 * factor + 46) + 26 * factor - 16;

/** Complement of the sum of two numbers, one bit wider than they are. */
function complementOfSum(builder: Builder, first: Bus, second: Bus, signed: boolean): Bus {
  const result: Net[] = [];
  let carry: Net = 0;
  first.forEach((a, k) => {
    const b = nth(second, k);
    if (signed && k === first.length - 1) {
      // Sign bits count negatively: the carry that they swallow comes out as the sign of the sum.
      const [notLast, sign] = builder.fullAdder(a, b, builder.not(carry));
      result.push(notLast, builder.not(sign));
      return;
    }
    if (tracksPolarity(builder) && carry !== 0) {
      // The adder of the complements gives the complements.
      const [notBit, notCarry] = builder.fullAdder(builder.not(a), builder.not(b), builder.not(carry));
      result.push(notBit);
      carry = builder.not(notCarry);
      return;
    }
    const [bit, next] = builder.fullAdder(a, b, carry);
    result.push(builder.not(bit));
    carry = next;
  });
  return signed ? result : [...result, builder.not(carry)];
}
