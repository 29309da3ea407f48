/** Names of layers after those of their tensors or nodes. */

import type { Layer, WeightLayer } from '../network/network.ts';
import type { Step } from './steps.ts';

/** Layer of a step under a name that no other has: `conv1` of `conv1.weight` or of `/conv1/Conv`. */
export function layerNamed(step: Step & { readonly kind: 'linear' }, layers: readonly Layer[]): WeightLayer {
  const taken = new Set(layers.flatMap((layer) => ('name' in layer ? [layer.name] : [])));
  const count = taken.size + 1;
  const wanted = step.names.map(plainName).find((name) => name !== '') ?? `layer${count}`;
  const name = taken.has(wanted) ? `${wanted}-${count}` : wanted;
  return { ...step.layer, name, activation: 'none' };
}

/** Name for a layer out of a tensor's or a node's; empty where nothing is left. */
function plainName(name: string): string {
  // The exporter's own numbers say nothing.
  if (/^onnx::|^\d+$|^val_\d+$/.test(name)) return '';
  return name
    .replace(/(\.(weight|kernel|w)|\/(Conv|Gemm|MatMul|kernel|ReadVariableOp))+(:0|_\d+)?$/i, '')
    .split(/[/.]/)
    .map((part) => part.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^_+|_+$/g, ''))
    .filter((part) => part !== '' && part !== 'model')
    .join('.')
    .slice(0, 60)
    .replace(/\.+$/, '');
}
