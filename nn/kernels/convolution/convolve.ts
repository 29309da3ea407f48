/**
 * Convolutions of four images, a tile of 2 x 2 outputs at a time. A dot product of pairs takes two channels, or two of
 * them take one where weights are wider than a byte. The taps are records in memory, {offset, word, word}, and their
 * loop is never unrolled: straight-line code makes V8 load everything first and spill it.
 */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32, I32Local, V128 } from '../../wasm/code.ts';
import { accumulateWords, advance, loop, repeat, set, when } from '../../wasm/control.ts';
import {
  call,
  type FunctionScope,
  type KernelFunction,
  kernelFunction,
  type NamedLocals,
} from '../../wasm/function.ts';
import { GAUSSIANS, GAUSSIANS_OF_TWO } from '../../wasm/gaussians.ts';
import { i32 } from '../../wasm/integer.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';
import { address, planesOf, VECTOR } from '../memory/layout.ts';
import { type Spans, spanEnd, spanFirst } from '../memory/spans.ts';
import { chunkPairs } from '../memory/weight-words.ts';
import {
  type ConvolutionKernel,
  finishTile,
  HEADER,
  type LayerNoise,
  RECORD,
  type Tile,
  tilePixels,
} from '../tile/tile.ts';

/** Method of the sums of a tile. */
export interface TileMethod {
  /** Bytes of the words of two channels, or of one where the kernel is shifted. */
  readonly words: number;
  /** Code before all tiles. */
  readonly prepare: (scope: FunctionScope) => Code;
  /**
   * Code of the tile's sums, `source` being the place of its first input. `unlessBlank` leaves out what blank inputs do
   * not need.
   */
  readonly sumTile: (scope: FunctionScope, tile: Tile, source: I32Local, unlessBlank: (sums: Code) => Code) => Code;
}

/**
 * Kernel of a convolution for one group of four images: name(group, image). `image` is the number of the first, for its
 * noise. `spans`: where `findSpans` has left them; null: every tile is done.
 */
export function convolve(
  name: string,
  kernel: ConvolutionKernel,
  spans: Spans | null,
  noise: LayerNoise | null,
): KernelFunction {
  return tileByTile(name, kernel, spans, noise, {
    words: HEADER + kernel.taps * RECORD,
    prepare: () => [],
    sumTile: (scope, tile, source, unlessBlank) => [
      startSums(kernel, tile),
      unlessBlank(sumTaps(scope, kernel, tile, source, scope.i32())),
    ],
  });
}

/** Convolution as `convolve`, the sums being made by `method`. */
export function tileByTile(
  name: string,
  kernel: ConvolutionKernel,
  spans: Spans | null,
  noise: LayerNoise | null,
  method: TileMethod,
): KernelFunction {
  const { height, width, outputs, pooled, input, destination, records, shift } = kernel;
  const channels = shift > 0 ? outputs : Math.ceil(outputs / 2);
  const rows = pooled ? Math.floor(height / 2) : Math.ceil(height / 2);
  const columns = pooled ? Math.floor(width / 2) : Math.ceil(width / 2);
  const step = pooled ? 1 : 2;
  const stride = planesOf(input) * VECTOR;
  const [, across, down] = tilePixels(kernel);
  return kernelFunction(name, ['group', 'image'], ({ group, image }, scope) => {
    const source = scope.i32();
    const tile: Tile = {
      target: scope.i32(),
      tileRow: scope.i32(),
      tileColumn: scope.i32(),
      channel: scope.i32(),
      header: scope.i32(),
      gaussian: scope.i32(),
      sums: [scope.v128s(4), scope.v128s(4)],
    };
    const { tileRow, tileColumn, channel, header, gaussian, target } = tile;
    const [first, end] = scope.i32s(2);
    const pair = shift > 0 ? i32.shrU(channel, 1) : channel;
    const unlessBlank = (sums: Code): Code => (spans === null ? sums : when(within(tileColumn, first, end), sums));
    return [
      method.prepare(scope),
      loop(tileRow, 0, rows, 1, [
        set(header, records),
        set(first, spans === null ? 0 : spanFirst(spans, tileRow)),
        set(end, spans === null ? columns : spanEnd(spans, tileRow)),
        loop(channel, 0, channels, 1, [
          noise ? drawRow(scope, kernel, noise, tile, { first, end, image }) : [],
          set(source, address(input.address, [tileRow, 2 * down * stride])),
          set(
            target,
            address(
              i32.add(destination.address, i32.mul(pair, destination.pair)),
              [tileRow, step * destination.row],
              [group, destination.group],
            ),
          ),
          loop(tileColumn, 0, columns, 1, [
            method.sumTile(scope, tile, source, unlessBlank),
            noise ? set(gaussian, address(noise.gaussians, [tileColumn, gaussianStep(kernel)])) : [],
            finishTile(scope, kernel, noise, tile, TILE_GAUSSIANS),
            advance(source, 2 * across * stride),
            advance(target, step * destination.column),
          ]),
          advance(header, method.words),
        ]),
      ]),
    ];
  });
}

