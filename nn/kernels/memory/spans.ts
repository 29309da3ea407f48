/**
 * Spans of four images that are not blank: of each row of a convolution's 2 x 2 tiles, all inputs outside of them are
 * zero.
 */

import type { I32, I32Local, V128 } from '../../wasm/code.ts';
import { advance, loop, repeat, set, when } from '../../wasm/control.ts';
import { type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { v128 } from '../../wasm/vector.ts';
import { address, frameWidth, type MapBuffer, planesOf, VECTOR } from './layout.ts';

/** Spans in a kernel's memory. */
export interface Spans {
  readonly address: number;
  readonly shape: TileShape;
}

/** Bytes of a row's span: the first tile and the one behind the last, as words. */
const SPAN_BYTES = 8;
const FIRST_OF_PAIR = 0xffff;

/** Rows of tiles and tiles of a row. */
interface TileShape {
  readonly rows: number;
  readonly columns: number;
}

export const spanBytes = ({ rows }: TileShape): number => rows * SPAN_BYTES;

/** Spans of images that are blank nowhere. */
export const wholeSpans = ({ rows, columns }: TileShape): Int32Array =>
  Int32Array.from({ length: 2 * rows }, (_, k) => (k % 2 === 0 ? 0 : columns));

/** First tile of row `tileRow`, and the one behind the last. */
export const spanFirst = (spans: Spans, tileRow: I32Local): I32 => i32.load(at(spans, tileRow));
export const spanEnd = (spans: Spans, tileRow: I32Local): I32 => i32.load(at(spans, tileRow), 4);

const at = (spans: Spans, tileRow: I32Local): I32 => address(spans.address, [tileRow, SPAN_BYTES]);

/**
 * Kernel that finds the spans of a convolution's tiles: name(). It reads columns of pixels from its map with frame
 * until one is not blank.
 */
export function findSpans(name: string, map: MapBuffer, kernel: number, spans: Spans): KernelFunction {
  const { rows, columns } = spans.shape;
  const stride = planesOf(map) * VECTOR;
  const width = frameWidth(map);
  return kernelFunction(name, [], (_, scope) => {
    const [tileRow, pixel, first, end] = scope.i32s(4);
    const used = v128.anyTrue(
      columnBits(map, kernel, address(map.address, [tileRow, 2 * width * stride], [pixel, stride])),
    );
    return loop(tileRow, 0, rows, 1, [
      set(first, 0),
      set(end, 0),
      set(pixel, -1),
      repeat(advance(pixel, 1), i32.and(i32.ltS(pixel, width), i32.eqz(used))),
      when(i32.ltS(pixel, width), [
        // A tile reads the columns from twice its number to `kernel` further.
        set(first, i32.shrS(i32.sub(pixel, kernel - 1), 1)),
        when(i32.ltS(first, 0), set(first, 0)),
        set(pixel, width),
        repeat(set(pixel, i32.sub(pixel, 1)), i32.eqz(used)),
        set(end, i32.add(i32.shrS(pixel, 1), 1)),
        when(i32.gtS(end, columns), set(end, columns)),
      ]),
      i32.store(at(spans, tileRow), first),
      i32.store(at(spans, tileRow), end, 4),
    ]);
  });
}

/** All bits of a column of pixels in the rows that a tile reads; of a pair of neighbours, those of the pixel itself. */
function columnBits(map: MapBuffer, kernel: number, top: I32): V128 {
  const stride = planesOf(map) * VECTOR;
  const whole = Math.floor(map.channels / 2);
  const rows = Array.from({ length: kernel + 1 }, (_, k) => k * frameWidth(map) * stride);
  const plane = (k: number): V128 =>
    rows.map((offset) => v128.load(top, offset + k * VECTOR)).reduce((bits, row) => v128.or(bits, row));
  const single = map.channels % 2 === 1 ? [v128.and(plane(whole), FIRST_OF_PAIR)] : [];
  return [...Array.from({ length: whole }, (_, k) => plane(k)), ...single].reduce((bits, of) => v128.or(bits, of));
}
