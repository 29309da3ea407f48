/** Pixels of images, one byte each, as input codes with the images in the lanes. */

import { nth } from '../../numeric/index.ts';
import type { PixelScale } from '../network/network.ts';
import { meanAddend } from '../quantized/quantize.ts';
import type { Code, I32Local, V128, V128Local } from '../wasm/code.ts';
import { advance, loop, set } from '../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction, type V128Locals } from '../wasm/function.ts';
import { i32 } from '../wasm/integer.ts';
import { f32x4, i16x8, i32x4, v128 } from '../wasm/vector.ts';
import {
  address,
  frameHeight,
  frameWidth,
  GROUPS,
  MAP_LANES,
  type MapBuffer,
  planesOf,
  VECTOR,
} from './memory/layout.ts';

/** Place of images of [channels, height, width] bytes, one after the other. */
export interface ImageBuffer {
  readonly address: number;
  /** Bytes from an image to the next. */
  readonly stride: number;
}

/** Scale and limit of the codes of pixels. */
export interface PixelCodes {
  /** Largest code. */
  readonly limit: number;
  readonly scale: PixelScale;
}

/** Largest dividend whose quotient by 255 is found in 16 bits. */
const NARROW = 65_279;

/**
 * Packing kernel of a vector: pack(group). The pixels of four images go as pairs of a vector of `inputs` values to
 * `out` + group * 16.
 */
export function packVector(images: ImageBuffer, inputs: number, out: number, codes: PixelCodes): KernelFunction {
  return kernelFunction('pack', ['group'], ({ group }, scope) => {
    const [from, to, pixel] = scope.i32s(3);
    const pairs = scope.v128s(MAP_LANES);
    const last = out + Math.floor(inputs / 2) * GROUPS * VECTOR;
    return [
      set(from, address(images.address, [group, MAP_LANES * images.stride])),
      set(to, address(out, [group, VECTOR])),
      loop(pixel, 0, inputs, 2 * MAP_LANES, [
        pairs.map((local, lane) => set(local, v128.load8x8U(from, lane * images.stride))),
        pairs.map((local) => toCodes(local, codes)),
        storeTransposed(scope, pairs, to, GROUPS * VECTOR),
        advance(from, 2 * MAP_LANES),
        advance(to, MAP_LANES * GROUPS * VECTOR),
      ]),
      // The other half of an odd number's last pair is zero.
      inputs % 2 === 0
        ? []
        : [set(to, address(last, [group, VECTOR])), v128.store(to, v128.and(v128.load(to), 0xffff))],
    ];
  });
}

/**
 * Packing kernel of a map in its frame: pack(group). The codes of the four images stand in `framed` before, each image
 * [channels, frame] of 16 bits.
 */
export function packMap(images: ImageBuffer, framed: ImageBuffer, map: MapBuffer, codes: PixelCodes): KernelFunction {
  const columns = frameWidth(map);
  const area = frameHeight(map) * columns;
  const planes = planesOf(map);
  const whole = Math.floor(map.channels / 2);
  const last = 2 * whole * area;
  /** Codes of a pair, from the first channel's; null: zero. */
  const sources: (readonly [number, number | null])[] = Array.from({ length: whole }, (_, k) => [
    2 * k * area,
    (2 * k + 1) * area,
  ]);
  if (map.channels % 2 === 1 && map.odd === 'neighbours') sources.push([last, last + 1], [last, last + columns]);
  if (map.channels % 2 === 1 && map.odd === 'alone') sources.push([last, null]);
  return kernelFunction('pack', ['group'], ({ group }, scope) => {
    const [from, to, pixel] = scope.i32s(3);
    const pairs = scope.v128s(MAP_LANES);
    return [
      set(from, address(images.address, [group, MAP_LANES * images.stride])),
      Array.from({ length: MAP_LANES }, (_, lane) => codesOfImage(scope, { from, lane, images, framed, map, codes })),
      set(from, framed.address),
      set(to, map.address),
      loop(pixel, 0, area, MAP_LANES, [
        sources.map(([first, second], plane) => [
          pairs.map((local, lane) => set(local, codePairs(from, lane * framed.stride, first, second))),
          storeTransposed(scope, pairs, to, planes * VECTOR, plane * VECTOR),
        ]),
        advance(from, 2 * MAP_LANES),
        advance(to, MAP_LANES * planes * VECTOR),
      ]),
    ];
  });
}

interface ImageCodes {
  readonly from: I32Local;
  readonly lane: number;
  readonly images: ImageBuffer;
  readonly framed: ImageBuffer;
  readonly map: MapBuffer;
  readonly codes: PixelCodes;
}

