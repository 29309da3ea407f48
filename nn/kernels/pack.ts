/** Pixels of images, one byte each, as input codes with the images in the lanes. */

import type { PixelScale } from '../network/network.ts';
import { type Code, f32x4, get, i16x8, i32, i32x4, type Local, loop, set, v128 } from '../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../wasm/module.ts';
import { address, frameHeight, frameWidth, GROUPS, LANES, type MapBuffer, planesOf, VECTOR } from './memory/layout.ts';

/** Where images of [channels, height, width] bytes stand, one after the other. */
export interface ImageBuffer {
  readonly address: number;
  /** Bytes from an image to the next. */
  readonly stride: number;
}

/** What pixels become. */
export interface PixelCodes {
  /** Largest code. */
  readonly limit: number;
  readonly scale: PixelScale;
}

/** Most steps for which 255 * steps + 255 fits 16 bits. */
const NARROW_STEPS = 255;

/** pack(group): the pixels of four images as pairs of a vector of `inputs` values, at `out` + group * 16. */
export function packVector(images: ImageBuffer, inputs: number, out: number, codes: PixelCodes): KernelFunction {
  return {
    name: 'pack',
    parameters: 1,
    body: (scope) => {
      const [group = 0] = scope.parameters;
      const from = scope.i32();
      const to = scope.i32();
      const pixel = scope.i32();
      const pairs = Array.from({ length: LANES }, scope.v128);
      const last = out + Math.floor(inputs / 2) * GROUPS * VECTOR;
      return [
        set(from, address(i32.const(images.address), [group, LANES * images.stride])),
        set(to, address(i32.const(out), [group, VECTOR])),
        loop(pixel, i32.const(0), i32.const(inputs), 2 * LANES, [
          pairs.map((local, lane) => set(local, v128.load8x8U(get(from), lane * images.stride))),
          pairs.map((local) => toCodes(local, codes)),
          storeTransposed(scope, pairs, to, GROUPS * VECTOR),
          set(from, i32.add(get(from), i32.const(2 * LANES))),
          set(to, i32.add(get(to), i32.const(LANES * GROUPS * VECTOR))),
        ]),
        // The other half of an odd number's last pair is zero.
        inputs % 2 === 0
          ? []
          : [
              set(to, address(i32.const(last), [group, VECTOR])),
              v128.store(get(to), v128.and(v128.load(get(to)), v128.splat(0xffff))),
            ],
      ];
    },
  };
}

/**
 * pack(group): the pixels of four images as a map, in its frame. `framed` is where their codes stand before, each image
 * [channels, frame] of 16 bits.
 */
export function packMap(images: ImageBuffer, framed: ImageBuffer, map: MapBuffer, codes: PixelCodes): KernelFunction {
  const columns = frameWidth(map);
  const area = frameHeight(map) * columns;
  const planes = planesOf(map);
  const whole = Math.floor(map.channels / 2);
  const last = 2 * whole * area;
  /** The two codes of a pair, from the first channel's; null: zero. */
  const sources: (readonly [number, number | null])[] = Array.from({ length: whole }, (_, k) => [
    2 * k * area,
    (2 * k + 1) * area,
  ]);
  if (map.channels % 2 === 1 && map.odd === 'neighbours') sources.push([last, last + 1], [last, last + columns]);
  if (map.channels % 2 === 1 && map.odd === 'alone') sources.push([last, null]);
  return {
    name: 'pack',
    parameters: 1,
    body: (scope) => {
      const [group = 0] = scope.parameters;
      const from = scope.i32();
      const to = scope.i32();
      const pixel = scope.i32();
      const pairs = Array.from({ length: LANES }, scope.v128);
      return [
        set(from, address(i32.const(images.address), [group, LANES * images.stride])),
        Array.from({ length: LANES }, (_, lane) => codesOfImage(scope, { from, lane, images, framed, map, codes })),
        set(from, i32.const(framed.address)),
        set(to, i32.const(map.address)),
        loop(pixel, i32.const(0), i32.const(area), LANES, [
          sources.map(([first, second], plane) => [
            pairs.map((local, lane) => set(local, codePairs(from, lane * framed.stride, first, second))),
            storeTransposed(scope, pairs, to, planes * VECTOR, plane * VECTOR),
          ]),
          set(from, i32.add(get(from), i32.const(2 * LANES))),
          set(to, i32.add(get(to), i32.const(LANES * planes * VECTOR))),
        ]),
      ];
    },
  };
}

interface ImageCodes {
  readonly from: Local;
  readonly lane: number;
  readonly images: ImageBuffer;
  readonly framed: ImageBuffer;
  readonly map: MapBuffer;
  readonly codes: PixelCodes;
}

