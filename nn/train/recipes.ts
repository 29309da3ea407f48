/** Recipes of training by network, chosen on validation images. */

import type { Network } from '../network/network.ts';
import type { Optimizer, TrainOptions } from './options.ts';

/** Options without what the command says. */
export type Recipe = Omit<TrainOptions, 'seed' | 'quantization' | 'noise' | 'mismatch'>;

/** Optimizers with their usual constants. */
export const OPTIMIZERS = {
  momentum: { kind: 'momentum', momentum: 0.9 },
  adam: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
} as const satisfies Readonly<Record<string, Optimizer>>;

export type OptimizerName = keyof typeof OPTIMIZERS;

const FROM_SCRATCH: Readonly<Record<string, Recipe>> = {
  'mnist-fcn': {
    epochs: 30,
    batch: 32,
    optimizer: OPTIMIZERS.momentum,
    learningRate: 0.05,
    schedule: 'linear',
    weightDecay: 5e-5,
    shift: 1,
    flip: false,
  },
  'mnist-cnn': {
    epochs: 30,
    batch: 32,
    optimizer: OPTIMIZERS.momentum,
    learningRate: 0.03,
    schedule: 'cosine',
    weightDecay: 1e-4,
    shift: 2,
    flip: false,
  },
  'cifar10-cnn': {
    epochs: 30,
    batch: 64,
    optimizer: OPTIMIZERS.momentum,
    learningRate: 0.02,
    schedule: 'cosine',
    weightDecay: 2e-4,
    shift: 2,
    flip: true,
  },
};

/** Recipe for a user's own network: Adam needs the least tuning. */
const OWN: Recipe = {
  epochs: 20,
  batch: 64,
  optimizer: OPTIMIZERS.adam,
  learningRate: 1e-3,
  schedule: 'cosine',
  weightDecay: 0,
  shift: 0,
  flip: false,
};

/**
 * Recipe of a network. Fine-tuning goes on from trained weights with half the epochs and a fifth of the learning rate:
 * of 1/2, 1/5 and 1/17 the one with the fewest validation errors of mnist-fcn at 3 bits (71, 62 and 64 of 5000).
 */
export function recipeOf(network: Network, fineTuning: boolean): Recipe {
  const recipe = FROM_SCRATCH[network.name] ?? OWN;
  if (!fineTuning) return recipe;
  return {
    ...recipe,
    epochs: Math.ceil(recipe.epochs / 2),
    learningRate: recipe.learningRate / 5,
    schedule: 'cosine',
  };
}
