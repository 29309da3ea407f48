/**
 * Dense layers of sixteen images: tiles of two outputs by four groups of images, or of one where weights are wider than a byte.
 * The loop over the inputs is never unrolled (see `convolve.ts`).
 */

import { type Code, call, get, i32, i32x4, type Local, loop, repeat, set, v128, when } from '../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../wasm/module.ts';
import { foldLow } from './convolution/convolve.ts';
import { GROUPS, LANES, VECTOR } from './memory/layout.ts';
import { LIST_HEADER, RECORD_BYTES, STEP } from './memory/used-pairs.ts';
import { chunkPairs } from './memory/weight-words.ts';
import { activateAll, addNoise, type Finish, pairOf, shiftSum } from './tile/finish.ts';
import { GAUSSIANS_INDEX, HEADER, type LayerNoise } from './tile/tile.ts';

export interface DenseKernel {
  /** [pairs][groups], a vector each. */
  readonly input: number;
  readonly pairs: number;
  readonly outputs: number;
  /** For two outputs, or one where `shift` is above 0: a header of 16 bytes, two words a pair. */
  readonly records: number;
  /** Where the list of pairs stands that are not zero in all images; null: all are taken. */
  readonly used: number | null;
  /** As in a convolution. */
  readonly shift: number;
  readonly finish: Finish;
  /** `pairs`: two outputs in a word, for a next layer; `words`: one, for the host. */
  readonly store: 'pairs' | 'words';
  readonly output: number;
}

/** name(image): the layer for sixteen images, `image` being the number of the first. */
export function dense(name: string, kernel: DenseKernel, noise: LayerNoise | null): KernelFunction {
  const { outputs, shift, records, pairs, output, store } = kernel;
  const step = shift > 0 ? 1 : 2;
  return {
    name,
    parameters: 1,
    body: (scope) => {
      const [image = 0] = scope.parameters;
      const channel = scope.i32();
      const header = scope.i32();
      const target = scope.i32();
      const sums = [0, 1].map(() => Array.from({ length: GROUPS }, scope.v128));
      const rows = shift > 0 ? sums.slice(0, 1) : sums;
      const words = rows.map(() => scope.v128());
      return [
        noise ? drawLayer(outputs, noise, image) : [],
        set(header, i32.const(records)),
        set(target, i32.const(output)),
        loop(channel, i32.const(0), i32.const(outputs), step, [
          sumPairs(scope, kernel, header, sums),
          shift > 0 ? [] : rows.map((row, k) => addBias(kernel.finish, row, words[k] ?? 0, get(header), 4 * k)),
          noise ? rows.map((row, k) => noiseOfRow(scope, noise, outputs, channel, row, k)) : [],
          activateAll(scope, kernel.finish, rows.flat()),
          store === 'words' ? storeWords(rows, target) : storePairs(kernel, rows, { channel, header, target }),
          set(header, i32.add(get(header), i32.const(HEADER + RECORD_BYTES * pairs))),
        ]),
      ];
    },
  };
}

function addBias(finish: Finish, row: readonly Local[], word: Local, header: Code, offset: number): Code {
  return [
    set(word, v128.load32Splat(header, offset)),
    row.map((sum) => [shiftSum(sum, finish), set(sum, i32x4.add(get(sum), get(word)))]),
  ];
}

/** Gaussians [group][output] of the whole layer. */
function drawLayer(outputs: number, noise: LayerNoise, image: Local): Code {
  return Array.from({ length: GROUPS }, (_, group) =>
    call(
      GAUSSIANS_INDEX,
      i32.const(noise.gaussians + group * gaussianGroupBytes(outputs)),
      i32.const(noise.layer),
      i32.const(0),
      i32.const(Math.ceil(outputs / 8)),
      i32.add(get(image), i32.const(group * LANES)),
    ),
  );
}

/** Bytes of the Gaussians of a dense layer for four images. */
export const gaussianGroupBytes = (outputs: number): number => Math.ceil(outputs / 8) * 8 * VECTOR;

