/**
 * WebAssembly instructions as nested lists of bytes: a function for each instruction takes the code of its operands. Kernels
 * are assembled when a network is loaded, so that its sizes and addresses are constants in the code.
 * A. Rossberg (ed.), "WebAssembly Core Specification 2.0", W3C, 5.4 (instructions).
 */

/** Instructions in order; nested lists are written one after the other. */
export type Code = readonly (number | Code)[];

/** Number of a local of a function; its parameters come first. */
export type Local = number;

/** Unsigned LEB128. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** Signed LEB128 of a 32-bit number. */
function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value | 0;
  while (rest < -0x40 || rest >= 0x40) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest & 0x7f];
}

/** The bytes in order. */
export function bytesOf(code: Code): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(flat(code));
}

function flat(code: Code): number[] {
  const bytes: number[] = [];
  const add = (part: Code): void => {
    for (const entry of part)
      if (typeof entry === 'number') bytes.push(entry);
      else add(entry);
  };
  add(code);
  return bytes;
}

const operation =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands, opcode];
const memory =
  (...opcode: number[]) =>
  (address: Code, offset = 0): Code => [address, ...opcode, 0, unsigned(offset)];
const write =
  (...opcode: number[]) =>
  (address: Code, value: Code, offset = 0): Code => [address, value, ...opcode, 0, unsigned(offset)];

export const get = (local: Local): Code => [0x20, unsigned(local)];
export const set = (local: Local, value: Code): Code => [value, 0x21, unsigned(local)];
export const call = (index: number, ...operands: Code[]): Code => [...operands, 0x10, unsigned(index)];
/** Runs `body` where `condition` is not 0. */
export const when = (condition: Code, body: Code): Code => [condition, 0x04, 0x40, body, 0x0b];
/** Runs `yes` where `condition` is not 0, else `no`. */
export const either = (condition: Code, yes: Code, no: Code): Code => [condition, 0x04, 0x40, yes, 0x05, no, 0x0b];

/** Runs `body` once, and again as long as `condition` is not 0 after it. */
export const repeat = (body: Code, condition: Code): Code => [0x03, 0x40, body, condition, 0x0d, 0, 0x0b];

/** Runs `body` for `local` = from, from + step, ... below `to`; at least once. */
export const loop = (local: Local, from: Code, to: Code, step: number, body: Code): Code => [
  set(local, from),
  repeat([body, set(local, i32.add(get(local), i32.const(step)))], i32.ltS(get(local), to)),
];

export const i32 = {
  const: (value: number): Code => [0x41, signed(value)],
  load: memory(0x28),
  load8U: memory(0x2d),
  store: write(0x36),
  ltS: operation(0x48),
  gtS: operation(0x4a),
  eqz: operation(0x45),
  add: operation(0x6a),
  sub: operation(0x6b),
  mul: operation(0x6c),
  divU: operation(0x6e),
  and: operation(0x71),
  or: operation(0x72),
  xor: operation(0x73),
  shl: operation(0x74),
  shrS: operation(0x75),
  shrU: operation(0x76),
} as const;

/** 64 bits: for products of two words. */
export const i64 = {
  const: (value: number): Code => [0x42, signed(value)],
  store: write(0x37),
  mul: operation(0x7e),
  shrU: operation(0x88),
  wrap: operation(0xa7),
  extendU: operation(0xad),
} as const;

const simd =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands, 0xfd, unsigned(opcode)];
const simdLoad =
  (opcode: number) =>
  (address: Code, offset = 0): Code => [address, 0xfd, unsigned(opcode), 0, unsigned(offset)];
const lanes =
  (opcode: number) =>
  (address: Code, value: Code, lane: number, offset = 0): Code => [
    address,
    value,
    0xfd,
    opcode,
    0,
    unsigned(offset),
    lane,
  ];
const shuffle = (a: Code, b: Code, lanes: readonly number[]): Code => [a, b, 0xfd, 13, ...lanes];
/** Four lanes of 32 bits of `a` (0 to 3) and `b` (4 to 7). */
const shuffle32 = (a: Code, b: Code, ...lanes: number[]): Code =>
  shuffle(
    a,
    b,
    lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
  );

export const v128 = {
  load: simdLoad(0),
  load32Splat: simdLoad(9),
  load32Zero: simdLoad(92),
  load64Zero: simdLoad(93),
  load8x8U: simdLoad(2),
  store: (address: Code, value: Code, offset = 0): Code => [address, value, 0xfd, 11, 0, unsigned(offset)],
  load32Lane: lanes(86),
  load64Lane: lanes(87),
  store16Lane: lanes(89),
  store32Lane: lanes(90),
  store64Lane: lanes(91),
  /** Four equal words. */
  splat: (word: number): Code => [
    0xfd,
    12,
    ...[0, 1, 2, 3].flatMap(() => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff)),
  ],
  shuffle,
  shuffle32,
  and: simd(78),
  /** Bits of the first where the second has zeros. */
  andNot: simd(79),
  or: simd(80),
  xor: simd(81),
  /** Bits of the first where the third has ones, of the second elsewhere. */
  bitselect: simd(82),
  anyTrue: simd(83),
} as const;

export const i16x8 = {
  extendLowU: simd(137),
  extendHighU: simd(138),
  splat: simd(16),
  shl: simd(139),
  shrS: simd(140),
  shrU: simd(141),
  add: simd(142),
  sub: simd(145),
  mul: simd(149),
  maxS: simd(152),
  narrowS: simd(133),
} as const;

export const i32x4 = {
  splat: simd(17),
  lane: (value: Code, lane: number): Code => [value, 0xfd, 27, lane],
  replaceLane: (value: Code, word: Code, lane: number): Code => [value, word, 0xfd, 28, lane],
  shl: simd(171),
  shrS: simd(172),
  shrU: simd(173),
  add: simd(174),
  sub: simd(177),
  mul: simd(181),
  minS: simd(182),
  maxS: simd(184),
  maxU: simd(185),
  dot: simd(186),
  extmulLowU: simd(190),
  extmulHighU: simd(191),
  truncSat: simd(248),
} as const;

/** Products of 32-bit lanes, unsigned: of the lanes 0 and 1, and of 2 and 3. */
export const i64x2 = { extmulLowU: simd(222), extmulHighU: simd(223) } as const;

export const f32x4 = {
  eq: simd(65),
  lt: simd(67),
  gt: simd(68),
  floor: simd(104),
  nearest: simd(106),
  abs: simd(224),
  neg: simd(225),
  sqrt: simd(227),
  add: simd(228),
  sub: simd(229),
  mul: simd(230),
  div: simd(231),
  min: simd(232),
  max: simd(233),
  pmin: simd(234),
  pmax: simd(235),
  convert: simd(250),
  /** Four equal numbers. */
  splat: (value: number): Code => v128.splat(new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0),
} as const;
