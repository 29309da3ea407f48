/**
 * WebAssembly text for the float kernels: folded expressions as strings. Every loop counts down from at least one, and no
 * loop over products is unrolled: straight-line blocks make V8 load everything first and spill.
 */

/** Images side by side: a value of 16 images is 64 bytes, four vectors of four lanes. */
export const LANES = 16;
/** Vectors of a value. */
export const VECTORS = LANES / 4;
/** Bytes of a value. */
export const VALUE_BYTES = 4 * LANES;
/** Bytes of a vector. */
export const VECTOR_BYTES = 16;

export const get = (name: string): string => `(local.get $${name})`;
export const set = (name: string, value: string): string => `(local.set $${name} ${value})`;
export const i32 = (value: number): string => `(i32.const ${value})`;
export const splat = (value: number): string => `(v128.const f32x4 ${`${value} `.repeat(4)})`;
export const add = (a: string, b: string): string => `(i32.add ${a} ${b})`;
/** Adds to a local. */
export const advance = (name: string, by: string): string => set(name, add(get(name), by));
export const loadWord = (address: string, offset = 0): string => `(i32.load offset=${offset} ${address})`;
export const load = (address: string, offset = 0): string => `(v128.load offset=${offset} ${address})`;
export const store = (address: string, value: string, offset = 0): string =>
  `(v128.store offset=${offset} ${address} ${value})`;
export const loadSplat = (address: string, offset = 0): string => `(v128.load32_splat offset=${offset} ${address})`;
/** A float32x4 instruction. */
export const f32x4 = (operation: string, ...operands: readonly string[]): string =>
  `(f32x4.${operation} ${operands.join(' ')})`;
/** A v128 instruction. */
export const v128 = (operation: string, ...operands: readonly string[]): string =>
  `(v128.${operation} ${operands.join(' ')})`;
/** a += b for vectors. */
export const accumulate = (name: string, value: string): string => set(name, f32x4('add', get(name), value));
/** Four 32-bit lanes of two vectors; 0 to 3 of the first, 4 to 7 of the second. */
export const shuffle = (a: string, b: string, lanes: readonly number[]): string =>
  `(i8x16.shuffle ${lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)).join(' ')} ${a} ${b})`;

/** `body` as often as `count` says, at least once; the local `counter` counts down. */
export const repeat = (counter: string, count: string, body: string): string => `
  ${set(counter, count)}
  (loop $each_${counter} ${body}
    (br_if $each_${counter} (local.tee $${counter} (i32.sub ${get(counter)} (i32.const 1)))))`;

/** `body` until the local `pointer` has reached `end`; the body advances it. */
export const until = (pointer: string, end: string, body: string): string =>
  `(loop $until_${pointer} ${body} (br_if $until_${pointer} (i32.ne ${get(pointer)} ${end})))`;

/** Local variables by type, each a list of names. */
export interface Locals {
  readonly i32?: readonly string[];
  readonly v128?: readonly string[];
}

/** An exported function. A parameter is an i32, or another type as `name:type`. */
export function exported(name: string, parameters: readonly string[], locals: Locals, body: string): string {
  const declared = parameters.map((parameter) => {
    const [key, type = 'i32'] = parameter.split(':');
    return `(param $${key} ${type})`;
  });
  return `(func (export "${name}") ${declared.join(' ')} ${declareLocals(locals)} ${body})`;
}

/** Declarations of local variables. */
export const declareLocals = (locals: Locals): string =>
  (['i32', 'v128'] as const)
    .flatMap((type) => (locals[type] ?? []).map((name) => `(local $${name} ${type})`))
    .join(' ');

/** Names `a0` to `a(count - 1)`. */
export const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, k) => `${prefix}${k}`);
