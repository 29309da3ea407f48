/**
 * WebAssembly code as typed values and statements, which nested lists of bytes stand for. Kernels are assembled when a network
 * is loaded, so that its sizes and addresses are constants in the code.
 * A. Rossberg (ed.), "WebAssembly Core Specification 2.0", W3C, 5.4 (instructions).
 */

/** Bytes in order; nested lists are written one after the other. */
export type Bytes = readonly (number | Reference | Bytes)[];

/** An instruction whose operand is a number of a local or function. */
export interface Reference {
  readonly opcode: number;
  readonly to: Target;
}

/** A local or function, which gets its number where its module is put together; told apart by identity. */
export interface Target {
  readonly name: string;
}

/** Types of values. */
export type ValueType = 'i32' | 'i64' | 'v128';

/** Code that leaves a value of this type. */
export interface Value<T extends ValueType> {
  readonly type: T;
  readonly bytes: Bytes;
}

/** A local of a function; as a value, its content. */
export interface Local<T extends ValueType> extends Value<T> {
  readonly target: Target;
}

/** A local of 32 bits. */
export type I32Local = Local<'i32'>;
/** A local vector. */
export type V128Local = Local<'v128'>;

/** An operand of 32 bits; a number is a constant. */
export type I32 = number | Value<'i32'>;
/** An operand of 64 bits; a number is a constant. */
export type I64 = number | Value<'i64'>;
/** An operand that is a vector. */
export type V128 = Value<'v128'>;

/** Code that leaves nothing. */
export interface Statement {
  readonly type: 'none';
  readonly bytes: Bytes;
}

/** Statements in order. */
export type Code = Statement | readonly Code[];

/** A statement of these bytes. */
export const statement = (...bytes: Bytes): Statement => ({ type: 'none', bytes });
/** A value of this type, left by these bytes. */
export const value = <T extends ValueType>(type: T, ...bytes: Bytes): Value<T> => ({ type, bytes });

/** A new local of no function. */
export function newLocal<T extends ValueType>(type: T, name: string): Local<T> {
  const target = { name };
  return { type, target, bytes: [{ opcode: 0x20, to: target }] };
}

/** The bytes of statements. */
export const bytesOfCode = (code: Code): Bytes => ('bytes' in code ? code.bytes : code.map(bytesOfCode));

/** The bytes of a 32-bit operand. */
export const bytesOfI32 = (operand: I32): Bytes =>
  typeof operand === 'number' ? [0x41, signed(operand)] : operand.bytes;

/** The bytes of a 64-bit operand. */
export const bytesOfI64 = (operand: I64): Bytes =>
  typeof operand === 'number' ? [0x42, signed(operand)] : operand.bytes;

/** Unsigned LEB128. Throws where the value is none of 32 bits. */
export function unsigned(value: number): Bytes {
  checkRange('an index, size or offset', value, 0, 2 ** 32 - 1);
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** Signed LEB128 of a 32-bit number, which may be given without its sign. */
function signed(value: number): Bytes {
  checkRange('a constant', value, -(2 ** 31), 2 ** 32 - 1);
  const bytes: number[] = [];
  let rest = value | 0;
  while (rest < -0x40 || rest >= 0x40) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  return [...bytes, rest & 0x7f];
}

/** The check of a number's range. Throws where it is not whole or out of range. */
export function checkRange(what: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw new RangeError(`${what} must be a whole number from ${least} to ${most}: ${value}`);
}

/** The bytes in order; `numberOf` gives the number of a local or function. */
export function flat(bytes: Bytes, numberOf: (target: Target) => number): number[] {
  const out: number[] = [];
  const add = (part: Bytes): void => {
    for (const entry of part)
      if (typeof entry === 'number') out.push(entry);
      else if ('opcode' in entry) {
        out.push(entry.opcode);
        add(unsigned(numberOf(entry.to)));
      } else add(entry);
  };
  add(bytes);
  return out;
}
