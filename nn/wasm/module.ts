/** Modules of WebAssembly, of functions and one memory: binary format and instance. */

import { type Bytes, flat, type Target, unsigned } from './code.ts';
import { assemble, type KernelFunction, type LocalType } from './function.ts';

/** Functions of 32-bit integers by name, and the memory they work on. */
export interface KernelInstance {
  readonly functions: Readonly<Record<string, (...parameters: number[]) => void>>;
  readonly memory: ArrayBuffer;
}

const TYPES: Readonly<Record<LocalType, number>> = { i32: 0x7f, v128: 0x7b };
export const PAGE = 65_536;
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Most pages of a memory that is given to a module. */
export const MOST_PAGES = 32_768;

/** Memory of a module: its own, or given, of one thread or shared by several. */
export type ModuleMemory = 'own' | 'given' | 'shared';

/**
 * Bytes of a binary module. It exports every function by name, and its own memory as `memory`; another is imported as
 * `host.memory`. Throws where a function uses a local of another, or calls one that is not among `functions`.
 */
export function moduleBytes(
  functions: readonly KernelFunction[],
  pages: number,
  memory: ModuleMemory = 'own',
): Uint8Array<ArrayBuffer> {
  const types = [...new Set(functions.map(({ parameters }) => parameters.length))];
  return Uint8Array.from(
    plain([
      MAGIC,
      section(
        1,
        types.map((parameters) => [0x60, unsigned(parameters), Array<number>(parameters).fill(TYPES.i32), 0]),
      ),
      memory === 'own' ? [] : section(2, [[text('host'), text('memory'), 0x02, limits(memory, pages)]]),
      section(
        3,
        functions.map(({ parameters }) => unsigned(types.indexOf(parameters.length))),
      ),
      memory === 'own' ? section(5, [limits(memory, pages)]) : [],
      section(7, [
        ...(memory === 'own' ? [[text('memory'), 0x02, 0]] : []),
        ...functions.map(({ name }, k) => [text(name), 0x00, unsigned(k)]),
      ]),
      section(
        10,
        functions.map((of) => functionBody(of, functions)),
      ),
    ]),
  );
}

/** Limits of a memory: least pages, and most where threads share them. W3C "WebAssembly Threads", binary format. */
const limits = (memory: ModuleMemory, pages: number): Bytes =>
  memory === 'shared' ? [0x03, unsigned(pages), unsigned(MOST_PAGES)] : [0x00, unsigned(pages)];

/** A module's section: its number, size and entries. */
function section(id: number, entries: Bytes): Bytes {
  const content = plain([unsigned(entries.length), entries]);
  return [id, unsigned(content.length), content];
}

function text(name: string): Bytes {
  const bytes = Array.from(name, (character) => character.charCodeAt(0));
  return [unsigned(bytes.length), bytes];
}

/** Bytes without locals and calls. */
const plain = (bytes: Bytes): number[] =>
  flat(bytes, ({ name }) => {
    throw new RangeError(`${name} must be used in a function`);
  });

function functionBody(of: KernelFunction, functions: readonly KernelFunction[]): Bytes {
  const { code, locals } = assemble(of);
  const numbers = new Map<Target, number>(
    [...functions.entries(), ...locals.map(({ target }) => target).entries()].map(([k, of]) => [of, k]),
  );
  const own = locals.slice(of.parameters.length);
  const content = flat([unsigned(own.length), own.map(({ type }) => [1, TYPES[type]]), code, 0x0b], (target) => {
    const number = numbers.get(target);
    if (number === undefined)
      throw new RangeError(`${of.name} must use its own locals and functions of its module: ${target.name}`);
    return number;
  });
  return [unsigned(content.length), content];
}

/** A memory outside of modules. */
export interface HostMemory {
  readonly buffer: ArrayBuffer;
}

/** Functions used of WebAssembly, which Node and browsers both have. */
interface WebAssemblyHost {
  readonly Memory: new (sizes: { initial: number; maximum?: number; shared?: boolean }) => HostMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports?: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

const host = (): WebAssemblyHost => (globalThis as unknown as { readonly WebAssembly: WebAssemblyHost }).WebAssembly;

/** A memory of `bytes`, zeros; `shared`: threads can be given it. */
export function createMemory(bytes: number, shared: boolean): HostMemory {
  const initial = Math.ceil(bytes / PAGE);
  if (initial > MOST_PAGES) throw new RangeError(`memory must be at most ${MOST_PAGES * PAGE} bytes: ${bytes}`);
  const { Memory } = host();
  return new Memory(shared ? { initial, maximum: MOST_PAGES, shared } : { initial });
}

/** Instance on a memory that is given, compiled. */
export function instantiateOn(bytes: Uint8Array<ArrayBuffer>, memory: HostMemory): KernelInstance['functions'] {
  const { Module, Instance } = host();
  return new Instance(new Module(bytes), { host: { memory } }).exports as KernelInstance['functions'];
}

/** Instance with a memory of its own. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): KernelInstance {
  const { Module, Instance } = host();
  const { exports } = new Instance(new Module(bytes));
  const { memory, ...functions } = exports as unknown as {
    readonly memory: { readonly buffer: ArrayBuffer };
  } & KernelInstance['functions'];
  return { functions: functions as KernelInstance['functions'], memory: memory.buffer };
}
