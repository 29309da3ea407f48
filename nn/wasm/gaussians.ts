/** Gaussians in vectors, four images in the lanes: the same numbers, bit for bit, as `gaussianSource`. */

import { STREAM } from '../../numeric/index.ts';
import { COS, LN, ROOT_HALF, SIN, TWO_LN2, UNIT_ANGLE } from '../noise/gaussian.ts';
import { type Code, f32x4, get, i32, i32x4, i64, i64x2, type Local, loop, set, v128 } from './code.ts';
import type { FunctionScope, KernelFunction } from './module.ts';

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;
/** Sign and exponent of a number in single precision. */
const EXPONENT = 0xff800000;

/** Where the state stands in memory: four times the draw, then two keys a round, each four times. */
const DRAW = 0;
const KEYS = 16;
export const GAUSSIAN_STATE_BYTES = KEYS + 32 * ROUNDS;

/** Sets seed and draw for all that follows. */
export function writeGaussianState(memory: ArrayBuffer, seed: number, draw: number): void {
  const state = new Uint32Array(memory, 0, GAUSSIAN_STATE_BYTES / 4);
  state.fill(draw, 0, 4);
  for (let round = 0; round < ROUNDS; round++) {
    state.fill(seed + Math.imul(round, W0), 4 + 8 * round, 8 + 8 * round);
    state.fill(STREAM.noise + Math.imul(round, W1), 8 + 8 * round, 12 + 8 * round);
  }
}

/**
 * gaussians(out, layer, block, pairs, image): the numbers of places 4 block, 4 block + 1, ... of 2 `pairs` blocks, a vector
 * each, for images `image` to `image` + 3. First the words of all blocks, then their numbers in the words' place: each loop keeps
 * the processor's vector units busy, together in one they do not.
 *
 * Three of the ten rounds take few products, since a word of the counter reaches the others only by and by: what comes from draw,
 * layer and image alone is the same for all blocks of a call, and what comes from draw, layer and block alone for all images.
 */
export const GAUSSIANS: KernelFunction = gaussianBlocks('gaussians', null);

/**
 * gaussiansOfTwo(out, layer, block, pairs, image, apart): as `gaussians`, of the blocks block, block + apart, block + 1,
 * block + 1 + apart, ...
 */
export const GAUSSIANS_OF_TWO: KernelFunction = gaussianBlocks('gaussiansOfTwo', 5);

/** Blocks one behind the other, or two at the distance in parameter `apart`. */
function gaussianBlocks(name: string, apart: number | null): KernelFunction {
  const body = (scope: FunctionScope): Code => {
    const [out = 0, layer = 0, block = 0, pairs = 0, image = 0] = scope.parameters;
    const distance = apart === null ? i32.const(1) : get(scope.parameters[apart] ?? 0);
    const call: CallWords = {
      word0: scope.v128(),
      word1: scope.v128(),
      word2: scope.v128(),
      factor: scope.i32(),
      mask: scope.i32(),
    };
    const states = [0, 1].map(() => [0, 1, 2, 3].map(() => scope.v128()));
    const [at, end, key] = [scope.i32(), scope.i32(), scope.i32()];
    return [
      prepareCall(scope, call, layer, image),
      set(end, i32.add(get(out), i32.shl(get(pairs), i32.const(7)))),
      loop(at, get(out), get(end), 2 * BLOCK_BYTES, [
        states.map((state, k) =>
          startBlock(call, state, k === 0 ? get(block) : i32.add(get(block), distance), at, k * BLOCK_BYTES),
        ),
        loop(key, i32.const(32 * EARLY_ROUNDS), i32.const(32 * ROUNDS), 32, [
          ...states.map((state) => philoxRound(scope, state, key)),
        ]),
        states.map((state, k) => state.map((word, j) => v128.store(get(at), get(word), k * BLOCK_BYTES + 16 * j))),
        set(block, i32.add(get(block), i32.const(apart === null ? 2 : 1))),
      ]),
      loop(at, get(out), get(end), BLOCK_BYTES, [boxMuller(scope, at, 0), boxMuller(scope, at, 32)]),
    ];
  };
  return { name, parameters: apart === null ? 5 : 6, body };
}

/** Four vectors. */
const BLOCK_BYTES = 64;
const EARLY_ROUNDS = 3;

/** What the blocks of a call share after three rounds, but for words of the block that are added by exclusive or. */
interface CallWords {
  readonly word0: Local;
  readonly word1: Local;
  readonly word2: Local;
  /** The third word after a round is the block and this. */
  readonly factor: Local;
  /** The first after two rounds is a product's upper half and this. */
  readonly mask: Local;
}

const keyWord = (round: number, word: 0 | 1): Code => i32.load(i32.const(KEYS + 32 * round + 16 * word));
const keyVector = (round: number, word: 0 | 1): Code => v128.load(i32.const(KEYS + 32 * round + 16 * word));
const draw = (): Code => i32.load(i32.const(DRAW));
const product = (word: Code, factor: number): Code => i64.mul(i64.extendU(word), i64.extendU(i32.const(factor)));
const upper = (word: Code, factor: number): Code => i64.wrap(i64.shrU(product(word, factor), i64.const(32)));
const lower = (word: Code, factor: number): Code => i32.mul(word, i32.const(factor));

