/** Order of the axes of arrays: pixel by pixel or channel by channel, row by row or column by column. */

import { nth } from '../../numeric/index.ts';

/** Matrices [rows, columns], one after the other, as [columns, rows]. */
export function exchangedAxes(values: Uint8Array, rows: number, columns: number): Uint8Array {
  if (rows === 1 || columns === 1) return values;
  const result = new Uint8Array(values.length);
  for (let start = 0; start < values.length; start += rows * columns)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        result[start + column * rows + row] = nth(values, start + row * columns + column);
  return result;
}
