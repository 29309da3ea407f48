/**
 * Convolutions of 3 x 3 with a quarter of the products: Winograd's F(4x4, 3x3), exact modulo 2^32. Its fractions are taken out
 * of the weights' transform, so that the result is 576 y; times the inverse of 9 modulo 2^32 that is 64 y, and shifted y.
 * A. Lavin and S. Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016.
 */

import type { QuantizedLayer } from '../quantize.ts';
import { type Code, call, get, i16x8, i32, i32x4, type Local, loop, repeat, set, v128, when } from './code.ts';
import { address, frameWidth, planesOf, VECTOR } from './layout.ts';
import type { FunctionScope, KernelFunction } from './module.ts';
import { type ConvolutionKernel, finishTile, GAUSSIANS_INDEX, HEADER, type LayerNoise, type Tile } from './tile.ts';
import { pairWord } from './weight-words.ts';

/** Weights' transform, 24 times the usual but for the last row. */
const G = [
  [6, 0, 0],
  [-4, -4, -4],
  [-4, 4, -4],
  [1, 2, 4],
  [1, -2, 4],
  [0, 0, 1],
] as const;
const POINTS = 6;
const ELEMENTS = POINTS * POINTS;
/** Tiles of 4 x 4 outputs that share the loads of weights. */
const STRIP = 4;
/** 9 * INVERSE = 1 modulo 2^32. */
const INVERSE_OF_9 = 954_437_177;
const POWER_OF_576 = 6;
/** Sums of the absolute entries of a row: 10 in the inputs' transform, 12 in the weights', both along rows and columns. */
const INPUT_GROWTH = 100;
const WEIGHT_GROWTH = 144;
/** Fewer channels are done faster tap by tap. */
const LEAST_CHANNELS = 8;

/** Buffers of a layer: transformed inputs, products, one tile's rows, its outputs. */
export interface WinogradBuffers {
  /** [element][plane][tile]. */
  readonly inputs: number;
  /** [element][channel of two][tile]. */
  readonly products: number;
  /** [6][6]. */
  readonly rows: number;
  /** [channel of two][4][4]. */
  readonly outputs: number;
}

export const winogradBytes = (planes: number): Readonly<Record<keyof WinogradBuffers, number>> => ({
  inputs: ELEMENTS * planes * STRIP * VECTOR,
  products: ELEMENTS * 2 * STRIP * VECTOR,
  rows: ELEMENTS * VECTOR,
  outputs: 2 * 16 * VECTOR,
});

/** Whether transformed values fit 16 bits and sums 2^25. */
export function suitsWinograd(layer: QuantizedLayer, channels: number, kernel: number, limit: number): boolean {
  const { inputs, outputs, weights, shift } = layer;
  if (kernel !== 3 || channels < LEAST_CHANNELS || shift > 0 || limit * INPUT_GROWTH > 32_767) return false;
  const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const sums = Array.from({ length: outputs }, (_, j) =>
    weights.subarray(j * inputs, (j + 1) * inputs).reduce((sum, value) => sum + Math.abs(value), 0),
  );
  return largest * WEIGHT_GROWTH <= 32_767 && Math.max(...sums) * limit < 2 ** 25;
}

/** For every two outputs a header of 16 bytes as in `recordWords`, then [element][plane] words of both. */
export function winogradWords(layer: QuantizedLayer, channels: number): Int32Array {
  const { outputs, bias } = layer;
  const planes = Math.ceil(channels / 2);
  const words: number[] = [];
  for (let output = 0; output < outputs; output += 2) {
    const both = output + 1 < outputs;
    words.push(bias[output] ?? 0, both ? (bias[output + 1] ?? 0) : 0, both ? -1 : 0xffff, 0);
    const transformed = [0, 1].map((k) =>
      Array.from({ length: 2 * planes }, (_, channel) => transformWeights(layer, output + k, channel, channels)),
    );
    for (let element = 0; element < ELEMENTS; element++)
      for (let plane = 0; plane < planes; plane++)
        for (const of of transformed)
          words.push(pairWord(of[2 * plane]?.[element] ?? 0, of[2 * plane + 1]?.[element] ?? 0));
  }
  return Int32Array.from(words);
}

