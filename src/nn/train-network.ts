/** From a data set to weights that can be shipped: training, the choices for every width, the manifest. */

import { chooseClips } from './choose-clip.ts';
import { type DataSet, sliceOfDataSet } from './data-set.ts';
import { wrongInFloat } from './float-evaluate.ts';
import type { WeightManifest } from './manifest.ts';
import type { LayerWeights } from './network.ts';
import { networkOf } from './networks.ts';
import { type TrainOptions, type TrainProgress, train } from './train.ts';

/** Training images, from the end, that are not trained with but decide every choice, unless told otherwise. */
const VALIDATION_IMAGES = 5000;

/** Options of each shipped network, chosen on the validation images. */
const RECIPES: Readonly<Record<string, Omit<TrainOptions, 'seed'>>> = {
  'mnist-fcn': { epochs: 30, batch: 32, learningRate: 0.05, momentum: 0.9, weightDecay: 5e-5, shift: 1 },
};

/** What is being done, for a progress line. */
export type NetworkProgress =
  | ({ readonly kind: 'training' } & TrainProgress)
  | { readonly kind: 'quantization'; readonly bits: number };

export interface TrainedNetwork {
  readonly weights: readonly LayerWeights[];
  /** All of the manifest but the hash of the file. */
  readonly manifest: Omit<WeightManifest, 'sha256'>;
}

/**
 * Trains the network called `name` with its recipe, chooses the clipping for 2 to 16 bits
 * on the validation images, and looks at the test images once. The same seed gives the same bytes.
 */
export async function trainNetwork(
  name: string,
  data: { readonly train: DataSet; readonly test: DataSet },
  options: { readonly seed: number; readonly validationImages?: number },
  onProgress: (progress: NetworkProgress) => void | Promise<void> = () => {},
): Promise<TrainedNetwork> {
  const network = networkOf(name);
  const { seed, validationImages = VALIDATION_IMAGES } = options;
  const trained = data.train.images - validationImages;
  if (trained < 1)
    throw new RangeError(`training data must hold more than ${validationImages} images: ${data.train.images}`);
  const recipe = RECIPES[name];
  if (!recipe) throw new RangeError(`${name} has no recipe for training`);
  const training = { seed, ...recipe };
  const split = {
    training: sliceOfDataSet(data.train, 0, trained),
    validation: sliceOfDataSet(data.train, trained, data.train.images),
  };
  const weights = await train(network, split, training, (progress) => onProgress({ kind: 'training', ...progress }));
  const quantization = await chooseClips(network, weights, split.validation, (bits) =>
    onProgress({ kind: 'quantization', bits }),
  );
  const accuracy = (part: DataSet): number => 1 - wrongInFloat(network, weights, part) / part.images;
  return {
    weights,
    manifest: {
      network: name,
      command: `somagen train ${name} --seed ${seed}`,
      optimizer: 'SGD with momentum, learning rate falling linearly to 0, Glorot initial weights',
      training,
      data: { train: data.train.source, test: data.test.source, trained, validated: validationImages },
      accuracy: { validation: accuracy(split.validation), test: accuracy(data.test) },
      largestWeights: weights.map((layer) => layer.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
      quantization,
    },
  };
}
