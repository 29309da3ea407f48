/** The products of Winograd's elements, summed over the planes: see `winograd.ts`. */

import { type Code, get, i32, i32x4, type Local, loop, repeat, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope } from '../../wasm/module.ts';
import { VECTOR } from '../memory/layout.ts';
import { HEADER } from '../tile/tile.ts';
import { elementStride, STRIP, type WinogradBuffers } from './transforms.ts';

/** Bytes of an element's products: two channels by four tiles. */
const PRODUCTS = 2 * STRIP * VECTOR;
/** Bytes of a plane's words, of both channels. */
const WORDS = 8;
/** Up to so many planes have all their words in registers. */
const FEW = 3;
/** Elements that are done in a row where planes are few. */
const AT_ONCE = 2;

/** Products of every element of a strip with the words at `header`: two channels by four tiles. */
export function multiply(
  scope: FunctionScope,
  buffers: WinogradBuffers,
  elements: number,
  planes: number,
  header: Local,
): Code {
  const at = { target: scope.i32(), source: scope.i32(), record: scope.i32() };
  const atOnce = planes <= FEW ? AT_ONCE : 1;
  const element = planes <= FEW ? sumFew(scope, buffers, planes, at) : sumMany(scope, buffers, planes, at);
  return [
    set(at.source, i32.const(0)),
    set(at.record, get(header)),
    loop(at.target, i32.const(0), i32.const(elements * PRODUCTS), atOnce * PRODUCTS, element),
  ];
}

type Places = Readonly<Record<'target' | 'source' | 'record', Local>>;

const onward = ({ record, source }: Places, words: number, bytes: number): Code => [
  set(record, i32.add(get(record), i32.const(words))),
  set(source, i32.add(get(source), i32.const(bytes))),
];

/** Tile by tile: V8 keeps loads behind the stores before them, so that few values are in registers at once. */
function sumFew(scope: FunctionScope, { inputs, products }: WinogradBuffers, planes: number, at: Places): Code {
  const all = Array.from({ length: planes }, (_, plane) => plane);
  const words = all.map(() => [scope.v128(), scope.v128()]);
  const values = all.map(scope.v128);
  const sumOf = (k: number): Code =>
    all
      .map((plane) => i32x4.dot(get(values[plane] ?? 0), get(words[plane]?.[k] ?? 0)))
      .reduce((sum, product) => i32x4.add(sum, product));
  const element = (number: number): Code => [
    words.map((of, plane) =>
      of.map((word, k) =>
        set(word, v128.load32Splat(get(at.record), HEADER + (number * planes + plane) * WORDS + 4 * k)),
      ),
    ),
    Array.from({ length: STRIP }, (_, tile) => [
      values.map((value, plane) =>
        set(
          value,
          v128.load(get(at.source), inputs + number * elementStride(planes) + (plane * STRIP + tile) * VECTOR),
        ),
      ),
      [0, 1].map((k) =>
        v128.store(get(at.target), sumOf(k), products + number * PRODUCTS + (k * STRIP + tile) * VECTOR),
      ),
    ]),
  ];
  return [
    Array.from({ length: AT_ONCE }, (_, number) => element(number)),
    onward(at, AT_ONCE * planes * WORDS, AT_ONCE * elementStride(planes)),
  ];
}

/** Plane by plane, the sums in registers. */
function sumMany(scope: FunctionScope, { inputs, products }: WinogradBuffers, planes: number, at: Places): Code {
  const sums = [0, 1].map(() => Array.from({ length: STRIP }, scope.v128));
  const words = [scope.v128(), scope.v128()];
  const [value, end] = [scope.v128(), scope.i32()];
  const planeBytes = STRIP * VECTOR;
  const plane = (combine: (sum: Local, product: Code) => Code): Code => [
    words.map((word, k) => set(word, v128.load32Splat(get(at.record), HEADER + 4 * k))),
    Array.from({ length: STRIP }, (_, tile) => [
      set(value, v128.load(get(at.source), inputs + tile * VECTOR)),
      sums.map((of, k) => set(of[tile] ?? 0, combine(of[tile] ?? 0, i32x4.dot(get(value), get(words[k] ?? 0))))),
    ]),
    onward(at, WORDS, planeBytes),
  ];
  return [
    set(end, i32.add(get(at.source), i32.const(planes * planeBytes))),
    plane((_, product) => product),
    repeat(
      plane((sum, product) => i32x4.add(get(sum), product)),
      i32.ltS(get(at.source), get(end)),
    ),
    set(at.source, i32.add(get(at.source), i32.const(elementStride(planes) - planes * planeBytes))),
    sums.flat().map((sum, k) => v128.store(get(at.target), get(sum), products + k * VECTOR)),
  ];
}