/** G g G^T, [6][6]; zeros beyond the channels. */
function transformWeights(layer: QuantizedLayer, output: number, channel: number, channels: number): number[] {
  const start = output * layer.inputs + channel * 9;
  const inside = channel < channels && output < layer.outputs;
  const weight = (y: number, x: number): number => (inside ? (layer.weights[start + 3 * y + x] ?? 0) : 0);
  return G.flatMap((row) =>
    G.map((column) =>
      [0, 1, 2].reduce(
        (sum, y) => sum + [0, 1, 2].reduce((part, x) => part + (row[y] ?? 0) * (column[x] ?? 0) * weight(y, x), 0),
        0,
      ),
    ),
  );
}

/** name(group, image): as `convolve`, with `kernel.records` of `winogradWords`. */
export function winograd(
  name: string,
  kernel: ConvolutionKernel,
  buffers: WinogradBuffers,
  noise: LayerNoise | null,
): KernelFunction {
  const { input, outputs, height, width, records } = kernel;
  const planes = planesOf(input);
  const tileColumns = Math.ceil(width / 4);
  const tiles = Math.ceil(height / 4) * tileColumns;
  const pairs = Math.ceil(outputs / 2);
  const recordBytes = HEADER + ELEMENTS * planes * 8;
  return {
    name,
    parameters: 2,
    body: (scope) => {
      const [group = 0, image = 0] = scope.parameters;
      const strip = scope.i32();
      const number = scope.i32();
      const row = scope.i32();
      const column = scope.i32();
      const channel = scope.i32();
      const header = scope.i32();
      /** Row and column of tile `strip` + `number`, the last one again beyond the end. */
      const locate: Code = [
        set(row, i32.add(get(strip), get(number))),
        when(i32.gtS(get(row), i32.const(tiles - 1)), set(row, i32.const(tiles - 1))),
        set(column, i32.sub(get(row), i32.mul(i32.divU(get(row), i32.const(tileColumns)), i32.const(tileColumns)))),
        set(row, i32.divU(get(row), i32.const(tileColumns))),
      ];
      const overTiles = (body: Code): Code => loop(number, i32.const(0), i32.const(STRIP), 1, [locate, body]);
      return loop(strip, i32.const(0), i32.const(tiles), STRIP, [
        overTiles(transformInputs(scope, kernel, buffers, { row, column, number })),
        set(header, i32.const(records)),
        loop(channel, i32.const(0), i32.const(pairs), 1, [
          multiply(scope, buffers, planes, header),
          overTiles([
            [0, 1].map((k) => transformOutputs(scope, buffers, number, k)),
            finishQuadrants(scope, kernel, buffers, noise, { row, column, channel, header, group, image }),
          ]),
          set(header, i32.add(get(header), i32.const(recordBytes))),
        ]),
      ]);
    },
  };
}

/** B^T d B of the 6 x 6 pixels of a tile, plane by plane. */
function transformInputs(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  { inputs, rows }: WinogradBuffers,
  { row, column, number }: { readonly row: Local; readonly column: Local; readonly number: Local },
): Code {
  const { input } = kernel;
  const planes = planesOf(input);
  const stride = planes * VECTOR;
  const rowBytes = frameWidth(input) * stride;
  const [plane, source, target, k] = [scope.i32(), scope.i32(), scope.i32(), scope.i32()];
  const values = Array.from({ length: POINTS }, scope.v128);
  const across = Array.from({ length: POINTS }, (_, x) => x);
  return loop(plane, i32.const(0), i32.const(planes), 1, [
    set(source, address(i32.const(input.address), [row, 4 * rowBytes], [column, 4 * stride], [plane, VECTOR])),
    loop(k, i32.const(rows), i32.const(rows + ELEMENTS * VECTOR), POINTS * VECTOR, [
      across.map((x) => set(values[x] ?? 0, v128.load(get(source), x * stride))),
      transformSix(scope, values, (x, value) => v128.store(get(k), value, x * VECTOR)),
      set(source, i32.add(get(source), i32.const(rowBytes))),
    ]),
    set(target, address(i32.const(inputs), [plane, STRIP * VECTOR], [number, VECTOR])),
    loop(k, i32.const(rows), i32.const(rows + POINTS * VECTOR), VECTOR, [
      across.map((y) => set(values[y] ?? 0, v128.load(get(k), y * POINTS * VECTOR))),
      transformSix(scope, values, (y, value) => v128.store(get(target), value, y * POINTS * planes * STRIP * VECTOR)),
      set(target, i32.add(get(target), i32.const(planes * STRIP * VECTOR))),
    ]),
  ]);
}

