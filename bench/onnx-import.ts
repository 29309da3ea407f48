/** Import of random ONNX models against onnxruntime, which runs them itself. */

import type { DataSet } from '../nn/data/data-set.ts';
import { FormatError } from '../nn/data/format-error.ts';
import { floatOutputs } from '../nn/float/evaluate.ts';
import { networkOfOnnx } from '../nn/onnx/onnx.ts';
import { decodeModel } from '../nn/onnx/proto.ts';
import { nth } from '../numeric/index.ts';
import { onnxBytes } from '../test/unit/nn/onnx.fixture.ts';
import { findOnnxRuntime, type OnnxRuntime } from './onnxruntime.ts';
import { type Draw, drawOf, randomModel } from './random-onnx.ts';

export interface ImportFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: '1';
  readonly against?: undefined;
  readonly ratio?: undefined;
}

const MODELS = 500;
const IMAGES = 3;

/**
 * Figures of 500 random models: `import.onnx.read`, `import.onnx.refused` (by their message) and `import.onnx.difference`,
 * the largest of an output as a part of the largest output. None without onnxruntime.
 */
export async function importFigures(): Promise<ImportFigure[]> {
  const runtime = findOnnxRuntime();
  if (!runtime) return [];
  let [read, refused, difference] = [0, 0, 0];
  for (let model = 0; model < MODELS; model++) {
    const found = await differenceOf(runtime, drawOf(model));
    if (found === null) refused++;
    else {
      read++;
      difference = Math.max(difference, found);
    }
  }
  const figure = (name: string, value: number): ImportFigure => ({ name: `import.onnx.${name}`, value, unit: '1' });
  return [figure('read', read), figure('refused', refused), figure('difference', difference)];
}

/** Largest difference of a model's outputs; null where it is refused. Other errors are the bench's. */
async function differenceOf(runtime: OnnxRuntime, draw: Draw): Promise<number | null> {
  const model = randomModel(draw);
  const bytes = onnxBytes(model);
  const [, channels = 0, height = 0, width = 0] = (model.input ?? []) as number[];
  const means = Array.from({ length: channels }, () => draw.below(90) / 100);
  const pixels = draw.below(2) === 0 ? 'positive' : { mean: means, std: 0.25 };
  let imported: ReturnType<typeof networkOfOnnx>;
  try {
    imported = networkOfOnnx(decodeModel(bytes, 'random.onnx'), new Map(), 'random.onnx', { name: 'random', pixels });
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
  const size = channels * height * width;
  const values = Uint8Array.from({ length: IMAGES * size }, () => draw.below(256));
  const input = Float32Array.from(values, (value, k) => {
    const channel = Math.floor(k / (height * width)) % channels;
    return pixels === 'positive' ? value / 255 : (value / 255 - nth(means, channel)) / 0.25;
  });
  const session = await runtime.InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const tensor = new runtime.Tensor('float32', input, [IMAGES, channels, height, width]);
  const [output] = Object.values(await session.run({ input: tensor }));
  const theirs = output?.data ?? new Float32Array();
  const largest = theirs.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const rest = { images: IMAGES, labels: new Uint8Array(IMAGES), classes: 1, source: 'random' };
  const data: DataSet = { channels, height, width, pixels: size, values, ...rest };
  let difference = 0;
  floatOutputs(imported.network, imported.weights, data, (ours, image) => {
    ours.forEach((value, k) => {
      difference = Math.max(difference, Math.abs(value - nth(theirs, image * ours.length + k)) / largest);
    });
  });
  return difference;
}
