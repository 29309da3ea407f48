/**
 * Convolutions of 5 x 5 by Winograd's F(4, 5) along rows: 8 products for 4 outputs in place of 20. Exact modulo 2^32,
 * at the points 0, +-1, +-2, +-3 and infinity; the kernel's rows are summed as channels are. Its integers:
 * docs/kernels.md, "Winograd's products".
 * S. Winograd, "Arithmetic Complexity of Computations", SIAM, 1980; A. Lavin and S. Gray, "Fast Algorithms for
 * Convolutional Neural Networks", CVPR 2016.
 */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32, I32Local, V128Local } from '../../wasm/code.ts';
import { accumulateWords, advance, loop, repeat, set, when } from '../../wasm/control.ts';
import {
  call,
  type FunctionScope,
  type KernelFunction,
  kernelFunction,
  type NamedLocals,
} from '../../wasm/function.ts';
import { GAUSSIANS } from '../../wasm/gaussians.ts';
import { i32 } from '../../wasm/integer.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';
import { address, planesOf, VECTOR } from '../memory/layout.ts';
import { type ConvolutionKernel, finishTile, HEADER, type LayerNoise, type Multiple, type Tile } from '../tile/tile.ts';
import {
  exactSum,
  type RowWinogradBuffers,
  rowWinogradShape,
  SPAN,
  transformProducts,
  transformRows,
} from './transforms.ts';
import { ELEMENTS, KERNEL } from './weights.ts';

/** Rows of 2 x 2 windows in a strip of four rows. */
const WINDOW_ROWS = SPAN / 2;

/**
 * Kernel of a convolution along rows: name(group, image), as `convolve`, with `kernel.records` of `rowWinogradWords`.
 * `ordered`: no sum times 720 is beyond 32 bits.
 */
export function rowWinograd(
  name: string,
  kernel: ConvolutionKernel,
  buffers: RowWinogradBuffers,
  ordered: boolean,
  noise: LayerNoise | null,
): KernelFunction {
  return alongRows(name, kernel, buffers, noise, {
    unread: 0,
    words: HEADER,
    multiple: { divide: exactSum, ordered },
    sumWindow: (_, { sums }, from) => loadWindow(sums, from, buffers),
  });
}

/** Difference between words to 8 bits and wider ones. */
export interface RowMethod {
  /** Lowest bits of the inputs that are not transformed. */
  readonly unread: number;
  /** Bytes from a pair of channels' header to its transformed weights. */
  readonly words: number;
  readonly multiple?: Multiple;
  /** Sums of a tile from its transformed products. The first of these stands at local `from` of the outputs' buffer. */
  readonly sumWindow: (scope: FunctionScope, tile: Tile, from: I32Local) => Code;
}

/** Transformed sums of a tile of both channels. */
export const loadWindow = (
  sums: readonly (readonly V128Local[])[],
  from: I32Local,
  { outputs }: RowWinogradBuffers,
): Code =>
  sums.map((of, k) =>
    of.map((sum, p) => set(sum, v128.load(from, outputs + (SPAN * SPAN * k + SPAN * (p >> 1) + (p & 1)) * VECTOR))),
  );

/** A convolution strip by strip of four rows: for every two channels all segments of four columns. */
export function alongRows(
  name: string,
  kernel: ConvolutionKernel,
  buffers: RowWinogradBuffers,
  noise: LayerNoise | null,
  method: RowMethod,
): KernelFunction {
  const { input, outputs, height, width, records } = kernel;
  const planes = planesOf(input);
  const shape = rowWinogradShape(height, width);
  const recordBytes = method.words + ELEMENTS * KERNEL * planes * 8;
  return kernelFunction(name, ['group', 'image'], ({ group, image }, scope) => {
    const [strip, channel, header, segment] = scope.i32s(4);
    return [
      transformRows(scope, input, shape, method.unread, buffers.inputs),
      loop(strip, 0, Math.ceil(height / SPAN), 1, [
        set(header, records),
        loop(channel, 0, Math.ceil(outputs / 2), 1, [
          noise ? drawStrip(scope, kernel, noise, { channel, strip, image }) : [],
          loop(segment, 0, shape.segments, 1, [
            multiply(scope, buffers, { planes, ...shape }, i32.add(header, method.words), {
              strip,
              segment,
            }),
            transformProducts(scope, buffers),
            finishWindows(scope, kernel, method, noise, { strip, segment, channel, header, group }),
          ]),
          advance(header, recordBytes),
        ]),
      ]),
    ];
  });
}

