/**
 * Convolutions of 3 x 3 with a quarter of the products: Winograd's F(4x4, 3x3), exact modulo 2^32. Its fractions are taken out
 * of the weights' transform, so that the result is 576 y; times the inverse of 9 modulo 2^32 that is 64 y, and shifted y.
 * A. Lavin and S. Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016.
 */

import { type Code, call, get, i32, i32x4, type Local, loop, repeat, set, v128, when } from './code.ts';
import { address, planesOf, VECTOR } from './layout.ts';
import type { FunctionScope, KernelFunction } from './module.ts';
import { type ConvolutionKernel, finishTile, GAUSSIANS_INDEX, HEADER, type LayerNoise, type Tile } from './tile.ts';
import { ELEMENTS, STRIP, transformInputs, transformOutputs, type WinogradBuffers } from './winograd-transforms.ts';

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