function sumPairs(scope: FunctionScope, kernel: DenseKernel, header: Local, sums: readonly (readonly Local[])[]): Code {
  const { input, pairs, shift, used } = kernel;
  const source = scope.i32();
  const record = scope.i32();
  const words = [scope.v128(), scope.v128()];
  const value = scope.v128();
  const pair = [
    words.map((word, k) => set(word, v128.load32Splat(get(record), HEADER + 4 * k))),
    (sums[0] ?? []).map((_, group) => [
      set(value, v128.load(get(source), input + group * VECTOR)),
      sums.map((row, k) =>
        set(row[group] ?? 0, i32x4.add(get(row[group] ?? 0), i32x4.dot(get(value), get(words[k] ?? 0)))),
      ),
    ]),
  ];
  const start = (k: number): Code => (shift > 0 ? v128.load32Splat(get(header), 4 * k) : v128.splat(0));
  const fold = shift > 0 ? foldLow(sums, shift) : [];
  const clear = sums.map((row, k) => row.map((sum) => set(sum, start(k))));
  const chunk = shift > 0 ? chunkPairs(shift) : pairs;
  if (used !== null) return [clear, sumUsed(scope, { used, header, source, record, chunk, pair, fold })];
  const walk = [
    pair,
    set(record, i32.add(get(record), i32.const(RECORD_BYTES))),
    set(source, i32.add(get(source), i32.const(STEP))),
  ];
  return [
    clear,
    set(source, i32.const(0)),
    set(record, get(header)),
    Array.from({ length: Math.ceil(pairs / chunk) }, (_, k) => [
      repeat(walk, i32.ltS(get(source), i32.const(Math.min(pairs, (k + 1) * chunk) * STEP))),
      fold,
    ]),
  ];
}

/** The same along the list of pairs that are not zero. */
function sumUsed(
  scope: FunctionScope,
  at: Readonly<Record<'header' | 'source' | 'record', Local>> & {
    readonly used: number;
    readonly chunk: number;
    readonly pair: Code;
    readonly fold: Code;
  },
): Code {
  const [entry, end, stop, offset] = [scope.i32(), scope.i32(), scope.i32(), scope.i32()];
  return [
    set(entry, i32.const(at.used + LIST_HEADER)),
    set(stop, i32.load(i32.const(at.used))),
    repeat(
      [
        set(end, i32.add(get(entry), i32.const(4 * at.chunk))),
        when(i32.gtS(get(end), get(stop)), set(end, get(stop))),
        repeat(
          [
            set(offset, i32.load(get(entry))),
            set(at.source, i32.mul(get(offset), i32.const(STEP / RECORD_BYTES))),
            set(at.record, i32.add(get(at.header), get(offset))),
            at.pair,
            set(entry, i32.add(get(entry), i32.const(4))),
          ],
          i32.ltS(get(entry), get(end)),
        ),
        at.fold,
      ],
      i32.ltS(get(entry), get(stop)),
    ),
  ];
}

function noiseOfRow(
  scope: FunctionScope,
  noise: LayerNoise,
  outputs: number,
  channel: Local,
  row: readonly Local[],
  k: number,
): Code {
  return addNoise(
    scope,
    noise.narrow,
    row.map((accumulator, group) => ({
      accumulator,
      deviation: v128.load(i32.const(noise.deviations), group * VECTOR),
      gaussian: v128.load(
        i32.mul(get(channel), i32.const(VECTOR)),
        noise.gaussians + group * gaussianGroupBytes(outputs) + k * VECTOR,
      ),
    })),
  );
}

/** [outputs][groups], a word each; a tile's row beyond the outputs goes where nothing is read. */
function storeWords(rows: readonly (readonly Local[])[], target: Local): Code {
  return [
    rows.map((row, k) => row.map((sum, group) => v128.store(get(target), get(sum), k * STEP + group * VECTOR))),
    set(target, i32.add(get(target), i32.const(rows.length * STEP))),
  ];
}

/** [pairs of outputs][groups]. */
function storePairs(
  { shift }: DenseKernel,
  rows: readonly (readonly Local[])[],
  { channel, header, target }: { readonly channel: Local; readonly header: Local; readonly target: Local },
): Code {
  const [firsts = [], seconds = []] = rows;
  const advance = set(target, i32.add(get(target), i32.const(STEP)));
  if (shift === 0)
    return [
      firsts.map((first, group) =>
        v128.store(
          get(target),
          v128.and(pairOf(first, seconds[group] ?? 0), v128.load32Splat(get(header), 8)),
          group * VECTOR,
        ),
      ),
      advance,
    ];
  const upper = i32.and(get(channel), i32.const(1));
  return [
    when(
      i32.eqz(upper),
      firsts.map((first, group) => v128.store(get(target), v128.and(get(first), v128.splat(0xffff)), group * VECTOR)),
    ),
    when(upper, [
      firsts.map((first, group) =>
        v128.store(
          get(target),
          v128.or(v128.load(get(target), group * VECTOR), i32x4.shl(get(first), i32.const(16))),
          group * VECTOR,
        ),
      ),
      advance,
    ]),
  ];
}
