/**
 * Dense layers of sixteen images. A tile is two outputs by four groups of images, or one output where weights are wider
 * than a byte. The loop over the inputs is never unrolled (see `convolve.ts`).
 */

import { nth } from '../../numeric/index.ts';
import type { Code, I32Local, V128, V128Local } from '../wasm/code.ts';
import { accumulateWords, advance, loop, repeat, set, when } from '../wasm/control.ts';
import {
  call,
  type FunctionScope,
  type KernelFunction,
  kernelFunction,
  type NamedLocals,
  type V128Locals,
} from '../wasm/function.ts';
import { GAUSSIANS } from '../wasm/gaussians.ts';
import { i32 } from '../wasm/integer.ts';
import { i32x4, v128 } from '../wasm/vector.ts';
import { foldLow } from './convolution/convolve.ts';
import { GROUPS, MAP_LANES, VECTOR } from './memory/layout.ts';
import { LIST_HEADER, RECORD_BYTES, STEP } from './memory/used-pairs.ts';
import { chunkPairs } from './memory/weight-words.ts';
import { activateAll, addNoise, type Finish, pairOf, shiftSum } from './tile/finish.ts';
import { HEADER, type LayerNoise } from './tile/tile.ts';

type DenseNoise = Omit<LayerNoise, 'groupBytes' | 'groupOutputs'>;

export interface DenseKernel {
  /** Address of the inputs [pairs][groups], a vector each. */
  readonly input: number;
  readonly pairs: number;
  readonly outputs: number;
  /**
   * Address of the records of two outputs, or of one where `shift` is above 0: a header of 16 bytes, two words a pair.
   */
  readonly records: number;
  /** Address of the list of pairs that are not zero in all images; null: all are taken. */
  readonly used: number | null;
  /** Lowest bits of the sum that are not read, as in a convolution. */
  readonly shift: number;
  readonly finish: Finish;
  /** Form of the outputs: `pairs`, two in a word, for a next layer; `words`, one, for the host. */
  readonly store: 'pairs' | 'words';
  readonly output: number;
}

/** Kernel of a dense layer for sixteen images: name(image), `image` being the number of the first. */
export function dense(name: string, kernel: DenseKernel, noise: DenseNoise | null): KernelFunction {
  const { outputs, shift, records, pairs, output, store } = kernel;
  const step = shift > 0 ? 1 : 2;
  return kernelFunction(name, ['image'], ({ image }, scope) => {
    const [channel, header, target] = scope.i32s(3);
    const sums = [scope.v128s(GROUPS), scope.v128s(GROUPS)] as const;
    const rows = shift > 0 ? sums.slice(0, 1) : sums;
    const words = rows.map(() => scope.v128());
    return [
      noise ? drawLayer(outputs, noise, image) : [],
      set(header, records),
      set(target, output),
      loop(channel, 0, outputs, step, [
        sumPairs(scope, kernel, header, sums),
        shift > 0 ? [] : rows.map((row, k) => addBias(kernel.finish, row, nth(words, k), header, 4 * k)),
        noise ? rows.map((row, k) => noiseOfRow(scope, noise, outputs, channel, row, k)) : [],
        activateAll(scope, kernel.finish, rows.flat()),
        store === 'words' ? storeWords(rows, target) : storePairs(kernel, rows, { channel, header, target }),
        advance(header, HEADER + RECORD_BYTES * pairs),
      ]),
    ];
  });
}

function addBias(finish: Finish, row: readonly V128Local[], word: V128Local, header: I32Local, offset: number): Code {
  return [
    set(word, v128.load32Splat(header, offset)),
    row.map((sum) => [shiftSum(sum, finish), accumulateWords(sum, word)]),
  ];
}

/** Gaussians [group][output] of the whole layer. */
function drawLayer(outputs: number, noise: DenseNoise, image: I32Local): Code {
  return Array.from({ length: GROUPS }, (_, group) =>
    call(GAUSSIANS, {
      out: noise.gaussians + group * gaussianGroupBytes(outputs),
      layer: noise.layer,
      block: 0,
      pairs: Math.ceil(outputs / 8),
      image: i32.add(image, group * MAP_LANES),
    }),
  );
}

/** Sums of four groups of images for each of two words of weights. */
type Sums = readonly [V128Locals<typeof GROUPS>, V128Locals<typeof GROUPS>];

/** Bytes of the Gaussians of a dense layer for four images. */
export const gaussianGroupBytes = (outputs: number): number => Math.ceil(outputs / 8) * 8 * VECTOR;

