/** The float kernels as functions on addresses in a memory. */

import { FLOAT_MODULES } from './float-binary.ts';

/** What of WebAssembly is used here; neither Node's nor the browser's types are at hand. */
declare const WebAssembly: {
  readonly Memory: new (sizes: {
    readonly initial: number;
    readonly maximum?: number;
    readonly shared?: boolean;
  }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

interface Memory {
  readonly buffer: ArrayBuffer;
}

type Addressed<Names extends string> = (...values: readonly number[] & { readonly names?: Names }) => void;

/** Parameters in the order of their names; addresses and strides in bytes. The texts of the module say what each does. */
export interface FloatKernels {
  readonly forward: Addressed<'x xRow table places w wRow bias out outRow outTable height width pairs'>;
  readonly backward: Addressed<'x xRow table places w wRow bias out outRow outTable height width pairs slope'>;
  readonly weightGradient: Addressed<'x xRow table quads d dRow dTable gradient gradientRow height vectors pairs'>;
  readonly biasGradient: Addressed<'d dRow dTable gradient height vectors outputs'>;
  readonly tanh: Addressed<'x row table planes height vectors'>;
  readonly sigmoid: Addressed<'x row table planes height vectors'>;
  readonly relu: Addressed<'x row table planes height vectors'>;
  readonly 'hard-tanh': Addressed<'x row table planes height vectors'>;
  readonly maxPool: Addressed<'x xRow xTable out outRow outTable planes height width size'>;
  readonly maxPoolBackward: Addressed<'x xRow xTable out outRow outTable planes height width size slope'>;
  readonly maxPool2: Addressed<'x xRow xTable out outRow outTable planes height width size'>;
  readonly maxPoolBackward2: Addressed<'x xRow xTable out outRow outTable planes height width size slope'>;
  readonly averagePool: Addressed<'x xRow xTable out outRow outTable planes height width size part'>;
  readonly averagePoolBackward: Addressed<'x xRow xTable out outRow outTable planes height width size slope part'>;
  readonly momentumStep: Addressed<'w gradient slices sliceBytes vectors part rate decay velocity momentum'>;
  readonly adamStep: Addressed<'w gradient slices sliceBytes vectors part rate decay mean square beta1 beta2 bias1 bias2 epsilon'>;
  readonly quantizeWeights: Addressed<'w factor out vectors unit perUnit limit'>;
  readonly scaleWeights: Addressed<'w factor out vectors'>;
  readonly clampWeights: Addressed<'w vectors limit'>;
  readonly transpose: Addressed<'w wRow outputs inputs taps out outRow'>;
  readonly quantizeValues: Addressed<'x xRow xTable out outRow outTable planes height vectors unit perUnit limit'>;
}

/** A memory with its kernels. */
export interface FloatMachine {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly kernels: FloatKernels;
  /** The memory as numbers. */
  readonly floats: Float32Array;
  readonly words: Int32Array;
}

const PAGE_BYTES = 65536;
const MOST_PAGES = 32768;

/** A memory of `bytes`, zeros, and the kernels on it; `shared`: other threads can be given the memory. */
export function createFloatMachine(bytes: number, shared = false): FloatMachine {
  const initial = Math.ceil(bytes / PAGE_BYTES);
  if (initial > MOST_PAGES)
    throw new RangeError(`the network must take at most ${MOST_PAGES * PAGE_BYTES} bytes of memory: ${bytes}`);
  const memory = new WebAssembly.Memory(shared ? { initial, maximum: MOST_PAGES, shared } : { initial });
  return machineOn(memory, shared);
}

/** The kernels on a memory that another thread made and shared. */
export function machineOn(memory: FloatMachine['memory'], shared = true): FloatMachine {
  const bytes = decodeBase64(shared ? FLOAT_MODULES.shared : FLOAT_MODULES.single);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { kernels: { memory } });
  return {
    memory,
    kernels: instance.exports as FloatKernels,
    floats: new Float32Array(memory.buffer),
    words: new Int32Array(memory.buffer),
  };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 4648, section 4. */
function decodeBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    held = (held << 6) | ALPHABET.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
