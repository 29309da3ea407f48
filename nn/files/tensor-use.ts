/** Tensors of a weight file against those that a network uses: missing ones and left-over ones. */

import { FormatError } from '../data/format-error.ts';
import { type Network, tensorNames, type WeightLayer, weightLayers } from '../network/network.ts';
import { printable, type StoredTensor } from './safetensors.ts';

type Stored = ReadonlyMap<string, StoredTensor>;

/** Most tensors of a list in a message. */
const LISTED = 20;

/** Message on a tensor that a layer wants: what the file holds, and the keys that tell where it is. */
export function missingTensor(name: string, network: Network, layer: WeightLayer, tensors: Stored): string {
  const { weight, bias } = tensorNames(network, layer);
  const way =
    name === bias && tensors.has(weight)
      ? `"bias": false in layer ${layer.name} of the network file says that it has none`
      : '"prefix", or "tensors" of a layer in the network file tell other names';
  return `must hold tensor ${printable(name)} for ${network.name}; it holds ${listOf([...tensors])}; ${way}`;
}

/**
 * Check that every tensor is used. Throws `FormatError` with those that no layer uses and the network does not ignore.
 * Counters of PyTorch's batch norms say nothing about inference and may stay.
 */
export function checkLeftOver(network: Network, tensors: Stored, file: string): void {
  const used = new Set(weightLayers(network).flatMap((layer) => tensorNames(network, layer).all));
  const ignored = (network.ignore ?? []).map(patternOf);
  const left = [...tensors].filter(
    ([name, tensor]) => !used.has(name) && !isCounter(name, tensor) && !ignored.some((matches) => matches(name)),
  );
  if (left.length > 0)
    throw new FormatError(
      file,
      `holds tensors that no layer of ${network.name} uses: ${listOf(left)}; "ignore": [${ignoreOf(left)}] in the network file leaves them out, which changes the results where they belong to the network (a bias, a layer that is missing, a batch norm: "batchNorm": "NAME" in the layer before it folds it into the weights)`,
    );
}

const isCounter = (name: string, { type, shape }: StoredTensor): boolean =>
  /(^|\.)num_batches_tracked$/.test(name) && type === 'I64' && shape.length === 0;

/** Names and shapes, the first ones and a count of the others. */
const listOf = (tensors: readonly (readonly [string, StoredTensor])[]): string =>
  [
    ...tensors.slice(0, LISTED).map(([name, { shape }]) => `${printable(name)} [${shape}]`),
    ...(tensors.length > LISTED ? [`and ${tensors.length - LISTED} more`] : []),
  ].join(', ') || 'none';

/** Names as a list in JSON. */
const ignoreOf = (tensors: readonly (readonly [string, StoredTensor])[]): string =>
  [
    ...tensors.slice(0, LISTED).map(([name]) => printable(JSON.stringify(name))),
    ...(tensors.length > LISTED ? ['...'] : []),
  ].join(', ');

/** Test of names by a pattern, `*` for any text. Parts are looked for in turn, in linear time. */
function patternOf(pattern: string): (name: string) => boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  return (name) => {
    if (last === undefined) return name === pattern;
    if (!name.startsWith(first)) return false;
    let at = first.length;
    for (const part of parts) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
  };
}
