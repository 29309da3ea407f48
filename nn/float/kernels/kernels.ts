/** Float kernels as functions of addresses in a memory. */

import type { KernelFunction } from '../../wasm/function.ts';
import { GAUSSIANS } from '../../wasm/gaussians.ts';
import { createMemory, type HostMemory, instantiateOn, moduleBytes } from '../../wasm/module.ts';
import { ACTIVATION_KERNELS } from './activation.ts';
import { BACKWARD, FORWARD } from './convolve.ts';
import { BIAS_GRADIENT, WEIGHT_GRADIENT } from './gradient.ts';
import { NOISE_KERNELS } from './noise.ts';
import { POOL_KERNELS } from './pool.ts';
import { STEP_KERNELS } from './update.ts';
import { WEIGHT_KERNELS } from './weights.ts';

/** Functions of the module of float kernels. */
export const FLOAT_KERNELS: readonly KernelFunction[] = [
  GAUSSIANS,
  FORWARD,
  BACKWARD,
  WEIGHT_GRADIENT,
  BIAS_GRADIENT,
  ...ACTIVATION_KERNELS,
  ...POOL_KERNELS,
  ...STEP_KERNELS,
  ...WEIGHT_KERNELS,
  ...NOISE_KERNELS,
];

/** Names of the kernels. In each kernel's file its parameters are named: addresses and distances in bytes, counts. */
export type FloatKernel =
  | 'gaussians'
  | 'forward'
  | 'backward'
  | 'weightGradient'
  | 'biasGradient'
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'hard-tanh'
  | 'maxPool'
  | 'maxPool2'
  | 'maxPoolBackward'
  | 'maxPoolBackward2'
  | 'averagePool'
  | 'averagePoolBackward'
  | 'momentumStep'
  | 'adamStep'
  | 'quantizeWeights'
  | 'scaleWeights'
  | 'transpose'
  | 'quantizeValues'
  | 'deviations'
  | 'addNoise';

/** A memory with its kernels. */
export interface FloatMachine {
  readonly memory: HostMemory;
  readonly kernels: Readonly<Record<FloatKernel, (...values: number[]) => void>>;
  /** The memory as numbers. */
  readonly floats: Float32Array;
  readonly words: Int32Array;
}

/** A memory of `bytes`, zeros, and the kernels on it; `shared`: other threads can be given the memory. */
export function createFloatMachine(bytes: number, shared = false): FloatMachine {
  return machineOn(createMemory(bytes, shared), shared);
}

/** Kernels on a memory that another thread made and shared. */
export function machineOn(memory: HostMemory, shared = true): FloatMachine {
  const functions = instantiateOn(moduleBytes(FLOAT_KERNELS, 1, shared ? 'shared' : 'given'), memory);
  return {
    memory,
    kernels: functions as FloatMachine['kernels'],
    floats: new Float32Array(memory.buffer),
    words: new Int32Array(memory.buffer),
  };
}
