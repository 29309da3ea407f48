/** Partial products in radix 4 without recoding: each two bits of one word select 0, 1, 2 or 3 times the other. */

import type { DotMatrix } from './dots.ts';
import type { Builder, Bus, Net } from './netlist.ts';
import { simplePartialProducts } from './partial-products.ts';
import { decode, select } from './selection.ts';
import { matrixOfBits, type WeightedBit } from './weighted-bits.ts';

interface Word {
  readonly nets: Bus;
  readonly signed: boolean;
}

/**
 * Rows whose sum is x * w modulo 2^width. The word that makes the smaller circuit gives the digits, the other is
 * multiplied; three times it is made once. A digit that holds the sign of its word selects 0, 1, -2 or -1 times.
 */
export function radix4PartialProducts(
  builder: Builder,
  x: Bus,
  w: Bus,
  signed: { readonly inputs: boolean; readonly weights: boolean },
  width: number,
): DotMatrix {
  if (x.length < 2 || w.length < 2) return simplePartialProducts(builder, x, w, signed, width);
  const input: Word = { nets: x, signed: signed.inputs };
  const weight: Word = { nets: w, signed: signed.weights };
  const [digits, factor] = cost(input, weight) < cost(weight, input) ? [input, weight] : [weight, input];
  const notTriple = complementOfTriple(builder, factor);
  const rows: WeightedBit[][] = [];
  for (let low = 0; low < digits.nets.length; low += 2) {
    const [p = 0, q] = digits.nets.slice(low, low + 2);
    const top = digits.signed && low + 2 >= digits.nets.length;
    const row = ((): WeightedBit[] => {
      if (q === undefined) return singleRow(builder, p, factor, top);
      return top ? signRow(builder, p, q, factor) : digitRow(builder, p, q, factor, notTriple);
    })();
    for (const { bits } of splitColumns(row)) rows.push(bits.map((bit) => ({ ...bit, column: bit.column + low })));
  }
  return matrixOfBits(builder, rows, width);
}

/** Transistors of rows, adders and the triple, about: what the choice of the digits changes. */
function cost(digits: Word, factor: Word): number {
  const [count, bits] = [digits.nets.length, factor.nets.length];
  const pairs = Math.floor(count / 2);
  const sign = digits.signed && count % 2 === 0 ? 2 * bits + (factor.signed ? 0 : 30) : 0;
  return pairs * (40 * bits + 72) + (count % 2) * 30 * bits + 24 * bits + sign;
}

/** The complement of 3 B, bit 0 left out: it is that of B. As wide as B and two bits more, for a signed B one. */
function complementOfTriple(builder: Builder, { nets, signed }: Word): Bus {
  const [first = 0, second = 0] = nets;
  const top = nets.at(-1) ?? 0;
  // Before bit k of B is added, what comes from below is 0, 1 or 2: `some` is 1 for 1 and 2, `notTwo` 0 for 2.
  const result: Net[] = [0, builder.gate('xnor', second, first)];
  let [some, notTwo] = [second, builder.gate('nand', second, first)];
  for (const bit of nets.slice(2)) {
    result.push(builder.gate('xor', bit, builder.gate('nand', some, notTwo)));
    [some, notTwo] = [builder.gate('nand', builder.not(bit), notTwo), builder.gate('nand', bit, some)];
  }
  const notOne = builder.gate('nand', some, notTwo);
  return signed ? [...result, builder.gate('xor', top, notOne)] : [...result, notOne, notTwo];
}

/** p B + 2 q B: B, 2 B or 3 B. */
function digitRow(builder: Builder, p: Net, q: Net, { nets, signed }: Word, notTriple: Bus): WeightedBit[] {
  const size = nets.length;
  const selection = decode(builder, p, q);
  const { notBoth, onlyP, onlyQ } = selection;
  const top = nets[size - 1] ?? 0;
  const below = (k: number): Net => nets[k - 1] ?? 0;
  const bits = nets.map((bit, k) =>
    k === 0 ? builder.gate('and', p, bit) : select(builder, selection, bit, below(k), notTriple[k] ?? 0),
  );
  const notLast = notTriple[size] ?? 0;
  // Above its own bits B repeats its sign.
  const others = signed ? builder.complex('oai21', onlyP, onlyQ, top) : builder.gate('nand', onlyQ, top);
  bits.push(builder.complex('oai21', notBoth, notLast, others));
  bits.push(
    signed ? builder.not(builder.complex('oai21', p, q, top)) : builder.gate('nor', notBoth, notTriple[size + 1] ?? 0),
  );
  return bits.map((net, column) => ({ net, column, negative: signed && column === size + 1 }));
}

/**
 * p B - 2 q B: B, -2 B or -B. A negative multiple is the complement and 1 more; that 1 is added to bit 0, where it gives
 * the bit of p B again and a carry.
 */
function signRow(builder: Builder, p: Net, q: Net, { nets, signed }: Word): WeightedBit[] {
  const size = nets.length;
  const selection = decode(builder, p, q);
  const inverted = nets.map(builder.not);
  const low = builder.gate('and', p, nets[0] ?? 0);
  const bits = nets.map((bit, k) => (k === 0 ? low : select(builder, selection, bit, inverted[k - 1] ?? 0, bit)));
  const plain = bits.map((net, column): WeightedBit => ({ net, column, negative: false }));
  const [top = 0, notTop = 0] = [nets[size - 1], inverted[size - 1]];
  const carry: WeightedBit = { net: builder.gate('and', q, builder.not(low)), column: 1, negative: false };
  if (signed) {
    const sign = builder.not(builder.complex('aoi22', selection.onlyP, top, q, notTop));
    return [...plain, { net: sign, column: size, negative: true }, carry];
  }
  const last = builder.not(builder.complex('oai21', p, notTop, q));
  return [...plain, { net: last, column: size, negative: false }, { net: q, column: size + 1, negative: true }, carry];
}

/** p B, or -p B where p is the sign of its word. */
function singleRow(builder: Builder, p: Net, { nets, signed }: Word, negative: boolean): WeightedBit[] {
  return nets.map((bit, column) => ({
    net: builder.gate('and', p, bit),
    column,
    negative: negative !== (signed && column === nets.length - 1),
  }));
}

/** The bits as rows that have one bit a column. */
function splitColumns(bits: readonly WeightedBit[]): { readonly bits: readonly WeightedBit[] }[] {
  const rows: WeightedBit[][] = [];
  for (const bit of bits) {
    const free = rows.find((row) => row.every(({ column }) => column !== bit.column));
    if (free) free.push(bit);
    else rows.push([bit]);
  }
  return rows.map((row) => ({ bits: row }));
}
