/** `evaluate` on ONNX files of the user's own: with weights beside them, and with what they do not hold. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FixtureModel, floats, gemm, onnxBytes } from '../unit/nn/onnx.fixture.ts';
import { inFolder, measured, somagen } from './somagen.ts';

/** Brighter half of a 2 x 2 image; the second weights stand in a file beside it. */
const MODEL: FixtureModel = {
  input: ['batch', 1, 2, 2],
  nodes: [{ op: 'Flatten' }, gemm('fc1'), { op: 'Tanh' }, gemm('fc2'), { op: 'Softmax' }],
  tensors: {
    'fc1.weight': floats([2, 4], [1, 1, -1, -1, 1, 1, -1, -1]),
    'fc1.bias': floats([2], [0, 0]),
    'fc2.weight': {
      dims: [2, 2],
      data_type: 1,
      data_location: 1,
      external_data: [{ key: 'location', value: 'halves.onnx.data' }],
    },
    'fc2.bias': floats([2], [0, 0]),
  },
};
const DATA = new Uint8Array(Float32Array.of(1, 1, -1, -1).buffer);
/** Two images; the second is labelled wrongly, so that the error is 1/2. */
const IMAGES = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 200, 180, 10, 0, 0, 9, 250, 90);
const LABELS = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 0, 0);

async function evaluate(model: FixtureModel, entry: string, beside: Uint8Array | null = DATA) {
  return await inFolder(async (folder) => {
    mkdirSync(join(folder, 'data'));
    const files = {
      'halves.onnx': onnxBytes(model),
      ...(beside ? { 'halves.onnx.data': beside } : {}),
      'data/t10k-images-idx3-ubyte': IMAGES,
      'data/t10k-labels-idx1-ubyte': LABELS,
      'spec.yaml': `name: own\nevaluate: { networks: [${entry}], bits: [8], noisePower: [0] }\n`,
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    return await somagen(['evaluate', 'spec.yaml', '--out', 'out', '--json', '--quiet'], { cwd: folder });
  });
}

test('a model and its weights beside it; a line says what its pixels are taken for', async () => {
  const { code, stdout, stderr } = await evaluate(MODEL, '{ file: halves.onnx, data: data }');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'halves: without pixels: its pixels are 0 to 1, as if it was trained so\n',
  });
  expect(measured(stdout, 'halves.error@bits=8,noise=0')).toBe(0.5);
});

test('no weights beside it: exit code 2', async () => {
  const { code, stdout, stderr } = await evaluate(MODEL, '{ file: halves.onnx, data: data }', null);
  expect(stderr).toContain('cannot read weights of halves.onnx: ');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
