/** Gaussians of Winograd's strips of tiles: see `winograd.ts`. */

import type { Code, I32, I32Local } from '../../wasm/code.ts';
import { call, type NamedLocals } from '../../wasm/function.ts';
import { GAUSSIANS } from '../../wasm/gaussians.ts';
import { i32 } from '../../wasm/integer.ts';
import { address, VECTOR } from '../memory/layout.ts';
import type { ConvolutionKernel, LayerNoise } from '../tile/tile.ts';
import { STRIP } from './transforms.ts';

/** Bytes of a window's Gaussians, and windows of a strip. */
export const BLOCK = 4 * VECTOR;
export const STRIP_BLOCKS = 4 * STRIP;

/** Bytes of the Gaussians that are drawn at once: [channel of two][row of windows][window][4]. */
export const WINOGRAD_GAUSSIAN_BYTES = 2 * STRIP_BLOCKS * BLOCK;

/** Check that a strip is whole rows of tiles. Its Gaussians follow one another then. */
const wholeRows = (tileColumns: number): boolean => STRIP % tileColumns === 0;

/** Windows of a row of those that are drawn at once. */
export const drawnColumns = (width: number): number =>
  wholeRows(Math.ceil(width / 4)) ? Math.ceil(width / 2) : 2 * STRIP;

/** Address of the Gaussians of a tile's first window. */
export function drawnAt(noise: LayerNoise, width: number, place: I32Local): I32 {
  const tileColumns = Math.ceil(width / 4);
  const start = address(noise.gaussians, [place, 2 * BLOCK]);
  if (!wholeRows(tileColumns)) return start;
  // From a row of tiles to the next are two rows of windows.
  const more = 2 * (Math.ceil(width / 2) - tileColumns) * BLOCK;
  return i32.add(start, i32.mul(i32.divU(place, tileColumns), more));
}

/** Draw of the Gaussians of a strip for two channels. */
export function drawStrip(
  { height, width }: ConvolutionKernel,
  noise: LayerNoise,
  { row, column, channel, image }: NamedLocals<'row' | 'column' | 'channel' | 'image'>,
  {
    locate,
    overTiles,
    place,
  }: { readonly locate: Code; readonly overTiles: (body: Code) => Code; readonly place: I32Local },
): Code {
  const columns = Math.ceil(width / 2);
  const blocks = Math.ceil(height / 2) * columns;
  const tileColumns = Math.ceil(width / 4);
  const draw = (out: I32, skipped: number, pairs: number): Code =>
    call(GAUSSIANS, {
      out,
      layer: noise.layer,
      block: address(skipped, [channel, 2 * blocks], [row, 2 * columns], [column, 2]),
      pairs,
      image,
    });
  const start = (k: number, row: number): number => noise.gaussians + (k * STRIP_BLOCKS + row * 2 * STRIP) * BLOCK;
  if (wholeRows(tileColumns))
    return [locate, [0, 1].map((k) => draw(start(k, 0), k * blocks, (STRIP / tileColumns) * columns))];
  const rows = (out: (from: number) => I32, pairs: number): Code =>
    [0, 1].map((k) => [0, 1].map((r) => draw(out(start(k, r)), k * blocks + r * columns, pairs)));
  if (tileColumns % STRIP === 0) return [locate, rows((from) => from, STRIP)];
  return overTiles(rows((from) => address(from, [place, 2 * BLOCK]), 1));
}
