/**
 * Convolutions of 3 x 3 by Winograd's F(4x4, 3x3), a quarter of the products. Exact modulo 2^32. Its integers:
 * docs/kernels.md, "Winograd's products".
 * A. Lavin and S. Gray, "Fast Algorithms for Convolutional Neural Networks", CVPR 2016.
 */

import type { Code, I32, I32Local } from '../../wasm/code.ts';
import { advance, loop, set, when } from '../../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction, type NamedLocals } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { v128 } from '../../wasm/vector.ts';
import { address, planesOf, VECTOR } from '../memory/layout.ts';
import { type ConvolutionKernel, finishTile, HEADER, type LayerNoise, type Multiple, type Tile } from '../tile/tile.ts';
import { digitsOf, joinDigits, partsOf } from './digits.ts';
import { addBiases, finishLargest, largerOf, type Multiples } from './largest.ts';
import { multiply } from './multiply.ts';
import { BLOCK, drawnAt, drawnColumns, drawStrip, STRIP_BLOCKS } from './noise.ts';
import { ELEMENTS, exactSum, STRIP, transformInputs, transformOutputs, type WinogradBuffers } from './transforms.ts';

/**
 * Kernel of a convolution by tiles of 4 x 4: name(group, image), as `convolve`, with `kernel.records` of
 * `winogradWords`. `ordered`: no sum times 576 is beyond 32 bits.
 */
export function winograd(
  name: string,
  kernel: ConvolutionKernel,
  buffers: WinogradBuffers,
  ordered: boolean,
  multiples: Multiples | null,
  noise: LayerNoise | null,
): KernelFunction {
  const { input, outputs, height, width, records } = kernel;
  const planes = planesOf(input);
  const tileColumns = Math.ceil(width / 4);
  const tiles = Math.ceil(height / 4) * tileColumns;
  const pairs = Math.ceil(outputs / 2);
  const parts = partsOf(kernel.shift);
  const elements = parts * ELEMENTS;
  const recordBytes = HEADER + elements * planes * 8;
  const early = noise === null ? multiples : null;
  // Of words in digits the sums come shifted, and both channels at once.
  const whole = { ...kernel, shift: 0, ...(early && { finish: early.finish }) };
  const multiple = parts > 1 || early ? null : { divide: exactSum, ordered };
  return kernelFunction(name, ['group', 'image'], ({ group, image }, scope) => {
    const [strip, number, row, column, channel, plane, header, place, gaussians] = scope.i32s(9);
    const biases = early ? scope.i32() : header;
    /** Row, column and place in the strip of tile `strip` + `number`. The last one again beyond the end. */
    const locate: Code = [
      set(row, i32.add(strip, number)),
      when(i32.gtS(row, tiles - 1), set(row, tiles - 1)),
      set(place, i32.sub(row, strip)),
      set(column, i32.sub(row, i32.mul(i32.divU(row, tileColumns), tileColumns))),
      set(row, i32.divU(row, tileColumns)),
    ];
    const overTiles = (body: Code): Code => loop(number, 0, STRIP, 1, [locate, body]);
    return loop(strip, 0, tiles, STRIP, [
      // Tile by tile in a plane: they share the lines of memory that they are stored in.
      loop(plane, 0, planes, 1, [
        overTiles(transformInputs(scope, kernel, buffers, { row, column, number, plane }, parts > 1 ? digitsOf : null)),
      ]),
      set(header, records),
      early ? set(biases, early.headers) : [],
      loop(channel, 0, pairs, 1, [
        multiply(scope, buffers, elements, planes, header),
        early?.whole ? addBiases(scope, buffers, biases) : [],
        noise
          ? [set(number, 0), drawStrip(kernel, noise, { row, column, channel, image }, { locate, overTiles, place })]
          : [],
        overTiles([
          [0, 1].map((k) => [
            Array.from({ length: parts }, (_, part) =>
              transformOutputs(scope, buffers, number, k, part, early && largerOf(early)),
            ),
            parts > 1 ? joinDigits(scope, buffers, header, k, kernel.shift) : [],
          ]),
          noise ? set(gaussians, drawnAt(noise, width, place)) : [],
          finishWindows(scope, whole, buffers, multiple, early, noise, {
            row,
            column,
            channel,
            header: biases,
            group,
            gaussians,
          }),
        ]),
        advance(header, recordBytes),
        early ? advance(biases, HEADER) : [],
      ]),
    ]);
  });
}

/** Finish of a tile's four 2 x 2 windows, for both channels. Each is done as a tile of the plain convolution. */
function finishWindows(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  { outputs }: WinogradBuffers,
  multiple: Multiple | null,
  early: Multiples | null,
  noise: LayerNoise | null,
  at: NamedLocals<'row' | 'column' | 'channel' | 'header' | 'group' | 'gaussians'>,
): Code {
  const { height, width, pooled, destination } = kernel;
  const step = pooled ? 1 : 2;
  const [tileRow, from] = scope.i32s(2);
  /** Sums of a window, and of a row of two. */
  const perWindow = early ? 1 : 4;
  const row = 2 * perWindow;
  const newTile = (): Tile => ({
    target: scope.i32(),
    tileRow,
    tileColumn: scope.i32(),
    channel: at.channel,
    header: at.header,
    gaussian: scope.i32(),
    sums: [scope.v128s(perWindow), scope.v128s(perWindow)],
    ...(multiple && { multiple }),
  });
  const tiles = [newTile(), newTile()] as const;
  const [{ target: left }, { target: right }] = tiles;
  const inside = (tile: Tile, code: Code): Code =>
    whereWindow(tile.tileRow, height, pooled, whereWindow(tile.tileColumn, width, pooled, code));
  const twice = (local: I32Local, more: number): I32 => i32.add(i32.shl(local, 1), more);
  return [
    set(tileRow, twice(at.row, 0)),
    set(
      left,
      address(
        destination.address,
        [at.channel, destination.pair],
        [at.row, 2 * step * destination.row],
        [at.column, 2 * step * destination.column],
        [at.group, destination.group],
      ),
    ),
    loop(from, outputs, outputs + 2 * row * VECTOR, row * VECTOR, [
      set(right, i32.add(left, step * destination.column)),
      tiles.map((tile, k) => [
        set(tile.tileColumn, twice(at.column, k)),
        inside(tile, [
          tile.sums.map((of, channel) =>
            of.map((sum, p) => {
              const at = early ? k : 2 * k + 4 * (p >> 1) + (p & 1);
              return set(sum, v128.load(from, (2 * row * channel + at) * VECTOR));
            }),
          ),
          noise ? set(tile.gaussian, i32.add(at.gaussians, k * BLOCK)) : [],
          early?.whole
            ? finishLargest(scope, early.whole, tile, kernel.outputs % 2 === 0)
            : finishTile(scope, kernel, noise, tile, STRIP_BLOCKS * BLOCK),
        ]),
      ]),
      advance(tileRow, 1),
      advance(left, step * destination.row),
      noise ? advance(at.gaussians, drawnColumns(width) * BLOCK) : [],
    ]),
  ];
}

/** Code for windows of a side alone, by their number: always, where tiles of two hold no more. */
function whereWindow(number: I32Local, size: number, pooled: boolean, code: Code): Code {
  const windows = pooled ? Math.floor(size / 2) : Math.ceil(size / 2);
  return 2 * Math.ceil(size / 4) <= windows ? code : when(i32.ltS(number, windows), code);
}
