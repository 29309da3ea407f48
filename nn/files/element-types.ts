/** Element types of tensors in safetensors files: their sizes, and values of the floating-point ones. */

/** Bits of an element by its type; a type that is not here has a size of its own. */
export const ELEMENT_BITS: ReadonlyMap<string, number> = new Map([
  ['BOOL', 8],
  ['U8', 8],
  ['I8', 8],
  ['F8_E5M2', 8],
  ['F8_E4M3', 8],
  ['I16', 16],
  ['U16', 16],
  ['F16', 16],
  ['BF16', 16],
  ['I32', 32],
  ['U32', 32],
  ['F32', 32],
  ['I64', 64],
  ['U64', 64],
  ['F64', 64],
]);

/** Value of an element at a byte of a view, little-endian. */
export type ElementReader = (view: DataView, at: number) => number;

/** Readers of the types that weights may have. */
export const ELEMENT_READERS: ReadonlyMap<string, ElementReader> = new Map<string, ElementReader>([
  ['F32', (view, at) => view.getFloat32(at, true)],
  ['F16', (view, at) => halfOf(view.getUint16(at, true))],
  ['BF16', (view, at) => brainOf(view.getUint16(at, true))],
  ['F64', (view, at) => view.getFloat64(at, true)],
]);

/** Value of a half-precision code: sign, 5 bits of exponent, 10 of fraction. IEEE 754-2019, 3.6, binary16. */
function halfOf(code: number): number {
  const sign = code & 0x8000 ? -1 : 1;
  const exponent = (code >> 10) & 0x1f;
  const fraction = code & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const word = new DataView(new ArrayBuffer(4));

/** Value of a bfloat16 code: the upper half of a float32. */
function brainOf(code: number): number {
  word.setUint32(0, code * 0x10000);
  return word.getFloat32(0);
}