/** Products of every element, summed over kernel rows and planes: two channels by four rows. */
function multiply(
  scope: FunctionScope,
  { inputs, products }: RowWinogradBuffers,
  { planes, rows, segments }: Readonly<Record<'planes' | 'rows' | 'segments', number>>,
  weights: I32,
  { strip, segment }: NamedLocals<'strip' | 'segment'>,
): Code {
  const [start, source, record, end, target] = scope.i32s(5);
  const sums = [0, 1].map(() => scope.v128s(SPAN));
  const words = scope.v128s(2);
  const value = scope.v128();
  const rowBytes = planes * VECTOR;
  const step = [
    words.map((word, k) => set(word, v128.load32Splat(record, 4 * k))),
    Array.from({ length: SPAN }, (_, row) => [
      set(value, v128.load(source, row * rowBytes)),
      sums.map((of, k) => accumulateWords(nth(of, row), i32x4.dot(value, nth(words, k)))),
    ]),
    advance(record, 8),
    advance(source, VECTOR),
  ];
  const productBytes = 2 * SPAN * VECTOR;
  return [
    set(record, weights),
    set(start, address(inputs, [segment, rows * rowBytes], [strip, SPAN * rowBytes])),
    loop(target, products, products + ELEMENTS * productBytes, productBytes, [
      sums.flat().map((sum) => set(sum, v128.splat(0))),
      set(source, start),
      set(end, i32.add(start, KERNEL * rowBytes)),
      repeat(step, i32.ltS(source, end)),
      sums.flat().map((sum, k) => v128.store(target, sum, k * VECTOR)),
      advance(start, segments * rows * rowBytes),
    ]),
  ];
}

/**
 * Finish of a segment's four 2 x 2 windows of four rows, for both channels. They are done as the tiles of the plain
 * convolution.
 */
function finishWindows(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  { multiple, sumWindow }: RowMethod,
  noise: LayerNoise | null,
  at: NamedLocals<'strip' | 'segment' | 'channel' | 'header' | 'group'>,
): Code {
  const { height, width, pooled, destination } = kernel;
  const windows = pooled ? Math.floor : Math.ceil;
  const [rows, columns] = [windows(height / 2), windows(width / 2)];
  const step = pooled ? 1 : 2;
  const [window, from] = scope.i32s(2);
  const tile: Tile = {
    target: scope.i32(),
    tileRow: scope.i32(),
    tileColumn: scope.i32(),
    channel: at.channel,
    header: at.header,
    gaussian: scope.i32(),
    sums: [scope.v128s(4), scope.v128s(4)],
    ...(multiple && { multiple }),
  };
  const { tileRow, tileColumn, target, gaussian } = tile;
  const half = (local: I32Local, bit: I32): I32 => i32.add(i32.shl(local, 1), bit);
  const low = i32.and(window, 1);
  const high = i32.shrU(window, 1);
  const inside = i32.and(i32.ltS(tileRow, rows), i32.ltS(tileColumn, columns));
  return loop(window, 0, 4, 1, [
    set(tileRow, half(at.strip, high)),
    set(tileColumn, half(at.segment, low)),
    when(inside, [
      // Two rows of windows are eight vectors apart, two windows of a row two.
      set(from, i32.add(i32.mul(window, 2 * VECTOR), i32.mul(high, 4 * VECTOR))),
      sumWindow(scope, tile, from),
      noise
        ? set(
            gaussian,
            i32.add(
              address(noise.gaussians, [tileColumn, 4 * VECTOR]),
              i32.mul(high, Math.ceil(width / 2) * 4 * VECTOR),
            ),
          )
        : [],
      set(
        target,
        address(
          destination.address,
          [at.channel, destination.pair],
          [tileRow, step * destination.row],
          [tileColumn, step * destination.column],
          [at.group, destination.group],
        ),
      ),
      finishTile(scope, kernel, noise, tile, stripGaussianBytes(width)),
    ]),
  ]);
}

/** Gaussians [channel of two][row of windows][window][4] of a strip. */
function drawStrip(
  scope: FunctionScope,
  { height, width }: ConvolutionKernel,
  noise: LayerNoise,
  { channel, strip, image }: NamedLocals<'channel' | 'strip' | 'image'>,
): Code {
  const columns = Math.ceil(width / 2);
  const rows = Math.ceil(height / 2);
  const pairs = scope.i32();
  const last = Math.ceil(height / SPAN) - 1;
  return [
    set(pairs, columns),
    rows % WINDOW_ROWS === 0 ? [] : when(i32.gtS(strip, last - 1), set(pairs, Math.ceil(columns / 2))),
    [0, 1].map((k) =>
      call(GAUSSIANS, {
        out: noise.gaussians + k * stripGaussianBytes(width),
        layer: noise.layer,
        block: address(k * rows * columns, [channel, 2 * rows * columns], [strip, WINDOW_ROWS * columns]),
        pairs,
        image,
      }),
    ),
  ];
}

/** Bytes of a channel's Gaussians in a strip. */
const stripGaussianBytes = (width: number): number => WINDOW_ROWS * Math.ceil(width / 2) * 4 * VECTOR;

/** Bytes of the Gaussians that are drawn at once. */
export const rowWinogradGaussianBytes = (width: number): number => 2 * stripGaussianBytes(width);
