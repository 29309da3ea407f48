/**
 * Convolutions of four images, a tile of 2 x 2 outputs at a time: of two channels by one dot product of pairs, or of one by two
 * where weights are wider than a byte. The taps are records in memory, {offset, word, word}, and their loop is never
 * unrolled: straight-line code makes V8 load everything first and spill it.
 */

import { type Code, call, get, i32, i32x4, type Local, loop, repeat, set, v128 } from './code.ts';
import { address, frameWidth, planesOf, VECTOR } from './layout.ts';
import type { FunctionScope, KernelFunction } from './module.ts';
import {
  type ConvolutionKernel,
  finishTile,
  GAUSSIANS_INDEX,
  HEADER,
  type LayerNoise,
  RECORD,
  type Tile,
} from './tile.ts';
import { chunkPairs } from './weight-words.ts';

/** name(group, image): the layer for one group of four images. `image` is the number of the first, for its noise. */
export function convolve(name: string, kernel: ConvolutionKernel, noise: LayerNoise | null): KernelFunction {
  const { height, width, outputs, pooled, input, destination, taps, records, shift } = kernel;
  const channels = shift > 0 ? outputs : Math.ceil(outputs / 2);
  const rows = pooled ? Math.floor(height / 2) : Math.ceil(height / 2);
  const columns = pooled ? Math.floor(width / 2) : Math.ceil(width / 2);
  const step = pooled ? 1 : 2;
  const stride = planesOf(input) * VECTOR;
  return {
    name,
    parameters: 2,
    body: (scope) => {
      const [group = 0, image = 0] = scope.parameters;
      const record = scope.i32();
      const source = scope.i32();
      const tile: Tile = {
        target: scope.i32(),
        tileRow: scope.i32(),
        tileColumn: scope.i32(),
        channel: scope.i32(),
        header: scope.i32(),
        gaussian: scope.i32(),
        sums: [0, 1].map(() => [0, 1, 2, 3].map(() => scope.v128())),
      };
      const { tileRow, tileColumn, channel, header, gaussian, target } = tile;
      const pair = shift > 0 ? i32.shrU(get(channel), i32.const(1)) : get(channel);
      return loop(tileRow, i32.const(0), i32.const(rows), 1, [
        set(header, i32.const(records)),
        loop(channel, i32.const(0), i32.const(channels), 1, [
          noise ? drawRow(kernel, noise, tile, image) : [],
          set(source, address(i32.const(input.address), [tileRow, 2 * frameWidth(input) * stride])),
          set(
            target,
            address(
              i32.add(i32.const(destination.address), i32.mul(pair, i32.const(destination.pair))),
              [tileRow, step * destination.row],
              [group, destination.group],
            ),
          ),
          loop(tileColumn, i32.const(0), i32.const(columns), 1, [
            sumTaps(scope, kernel, tile, source, record),
            noise ? set(gaussian, address(i32.const(noise.gaussians), [tileColumn, 4 * VECTOR])) : [],
            finishTile(scope, kernel, noise, tile, gaussianRowBytes(width)),
            set(source, i32.add(get(source), i32.const(2 * stride))),
            set(target, i32.add(get(target), i32.const(step * destination.column))),
          ]),
          set(header, i32.add(get(header), i32.const(HEADER + taps * RECORD))),
        ]),
      ]);
    },
  };
}

/** Gaussians of a row of tiles: for one channel, or for two one after the other. */
function drawRow(kernel: ConvolutionKernel, noise: LayerNoise, tile: Tile, image: Local): Code {
  const { height, width, shift } = kernel;
  const columns = Math.ceil(width / 2);
  const blocks = Math.ceil(height / 2) * columns;
  const draw = (k: number): Code => {
    const channel = shift > 0 ? get(tile.channel) : i32.add(i32.mul(get(tile.channel), i32.const(2)), i32.const(k));
    const block = address(i32.mul(channel, i32.const(blocks)), [tile.tileRow, columns]);
    return call(
      GAUSSIANS_INDEX,
      i32.const(noise.gaussians + k * gaussianRowBytes(width)),
      i32.const(noise.layer),
      block,
      i32.const(Math.ceil(columns / 2)),
      get(image),
    );
  };
  return shift > 0 ? draw(0) : [draw(0), draw(1)];
}

/** Bytes of the Gaussians of a row of tiles of one channel: pairs of blocks of four vectors. */
export const gaussianRowBytes = (width: number): number => 2 * Math.ceil(Math.ceil(width / 2) / 2) * 4 * VECTOR;

function sumTaps(scope: FunctionScope, kernel: ConvolutionKernel, tile: Tile, source: Local, record: Local): Code {
  const { input, taps, shift } = kernel;
  const stride = planesOf(input) * VECTOR;
  const positions = [0, stride, frameWidth(input) * stride, (frameWidth(input) + 1) * stride];
  const at = scope.i32();
  const words = [scope.v128(), scope.v128()];
  const values = positions.map(() => scope.v128());
  const end = (bytes: Code): Code => i32.add(get(tile.header), bytes);
  const { sums } = tile;
  const tap = [
    set(at, i32.add(get(source), i32.load(get(record)))),
    words.map((word, k) => set(word, v128.load32Splat(get(record), 4 + 4 * k))),
    positions.map((offset, k) => set(values[k] ?? 0, v128.load(get(at), offset))),
    sums.map((row, k) =>
      row.map((sum, p) => set(sum, i32x4.add(get(sum), i32x4.dot(get(values[p] ?? 0), get(words[k] ?? 0))))),
    ),
    set(record, i32.add(get(record), i32.const(RECORD))),
  ];
  const until = (records: number): Code => i32.ltS(get(record), end(i32.const(HEADER + records * RECORD)));
  const start = (k: number): Code => (shift > 0 ? v128.load32Splat(get(tile.header), 4 * k) : v128.splat(0));
  const chunks = shift > 0 ? Math.ceil(taps / chunkPairs(shift)) : 1;
  return [
    sums.map((row, k) => row.map((sum) => set(sum, start(k)))),
    set(record, end(i32.const(HEADER))),
    Array.from({ length: chunks }, (_, chunk) => [
      repeat(tap, until(chunk === chunks - 1 ? taps : (chunk + 1) * chunkPairs(shift))),
      shift > 0 ? foldLow(sums, shift) : [],
    ]),
  ];
}

/** Moves what the low sums hold above `shift` bits into the high sums. */
export function foldLow([high = [], low = []]: readonly (readonly Local[])[], shift: number): Code {
  return high.map((sum, k) => [
    set(sum, i32x4.add(get(sum), i32x4.shrS(get(low[k] ?? 0), i32.const(shift)))),
    set(low[k] ?? 0, v128.and(get(low[k] ?? 0), v128.splat(2 ** shift - 1))),
  ]);
}
