/** Gaussians in vectors, four images in the lanes: the same numbers, bit for bit, as `gaussianSource`. */

import { STREAM } from '../../numeric/index.ts';
import { COS, LN, ROOT_HALF, SIN, TWO_LN2, UNIT_ANGLE } from '../noise/gaussian.ts';
import type { Code, I32, I32Local, I64, V128, V128Local } from './code.ts';
import { advance, loop, set } from './control.ts';
import { type FunctionScope, kernelFunction, type NamedLocals, type V128Locals } from './function.ts';
import { i32, i64 } from './integer.ts';
import { f32x4, i32x4, i64x2, v128 } from './vector.ts';

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;
/** Sign and exponent of a number in single precision. */
const EXPONENT = 0xff800000;

/** Addresses of the state in memory: four times the draw, then two keys a round, each four times. */
const DRAW = 0;
const KEYS = 16;
export const GAUSSIAN_STATE_BYTES = KEYS + 32 * ROUNDS;

/** Seed and draw for all that follows, put into memory. */
export function writeGaussianState(memory: ArrayBuffer, seed: number, draw: number): void {
  const state = new Uint32Array(memory, 0, GAUSSIAN_STATE_BYTES / 4);
  state.fill(draw, 0, 4);
  for (let round = 0; round < ROUNDS; round++) {
    state.fill(seed + Math.imul(round, W0), 4 + 8 * round, 8 + 8 * round);
    state.fill(STREAM.noise + Math.imul(round, W1), 8 + 8 * round, 12 + 8 * round);
  }
}

/** Parameters of the kernels: address of the numbers; their layer, first block and image; half the number of blocks. */
const PARAMETERS = ['out', 'layer', 'block', 'pairs', 'image'] as const;

/**
 * Kernel of Gaussians in vectors: gaussians(out, layer, block, pairs, image). The numbers of places 4 block, 4 block +
 * 1, ... of 2 `pairs` blocks, a vector each, for images `image` to `image` + 3. First the words of all blocks, then
 * their numbers in the words' place: each loop keeps the processor's vector units busy, together in one they do not.
 * What blocks share: docs/kernels.md, "Gaussians".
 */
export const GAUSSIANS = kernelFunction('gaussians', PARAMETERS, (at, scope) => gaussianBlocks(scope, at, 1, 2));

/**
 * Kernel of Gaussians of two rows: gaussiansOfTwo(out, layer, block, pairs, image, apart), as `gaussians`, of the
 * blocks block, block + apart, block + 1, block + 1 + apart, ...
 */
export const GAUSSIANS_OF_TWO = kernelFunction('gaussiansOfTwo', [...PARAMETERS, 'apart'], (at, scope) =>
  gaussianBlocks(scope, at, at.apart, 1),
);

/** Code of two blocks at a time, `apart` from one another. The next are `step` further on. */
function gaussianBlocks(
  scope: FunctionScope,
  { out, layer, block, pairs, image }: NamedLocals<(typeof PARAMETERS)[number]>,
  apart: I32,
  step: number,
): Code {
  const call: CallWords = {
    word0: scope.v128(),
    word1: scope.v128(),
    word2: scope.v128(),
    factor: scope.i32(),
    mask: scope.i32(),
  };
  const states = [0, 1].map(() => scope.v128s(4));
  const [at, end, key] = scope.i32s(3);
  return [
    prepareCall(scope, call, layer, image),
    set(end, i32.add(out, i32.shl(pairs, 7))),
    loop(at, out, end, 2 * BLOCK_BYTES, [
      states.map((state, k) => startBlock(call, state, k === 0 ? block : i32.add(block, apart), at, k * BLOCK_BYTES)),
      loop(
        key,
        32 * EARLY_ROUNDS,
        32 * ROUNDS,
        32,
        states.map((state) => philoxRound(scope, state, key)),
      ),
      states.map((state, k) => state.map((word, j) => v128.store(at, word, k * BLOCK_BYTES + 16 * j))),
      advance(block, step),
    ]),
    loop(at, out, end, BLOCK_BYTES, [boxMuller(scope, at, 0), boxMuller(scope, at, 32)]),
  ];
}

/** Bytes of a block: four vectors. */
const BLOCK_BYTES = 64;
const EARLY_ROUNDS = 3;

/** Words that the blocks of a call share after three rounds. Words of the block are added by exclusive or. */
interface CallWords {
  readonly word0: V128Local;
  readonly word1: V128Local;
  readonly word2: V128Local;
  /** Third word after a round, but for the block. */
  readonly factor: I32Local;
  /** First word after two rounds, but for a product's upper half. */
  readonly mask: I32Local;
}

const keyWord = (round: number, word: 0 | 1): I32 => i32.load(KEYS + 32 * round + 16 * word);
const keyVector = (round: number, word: 0 | 1): V128 => v128.load(KEYS + 32 * round + 16 * word);
const draw = (): I32 => i32.load(DRAW);
const product = (word: I32, factor: number): I64 => i64.mul(i64.extendU(word), i64.extendU(factor));
const upper = (word: I32, factor: number): I32 => i64.wrap(i64.shrU(product(word, factor), 32));
const lower = (word: I32, factor: number): I32 => i32.mul(word, factor);

