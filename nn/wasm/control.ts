/** Assignments, branches and loops. */

import {
  bytesOfCode,
  bytesOfI32,
  type Code,
  type I32,
  type I32Local,
  type Local,
  type Statement,
  statement,
  type V128,
  type V128Local,
  type Value,
  type ValueType,
  value,
} from './code.ts';
import { i32 } from './integer.ts';
import { i32x4 } from './vector.ts';

/** Operand that a local of this type may be set to. */
type Operand<T extends ValueType> = T extends 'v128' ? Value<T> : number | Value<T>;

/** An assignment. */
export const set = <T extends 'i32' | 'v128'>(local: Local<T>, operand: Operand<NoInfer<T>>): Statement =>
  statement(typeof operand === 'number' ? bytesOfI32(operand) : operand.bytes, { opcode: 0x21, to: local.target });

/** An addition to a local. */
export const advance = (local: I32Local, by: I32): Statement => set(local, i32.add(local, by));

/** An addition of words to those of a vector. */
export const accumulateWords = (sum: V128Local, words: V128): Statement => set(sum, i32x4.add(sum, words));

/** A value that comes behind statements. */
export const after = <T extends ValueType>(code: Code, { type, bytes }: Value<T>): Value<T> =>
  value(type, bytesOfCode(code), bytes);

/** A branch: `body` where `condition` is not 0. */
export const when = (condition: I32, body: Code): Statement =>
  statement(bytesOfI32(condition), 0x04, 0x40, bytesOfCode(body), 0x0b);

/** A branch of two: `yes` where `condition` is not 0, else `no`. */
export const either = (condition: I32, yes: Code, no: Code): Statement =>
  statement(bytesOfI32(condition), 0x04, 0x40, bytesOfCode(yes), 0x05, bytesOfCode(no), 0x0b);

/** A loop of `body`: once, and again as long as `condition` is not 0 after it. */
export const repeat = (body: Code, condition: I32): Statement =>
  statement(0x03, 0x40, bytesOfCode(body), bytesOfI32(condition), 0x0d, 0, 0x0b);

/** A loop of `body` for `local` = from, from + step, ... below `to`; at least once. */
export const loop = (local: I32Local, from: I32, to: I32, step: number, body: Code): Code => [
  set(local, from),
  repeat([body, advance(local, step)], i32.ltS(local, to)),
];
