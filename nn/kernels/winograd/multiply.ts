/** Products of Winograd's elements, summed over the planes: see `winograd.ts`. */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32Local, V128, V128Local } from '../../wasm/code.ts';
import { advance, loop, repeat, set } from '../../wasm/control.ts';
import type { FunctionScope, NamedLocals } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';
import { VECTOR } from '../memory/layout.ts';
import { HEADER } from '../tile/tile.ts';
import { elementStride, STRIP, type WinogradBuffers } from './transforms.ts';

/** Bytes of an element's products: two channels by four tiles. */
const PRODUCTS = 2 * STRIP * VECTOR;
/** Bytes of a plane's words, of both channels. */
const WORDS = 8;
/** Most planes that have all their words in registers. */
const FEW = 3;
/** Elements that are done in a row where planes are few. */
const AT_ONCE = 2;

/** Products of every element of a strip with the words at `header`: two channels by four tiles. */
export function multiply(
  scope: FunctionScope,
  buffers: WinogradBuffers,
  elements: number,
  planes: number,
  header: I32Local,
): Code {
  const at = { target: scope.i32(), source: scope.i32(), record: scope.i32() };
  const atOnce = planes <= FEW ? AT_ONCE : 1;
  const element = planes <= FEW ? sumFew(scope, buffers, planes, at) : sumMany(scope, buffers, planes, at);
  return [
    set(at.source, 0),
    set(at.record, header),
    loop(at.target, 0, elements * PRODUCTS, atOnce * PRODUCTS, element),
  ];
}

type Places = NamedLocals<'target' | 'source' | 'record'>;

const onward = ({ record, source }: Places, words: number, bytes: number): Code => [
  advance(record, words),
  advance(source, bytes),
];

/** Products tile by tile. V8 keeps loads behind the stores before them, so that few values are in registers at once. */
function sumFew(scope: FunctionScope, { inputs, products }: WinogradBuffers, planes: number, at: Places): Code {
  const words = Array.from({ length: planes }, () => scope.v128s(2));
  const values = scope.v128s(planes);
  const sumOf = (k: number): V128 =>
    values
      .map((value, plane): V128 => i32x4.dot(value, nth(nth(words, plane), k)))
      .reduce((sum, product) => i32x4.add(sum, product));
  const element = (number: number): Code => [
    words.map((of, plane) =>
      of.map((word, k) => set(word, v128.load32Splat(at.record, HEADER + (number * planes + plane) * WORDS + 4 * k))),
    ),
    Array.from({ length: STRIP }, (_, tile) => [
      values.map((value, plane) =>
        set(value, v128.load(at.source, inputs + number * elementStride(planes) + (plane * STRIP + tile) * VECTOR)),
      ),
      [0, 1].map((k) => v128.store(at.target, sumOf(k), products + number * PRODUCTS + (k * STRIP + tile) * VECTOR)),
    ]),
  ];
  return [
    Array.from({ length: AT_ONCE }, (_, number) => element(number)),
    onward(at, AT_ONCE * planes * WORDS, AT_ONCE * elementStride(planes)),
  ];
}

/** Products plane by plane, the sums in registers. */
function sumMany(scope: FunctionScope, { inputs, products }: WinogradBuffers, planes: number, at: Places): Code {
  const sums = [0, 1].map(() => scope.v128s(STRIP));
  const words = scope.v128s(2);
  const [value, end] = [scope.v128(), scope.i32()];
  const planeBytes = STRIP * VECTOR;
  const plane = (combine: (sum: V128Local, product: V128) => V128): Code => [
    words.map((word, k) => set(word, v128.load32Splat(at.record, HEADER + 4 * k))),
    Array.from({ length: STRIP }, (_, tile) => [
      set(value, v128.load(at.source, inputs + tile * VECTOR)),
      sums.map((of, k) => set(nth(of, tile), combine(nth(of, tile), i32x4.dot(value, nth(words, k))))),
    ]),
    onward(at, WORDS, planeBytes),
  ];
  return [
    set(end, i32.add(at.source, planes * planeBytes)),
    plane((_, product) => product),
    repeat(
      plane((sum, product) => i32x4.add(sum, product)),
      i32.ltS(at.source, end),
    ),
    advance(at.source, elementStride(planes) - planes * planeBytes),
    sums.flat().map((sum, k) => v128.store(at.target, sum, products + k * VECTOR)),
  ];
}