function prepareCall(scope: FunctionScope, call: CallWords, layer: I32Local, image: I32Local): Code {
  const { word0, word1, word2, factor, mask } = call;
  const [low, high] = scope.v128s(2);
  return [
    set(factor, i32.xor(upper(draw(), M0), keyWord(0, 1))),
    set(mask, i32.xor(lower(layer, M1), keyWord(1, 0))),
    set(word0, i32x4.add(i32x4.splat(image), laneNumbers())),
    set(word0, v128.xor(word0, i32x4.splat(i32.xor(upper(layer, M1), keyWord(0, 0))))),
    multiply(low, high, word0, M0),
    set(word2, v128.xor(lowWords(low, high), keyVector(2, 1))),
    set(word0, v128.xor(highWords(low, high), i32x4.splat(i32.xor(lower(draw(), M0), keyWord(1, 1))))),
    multiply(low, high, word0, M1),
    set(word0, v128.xor(highWords(low, high), keyVector(2, 0))),
    set(word1, lowWords(low, high)),
  ];
}

/**
 * State of a block after three rounds. Its two products pass through memory at `out` + `at`, where results come later.
 */
function startBlock(
  { word0, word1, word2, factor, mask }: CallWords,
  [x0, x1, x2, x3]: V128Locals<4>,
  block: I32,
  out: I32Local,
  at: number,
): Code {
  const splat = (offset: number): V128 => v128.load32Splat(out, at + offset);
  return [
    i64.store(out, product(i32.xor(block, factor), M1), at),
    i64.store(out, product(i32.xor(i32.load(out, at + 4), mask), M0), at + 8),
    set(x0, v128.xor(word0, splat(0))),
    set(x1, word1),
    set(x2, v128.xor(word2, splat(12))),
    set(x3, splat(8)),
  ];
}

const laneNumbers = (): V128 => [1, 2, 3].reduce((lanes, lane) => i32x4.replaceLane(lanes, lane, lane), v128.splat(0));

const multiply = (low: V128Local, high: V128Local, x: V128Local, factor: number): Code => [
  set(low, i64x2.extmulLowU(x, factor)),
  set(high, i64x2.extmulHighU(x, factor)),
];
const lowWords = (low: V128Local, high: V128Local): V128 => v128.shuffle32(low, high, 0, 2, 4, 6);
const highWords = (low: V128Local, high: V128Local): V128 => v128.shuffle32(low, high, 1, 3, 5, 7);

function philoxRound(scope: FunctionScope, [x0, x1, x2, x3]: V128Locals<4>, key: I32Local): Code {
  const [low0, high0, low1, high1] = scope.v128s(4);
  return [
    multiply(low0, high0, x0, M0),
    multiply(low1, high1, x2, M1),
    set(x0, v128.xor(v128.xor(highWords(low1, high1), x1), v128.load(key, KEYS))),
    set(x1, lowWords(low1, high1)),
    set(x2, v128.xor(v128.xor(highWords(low0, high0), x3), v128.load(key, KEYS + 16))),
    set(x3, lowWords(low0, high0)),
  ];
}

/** Two vectors of Gaussians in the place of two vectors of words. */
function boxMuller(scope: FunctionScope, out: I32Local, at: number): Code {
  const [word, single, centred, exponent, t, z] = scope.v128s(6);
  const [radius, angle, sin, cos, exchange] = scope.v128s(5);
  return [
    set(single, f32x4.add(f32x4.convert(i32x4.shrU(v128.load(out, at), 1)), 0.5)),
    set(centred, i32x4.sub(single, ROOT_HALF)),
    set(exponent, v128.and(centred, EXPONENT)),
    set(t, f32x4.sub(i32x4.sub(single, exponent), 1)),
    set(z, f32x4.sub(f32x4.mul(t, polynomial(LN, t)), 1)),
    set(z, f32x4.mul(t, f32x4.add(f32x4.mul(t, z), 2))),
    // The exponent stands 23 bits up, which changes no digit of the product.
    set(radius, f32x4.convert(i32x4.sub(31 << 23, exponent))),
    set(radius, f32x4.sqrt(f32x4.sub(f32x4.mul(radius, TWO_LN2 / 2 ** 23), z))),
    set(word, v128.load(out, at + 16)),
    set(angle, f32x4.mul(f32x4.convert(i32x4.shl(word, 2)), UNIT_ANGLE)),
    set(z, f32x4.mul(angle, angle)),
    set(sin, f32x4.add(angle, f32x4.mul(f32x4.mul(angle, z), polynomial(SIN, z)))),
    set(cos, f32x4.add(1, f32x4.mul(z, polynomial(COS, z)))),
    set(cos, v128.xor(cos, v128.and(word, 0x80000000))),
    // What differs between sine and cosine, where they are exchanged.
    set(exchange, i32x4.shrS(i32x4.shl(word, 1), 31)),
    set(exchange, v128.and(v128.xor(sin, cos), exchange)),
    v128.store(out, f32x4.mul(radius, v128.xor(cos, exchange)), at),
    v128.store(out, f32x4.mul(radius, v128.xor(sin, exchange)), at + 16),
  ];
}

/** Polynomial by Horner's rule. */
const polynomial = (coefficients: readonly number[], x: V128Local): V128 =>
  coefficients.map(f32x4.splat).reduceRight((sum, coefficient) => f32x4.add(f32x4.mul(sum, x), coefficient));