/** Codes of an image within its frame: eight pixels at a time, what is left of a row by parts of a vector. */
function codesOfImage(scope: FunctionScope, { from, lane, images, framed, map, codes }: ImageCodes): Code {
  const { channels, height, width, padding } = map;
  const columns = frameWidth(map);
  const [row, at, source, target] = scope.i32s(4);
  const words = scope.v128();
  const read = (channel: number): Code => [set(words, v128.load8x8U(source)), toCodes(words, codes, channel)];
  const onward = (pixels: number): Code => [advance(source, pixels), advance(target, 2 * pixels)];
  const line = (pixels: number, channel: number): Code => {
    const vectors = Math.floor(pixels / 8);
    const rest = pixels % 8;
    const parts = [4, 2, 1].reduce<{ done: number; code: Code[] }>(
      ({ done, code }, size) =>
        rest & size ? { done: done + size, code: [...code, storePart(target, words, size, done)] } : { done, code },
      { done: 0, code: [] },
    );
    return [
      vectors === 0 ? [] : loop(at, 0, vectors, 1, [read(channel), v128.store(target, words), onward(8)]),
      rest === 0 ? [] : [read(channel), parts.code, onward(rest)],
    ];
  };
  const start = (channel: number): Code => [
    set(source, i32.add(from, lane * images.stride + channel * height * width)),
    set(
      target,
      framed.address + lane * framed.stride + 2 * ((channel * frameHeight(map) + padding) * columns + padding),
    ),
  ];
  if (padding === 0 && typeof codes.scale === 'string') return [start(0), line(channels * height * width, 0)];
  return Array.from({ length: channels }, (_, channel) => [
    start(channel),
    loop(row, 0, height, 1, [line(width, channel), advance(target, 4 * padding)]),
  ]);
}

/** Store of 4, 2 or 1 codes, from code `done` on. */
function storePart(target: I32Local, codes: V128Local, size: number, done: number): Code {
  const offset = 2 * done;
  if (size === 4) return v128.store64Lane(target, codes, done / 4, offset);
  if (size === 2) return v128.store32Lane(target, codes, done / 2, offset);
  return v128.store16Lane(target, codes, done, offset);
}

/** Four pairs of codes of an image. */
function codePairs(from: I32Local, image: number, first: number, second: number | null): V128 {
  const low = v128.load64Zero(from, image + 2 * first);
  const high = second === null ? v128.splat(0) : v128.load64Zero(from, image + 2 * second);
  return v128.shuffle(
    low,
    high,
    [0, 1, 2, 3].flatMap((k) => [2 * k, 2 * k + 1, 16 + 2 * k, 17 + 2 * k]),
  );
}

/**
 * Pixel codes floor((pixel * steps + 127) / 255) in each of eight lanes. Less `limit` where pixels are centred, with the
 * mean of their channel in the addend where they have one, as `pixelCode`.
 */
function toCodes(local: V128Local, { limit, scale }: PixelCodes, channel = 0): Code {
  const steps = scale === 'centred' ? 2 * limit : limit;
  const addend = typeof scale === 'object' ? meanAddend(nth(scale.means, channel), limit) : 127;
  const signed = scale !== 'positive';
  if (255 * steps + addend <= NARROW) {
    const code = i16x8.shrU(i16x8.add(i16x8.add(local, 1), i16x8.shrU(local, 8)), 8);
    return [set(local, i16x8.add(i16x8.mul(local, steps), addend)), set(local, signed ? i16x8.sub(code, limit) : code)];
  }
  // Sums below 2^24 are exact, and a quotient below 2^16 is rounded by 1/512 at most, less than its distance from a whole one.
  const quotient = (products: V128): V128 => {
    const code = i32x4.truncSat(f32x4.div(f32x4.convert(i32x4.add(products, addend)), 255));
    return signed ? i32x4.sub(code, limit) : code;
  };
  return set(local, i16x8.narrowS(quotient(i32x4.extmulLowU(local, steps)), quotient(i32x4.extmulHighU(local, steps))));
}

/**
 * Transposed store of four vectors of four words. Vector k holds word k of each: `stride` bytes apart from `to` + `at`.
 */
function storeTransposed(
  scope: FunctionScope,
  [a, b, c, d]: V128Locals<4>,
  to: I32Local,
  stride: number,
  at = 0,
): Code {
  const [low0, low1, high0, high1] = scope.v128s(4);
  return [
    set(low0, v128.shuffle32(a, b, 0, 4, 1, 5)),
    set(low1, v128.shuffle32(c, d, 0, 4, 1, 5)),
    set(high0, v128.shuffle32(a, b, 2, 6, 3, 7)),
    set(high1, v128.shuffle32(c, d, 2, 6, 3, 7)),
    (
      [
        [low0, low1],
        [high0, high1],
      ] as const
    ).map(([first, second], k) => [
      v128.store(to, v128.shuffle32(first, second, 0, 1, 4, 5), at + 2 * k * stride),
      v128.store(to, v128.shuffle32(first, second, 2, 3, 6, 7), at + (2 * k + 1) * stride),
    ]),
  ];
}
