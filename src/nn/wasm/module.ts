/** A WebAssembly module of functions and one memory: binary format and instance. */

import { bytesOf, type Code, type Local, unsigned } from './code.ts';

/** A function as it is written: gives out locals. */
export interface FunctionScope {
  /** Numbers of the parameters, 32-bit integers. */
  readonly parameters: readonly Local[];
  readonly i32: () => Local;
  readonly v128: () => Local;
}

export interface KernelFunction {
  readonly name: string;
  /** Number of 32-bit parameters; there is no result. */
  readonly parameters: number;
  readonly body: (scope: FunctionScope) => Code;
}

/** Functions of 32-bit integers by name, and the memory they work on. */
export interface KernelInstance {
  readonly functions: Readonly<Record<string, (...parameters: number[]) => void>>;
  readonly memory: ArrayBuffer;
}

const I32 = 0x7f;
const V128 = 0x7b;
export const PAGE = 65_536;
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** The binary module; it exports every function by name, and the memory as `memory`. Function k calls another by its index. */
export function moduleBytes(functions: readonly KernelFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = [...new Set(functions.map(({ parameters }) => parameters))];
  return bytesOf([
    MAGIC,
    section(
      1,
      types.map((parameters) => [0x60, unsigned(parameters), Array<number>(parameters).fill(I32), 0]),
    ),
    section(
      3,
      functions.map(({ parameters }) => unsigned(types.indexOf(parameters))),
    ),
    section(5, [[0x00, unsigned(pages)]]),
    section(7, [[text('memory'), 0x02, 0], ...functions.map(({ name }, k) => [text(name), 0x00, unsigned(k)])]),
    section(10, functions.map(functionBody)),
  ]);
}

/** A module's section: its number, size and entries. */
function section(id: number, entries: readonly Code[]): Code {
  const content = bytesOf([unsigned(entries.length), entries]);
  return [id, unsigned(content.length), Array.from(content)];
}

function text(name: string): Code {
  const bytes = Array.from(name, (character) => character.charCodeAt(0));
  return [unsigned(bytes.length), bytes];
}

function functionBody({ parameters, body }: KernelFunction): Code {
  const locals: number[] = [];
  const add = (type: number) => (): Local => parameters + locals.push(type) - 1;
  const code = body({
    parameters: Array.from({ length: parameters }, (_, k) => k),
    i32: add(I32),
    v128: add(V128),
  });
  const content = bytesOf([unsigned(locals.length), locals.map((type) => [1, type]), code, 0x0b]);
  return [unsigned(content.length), Array.from(content)];
}

/** What is used of WebAssembly, which Node and browsers both have. */
interface WebAssemblyHost {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Compiles and instantiates. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): KernelInstance {
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyHost }).WebAssembly;
  const { exports } = new Instance(new Module(bytes));
  const { memory, ...functions } = exports as unknown as {
    readonly memory: { readonly buffer: ArrayBuffer };
  } & KernelInstance['functions'];
  return { functions: functions as KernelInstance['functions'], memory: memory.buffer };
}
