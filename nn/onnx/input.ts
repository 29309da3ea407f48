/** Input of a graph: the images that it takes. */

import { printable } from '../files/safetensors.ts';
import type { Shape } from '../network/network.ts';
import { type Flow, mapFlow, vectorFlow } from './flow.ts';
import type { ValueInfoProto } from './proto.ts';
import { isFloatType, typeName } from './tensor.ts';

/** Flow at the entry: [images, channels, height, width] or [images, values], lengths left open being those of `chosen`. */
export function flowOfInput(
  { name, type }: ValueInfoProto,
  chosen: Shape | undefined,
  fail: (problem: string) => never,
): Flow {
  const tensor = type?.tensor_type;
  const label = `input ${printable(name)}`;
  if (!tensor?.shape) return fail(`${label} must be a tensor of a known shape`);
  if (!isFloatType(tensor.elem_type)) return fail(`${label} must be of floating point: ${typeName(tensor.elem_type)}`);
  const [, ...rest] = tensor.shape.dim;
  const text = `[${tensor.shape.dim.map(({ dim_value, dim_param }) => dim_value || printable(dim_param) || '?').join(', ')}]`;
  if (rest.length !== 3 && rest.length !== 1)
    return fail(`${label} must be [images, channels, height, width] or [images, values]: ${text}`);
  const given = chosen && (rest.length === 3 ? [chosen.channels, chosen.height, chosen.width] : [sizeOf(chosen)]);
  const lengths = rest.map(({ dim_value }, k) => {
    const length = dim_value || given?.[k] || 0;
    return length >= 1 && length <= MOST_VALUES
      ? length
      : fail(`${label} is ${text}: input must give its [channels, height, width]`);
  });
  const [channels = 0, height = 1, width = 1] = lengths;
  if (channels * height * width > MOST_VALUES) return fail(`${label} must hold at most ${MOST_VALUES} values: ${text}`);
  return lengths.length === 1 ? vectorFlow(channels) : mapFlow(channels, height, width);
}

/** Most values of an image. */
const MOST_VALUES = 2 ** 24;

const sizeOf = ({ channels, height, width }: Shape): number => channels * height * width;
