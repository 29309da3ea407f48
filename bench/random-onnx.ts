/** Random ONNX models, as PyTorch, Keras and others write their operators. */

import { nth, philox4x32 } from '../numeric/index.ts';
import { type FixtureModel, type FixtureNode, floats, wholes } from '../test/unit/nn/onnx.fixture.ts';

/** Random numbers of one model: whole ones below a bound, one of some values, fractions of -1 to 1. */
export interface Draw {
  readonly below: (bound: number) => number;
  readonly pick: <T>(first: T, ...others: readonly T[]) => T;
  readonly signed: () => number;
}

export function drawOf(model: number): Draw {
  const words = new Uint32Array(4);
  let used = 0;
  const next = (): number => {
    if (used % 4 === 0) philox4x32(words, used / 4, model, 0, 0, 1, 0);
    return nth(words, used++ % 4) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    pick: (first, ...others) => [first, ...others][below(1 + others.length)] ?? first,
    signed: () => 2 * next() - 1,
  };
}

/** A model of images, a vector of classes at its end. */
export function randomModel({ below, pick, signed }: Draw): FixtureModel {
  const nodes: FixtureNode[] = [];
  const tensors: Record<string, object> = {};
  const opset = pick(11, 13, 17, 18);
  let [channels, height, width] = [pick(1, 2, 3, 4), 6 + below(12), 6 + below(12)];
  const input = ['batch', channels, height, width];
  const tensor = (dims: readonly number[], value: () => number = signed): string => {
    const name = `tensor${Object.keys(tensors).length}`;
    const count = dims.reduce((product, length) => product * length, 1);
    tensors[name] = floats(dims, Array.from({ length: count }, value));
    return name;
  };
  const list = (values: readonly number[], dims?: readonly number[]): string => {
    const name = `list${Object.keys(tensors).length}`;
    tensors[name] = wholes(values, dims);
    return name;
  };
  const add = (op: string, others: readonly string[] = [], set: NonNullable<FixtureNode['set']> = {}): void => {
    nodes.push({ op, with: others, set });
  };
  const positive = (): number => 0.3 + Math.abs(signed());
  const norm = (count: number): void => {
    const epsilon = { f: pick(1e-5, 1e-3) };
    add('BatchNormalization', [...[0, 1, 2].map(() => tensor([count])), tensor([count], positive)], { epsilon });
  };
  const bend = (): void => {
    const op = pick('Relu', 'Relu', 'Tanh', 'Sigmoid', 'Clip');
    const height = pick(1, 0.5, 6);
    add(op, op === 'Clip' ? [tensor([], () => -height), tensor([], () => height)] : []);
  };
  const windows = (side: number, stride: number, pads: readonly number[], dilation = 1): boolean => {
    const [top = 0, left = 0, bottom = 0, right = 0] = pads;
    const span = dilation * (side - 1) + 1;
    const down = Math.floor((height + top + bottom - span) / stride) + 1;
    const across = Math.floor((width + left + right - span) / stride) + 1;
    if (down < 1 || across < 1) return false;
    [height, width] = [down, across];
    return true;
  };
  const convolution = (): void => {
    const group = pick(1, 1, ...[2, 3, channels].filter((count) => channels % count === 0));
    const outputs = group * (1 + below(3));
    const [side, stride, dilation] = [pick(1, 2, 3, 3, 5), pick(1, 1, 2, 3), pick(1, 1, 2)];
    const auto = dilation === 1 ? pick('NOTSET', 'NOTSET', 'SAME_UPPER', 'SAME_LOWER') : 'NOTSET';
    const pads = [0, 1, 2, 3].map(() => (auto === 'NOTSET' ? pick(0, 0, 1, 2) : 0));
    if (auto !== 'NOTSET') [height, width] = [Math.ceil(height / stride), Math.ceil(width / stride)];
    else if (!windows(side, stride, pads, dilation)) return;
    const weights = [tensor([outputs, channels / group, side, side]), ...(below(3) ? [tensor([outputs])] : [])];
    const padding = auto === 'NOTSET' ? { pads } : { auto_pad: auto };
    add('Conv', weights, {
      kernel_shape: [side, side],
      strides: [stride, stride],
      dilations: [dilation, dilation],
      group,
      ...padding,
    });
    channels = outputs;
    if (below(3) === 0) norm(channels);
    if (below(4)) bend();
    if (below(6) === 0) norm(channels);
  };
  const pool = (): void => {
    const [side, stride] = [pick(2, 3), pick(1, 2, 3)];
    const pad = side === 3 ? pick(0, 0, 1) : 0;
    if (!windows(side, stride, [pad, pad, pad, pad])) return;
    const op = pick('MaxPool', 'MaxPool', 'AveragePool');
    const mean = op === 'AveragePool' ? { count_include_pad: 1 } : {};
    add(op, [], { kernel_shape: [side, side], strides: [stride, stride], pads: [pad, pad, pad, pad], ...mean });
  };
  const dense = (inputs: number, outputs: number): void => {
    if (below(3) === 0) {
      add('MatMul', [tensor([inputs, outputs])]);
      add('Add', [tensor([outputs])]);
    } else {
      const transB = below(2);
      const weights = tensor(transB ? [outputs, inputs] : [inputs, outputs]);
      add('Gemm', [weights, tensor(pick([outputs], [1, outputs]))], {
        alpha: { f: pick(1, 0.5) },
        beta: { f: pick(1, 2) },
        transB,
      });
    }
    if (below(5) === 0) norm(outputs);
  };
  if (below(4) === 0) {
    add('Sub', [tensor(pick([1, channels, 1, 1], [channels, 1, 1], []))]);
    add('Div', [tensor(pick([1, channels, 1, 1], []), positive)]);
  }
  for (let k = below(4); k > 0; k--) pick(convolution, convolution, pool)();
  let length = channels * height * width;
  switch (below(4)) {
    case 0:
      add('GlobalAveragePool');
      add('Flatten');
      length = channels;
      break;
    case 1:
      add('ReduceMean', opset >= 18 ? [list([2, 3])] : [], { keepdims: 0, ...(opset >= 18 ? {} : { axes: [2, 3] }) });
      length = channels;
      break;
    case 2:
      add('Transpose', [], { perm: [0, 2, 3, 1] });
      add('Reshape', [list([-1, length])]);
      break;
    default:
      add('Flatten', [], { axis: 1 });
  }
  const hidden = below(2) ? 1 + below(7) : 0;
  if (hidden > 0) {
    dense(length, hidden);
    bend();
  }
  dense(hidden || length, 1 + below(7));
  return { input, opset, nodes, tensors };
}