function prepareCall(scope: FunctionScope, call: CallWords, layer: Local, image: Local): Code {
  const { word0, word1, word2, factor, mask } = call;
  const [low, high] = [scope.v128(), scope.v128()];
  return [
    set(factor, i32.xor(upper(draw(), M0), keyWord(0, 1))),
    set(mask, i32.xor(lower(get(layer), M1), keyWord(1, 0))),
    set(word0, i32x4.add(i32x4.splat(get(image)), laneNumbers())),
    set(word0, v128.xor(get(word0), i32x4.splat(i32.xor(upper(get(layer), M1), keyWord(0, 0))))),
    multiply(low, high, word0, M0),
    set(word2, v128.xor(lowWords(low, high), keyVector(2, 1))),
    set(word0, v128.xor(highWords(low, high), i32x4.splat(i32.xor(lower(draw(), M0), keyWord(1, 1))))),
    multiply(low, high, word0, M1),
    set(word0, v128.xor(highWords(low, high), keyVector(2, 0))),
    set(word1, lowWords(low, high)),
  ];
}

/** The state of a block after three rounds. Its two products pass through memory at `out` + `at`, where results come later. */
function startBlock(
  { word0, word1, word2, factor, mask }: CallWords,
  [x0 = 0, x1 = 0, x2 = 0, x3 = 0]: readonly Local[],
  block: Code,
  out: Local,
  at: number,
): Code {
  const splat = (offset: number): Code => v128.load32Splat(get(out), at + offset);
  return [
    i64.store(get(out), product(i32.xor(block, get(factor)), M1), at),
    i64.store(get(out), product(i32.xor(i32.load(get(out), at + 4), get(mask)), M0), at + 8),
    set(x0, v128.xor(get(word0), splat(0))),
    set(x1, get(word1)),
    set(x2, v128.xor(get(word2), splat(12))),
    set(x3, splat(8)),
  ];
}

const laneNumbers = (): Code =>
  [1, 2, 3].reduce((code: Code, lane) => i32x4.replaceLane(code, i32.const(lane), lane), v128.splat(0));

const multiply = (low: Local, high: Local, x: Local, factor: number): Code => [
  set(low, i64x2.extmulLowU(get(x), v128.splat(factor))),
  set(high, i64x2.extmulHighU(get(x), v128.splat(factor))),
];
const lowWords = (low: Local, high: Local): Code => v128.shuffle32(get(low), get(high), 0, 2, 4, 6);
const highWords = (low: Local, high: Local): Code => v128.shuffle32(get(low), get(high), 1, 3, 5, 7);

function philoxRound(scope: FunctionScope, [x0 = 0, x1 = 0, x2 = 0, x3 = 0]: readonly Local[], key: Local): Code {
  const [low0, high0, low1, high1] = [scope.v128(), scope.v128(), scope.v128(), scope.v128()];
  return [
    multiply(low0, high0, x0, M0),
    multiply(low1, high1, x2, M1),
    set(x0, v128.xor(v128.xor(highWords(low1, high1), get(x1)), v128.load(get(key), KEYS))),
    set(x1, lowWords(low1, high1)),
    set(x2, v128.xor(v128.xor(highWords(low0, high0), get(x3)), v128.load(get(key), KEYS + 16))),
    set(x3, lowWords(low0, high0)),
  ];
}

/** Two vectors of Gaussians in the place of two vectors of words. */
function boxMuller(scope: FunctionScope, out: Local, at: number): Code {
  const local = scope.v128;
  const [word, single, centred, exponent, t, z] = [local(), local(), local(), local(), local(), local()];
  const [radius, angle, sin, cos, exchange] = [local(), local(), local(), local(), local()];
  const shift = (places: number): Code => i32.const(places);
  return [
    set(single, f32x4.add(f32x4.convert(i32x4.shrU(v128.load(get(out), at), shift(1))), f32x4.splat(0.5))),
    set(centred, i32x4.sub(get(single), v128.splat(ROOT_HALF))),
    set(exponent, v128.and(get(centred), v128.splat(EXPONENT))),
    set(t, f32x4.sub(i32x4.sub(get(single), get(exponent)), f32x4.splat(1))),
    set(z, f32x4.sub(f32x4.mul(get(t), polynomial(LN, t)), f32x4.splat(1))),
    set(z, f32x4.mul(get(t), f32x4.add(f32x4.mul(get(t), get(z)), f32x4.splat(2)))),
    // The exponent stands 23 bits up, which changes no digit of the product.
    set(radius, f32x4.convert(i32x4.sub(v128.splat(31 << 23), get(exponent)))),
    set(radius, f32x4.sqrt(f32x4.sub(f32x4.mul(get(radius), f32x4.splat(TWO_LN2 / 2 ** 23)), get(z)))),
    set(word, v128.load(get(out), at + 16)),
    set(angle, f32x4.mul(f32x4.convert(i32x4.shl(get(word), shift(2))), f32x4.splat(UNIT_ANGLE))),
    set(z, f32x4.mul(get(angle), get(angle))),
    set(sin, f32x4.add(get(angle), f32x4.mul(f32x4.mul(get(angle), get(z)), polynomial(SIN, z)))),
    set(cos, f32x4.add(f32x4.splat(1), f32x4.mul(get(z), polynomial(COS, z)))),
    set(cos, v128.xor(get(cos), v128.and(get(word), v128.splat(0x80000000)))),
    // What differs between sine and cosine, where they are exchanged.
    set(exchange, i32x4.shrS(i32x4.shl(get(word), shift(1)), shift(31))),
    set(exchange, v128.and(v128.xor(get(sin), get(cos)), get(exchange))),
    v128.store(get(out), f32x4.mul(get(radius), v128.xor(get(cos), get(exchange))), at),
    v128.store(get(out), f32x4.mul(get(radius), v128.xor(get(sin), get(exchange))), at + 16),
  ];
}

function polynomial(coefficients: readonly number[], x: Local): Code {
  const [last = 0, ...others] = coefficients.toReversed();
  return others.reduce(
    (sum: Code, coefficient) => f32x4.add(f32x4.mul(sum, get(x)), f32x4.splat(coefficient)),
    f32x4.splat(last),
  );
}
