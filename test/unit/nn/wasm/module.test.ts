/** The assembler: what the engine computes with its code is what the operations say. */

import { describe, expect, test } from 'vitest';
import type { Code, I32Local } from '../../../../nn/wasm/code.ts';
import { loop, set, when } from '../../../../nn/wasm/control.ts';
import { call, type KernelFunction, kernelFunction } from '../../../../nn/wasm/function.ts';
import { i32 } from '../../../../nn/wasm/integer.ts';
import { instantiate, moduleBytes } from '../../../../nn/wasm/module.ts';
import { i32x4, v128 } from '../../../../nn/wasm/vector.ts';

const run = (functions: readonly KernelFunction[], name: string, ...parameters: number[]): Int32Array => {
  const { functions: compiled, memory } = instantiate(moduleBytes(functions, 2));
  compiled[name]!(...parameters);
  return new Int32Array(memory);
};

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
  const store = kernelFunction('f', [], () => values.map((value, k) => i32.store(4 * k, value)));
  expect(Array.from(run([store], 'f').subarray(0, values.length))).toEqual(values);
});

test('addresses of one, two and three bytes, in pages beyond the first', () => {
  const places = [0, 124, 128, 16_380, 16_384, 131_068];
  const store = kernelFunction('f', [], () => places.map((place, k) => i32.store(0, k + 1, place)));
  const memory = run([store], 'f');
  expect(places.map((place) => memory[place / 4])).toEqual([1, 2, 3, 4, 5, 6]);
});

test('loops, conditions and calls: the sum of the multiples of 3 below a parameter', () => {
  const add = kernelFunction('add', ['value'], ({ value }) => i32.store(0, i32.add(i32.load(0), value)));
  const sum = kernelFunction('sum', ['end'], ({ end }, scope) => {
    const k = scope.i32();
    const rest = i32.sub(k, i32.mul(i32.divU(k, 3), 3));
    return loop(k, 0, end, 1, when(i32.eqz(rest), call(add, { value: k })));
  });
  // 0 + 3 + ... + 999 = 3 * 333 * 334 / 2.
  expect(run([add, sum], 'sum', 1000)[0]).toBe(166_833);
});

test('vectors: pairs of 16 bits by pairs, into the lanes of their places', () => {
  const dot = kernelFunction('f', [], (_, scope) => {
    const value = scope.v128();
    return [
      set(value, v128.splat(((-300 << 16) | 200) >>> 0)),
      set(value, i32x4.replaceLane(value, (7 << 16) | 0xffff, 2)),
      v128.store(0, i32x4.dot(value, v128.splat((1000 << 16) | 3)), 16),
    ];
  });
  expect(Array.from(run([dot], 'f').subarray(0, 8))).toEqual([0, 0, 0, 0, -299_400, -299_400, 6997, -299_400]);
});

test('types: an i32 is no vector, and a value that is left on the stack is no statement', () => {
  const wrong = kernelFunction('wrong', ['at'], ({ at }, scope) => {
    const vector = scope.v128();
    // @ts-expect-error What is added is left on the stack.
    const left: Code = i32.add(at, 1);
    return [
      left,
      // @ts-expect-error A vector's local is set to a vector.
      set(vector, at),
      // @ts-expect-error An address is no vector.
      v128.store(vector, vector),
    ];
  });
  expect(() => instantiate(moduleBytes([wrong], 1))).toThrow('type');
});

describe('what is refused when a module is built', () => {
  const one = (code: () => Code) => () => moduleBytes([kernelFunction('f', [], code)], 1);

  test('a local of another function', () => {
    let other: I32Local | undefined;
    const owner = kernelFunction('owner', ['size'], ({ size }) => {
      other = size;
      return [];
    });
    const thief = kernelFunction('thief', [], () => i32.store(0, other ?? 0));
    expect(() => moduleBytes([owner, thief], 1)).toThrow(
      'thief must use its own locals and functions of its module: size',
    );
  });

  test('a function that is not in the module', () => {
    const absent = kernelFunction('absent', ['size'], () => []);
    expect(one(() => call(absent, { size: 1 }))).toThrow(
      'f must use its own locals and functions of its module: absent',
    );
  });

  test('an offset below 0, a lane too many, a constant of more than 32 bits', () => {
    expect(one(() => i32.store(0, 1, -4))).toThrow(
      'an index, size or offset must be a whole number from 0 to 4294967295: -4',
    );
    expect(one(() => i32.store(0, i32x4.lane(v128.splat(0), 4)))).toThrow(
      'a lane must be a whole number from 0 to 3: 4',
    );
    expect(one(() => i32.store(0, 2 ** 32))).toThrow(
      'a constant must be a whole number from -2147483648 to 4294967295: 4294967296',
    );
    expect(one(() => i32.store(Number.NaN, 0))).toThrow('a constant must be a whole number');
  });
});

test('the same functions give the same bytes', () => {
  const one = kernelFunction('f', [], () => i32.store(0, 5));
  expect(moduleBytes([one], 1)).toEqual(moduleBytes([one], 1));
  expect(Array.from(moduleBytes([one], 1).subarray(0, 8))).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
});
