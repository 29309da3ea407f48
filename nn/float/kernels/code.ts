/** Common code of the float kernels: sixteen images side by side, loops that count down, addresses that advance. */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32, I32Local, V128, V128Local } from '../../wasm/code.ts';
import { advance, repeat, set } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';

/** Images side by side. */
export const IMAGE_LANES = 16;
/** Vectors of one value's images. */
export const VECTORS = IMAGE_LANES / 4;
export const VECTOR_BYTES = 16;
/** Bytes of a value: a number for each image. */
export const VALUE_BYTES = VECTORS * VECTOR_BYTES;

/** Loop of `body` as often as `times` says, at least once; `counter` counts down. */
export const times = (counter: I32Local, count: I32, body: Code): Code => [
  set(counter, count),
  repeat([body, set(counter, i32.sub(counter, 1))], counter),
];

/** Loop of `body`, which advances `pointer`, until that is at `end`. */
export const until = (pointer: I32Local, end: I32Local, body: Code): Code => repeat(body, i32.sub(pointer, end));

/** Addition to a vector of sums. */
export const accumulate = (sum: V128Local, value: V128): Code => set(sum, f32x4.add(sum, value));

/** Number `index` of those, each four times, that stand at the address in `numbers`. */
export const numberAt = (numbers: I32Local, index: number): V128 => v128.load(numbers, VECTOR_BYTES * index);

/**
 * Loop over every plane, row and vector of some maps. `at` are pointers into the `maps`, each with its start, row and
 * table of planes.
 */
export function everyVector(
  scope: FunctionScope,
  maps: readonly { readonly start: I32Local; readonly row: I32Local; readonly table: I32Local }[],
  sizes: { readonly planes: I32Local; readonly height: I32Local; readonly vectors: I32Local },
  body: (at: (map: number) => I32Local) => Code,
): Code {
  const [plane, y, v] = scope.i32s(3);
  const rows = maps.map(() => scope.i32());
  const pointers = maps.map(() => scope.i32());
  const each = (code: (map: (typeof maps)[number], row: I32Local, pointer: I32Local) => Code): Code =>
    maps.map((map, k) => code(map, nth(rows, k), nth(pointers, k)));
  return times(plane, sizes.planes, [
    each((map, row) => set(row, i32.add(map.start, i32.load(map.table)))),
    times(y, sizes.height, [
      each((_, row, pointer) => set(pointer, row)),
      times(v, sizes.vectors, [
        body((k) => nth(pointers, k)),
        each((_, __, pointer) => advance(pointer, VECTOR_BYTES)),
      ]),
      each((map, row) => advance(row, map.row)),
    ]),
    each((map) => advance(map.table, 4)),
  ]);
}