function sumPairs(scope: FunctionScope, kernel: DenseKernel, header: I32Local, sums: Sums): Code {
  const { input, pairs, shift, used } = kernel;
  const [source, record] = scope.i32s(2);
  const words = scope.v128s(2);
  const value = scope.v128();
  const pair = [
    words.map((word, k) => set(word, v128.load32Splat(record, HEADER + 4 * k))),
    sums[0].map((_, group) => [
      set(value, v128.load(source, input + group * VECTOR)),
      sums.map((row, k) => accumulateWords(nth(row, group), i32x4.dot(value, nth(words, k)))),
    ]),
  ];
  const start = (k: number): V128 => (shift > 0 ? v128.load32Splat(header, 4 * k) : v128.splat(0));
  const fold = shift > 0 ? foldLow(sums, shift) : [];
  const clear = sums.map((row, k) => row.map((sum) => set(sum, start(k))));
  const chunk = shift > 0 ? chunkPairs(shift) : pairs;
  if (used !== null) return [clear, sumUsed(scope, { used, header, source, record, chunk, pair, fold })];
  const walk = [pair, advance(record, RECORD_BYTES), advance(source, STEP)];
  return [
    clear,
    set(source, 0),
    set(record, header),
    Array.from({ length: Math.ceil(pairs / chunk) }, (_, k) => [
      repeat(walk, i32.ltS(source, Math.min(pairs, (k + 1) * chunk) * STEP)),
      fold,
    ]),
  ];
}

/** Sums along the list of pairs that are not zero. */
function sumUsed(
  scope: FunctionScope,
  at: NamedLocals<'header' | 'source' | 'record'> & {
    readonly used: number;
    readonly chunk: number;
    readonly pair: Code;
    readonly fold: Code;
  },
): Code {
  const [entry, end, stop, offset] = scope.i32s(4);
  return [
    set(entry, at.used + LIST_HEADER),
    set(stop, i32.load(at.used)),
    repeat(
      [
        set(end, i32.add(entry, 4 * at.chunk)),
        when(i32.gtS(end, stop), set(end, stop)),
        repeat(
          [
            set(offset, i32.load(entry)),
            set(at.source, i32.mul(offset, STEP / RECORD_BYTES)),
            set(at.record, i32.add(at.header, offset)),
            at.pair,
            advance(entry, 4),
          ],
          i32.ltS(entry, end),
        ),
        at.fold,
      ],
      i32.ltS(entry, stop),
    ),
  ];
}

function noiseOfRow(
  scope: FunctionScope,
  noise: DenseNoise,
  outputs: number,
  channel: I32Local,
  row: readonly V128Local[],
  k: number,
): Code {
  return addNoise(
    scope,
    noise.narrow,
    row.map((accumulator, group) => ({
      accumulator,
      deviation: v128.load(noise.deviations, group * VECTOR),
      gaussian: v128.load(i32.mul(channel, VECTOR), noise.gaussians + group * gaussianGroupBytes(outputs) + k * VECTOR),
    })),
  );
}

/** Outputs [outputs][groups], a word each; a tile's row beyond the outputs goes where nothing is read. */
function storeWords(rows: readonly (readonly V128Local[])[], target: I32Local): Code {
  return [
    rows.map((row, k) => row.map((sum, group) => v128.store(target, sum, k * STEP + group * VECTOR))),
    advance(target, rows.length * STEP),
  ];
}

/** Outputs in pairs [pairs of outputs][groups]. */
function storePairs(
  { shift }: DenseKernel,
  rows: readonly (readonly V128Local[])[],
  { channel, header, target }: NamedLocals<'channel' | 'header' | 'target'>,
): Code {
  const [firsts, seconds] = [nth(rows, 0), shift === 0 ? nth(rows, 1) : []];
  const onward = advance(target, STEP);
  if (shift === 0)
    return [
      firsts.map((first, group) =>
        v128.store(target, v128.and(pairOf(first, nth(seconds, group)), v128.load32Splat(header, 8)), group * VECTOR),
      ),
      onward,
    ];
  const upper = i32.and(channel, 1);
  return [
    when(
      i32.eqz(upper),
      firsts.map((first, group) => v128.store(target, v128.and(first, 0xffff), group * VECTOR)),
    ),
    when(upper, [
      firsts.map((first, group) =>
        v128.store(target, v128.or(v128.load(target, group * VECTOR), i32x4.shl(first, 16)), group * VECTOR),
      ),
      onward,
    ]),
  ];
}
