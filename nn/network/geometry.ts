/** Windows of convolutions and pooling over a map: their size, stride, dilation and the zeros around the map. */

/** Rows and columns of zeros around a map. */
export type Sides = readonly [top: number, left: number, bottom: number, right: number];

/** Zeros around a map, the same number on every side or one for each. */
export type Padding = number | Sides;

/** Windows of a layer, each a place of its output. */
export interface Windows {
  /** Values of a window down and across. */
  readonly rows: number;
  readonly columns: number;
  /** Distance between neighbouring windows, pixels. */
  readonly stride: number;
  /** Distance between neighbouring values of a window, pixels. */
  readonly dilation: number;
  readonly sides: Sides;
}

export const sidesOf = (padding: Padding): Sides =>
  typeof padding === 'number' ? [padding, padding, padding, padding] : padding;

/** One number for sides that are the same. */
export const simplest = (sides: Sides): Padding => (sides.every((side) => side === sides[0]) ? sides[0] : sides);

/** True where no side has zeros. */
export const isUnpadded = (padding: Padding): boolean => sidesOf(padding).every((side) => side === 0);

/** Length that `count` values of a window take. */
export const spanOf = (count: number, dilation: number): number => dilation * (count - 1) + 1;

/** Windows along `length` pixels between `before` and `after` zeros. What fills no window is left out; below 1: none. */
export function windowCount(length: number, span: number, stride: number, before: number, after: number): number {
  return Math.floor((length + before + after - span) / stride) + 1;
}

/** Numbers of windows down and across a map. */
export function windowCounts(
  { rows, columns, stride, dilation, sides: [top, left, bottom, right] }: Windows,
  { height, width }: { readonly height: number; readonly width: number },
): { readonly height: number; readonly width: number } {
  return {
    height: windowCount(height, spanOf(rows, dilation), stride, top, bottom),
    width: windowCount(width, spanOf(columns, dilation), stride, left, right),
  };
}

/**
 * Zeros before and behind `length` pixels for ceil(length / stride) windows, the odd one behind:
 * `same` of PyTorch and TensorFlow, SAME_UPPER of ONNX.
 */
export function samePadding(length: number, span: number, stride: number): readonly [before: number, after: number] {
  const zeros = Math.max(0, (Math.ceil(length / stride) - 1) * stride + span - length);
  return [Math.floor(zeros / 2), Math.ceil(zeros / 2)];
}
