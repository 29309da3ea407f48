/** Partial products in radix 4 without recoding. Each two bits of one word select 0, 1, 2 or 3 times the other. */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import { tracksPolarity } from '../polarity/polarity.ts';
import type { DotMatrix } from '../reduction/dots.ts';
import { decode, select } from './selection.ts';
import { simplePartialProducts } from './simple.ts';
import { matrixOfBits, type WeightedBit } from './weighted-bits.ts';

interface Word {
  readonly nets: Bus;
  readonly signed: boolean;
}

/**
 * Rows of x * w modulo 2^width, each a multiple selected by two bits. The word that makes the smaller circuit gives the
 * digits, the other is multiplied; three times it is made once. A digit that holds the sign of its word selects 0, 1,
 * -2 or -1 times.
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
  // With the complements there a row needs one inverter, not two.
  if (tracksPolarity(builder)) for (const net of factor.nets) builder.provideWire(builder.not(net));
  const notTriple = digitRows(digits) > 0 ? complementOfTriple(builder, factor) : [];
  const rows: WeightedBit[][] = [];
  for (let low = 0; low < digits.nets.length; low += 2) {
    const [p = 0, q] = digits.nets.slice(low, low + 2);
    const top = digits.signed && low + 2 >= digits.nets.length;
    const made = ((): readonly WeightedBit[][] => {
      if (q === undefined) return [singleRow(builder, p, factor, top)];
      return top ? signRows(builder, p, q, factor) : [digitRow(builder, p, q, factor, notTriple)];
    })();
    for (const row of made) rows.push(row.map((bit) => ({ ...bit, column: bit.column + low })));
  }
  return matrixOfBits(builder, rows, width);
}

const signDigits = ({ nets, signed }: Word): number => (signed && nets.length % 2 === 0 ? 1 : 0);
/** Number of rows that select 0, 1, 2 or 3 times the other word. */
const digitRows = (digits: Word): number => Math.floor(digits.nets.length / 2) - signDigits(digits);

/** Transistors that the choice of the digits changes. These are the rows, the triple and a full adder for each bit. */
function cost(digits: Word, factor: Word): number {
  const bits = factor.nets.length;
  const singleRows = digits.nets.length % 2;
  const adder = 26;
  const digitRow = 14 * bits + 20 + adder * (bits + 2);
  const signRow = 14 * bits + 18 + adder * (bits + (factor.signed ? 2 : 3));
  const triple = digitRows(digits) > 0 ? 24 * bits - 34 : 0;
  return digitRows(digits) * digitRow + signDigits(digits) * signRow + singleRows * (4 + adder) * bits + triple;
}

/** Complement of 3 B without bit 0, which is that of B. As wide as B and two bits more, for a signed B one. */
function complementOfTriple(builder: Builder, { nets, signed }: Word): Bus {
  const notSum = (a: Net, b: Net): Net =>
    tracksPolarity(builder) ? builder.not(builder.gate('xor', a, b)) : builder.gate('xnor', a, b);
  const [first = 0, second = 0] = nets;
  const [sum, carry] = builder.halfAdder(second, first);
  const result: Net[] = [0, builder.not(sum)];
  // What comes from below to bit k of B is 0, 1 or 2; it reaches the next bit through one gate.
  let [zero, two] = [builder.not(second), carry];
  for (const bit of nets.slice(2)) {
    result.push(notSum(bit, builder.gate('nor', zero, two)));
    [zero, two] = [builder.gate('nor', bit, two), builder.gate('nor', builder.not(bit), zero)];
  }
  const one = builder.gate('nor', zero, two);
  return signed
    ? [...result, notSum(nth(nets, nets.length - 1), one)]
    : [...result, builder.not(one), builder.not(two)];
}

/** Row p B + 2 q B, which is B, 2 B or 3 B. */
function digitRow(builder: Builder, p: Net, q: Net, { nets, signed }: Word, notTriple: Bus): WeightedBit[] {
  const size = nets.length;
  const selection = decode(builder, p, q);
  const { notBoth, onlyP, onlyQ } = selection;
  const top = nth(nets, size - 1);
  const bits = nets.map((bit, k) =>
    k === 0 ? builder.gate('and', p, bit) : select(builder, selection, bit, nth(nets, k - 1), nth(notTriple, k)),
  );
  // Above its own bits B repeats its sign.
  const others = signed ? builder.complex('oai21', onlyP, onlyQ, top) : builder.gate('nand', onlyQ, top);
  bits.push(builder.complex('oai21', notBoth, nth(notTriple, size), others));
  bits.push(
    signed ? builder.not(builder.complex('oai21', p, q, top)) : builder.gate('nor', notBoth, nth(notTriple, size + 1)),
  );
  return bits.map((net, column) => ({ net, column, negative: signed && column === size + 1 }));
}

/**
 * Rows p B - 2 q B, which are B, -2 B or -B. A negative multiple is the complement and 1 more; that 1 is added to bit
 * 0, where it gives the bit of p B again and a carry, which stands in a row of its own.
 */
function signRows(builder: Builder, p: Net, q: Net, { nets, signed }: Word): readonly WeightedBit[][] {
  const size = nets.length;
  const selection = decode(builder, p, q);
  // The bits of B stand there in both signs: what the rows read is the complement.
  if (tracksPolarity(builder)) builder.provideWire(builder.not(selection.notBoth));
  const inverted = nets.map(builder.not);
  const low = builder.gate('and', p, nth(nets, 0));
  const bits = nets.map((bit, k) => (k === 0 ? low : select(builder, selection, bit, nth(inverted, k - 1), bit)));
  const plain = bits.map((net, column): WeightedBit => ({ net, column, negative: false }));
  const [top, notTop] = [nth(nets, size - 1), nth(inverted, size - 1)];
  const carry: WeightedBit = { net: builder.gate('and', q, builder.not(low)), column: 1, negative: false };
  if (signed) {
    const sign = builder.not(builder.complex('aoi22', selection.onlyP, top, q, notTop));
    return [[...plain, { net: sign, column: size, negative: true }], [carry]];
  }
  const last = builder.not(builder.complex('oai21', p, notTop, q));
  return [
    [...plain, { net: last, column: size, negative: false }, { net: q, column: size + 1, negative: true }],
    [carry],
  ];
}

/** Rows p B, or -p B where p is the sign of its word. */
function singleRow(builder: Builder, p: Net, { nets, signed }: Word, negative: boolean): WeightedBit[] {
  return nets.map((bit, column) => ({
    net: builder.gate('and', p, bit),
    column,
    negative: negative !== (signed && column === nets.length - 1),
  }));
}