/** Rows of B^T: 4 0 -5 0 1 0, 0 -4 -4 1 1 0, 0 4 -4 -1 1 0, 0 -2 -1 2 1 0, 0 2 -1 -2 1 0, 0 4 0 -5 0 1. */
function transformSix(
  scope: FunctionScope,
  [d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0]: readonly Local[],
  store: (k: number, value: Code) => Code,
): Code {
  const { add, sub, shl } = i16x8;
  const times4 = (value: Code): Code => shl(value, i32.const(2));
  const [even, odd] = [scope.v128(), scope.v128()];
  const both = (k: number): Code => [store(k, add(get(even), get(odd))), store(k + 1, sub(get(even), get(odd)))];
  return [
    store(0, add(sub(times4(sub(get(d0), get(d2))), get(d2)), get(d4))),
    set(even, sub(get(d4), times4(get(d2)))),
    set(odd, sub(get(d3), times4(get(d1)))),
    both(1),
    set(even, sub(get(d4), get(d2))),
    set(odd, shl(sub(get(d3), get(d1)), i32.const(1))),
    both(3),
    store(5, add(sub(times4(sub(get(d1), get(d3))), get(d3)), get(d5))),
  ];
}

/** Products of every element, summed over the planes: two channels by four tiles. */
function multiply(scope: FunctionScope, { inputs, products }: WinogradBuffers, planes: number, header: Local): Code {
  const [element, source, record] = [scope.i32(), scope.i32(), scope.i32()];
  const sums = [0, 1].map(() => Array.from({ length: STRIP }, scope.v128));
  const words = [scope.v128(), scope.v128()];
  const value = scope.v128();
  const elementBytes = planes * STRIP * VECTOR;
  const step = [
    words.map((word, k) => set(word, v128.load32Splat(get(record), HEADER + 4 * k))),
    Array.from({ length: STRIP }, (_, tile) => [
      set(value, v128.load(get(source), inputs + tile * VECTOR)),
      sums.map((of, k) => set(of[tile] ?? 0, i32x4.add(get(of[tile] ?? 0), i32x4.dot(get(value), get(words[k] ?? 0))))),
    ]),
    set(record, i32.add(get(record), i32.const(8))),
    set(source, i32.add(get(source), i32.const(STRIP * VECTOR))),
  ];
  const [end] = [scope.i32()];
  return [
    set(source, i32.const(0)),
    set(record, get(header)),
    loop(element, i32.const(0), i32.const(ELEMENTS * 2 * STRIP * VECTOR), 2 * STRIP * VECTOR, [
      sums.flat().map((sum) => set(sum, v128.splat(0))),
      set(end, i32.add(get(source), i32.const(elementBytes))),
      repeat(step, i32.ltS(get(source), get(end))),
      sums.flat().map((sum, k) => v128.store(get(element), get(sum), products + k * VECTOR)),
    ]),
  ];
}

/** A^T M A / 576 of one channel of a tile: sixteen sums. */
function transformOutputs(
  scope: FunctionScope,
  { products, rows, outputs }: WinogradBuffers,
  number: Local,
  channel: number,
): Code {
  const [k, source] = [scope.i32(), scope.i32()];
  const values = Array.from({ length: POINTS }, scope.v128);
  const elementBytes = 2 * STRIP * VECTOR;
  const exact = (value: Code): Code => i32x4.shrS(i32x4.mul(value, v128.splat(INVERSE_OF_9)), i32.const(POWER_OF_576));
  const target = outputs + channel * 16 * VECTOR;
  return [
    set(source, address(i32.const(products + channel * STRIP * VECTOR), [number, VECTOR])),
    // Columns: [6][6] to [4][6].
    loop(k, i32.const(rows), i32.const(rows + POINTS * VECTOR), VECTOR, [
      values.map((value, y) => set(value, v128.load(get(source), y * POINTS * elementBytes))),
      transformFour(scope, values, (y, value) => v128.store(get(k), value, y * POINTS * VECTOR)),
      set(source, i32.add(get(source), i32.const(elementBytes))),
    ]),
    set(source, i32.const(target)),
    loop(k, i32.const(rows), i32.const(rows + 4 * POINTS * VECTOR), POINTS * VECTOR, [
      values.map((value, x) => set(value, v128.load(get(k), x * VECTOR))),
      transformFour(scope, values, (x, value) => v128.store(get(source), exact(value), x * VECTOR)),
      set(source, i32.add(get(source), i32.const(4 * VECTOR))),
    ]),
  ];
}

