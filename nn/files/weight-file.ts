/** Files of networks and data: NAME.safetensors beside its manifest NAME.json, and labelled images. */

import { nth } from '../../numeric/index.ts';
import type { NamedBytes } from '../data/data-set.ts';
import { FormatError } from '../data/format-error.ts';
import { checkWeights } from '../network/checks.ts';
import {
  type LayerWeights,
  type Network,
  type TensorNames,
  tensorNames,
  type WeightLayer,
  weightLayers,
  weightShape,
} from '../network/network.ts';
import { networkOf } from '../network/networks.ts';
import { fromScale } from '../network/normalization.ts';
import { readManifest, type WeightManifest } from '../train/manifest.ts';
import type { TrainedNetwork } from '../train/train-network.ts';
import { batchNormChange, type Change, foldBefore, foldBehind } from './fold.ts';
import { printable, readSafetensors, type Tensor, tensorValues, writeSafetensors } from './safetensors.ts';
import { checkLeftOver, missingTensor } from './tensor-use.ts';

/** Weights with their manifest. */
export interface LoadedWeights {
  readonly weights: readonly LayerWeights[];
  readonly manifest: WeightManifest;
}

/** Both files as they were read, and the SHA-256 of the weights, hex. */
export interface WeightFiles {
  readonly weights: NamedBytes & { readonly sha256: string };
  readonly manifest: { readonly file: string; readonly text: string };
}

/**
 * Weights and manifest of a network, or of the shipped one of that name. Throws `FormatError` where a file is broken, does not fit the network, or
 * the weights have another hash than their manifest says.
 */
export function parseWeightFiles(of: string | Network, files: WeightFiles): LoadedWeights {
  const network = typeof of === 'string' ? networkOf(of) : of;
  const manifest = readManifest(files.manifest.text, network.name, files.manifest.file);
  const { bytes, file, sha256 } = files.weights;
  const weights = readWeights(network, bytes, file);
  if (sha256 !== manifest.sha256)
    throw new FormatError(file, `has the wrong hash: sha256 ${manifest.sha256} wanted, ${sha256} found`);
  return { weights, manifest };
}

/** The two files of a trained network by name; `sha256` gives the hash of bytes, hex. */
export function weightFilesOf(
  trained: TrainedNetwork,
  sha256: (bytes: Uint8Array) => string,
): Readonly<Record<string, string | Uint8Array>> {
  const { network, name } = trained;
  const bytes = writeWeights(network, trained.weights);
  const manifest: WeightManifest = { ...trained.manifest, sha256: sha256(bytes) };
  return { [`${name}.safetensors`]: bytes, [`${name}.json`]: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** Safetensors file of a network's weights and biases, by its names of tensors. */
export function writeWeights(network: Network, weights: readonly LayerWeights[]): Uint8Array {
  checkWeights(network, weights);
  const tensors: [string, Tensor][] = weightLayers(network).flatMap((layer, k): [string, Tensor][] => {
    const stored = nth(weights, k);
    const { weight, bias } = tensorNames(network, layer);
    const own: [string, Tensor] = [weight, { shape: weightShape(layer), values: stored.weights }];
    return bias === null ? [own] : [own, [bias, { shape: [layer.outputs], values: stored.bias }]];
  });
  return writeSafetensors(Object.fromEntries(tensors));
}

/**
 * Weights in a safetensors file, batch norms and the pixels' normalization folded in. Throws
 * `FormatError` where it is not valid, does not fit the network, or holds tensors that no layer uses and the network does
 * not ignore.
 */
export function readWeights(network: Network, bytes: Uint8Array, file: string): LayerWeights[] {
  const tensors = readSafetensors(bytes, file);
  const take = (name: string, layer: WeightLayer, shape: readonly number[]): Float32Array => {
    const tensor = tensors.get(name);
    if (!tensor) throw new FormatError(file, missingTensor(name, network, layer, tensors));
    if (tensor.shape.join() !== shape.join())
      throw new FormatError(
        file,
        `tensor ${printable(name)} must be [${shape}] for ${network.name}: [${tensor.shape}]`,
      );
    return tensorValues(tensor, name, file);
  };
  const weights = weightLayers(network).map((layer, k): LayerWeights => {
    const { weight, bias, batchNorm } = tensorNames(network, layer);
    const stored = {
      weights: take(weight, layer, weightShape(layer)),
      bias: bias === null ? new Float32Array(layer.outputs) : take(bias, layer, [layer.outputs]),
    };
    const behind = batchNorm ? foldBehind(stored, changesOf(layer, batchNorm, take, file)) : stored;
    if (k > 0 || !network.normalization) return behind;
    return foldBefore(layer, behind, fromScale(network.pixels ?? 'positive', network.normalization));
  });
  checkLeftOver(network, tensors, file);
  return weights;
}

/** Changes that a batch norm makes. Throws `FormatError` where a variance is below zero. */
function changesOf(
  layer: WeightLayer,
  names: NonNullable<TensorNames['batchNorm']>,
  take: (name: string, layer: WeightLayer, shape: readonly number[]) => Float32Array,
  file: string,
): Change[] {
  const of = (key: keyof typeof names): Float32Array => take(names[key], layer, [layer.outputs]);
  const [weight, bias, mean, variance] = [of('weight'), of('bias'), of('mean'), of('variance')];
  return Array.from(variance, (value, k) => {
    const change = batchNormChange(nth(weight, k), nth(bias, k), nth(mean, k), value, layer.batchNorm?.epsilon);
    return (
      change ?? fail(file, `tensor ${printable(names.variance)} must be at least 0, above 0 with epsilon: ${value}`)
    );
  });
}

const fail = (file: string, problem: string): never => {
  throw new FormatError(file, problem);
};
