/** Instructions on integers of 32 and 64 bits. */

import {
  bytesOfI32,
  bytesOfI64,
  type I32,
  type I64,
  type Statement,
  statement,
  unsigned,
  type Value,
  value,
} from './code.ts';

const i32Of =
  (opcode: number) =>
  (a: I32, b: I32): Value<'i32'> =>
    value('i32', bytesOfI32(a), bytesOfI32(b), opcode);
const i64Of =
  (opcode: number) =>
  (a: I64, b: I64): Value<'i64'> =>
    value('i64', bytesOfI64(a), bytesOfI64(b), opcode);

/** Instructions on 32 bits. */
export const i32 = {
  load: (address: I32, offset = 0): Value<'i32'> => value('i32', bytesOfI32(address), 0x28, 0, unsigned(offset)),
  store: (address: I32, word: I32, offset = 0): Statement =>
    statement(bytesOfI32(address), bytesOfI32(word), 0x36, 0, unsigned(offset)),
  eqz: (word: I32): Value<'i32'> => value('i32', bytesOfI32(word), 0x45),
  ltS: i32Of(0x48),
  gtS: i32Of(0x4a),
  add: i32Of(0x6a),
  sub: i32Of(0x6b),
  mul: i32Of(0x6c),
  divU: i32Of(0x6e),
  and: i32Of(0x71),
  xor: i32Of(0x73),
  shl: i32Of(0x74),
  shrS: i32Of(0x75),
  shrU: i32Of(0x76),
} as const;

/** Instructions on 64 bits: for products of two words. */
export const i64 = {
  store: (address: I32, word: I64, offset = 0): Statement =>
    statement(bytesOfI32(address), bytesOfI64(word), 0x37, 0, unsigned(offset)),
  mul: i64Of(0x7e),
  shrU: i64Of(0x88),
  wrap: (word: I64): Value<'i32'> => value('i32', bytesOfI64(word), 0xa7),
  extendU: (word: I32): Value<'i64'> => value('i64', bytesOfI32(word), 0xad),
} as const;