/** Rows of A^T: 1 1 1 1 1 0, 0 1 -1 2 -2 0, 0 1 1 4 4 0, 0 1 -1 8 -8 24. */
function transformFour(
  scope: FunctionScope,
  [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0]: readonly Local[],
  store: (k: number, value: Code) => Code,
): Code {
  const { add, sub, shl } = i32x4;
  const times = (value: Code, power: number): Code => shl(value, i32.const(power));
  const [sum12, difference12, sum34, difference34] = [scope.v128(), scope.v128(), scope.v128(), scope.v128()];
  const times24 = add(times(get(m5), 4), times(get(m5), 3));
  return [
    set(sum12, add(get(m1), get(m2))),
    set(difference12, sub(get(m1), get(m2))),
    set(sum34, add(get(m3), get(m4))),
    set(difference34, sub(get(m3), get(m4))),
    store(0, add(get(m0), add(get(sum12), get(sum34)))),
    store(1, add(get(difference12), times(get(difference34), 1))),
    store(2, add(get(sum12), times(get(sum34), 2))),
    store(3, add(add(get(difference12), times(get(difference34), 3)), times24)),
  ];
}

/** The four 2 x 2 windows of a tile, for both channels, as the tiles of the plain convolution. */
function finishQuadrants(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  { outputs }: WinogradBuffers,
  noise: LayerNoise | null,
  at: Readonly<Record<'row' | 'column' | 'channel' | 'header' | 'group' | 'image', Local>>,
): Code {
  const { height, width, pooled, destination } = kernel;
  const [rows, columns] = [height, width].map((size) => (pooled ? Math.floor(size / 2) : Math.ceil(size / 2)));
  const step = pooled ? 1 : 2;
  const quadrant = scope.i32();
  const from = scope.i32();
  const tile: Tile = {
    target: scope.i32(),
    tileRow: scope.i32(),
    tileColumn: scope.i32(),
    channel: at.channel,
    header: at.header,
    gaussian: scope.i32(),
    sums: [0, 1].map(() => [0, 1, 2, 3].map(() => scope.v128())),
  };
  const { tileRow, tileColumn, target, gaussian, sums } = tile;
  const half = (local: Local, bit: Code): Code => i32.add(i32.shl(get(local), i32.const(1)), bit);
  const low = i32.and(get(quadrant), i32.const(1));
  const high = i32.shrU(get(quadrant), i32.const(1));
  const inside = i32.and(
    i32.ltS(get(tileRow), i32.const(rows ?? 0)),
    i32.ltS(get(tileColumn), i32.const(columns ?? 0)),
  );
  return [
    noise ? drawTile(kernel, noise, at) : [],
    loop(quadrant, i32.const(0), i32.const(4), 1, [
      set(tileRow, half(at.row, high)),
      set(tileColumn, half(at.column, low)),
      when(inside, [
        set(from, address(i32.const(outputs), [quadrant, 2 * VECTOR])),
        // The second row of quadrants is four vectors further than the first's end.
        set(from, i32.add(get(from), i32.mul(high, i32.const(4 * VECTOR)))),
        sums.map((of, k) =>
          of.map((sum, p) => set(sum, v128.load(get(from), (16 * k + 4 * (p >> 1) + (p & 1)) * VECTOR))),
        ),
        noise ? set(gaussian, address(i32.const(noise.gaussians), [quadrant, 4 * VECTOR])) : [],
        set(
          target,
          address(
            i32.const(destination.address),
            [at.channel, destination.pair],
            [tileRow, step * destination.row],
            [tileColumn, step * destination.column],
            [at.group, destination.group],
          ),
        ),
        finishTile(scope, kernel, noise, tile, 16 * VECTOR),
      ]),
    ]),
  ];
}

/** Gaussians [channel of two][quadrant][4] of a tile. */
function drawTile(
  { height, width }: ConvolutionKernel,
  noise: LayerNoise,
  at: Readonly<Record<'row' | 'column' | 'channel' | 'image', Local>>,
): Code {
  const columns = Math.ceil(width / 2);
  const blocks = Math.ceil(height / 2) * columns;
  return [0, 1].map((k) =>
    [0, 1].map((row) =>
      call(
        GAUSSIANS_INDEX,
        i32.const(noise.gaussians + (16 * k + 8 * row) * VECTOR),
        i32.const(noise.layer),
        address(i32.const(k * blocks + row * columns), [at.channel, 2 * blocks], [at.row, 2 * columns], [at.column, 2]),
        i32.const(1),
        get(at.image),
      ),
    ),
  );
}

/** Bytes of a tile's Gaussians. */
export const WINOGRAD_GAUSSIAN_BYTES = 2 * 16 * VECTOR;
