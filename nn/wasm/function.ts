/** Functions of kernels as they are written: parameters by name, locals by type. */

import {
  type Bytes,
  bytesOfCode,
  bytesOfI32,
  type Code,
  type I32,
  type I32Local,
  type Local,
  newLocal,
  type Statement,
  statement,
  type V128Local,
} from './code.ts';

/** Types of locals. */
export type LocalType = 'i32' | 'v128';

/** Tuple of so many entries. */
type Tuple<T, N extends number, Found extends readonly T[] = readonly []> = number extends N
  ? readonly T[]
  : Found['length'] extends N
    ? Found
    : Tuple<T, N, readonly [...Found, T]>;

/** Tuple of so many local vectors. */
export type V128Locals<N extends number> = Tuple<V128Local, N>;

/** Locals by name. */
export type NamedLocals<Name extends string> = Readonly<Record<Name, I32Local>>;

/** A function's locals, as they are given out while it is written. */
export interface FunctionScope {
  readonly i32: () => I32Local;
  readonly v128: () => V128Local;
  readonly i32s: <N extends number>(count: N) => Tuple<I32Local, N>;
  readonly v128s: <N extends number>(count: N) => V128Locals<N>;
}

/** A function without result, by its name. */
export interface KernelFunction<Name extends string = string> {
  readonly name: string;
  /** Names of its parameters, 32-bit integers. */
  readonly parameters: readonly Name[];
  /** Its code, with these parameters and a scope for further locals. */
  readonly write: (parameters: readonly I32Local[], scope: FunctionScope) => Code;
}

/** A function of named parameters. */
export function kernelFunction<const Name extends string>(
  name: string,
  parameters: readonly Name[],
  body: (parameters: NamedLocals<Name>, scope: FunctionScope) => Code,
): KernelFunction<Name> {
  const named = (locals: readonly I32Local[]): NamedLocals<Name> =>
    Object.fromEntries(locals.map((local) => [local.target.name, local])) as Record<Name, I32Local>;
  return { name, parameters, write: (locals, scope) => body(named(locals), scope) };
}

/** A call of another function of the module. */
export const call = <Name extends string>(
  callee: KernelFunction<Name>,
  operands: Readonly<Record<Name, I32>>,
): Statement =>
  statement(
    callee.parameters.map((name) => bytesOfI32(operands[name])),
    { opcode: 0x10, to: callee },
  );

/** A function's code, and its locals in the order of their numbers, the parameters first. */
export function assemble({ parameters, write }: KernelFunction): {
  readonly code: Bytes;
  readonly locals: readonly Local<LocalType>[];
} {
  const locals: Local<LocalType>[] = [];
  const add = <T extends LocalType>(type: T, name: string): Local<T> => {
    const local = newLocal(type, name);
    locals.push(local);
    return local;
  };
  const i32 = (): I32Local => add('i32', 'a local i32');
  const v128 = (): V128Local => add('v128', 'a local v128');
  const given = parameters.map((name) => add('i32', name));
  const code = write(given, {
    i32,
    v128,
    i32s: (count) => several(count, i32),
    v128s: (count) => several(count, v128),
  });
  return { code: bytesOfCode(code), locals };
}

const several = <T, N extends number>(count: N, local: () => T): Tuple<T, N> =>
  Array.from({ length: count }, local) as readonly T[] as Tuple<T, N>;
