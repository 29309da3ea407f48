/** Gaussians in vectors, four images in the lanes: the same numbers, bit for bit, as `gaussianSource`. */

import { COS, LN, ROOT_HALF, SIN, TWO_LN2, UNIT_ANGLE } from '../gaussian.ts';
import { STREAM } from '../philox.ts';
import { type Code, f32x4, get, i32, i32x4, i64x2, type Local, loop, set, v128 } from './code.ts';
import type { FunctionScope, KernelFunction } from './module.ts';

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

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
 * each, for images `image` to `image` + 3.
 */
export const GAUSSIANS: KernelFunction = {
  name: 'gaussians',
  parameters: 5,
  body: (scope) => {
    const [out = 0, layer = 0, block = 0, pairs = 0, image = 0] = scope.parameters;
    const images = scope.v128();
    const count = scope.i32();
    const key = scope.i32();
    const words = [0, 1].map(() => [0, 1, 2, 3].map(() => scope.v128()));
    const start = words.map(
      ([w0 = 0, w1 = 0, w2 = 0, w3 = 0], k): Code => [
        set(w0, v128.load(i32.const(DRAW))),
        set(w1, get(images)),
        set(w2, i32x4.splat(get(layer))),
        set(w3, i32x4.splat(i32.add(get(block), i32.const(k)))),
      ],
    );
    const rounds = loop(key, i32.const(0), i32.const(32 * ROUNDS), 32, [
      ...words.map((state) => philoxRound(scope, state, key)),
    ]);
    const results = words.map((state, k) => normals(scope, state, out, 64 * k));
    return [
      set(images, i32x4.splat(get(image))),
      set(images, i32x4.add(get(images), laneNumbers())),
      loop(count, i32.const(0), get(pairs), 1, [
        start,
        rounds,
        results,
        set(out, i32.add(get(out), i32.const(128))),
        set(block, i32.add(get(block), i32.const(2))),
      ]),
    ];
  },
};

const laneNumbers = (): Code =>
  [1, 2, 3].reduce((code: Code, lane) => i32x4.replaceLane(code, i32.const(lane), lane), v128.splat(0));

function philoxRound(scope: FunctionScope, [x0 = 0, x1 = 0, x2 = 0, x3 = 0]: readonly Local[], key: Local): Code {
  const [low0, high0, low1, high1] = [scope.v128(), scope.v128(), scope.v128(), scope.v128()];
  const multiply = (low: Local, high: Local, x: Local, factor: number): Code => [
    set(low, i64x2.extmulLowU(get(x), v128.splat(factor))),
    set(high, i64x2.extmulHighU(get(x), v128.splat(factor))),
  ];
  const lowWords = (low: Local, high: Local): Code => v128.shuffle32(get(low), get(high), 0, 2, 4, 6);
  const highWords = (low: Local, high: Local): Code => v128.shuffle32(get(low), get(high), 1, 3, 5, 7);
  return [
    multiply(low0, high0, x0, M0),
    multiply(low1, high1, x2, M1),
    set(x0, v128.xor(v128.xor(highWords(low1, high1), get(x1)), v128.load(get(key), KEYS))),
    set(x1, lowWords(low1, high1)),
    set(x2, v128.xor(v128.xor(highWords(low0, high0), get(x3)), v128.load(get(key), KEYS + 16))),
    set(x3, lowWords(low0, high0)),
  ];
}

/** Four vectors of Gaussians from four of words. */
function normals(
  scope: FunctionScope,
  [w0 = 0, w1 = 0, w2 = 0, w3 = 0]: readonly Local[],
  out: Local,
  at: number,
): Code {
  return [boxMuller(scope, w0, w1, out, at), boxMuller(scope, w2, w3, out, at + 32)];
}

function boxMuller(scope: FunctionScope, radiusWord: Local, angleWord: Local, out: Local, at: number): Code {
  const [t, z, radius, angle, sin, cos, exchange] = Array.from({ length: 7 }, scope.v128) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const centred = radius;
  const shift = (places: number): Code => i32.const(places);
  return [
    set(
      centred,
      i32x4.sub(
        f32x4.add(f32x4.convert(i32x4.shrU(get(radiusWord), shift(1))), f32x4.splat(0.5)),
        v128.splat(ROOT_HALF),
      ),
    ),
    set(t, f32x4.sub(i32x4.add(v128.and(get(centred), v128.splat(0x7fffff)), v128.splat(ROOT_HALF)), f32x4.splat(1))),
    set(z, f32x4.sub(f32x4.mul(get(t), polynomial(LN, t)), f32x4.splat(1))),
    set(z, f32x4.mul(get(t), f32x4.add(f32x4.mul(get(t), get(z)), f32x4.splat(2)))),
    set(
      radius,
      f32x4.sqrt(
        f32x4.sub(
          f32x4.mul(
            f32x4.convert(i32x4.sub(v128.splat(31), i32x4.shrS(get(centred), shift(23)))),
            f32x4.splat(TWO_LN2),
          ),
          get(z),
        ),
      ),
    ),
    set(angle, f32x4.mul(f32x4.convert(i32x4.shl(get(angleWord), shift(2))), f32x4.splat(UNIT_ANGLE))),
    set(z, f32x4.mul(get(angle), get(angle))),
    set(sin, f32x4.add(get(angle), f32x4.mul(f32x4.mul(get(angle), get(z)), polynomial(SIN, z)))),
    set(cos, f32x4.add(f32x4.splat(1), f32x4.mul(get(z), polynomial(COS, z)))),
    set(cos, v128.xor(get(cos), v128.and(get(angleWord), v128.splat(0x80000000)))),
    set(exchange, i32x4.shrS(i32x4.shl(get(angleWord), shift(1)), shift(31))),
    v128.store(get(out), f32x4.mul(get(radius), v128.bitselect(get(sin), get(cos), get(exchange))), at),
    v128.store(get(out), f32x4.mul(get(radius), v128.bitselect(get(cos), get(sin), get(exchange))), at + 16),
  ];
}

function polynomial(coefficients: readonly number[], x: Local): Code {
  const [last = 0, ...others] = coefficients.toReversed();
  return others.reduce(
    (sum: Code, coefficient) => f32x4.add(f32x4.mul(sum, get(x)), f32x4.splat(coefficient)),
    f32x4.splat(last),
  );
}
