/** Instructions on vectors of 128 bits. */

import {
  type Bytes,
  bytesOfI32,
  checkRange,
  type I32,
  type Statement,
  statement,
  unsigned,
  type V128,
  value,
} from './code.ts';

/** A vector, or a number that stands in all lanes. */
type Lanes = number | V128;

const vector = (...bytes: Bytes): V128 => value('v128', ...bytes);
const simd = (opcode: number, ...immediate: number[]): Bytes => [0xfd, unsigned(opcode), immediate];

/** Four equal words. */
function splatWord(word: number): V128 {
  checkRange('a word', word, -(2 ** 31), 2 ** 32 - 1);
  return vector(
    simd(12),
    [0, 1, 2, 3].map(() => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff)),
  );
}

/** Eight equal halves of words. */
function splatHalf(half: number): V128 {
  checkRange('half a word', half, -(2 ** 15), 2 ** 16 - 1);
  return splatWord((half << 16) | (half & 0xffff));
}

/** Four equal numbers, in single precision. */
const splatFloat = (number: number): V128 => splatWord(new DataView(Float32Array.of(number).buffer).getInt32(0, true));

/** Instructions on lanes of which all may be the same number. `splat` makes that a vector. */
function instructions(splat: (number: number) => V128) {
  const bytesOf = (operand: Lanes): Bytes => (typeof operand === 'number' ? splat(operand) : operand).bytes;
  return {
    unary:
      (opcode: number) =>
      (a: Lanes): V128 =>
        vector(bytesOf(a), simd(opcode)),
    binary:
      (opcode: number) =>
      (a: Lanes, b: Lanes): V128 =>
        vector(bytesOf(a), bytesOf(b), simd(opcode)),
    shift:
      (opcode: number) =>
      (a: Lanes, places: I32): V128 =>
        vector(bytesOf(a), bytesOfI32(places), simd(opcode)),
  };
}

/** An immediate lane of so many. */
function laneOf(count: number, lane: number): number {
  checkRange('a lane', lane, 0, count - 1);
  return lane;
}

const load =
  (opcode: number) =>
  (address: I32, offset = 0): V128 =>
    vector(bytesOfI32(address), simd(opcode, 0), unsigned(offset));
const loadLane =
  (opcode: number, count: number) =>
  (address: I32, { bytes }: V128, lane: number, offset = 0): V128 =>
    vector(bytesOfI32(address), bytes, simd(opcode, 0), unsigned(offset), laneOf(count, lane));
const storeLane =
  (opcode: number, count: number) =>
  (address: I32, { bytes }: V128, lane: number, offset = 0): Statement =>
    statement(bytesOfI32(address), bytes, simd(opcode, 0), unsigned(offset), laneOf(count, lane));

/** Sixteen bytes of `a` (0 to 15) and `b` (16 to 31). */
function shuffle(a: V128, b: V128, lanes: readonly number[]): V128 {
  checkRange('the number of lanes', lanes.length, 16, 16);
  return vector(
    a.bytes,
    b.bytes,
    simd(13),
    lanes.map((lane) => laneOf(32, lane)),
  );
}

/** Four lanes of 32 bits of `a` (0 to 3) and `b` (4 to 7). */
const shuffle32 = (a: V128, b: V128, ...lanes: readonly [number, number, number, number]): V128 =>
  shuffle(
    a,
    b,
    lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
  );

const word = instructions(splatWord);
const half = instructions(splatHalf);
const float = instructions(splatFloat);

/** Loads and stores, shuffles and bits of vectors; a number is a word in all four lanes. */
export const v128 = {
  load: load(0),
  load8x8U: load(2),
  load32Splat: load(9),
  load32Zero: load(92),
  load64Zero: load(93),
  store: (address: I32, { bytes }: V128, offset = 0): Statement =>
    statement(bytesOfI32(address), bytes, simd(11, 0), unsigned(offset)),
  load32Lane: loadLane(86, 4),
  load64Lane: loadLane(87, 2),
  store16Lane: storeLane(89, 8),
  store32Lane: storeLane(90, 4),
  store64Lane: storeLane(91, 2),
  splat: splatWord,
  shuffle,
  shuffle32,
  and: word.binary(78),
  /** Bits of the first where the second has zeros. */
  andNot: word.binary(79),
  or: word.binary(80),
  xor: word.binary(81),
  anyTrue: ({ bytes }: V128): I32 => value('i32', bytes, simd(83)),
} as const;

/** Instructions on eight lanes of 16 bits; a number is in all of them. */
export const i16x8 = {
  shl: half.shift(139),
  shrS: half.shift(140),
  shrU: half.shift(141),
  add: half.binary(142),
  sub: half.binary(145),
  mul: half.binary(149),
  maxS: half.binary(152),
  narrowS: word.binary(133),
} as const;

/** Instructions on four lanes of 32 bits; a number is in all of them. */
export const i32x4 = {
  /** Four equal words that the code makes. */
  splat: (operand: I32): V128 => vector(bytesOfI32(operand), simd(17)),
  lane: ({ bytes }: V128, lane: number): I32 => value('i32', bytes, simd(27, laneOf(4, lane))),
  replaceLane: ({ bytes }: V128, operand: I32, lane: number): V128 =>
    vector(bytes, bytesOfI32(operand), simd(28, laneOf(4, lane))),
  shl: word.shift(171),
  shrS: word.shift(172),
  shrU: word.shift(173),
  add: word.binary(174),
  sub: word.binary(177),
  mul: word.binary(181),
  minS: word.binary(182),
  maxS: word.binary(184),
  maxU: word.binary(185),
  dot: half.binary(186),
  extmulLowU: half.binary(190),
  extmulHighU: half.binary(191),
  truncSat: float.unary(248),
} as const;

/** Products of 32-bit lanes, unsigned: of the lanes 0 and 1, and of 2 and 3. */
export const i64x2 = { extmulLowU: word.binary(222), extmulHighU: word.binary(223) } as const;

/** Instructions on four lanes in single precision; a number is in all of them. */
export const f32x4 = {
  splat: splatFloat,
  eq: float.binary(65),
  lt: float.binary(67),
  gt: float.binary(68),
  floor: float.unary(104),
  nearest: float.unary(106),
  abs: float.unary(224),
  neg: float.unary(225),
  sqrt: float.unary(227),
  add: float.binary(228),
  sub: float.binary(229),
  mul: float.binary(230),
  div: float.binary(231),
  min: float.binary(232),
  max: float.binary(233),
  pmin: float.binary(234),
  pmax: float.binary(235),
  convert: word.unary(250),
} as const;
