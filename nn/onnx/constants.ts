/** Operators on constants, which exporters write around shapes and weights: done where the graph is read. */

import { nth } from '../../numeric/index.ts';
import type { GraphNode } from './node.ts';
import type { Constant } from './tensor.ts';

/** Operators on constants that are known. */
export const CONSTANT_OPERATORS: ReadonlySet<string> = new Set([
  'Cast',
  'Concat',
  'Gather',
  'Identity',
  'Reshape',
  'Slice',
  'Squeeze',
  'Transpose',
  'Unsqueeze',
]);

/** Whole numbers as a constant: of a list, or one alone. */
export const wholes = (values: readonly number[], alone = false): Constant => ({
  shape: alone ? [] : [values.length],
  values: Float64Array.from(values),
  whole: true,
});

/** Whole numbers of a constant of at most one dimension. */
export function wholesOf(constant: Constant, node: GraphNode, what: string): readonly number[] {
  if (!constant.whole || constant.shape.length > 1) node.fail(`${what} must be a list of whole numbers`);
  return Array.from(constant.values);
}

/** Result of a node whose inputs are all constants. */
export function foldConstants(node: GraphNode, inputs: readonly (Constant | undefined)[]): Constant {
  const input = (k: number): Constant => inputs[k] ?? node.fail(`must have at least ${k + 1} inputs`);
  const first = input(0);
  const { shape, values } = first;
  const list = (k: number, attribute: string): readonly number[] | undefined => {
    const given = inputs[k];
    return given ? wholesOf(given, node, attribute) : node.ints(attribute);
  };
  switch (node.operator) {
    case 'Identity':
      return first;
    case 'Cast': {
      const to = node.int('to', 1);
      return { shape, values, whole: to === 6 || to === 7 };
    }
    case 'Reshape':
      return { ...first, shape: reshaped(node, values.length, shape, list(1, 'shape') ?? []) };
    case 'Unsqueeze': {
      const axes = list(1, 'axes') ?? [];
      const rank = shape.length + axes.length;
      const places = axes.map((axis) => axisOf(node, axis, rank));
      const rest = [...shape];
      return {
        ...first,
        shape: Array.from({ length: rank }, (_, k) => (places.includes(k) ? 1 : (rest.shift() ?? 1))),
      };
    }
    case 'Squeeze': {
      const axes = list(1, 'axes')?.map((axis) => axisOf(node, axis, shape.length));
      const kept = shape.filter((length, k) => !(axes ? axes.includes(k) : length === 1));
      if (kept.reduce((product, length) => product * length, 1) !== values.length)
        node.fail('must leave out lengths of 1');
      return { ...first, shape: kept };
    }
    case 'Transpose':
      return transposed(node, first);
    case 'Gather': {
      if (shape.length !== 1 || node.int('axis', 0) !== 0) return node.fail('must take numbers out of a list');
      const picked = Array.from(input(1).values, (index) => {
        const value = values[index < 0 ? index + values.length : index];
        return value ?? node.fail(`must have an index within ${values.length}: ${index}`);
      });
      return { ...first, shape: input(1).shape, values: Float64Array.from(picked) };
    }
    case 'Concat': {
      if (inputs.some((part) => part?.shape.length !== 1)) return node.fail('must join lists');
      const joined = inputs.flatMap((part) => Array.from(part?.values ?? []));
      return { shape: [joined.length], values: Float64Array.from(joined), whole: first.whole };
    }
    case 'Slice': {
      const [start, end] = [(list(1, 'starts') ?? [])[0] ?? 0, (list(2, 'ends') ?? [])[0] ?? values.length];
      const step = inputs[4]?.values[0] ?? 1;
      if (shape.length !== 1 || step !== 1) return node.fail('must take a part of a list');
      const part = values.slice(start, end);
      return { ...first, shape: [part.length], values: part };
    }
    default:
      return node.fail('is not known for constants');
  }
}

const axisOf = (node: GraphNode, axis: number, rank: number): number =>
  axis >= -rank && axis < rank ? (axis + rank) % rank : node.fail(`must have axes within ${rank} dimensions: ${axis}`);

/** Dimensions of `wanted` for `count` values. 0 stands for that of `shape`, -1 for what is left. */
function reshaped(node: GraphNode, count: number, shape: readonly number[], wanted: readonly number[]): number[] {
  const known = wanted.map((length, k) => (length === 0 ? (shape[k] ?? 0) : length));
  const product = known.filter((length) => length !== -1).reduce((all, length) => all * length, 1);
  const full = known.map((length) => (length === -1 ? count / product : length));
  if (full.some((length) => !Number.isInteger(length) || length < 0) || full.reduce((a, b) => a * b, 1) !== count)
    return node.fail(`must have a shape for ${count} values: [${wanted}]`);
  return full;
}

function transposed(node: GraphNode, { shape, values, whole }: Constant): Constant {
  const rank = shape.length;
  const permutation = node.ints('perm') ?? shape.map((_, k) => rank - 1 - k);
  if ([...permutation].sort((a, b) => a - b).join() !== shape.map((_, k) => k).join())
    return node.fail(`perm must hold each of ${rank} dimensions once: ${permutation}`);
  const to = permutation.map((dimension) => nth(shape, dimension));
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((product, length) => product * length, 1));
  const moved = values.map((_, k) => {
    let rest = k;
    let from = 0;
    for (let dimension = rank - 1; dimension >= 0; dimension--) {
      const length = nth(to, dimension);
      from += (rest % length) * nth(strides, nth(permutation, dimension));
      rest = Math.floor(rest / length);
    }
    return nth(values, from);
  });
  return { shape: to, values: moved, whole };
}
