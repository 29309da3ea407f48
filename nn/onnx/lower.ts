/** Layers and weights of a network out of its steps: changes of channels are folded into the weights around them. */

import { nth } from '../../numeric/index.ts';
import { type Change, foldBefore, foldBehind } from '../files/fold.ts';
import { isUnpadded } from '../network/geometry.ts';
import type { Layer, LayerWeights, Normalization, PixelScale, WeightLayer } from '../network/network.ts';
import { fromScale, inputScale } from '../network/normalization.ts';
import { layerNamed } from './layer-names.ts';
import type { Step } from './steps.ts';

/** Layers with their weights, and the scale of the pixels. */
export interface Lowered {
  readonly layers: readonly Layer[];
  readonly weights: readonly LayerWeights[];
  readonly pixels: PixelScale;
}

/** Layers so far. */
interface Draft {
  readonly layers: Layer[];
  readonly weights: LayerWeights[];
  /** Scale of the pixels, once the first weights are there. */
  pixels: PixelScale | null;
  /** Changes that have met no weights yet; at first those of the pixels of 0 to 1. */
  changes: readonly Change[];
  /** The last step that brought some. */
  changer: Step | null;
}

/** Layers of `steps` for pixels that are normalized so. */
export function lower(steps: readonly Step[], { mean, std }: Normalization): Lowered {
  const changes = std.map((deviation, k) => ({ factor: 1 / deviation, addend: -nth(mean, k) / deviation }));
  const draft: Draft = { layers: [], weights: [], pixels: null, changes, changer: null };
  for (const step of steps) add(draft, step);
  const { layers, weights, pixels, changer } = draft;
  if (pixels !== null && changer) changer.fail('must stand before or right behind a layer with weights');
  return { layers, weights, pixels: pixels ?? 'positive' };
}

function add(draft: Draft, step: Step): void {
  const { layers, weights, changer, changes } = draft;
  switch (step.kind) {
    case 'linear': {
      const layer = layerNamed(step, layers);
      weights.push(draft.pixels === null ? firstWeights(draft, layer, step) : foldChanges(draft, layer, step));
      layers.push(layer);
      draft.changes = [];
      draft.changer = null;
      return;
    }
    case 'change': {
      const rising = step.changes.every(({ factor }) => factor > 0);
      const sums = changer === null ? sumsBehind(layers, (layer) => commutes(layer, rising)) : -1;
      if (sums < 0) {
        draft.changes = composed(changes, step.changes);
        draft.changer = step;
        return;
      }
      const place = layers.slice(0, sums).filter(isWeighted).length;
      weights[place] = foldBehind(nth(weights, place), step.changes);
      return;
    }
    case 'activation': {
      const sums = changer === null ? sumsBehind(layers, ({ kind }) => kind === 'max-pool' || kind === 'flatten') : -1;
      const layer = layers[sums];
      if (layer && isWeighted(layer)) layers[sums] = { ...layer, activation: step.activation };
      else
        step.fail(
          changer
            ? `must not stand behind ${changer.label}, which no layer with weights can take in`
            : 'must stand behind a layer with weights that has no activation yet, with nothing but MaxPool between them',
        );
      return;
    }
    case 'pool':
      if (step.layer.kind === 'max-pool' && changes.some(({ factor }) => !(factor > 0)))
        step.fail(`must not stand behind ${changer?.label ?? 'pixels'} with a factor that is not above 0`);
      if (draft.pixels !== null && !isUnpadded(step.layer.padding ?? 0) && changes.some(({ addend }) => addend !== 0))
        step.fail(`must have no padding behind ${changer?.label}, which changes what its zeros stand for`);
      layers.push(step.layer);
      return;
    case 'flatten': {
      const last = layers.at(-1)?.kind;
      if (last !== 'flatten' && last !== 'dense') layers.push({ kind: 'flatten' });
    }
  }
}

const isWeighted = (layer: Layer): layer is WeightLayer => layer.kind === 'dense' || layer.kind === 'convolution';

/** True where a change of channels behind a layer can stand before it. */
const commutes = (layer: Layer, rising: boolean): boolean =>
  (layer.kind === 'max-pool' && rising) || (layer.kind === 'average-pool' && isUnpadded(layer.padding ?? 0));

/** Place of the last weighted layer without activation, behind which all are `passed`; -1: there is none. */
function sumsBehind(layers: readonly Layer[], passed: (layer: Layer) => boolean): number {
  const last = layers.findLastIndex((layer) => !passed(layer));
  const layer = layers[last];
  return layer && isWeighted(layer) && layer.activation === 'none' ? last : -1;
}

/** Changes one after the other; the shorter list is of as many equal parts. */
function composed(first: readonly Change[], second: readonly Change[]): Change[] {
  if (first.length === 0) return [...second];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, k) => {
    const of = (list: readonly Change[]): Change =>
      nth(list, Math.floor((k * list.length) / Math.max(first.length, second.length)));
    const { factor, addend } = of(second);
    return { factor: factor * of(first).factor, addend: factor * of(first).addend + addend };
  });
}

/** Weights of the first layer, with what is done to the pixels before it. */
function firstWeights(draft: Draft, layer: WeightLayer, step: Step & { readonly kind: 'linear' }): LayerWeights {
  const { changes, layers } = draft;
  const normalization = {
    mean: changes.map(({ factor, addend }) => -addend / factor),
    std: changes.map(({ factor }) => 1 / factor),
  };
  const fits = changes.every(
    ({ factor }, k) => factor > 0 && nth(normalization.mean, k) >= 0 && nth(normalization.mean, k) <= 1,
  );
  if (fits) {
    draft.pixels = inputScale([...layers, layer], normalization);
    return foldBefore(layer, step.weights, fromScale(draft.pixels, normalization));
  }
  const padded = [...layers, layer].some((each) => 'padding' in each && !isUnpadded(each.padding ?? 0));
  if (padded) step.fail('must have no padding where its zeros stand for pixels that are not 0 to 1, or turned around');
  draft.pixels = 'positive';
  return foldBefore(layer, step.weights, changes);
}

function foldChanges(
  { changes, changer }: Draft,
  layer: WeightLayer,
  step: Step & { readonly kind: 'linear' },
): LayerWeights {
  if (changes.length === 0) return step.weights;
  const padded = layer.kind === 'convolution' && !isUnpadded(layer.padding);
  if (padded && changes.some(({ addend }) => addend !== 0))
    step.fail(`must have no padding behind ${changer?.label}, which changes what its zeros stand for`);
  return foldBefore(layer, step.weights, changes);
}
