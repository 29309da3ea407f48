/** What the float kernels have in common: sixteen images side by side, loops that count down, addresses that advance. */

import { type Code, f32x4, get, i32, type Local, repeat, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope } from '../../wasm/module.ts';

/** Images side by side. */
export const LANES = 16;
/** Vectors of a value. */
export const VECTORS = LANES / 4;
export const VECTOR_BYTES = 16;
/** Bytes of a value: a number for each image. */
export const VALUE_BYTES = VECTORS * VECTOR_BYTES;

/** Runs `body` as often as `times` says, at least once; `counter` counts down. */
export const times = (counter: Local, count: Code, body: Code): Code => [
  set(counter, count),
  repeat([body, set(counter, i32.sub(get(counter), i32.const(1)))], get(counter)),
];

/** Runs `body`, which advances `pointer`, until that is at `end`. */
export const until = (pointer: Local, end: Local, body: Code): Code => repeat(body, i32.sub(get(pointer), get(end)));

/** Adds to a pointer. */
export const advance = (pointer: Local, by: Code | number): Code =>
  set(pointer, i32.add(get(pointer), typeof by === 'number' ? i32.const(by) : by));

/** Adds to a vector. */
export const accumulate = (sum: Local, value: Code): Code => set(sum, f32x4.add(get(sum), value));

/** So many locals. */
export const locals = (count: number, local: () => Local): Local[] => Array.from({ length: count }, local);

/** Number `index` of those, each four times, that stand at the address in `numbers`. */
export const numberAt = (numbers: Local, index: number): Code => v128.load(get(numbers), VECTOR_BYTES * index);

/** Runs `body` for each plane, row and vector: pointers in the order of `maps`, each with its start, row and table of planes. */
export function everyVector(
  scope: FunctionScope,
  maps: readonly { readonly start: Local; readonly row: Local; readonly table: Local }[],
  sizes: { readonly planes: Local; readonly height: Local; readonly vectors: Local },
  body: (pointers: readonly Local[]) => Code,
): Code {
  const [plane, y, v] = [scope.i32(), scope.i32(), scope.i32()];
  const rows = maps.map(() => scope.i32());
  const pointers = maps.map(() => scope.i32());
  const each = (code: (map: (typeof maps)[number], row: Local, pointer: Local) => Code): Code =>
    maps.map((map, k) => code(map, rows[k] ?? 0, pointers[k] ?? 0));
  return times(plane, get(sizes.planes), [
    each((map, row) => set(row, i32.add(get(map.start), i32.load(get(map.table))))),
    times(y, get(sizes.height), [
      each((_, row, pointer) => set(pointer, get(row))),
      times(v, get(sizes.vectors), [body(pointers), each((_, __, pointer) => advance(pointer, VECTOR_BYTES))]),
      each((map, row) => advance(row, get(map.row))),
    ]),
    each((map) => advance(map.table, 4)),
  ]);
}