/** The codes of an image within its frame: eight pixels at a time, what is left of a row by parts of a vector. */
function codesOfImage(scope: FunctionScope, { from, lane, images, framed, map, codes }: ImageCodes): Code {
  const { channels, height, width, padding } = map;
  const columns = frameWidth(map);
  const [row, at, source, target] = [scope.i32(), scope.i32(), scope.i32(), scope.i32()];
  const words = scope.v128();
  const read: Code = [set(words, v128.load8x8U(get(source))), toCodes(words, codes)];
  const advance = (pixels: number): Code => [
    set(source, i32.add(get(source), i32.const(pixels))),
    set(target, i32.add(get(target), i32.const(2 * pixels))),
  ];
  const line = (pixels: number): Code => {
    const vectors = Math.floor(pixels / 8);
    const rest = pixels % 8;
    const parts = [4, 2, 1].reduce<{ done: number; code: Code[] }>(
      ({ done, code }, size) =>
        rest & size
          ? { done: done + size, code: [...code, storePart(get(target), get(words), size, done)] }
          : { done, code },
      { done: 0, code: [] },
    );
    return [
      vectors === 0
        ? []
        : loop(at, i32.const(0), i32.const(vectors), 1, [read, v128.store(get(target), get(words)), advance(8)]),
      rest === 0 ? [] : [read, parts.code, advance(rest)],
    ];
  };
  const start = (channel: number): Code => [
    set(source, i32.add(get(from), i32.const(lane * images.stride + channel * height * width))),
    set(
      target,
      i32.const(
        framed.address + lane * framed.stride + 2 * ((channel * frameHeight(map) + padding) * columns + padding),
      ),
    ),
  ];
  if (padding === 0) return [start(0), line(channels * height * width)];
  return Array.from({ length: channels }, (_, channel) => [
    start(channel),
    loop(row, i32.const(0), i32.const(height), 1, [
      line(width),
      set(target, i32.add(get(target), i32.const(4 * padding))),
    ]),
  ]);
}

/** Stores 4, 2 or 1 codes, from code `done` on. */
function storePart(target: Code, codes: Code, size: number, done: number): Code {
  const offset = 2 * done;
  if (size === 4) return v128.store64Lane(target, codes, done / 4, offset);
  if (size === 2) return v128.store32Lane(target, codes, done / 2, offset);
  return v128.store16Lane(target, codes, done, offset);
}

/** Four pairs of codes of an image. */
function codePairs(from: Local, image: number, first: number, second: number | null): Code {
  const low = v128.load64Zero(get(from), image + 2 * first);
  const high = second === null ? v128.splat(0) : v128.load64Zero(get(from), image + 2 * second);
  return v128.shuffle(
    low,
    high,
    [0, 1, 2, 3].flatMap((k) => [2 * k, 2 * k + 1, 16 + 2 * k, 17 + 2 * k]),
  );
}

/** floor((pixel * steps + 127) / 255) in each of eight lanes, less `limit` where pixels are centred: `pixelCode`. */
function toCodes(local: Local, { limit, scale }: PixelCodes): Code {
  const steps = scale === 'centred' ? 2 * limit : limit;
  if (steps <= NARROW_STEPS) {
    const code = i16x8.shrU(
      i16x8.add(i16x8.add(get(local), word16(1)), i16x8.shrU(get(local), i32.const(8))),
      i32.const(8),
    );
    return [
      set(local, i16x8.add(i16x8.mul(get(local), word16(steps)), word16(127))),
      set(local, scale === 'centred' ? i16x8.sub(code, word16(limit)) : code),
    ];
  }
  // Sums below 2^24 are exact, and a quotient below 2^16 is rounded by 1/512 at most, less than its distance from a whole one.
  const quotient = (products: Code): Code => {
    const code = i32x4.truncSat(f32x4.div(f32x4.convert(i32x4.add(products, v128.splat(127))), f32x4.splat(255)));
    return scale === 'centred' ? i32x4.sub(code, v128.splat(limit)) : code;
  };
  return set(
    local,
    i16x8.narrowS(
      quotient(i32x4.extmulLowU(get(local), word16(steps))),
      quotient(i32x4.extmulHighU(get(local), word16(steps))),
    ),
  );
}

const word16 = (value: number): Code => v128.splat((value << 16) | value);

/** Stores four vectors of four words so that vector k holds word k of each: `stride` bytes apart from `to` + `at`. */
function storeTransposed(scope: FunctionScope, rows: readonly Local[], to: Local, stride: number, at = 0): Code {
  const [a = 0, b = 0, c = 0, d = 0] = rows;
  const halves = Array.from({ length: 4 }, scope.v128);
  const [low0 = 0, low1 = 0, high0 = 0, high1 = 0] = halves;
  return [
    set(low0, v128.shuffle32(get(a), get(b), 0, 4, 1, 5)),
    set(low1, v128.shuffle32(get(c), get(d), 0, 4, 1, 5)),
    set(high0, v128.shuffle32(get(a), get(b), 2, 6, 3, 7)),
    set(high1, v128.shuffle32(get(c), get(d), 2, 6, 3, 7)),
    [
      [low0, low1],
      [high0, high1],
    ].flatMap(([first = 0, second = 0], k) => [
      v128.store(get(to), v128.shuffle32(get(first), get(second), 0, 1, 4, 5), at + 2 * k * stride),
      v128.store(get(to), v128.shuffle32(get(first), get(second), 2, 3, 6, 7), at + (2 * k + 1) * stride),
    ]),
  ];
}