const within = (column: I32Local, first: I32Local, end: I32Local): I32 =>
  i32.and(i32.gtS(i32.add(column, 1), first), i32.ltS(column, end));

/** Bytes of the Gaussians of a tile of one channel. Behind them those of the second channel stand. */
const TILE_GAUSSIANS = 4 * VECTOR;

/** Bytes between the Gaussians of neighbouring tiles. */
const gaussianStep = ({ shift }: ConvolutionKernel): number => (shift > 0 ? 1 : 2) * TILE_GAUSSIANS;

/** Gaussians of the span of a row of tiles: for one channel, or for two, tile by tile. */
function drawRow(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  noise: LayerNoise,
  { channel, tileRow }: Tile,
  { first, end, image }: NamedLocals<'first' | 'end' | 'image'>,
): Code {
  const { height, width, shift } = kernel;
  const columns = Math.ceil(width / 2);
  const blocks = Math.ceil(height / 2) * columns;
  const tiles = scope.i32();
  const { layer } = noise;
  const out = address(noise.gaussians, [first, gaussianStep(kernel)]);
  const block = i32.add(address(0, [channel, (shift > 0 ? 1 : 2) * blocks], [tileRow, columns]), first);
  const pairs = i32.shrS(i32.add(tiles, 1), 1);
  return [
    set(tiles, i32.sub(end, first)),
    when(
      i32.gtS(tiles, 0),
      shift > 0
        ? call(GAUSSIANS, { out, layer, block, pairs, image })
        : call(GAUSSIANS_OF_TWO, { out, layer, block, pairs: tiles, image, apart: blocks }),
    ),
  ];
}

/** Bytes of the Gaussians of a row of tiles: of two channels, or of one and a tile more where pairs of tiles end behind it. */
export const gaussianRowBytes = (width: number): number => (Math.ceil(width / 2) + 1) * 2 * TILE_GAUSSIANS;

/** Start of the sums: zeros, or the bias in its two parts. */
function startSums({ shift }: ConvolutionKernel, { sums, header }: Tile): Code {
  const start = (k: number): V128 => (shift > 0 ? v128.load32Splat(header, 4 * k) : v128.splat(0));
  return sums.map((row, k) => row.map((sum) => set(sum, start(k))));
}

/** Products of all taps, added to the sums. `source` is the place of the tile's first input; `record` is used. */
export function sumTaps(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  tile: Tile,
  source: I32Local,
  record: I32Local,
): Code {
  const { input, taps, shift } = kernel;
  const stride = planesOf(input) * VECTOR;
  const positions = tilePixels(kernel).map((pixels) => pixels * stride);
  const at = scope.i32();
  const words = scope.v128s(2);
  const values = positions.map(() => scope.v128());
  const end = (bytes: number): I32 => i32.add(tile.header, bytes);
  const { sums } = tile;
  const tap = [
    set(at, i32.add(source, i32.load(record))),
    words.map((word, k) => set(word, v128.load32Splat(record, 4 + 4 * k))),
    values.map((value, k) => set(value, v128.load(at, nth(positions, k)))),
    sums.map((row, k) => row.map((sum, p) => accumulateWords(sum, i32x4.dot(nth(values, p), nth(words, k))))),
    advance(record, RECORD),
  ];
  const until = (records: number): I32 => i32.ltS(record, end(HEADER + records * RECORD));
  const chunks = shift > 0 ? Math.ceil(taps / chunkPairs(shift)) : 1;
  return [
    set(record, end(HEADER)),
    Array.from({ length: chunks }, (_, chunk) => [
      repeat(tap, until(chunk === chunks - 1 ? taps : (chunk + 1) * chunkPairs(shift))),
      shift > 0 ? foldLow(sums, shift) : [],
    ]),
  ];
}

/** Transfer of the low sums above `shift` bits into the high sums. */
export function foldLow([high, low]: Tile['sums'], shift: number): Code {
  return high.map((sum, k) => [
    accumulateWords(sum, i32x4.shrS(nth(low, k), shift)),
    set(nth(low, k), v128.and(nth(low, k), 2 ** shift - 1)),
  ]);
}
