/** The assembler: what the engine computes with its code is what the operations say. */

import { expect, test } from 'vitest';
import { call, get, i32, i32x4, loop, set, v128, when } from '../../../../nn/wasm/code.ts';
import { instantiate, type KernelFunction, moduleBytes } from '../../../../nn/wasm/module.ts';

const run = (functions: readonly KernelFunction[], name: string, ...parameters: number[]): Int32Array => {
  const { functions: compiled, memory } = instantiate(moduleBytes(functions, 2));
  compiled[name]!(...parameters);
  return new Int32Array(memory);
};
const body = (name: string, parameters: number, code: KernelFunction['body']): KernelFunction => ({
  name,
  parameters,
  body: code,
});

test('constants at the ends of every length of LEB128', () => {
  const values = [
    0,
    1,
    -1,
    63,
    64,
    -64,
    -65,
    8191,
    8192,
    -8192,
    -8193,
    2 ** 20,
    -(2 ** 20) - 1,
    2 ** 31 - 1,
    -(2 ** 31),
  ];
  const store = body('f', 0, () => values.map((value, k) => i32.store(i32.const(4 * k), i32.const(value))));
  expect(Array.from(run([store], 'f').subarray(0, values.length))).toEqual(values);
});

test('addresses of one, two and three bytes, in pages beyond the first', () => {
  const places = [0, 124, 128, 16_380, 16_384, 131_068];
  const store = body('f', 0, () => places.map((place, k) => i32.store(i32.const(0), i32.const(k + 1), place)));
  const memory = run([store], 'f');
  expect(places.map((place) => memory[place / 4])).toEqual([1, 2, 3, 4, 5, 6]);
});

test('loops, conditions and calls: the sum of the multiples of 3 below a parameter', () => {
  const add = body('add', 1, ({ parameters: [value = 0] }) =>
    i32.store(i32.const(0), i32.add(i32.load(i32.const(0)), get(value))),
  );
  const sum = body('sum', 1, ({ parameters: [end = 0], i32: local }) => {
    const k = local();
    const rest = i32.sub(get(k), i32.mul(i32.divU(get(k), i32.const(3)), i32.const(3)));
    return loop(k, i32.const(0), get(end), 1, when(i32.eqz(rest), call(0, get(k))));
  });
  // 0 + 3 + ... + 999 = 3 * 333 * 334 / 2.
  expect(run([add, sum], 'sum', 1000)[0]).toBe(166_833);
});

test('vectors: pairs of 16 bits by pairs, into the lanes of their places', () => {
  const dot = body('f', 0, ({ v128: local }) => {
    const value = local();
    return [
      set(value, v128.splat(((-300 << 16) | 200) >>> 0)),
      set(value, i32x4.replaceLane(get(value), i32.const((7 << 16) | 0xffff), 2)),
      v128.store(i32.const(0), i32x4.dot(get(value), v128.splat((1000 << 16) | 3)), 16),
    ];
  });
  expect(Array.from(run([dot], 'f').subarray(0, 8))).toEqual([0, 0, 0, 0, -299_400, -299_400, 6997, -299_400]);
});

test('the same functions give the same bytes', () => {
  const one = body('f', 0, () => i32.store(i32.const(0), i32.const(5)));
  expect(moduleBytes([one], 1)).toEqual(moduleBytes([one], 1));
  expect(Array.from(moduleBytes([one], 1).subarray(0, 8))).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
});
