/** `evaluate` on networks whose activations have no end: where their ranges come from, and what is said without. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSafetensors } from '../../nn/files/safetensors.ts';
import { inFolder, measured, somagen } from './somagen.ts';

/** Each output is four times a pixel: cut off at 1, bright pixels would be alike. */
const LAYERS = [
  { kind: 'flatten' },
  { kind: 'dense', name: 'fc1', inputs: 2, outputs: 2, activation: 'relu' },
  { kind: 'dense', name: 'fc2', inputs: 2, outputs: 2, activation: 'none' },
];
const WEIGHTS = writeSafetensors({
  'fc1.weight': { shape: [2, 2], values: Float32Array.of(4, 0, 0, 4) },
  'fc1.bias': { shape: [2], values: Float32Array.of(0, 0) },
  'fc2.weight': { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) },
  'fc2.bias': { shape: [2], values: Float32Array.of(0, 0) },
});
/** Images of two pixels, the second the brighter one. */
const PIXELS = [
  [200, 255],
  [100, 180],
  [64, 90],
  [10, 40],
];

function writeImages(folder: string, part: 'train' | 't10k', pixels: readonly (readonly number[])[]): void {
  mkdirSync(folder, { recursive: true });
  const head = [0, 0, 0, pixels.length, 0, 0, 0, 1, 0, 0, 0, 2];
  writeFileSync(join(folder, `${part}-images-idx3-ubyte`), Uint8Array.of(0, 0, 8, 3, ...head, ...pixels.flat()));
  const labels = [0, 0, 0, pixels.length, ...pixels.map(() => 1)];
  writeFileSync(join(folder, `${part}-labels-idx1-ubyte`), Uint8Array.of(0, 0, 8, 1, ...labels));
}

interface Files {
  /** Further entries of the network in the spec. */
  readonly entry?: string;
  /** Further entries of layers in the network's file. */
  readonly layers?: Readonly<Record<string, object>>;
  /** Folder of training images. */
  readonly train?: string;
  /** Test images in the place of training images. */
  readonly copied?: boolean;
}

const run = ({ entry = '', layers = {}, train, copied = false }: Files) =>
  inFolder(async (folder) => {
    const own = LAYERS.map((layer) => ('name' in layer ? { ...layer, ...layers[layer.name ?? ''] } : layer));
    const input = { channels: 1, height: 1, width: 2 };
    writeFileSync(join(folder, 'net.json'), JSON.stringify({ name: 'four', input, layers: own }));
    writeFileSync(join(folder, 'net.safetensors'), WEIGHTS);
    writeImages(join(folder, 'data'), 't10k', PIXELS);
    if (train !== undefined) writeImages(join(folder, train), 'train', copied ? PIXELS : PIXELS.slice(0, 3));
    const spec = join(folder, 'own.yaml');
    const network = `{file: net.json, data: data${entry}}`;
    writeFileSync(spec, `name: own\nevaluate: {networks: [${network}], bits: [8, 16], noisePower: [0], draws: 1}\n`);
    const out = join(folder, 'out');
    const ended = await somagen(['evaluate', spec, '--json', '--quiet', '--out', out]);
    const report = ended.code === 0 ? readFileSync(join(out, 'report.md'), 'utf8') : '';
    return { ...ended, stderr: ended.stderr.replaceAll(`${folder}/`, ''), report };
  });

test.each([
  ['the training images beside the test images', { train: 'data' }, 'fc1 4 by least-squares of 3 images of own train'],
  [
    'images elsewhere and a way',
    { train: 'more', entry: ', calibration: more, ranges: max' },
    'fc1 4 by max of 3 images of own train',
  ],
  [
    'the spec, which goes before the file',
    { layers: { fc1: { range: 1 } }, entry: ', ranges: {fc1: 5}' },
    'fc1 5 as told',
  ],
])('ranges of %s: no image is wrong', async (_, files, source) => {
  const { code, stdout, stderr } = await run(files);
  expect([code, stderr]).toEqual([0, '']);
  for (const bits of [8, 16]) expect(measured(stdout, `four.error@bits=${bits},noise=0`)).toBe(0);
  expect(stdout).toContain(`largest activations ${source}`);
});

test('a range that cuts bright pixels off: the rounding costs 75 points, which is suspicious', async () => {
  const { code, stdout, stderr, report } = await run({ entry: ', ranges: {fc1: 1}' });
  expect([code, measured(stdout, 'four.error.float')]).toEqual([0, 0]);
  for (const bits of [8, 16]) expect(measured(stdout, `four.roundingCost@bits=${bits}`)).toBe(0.75);
  expect(stderr).toMatch(
    /^four: suspicious: Rounding to 8 bit costs more than a point.*\nfour: suspicious: Rounding to 16 bit/,
  );
  expect(report).toContain('**Suspicious.** Rounding to 8 bit');
  expect(report).toContain('adds 8 bit +75.00 points');
  expect(report).toContain('8 bit: fc1 1 as told.');
});

test.each([
  ['no training images and no range', {}, 'net.json: the range of fc1 (relu) is needed for its codes'],
  ['the test images again', { train: 'data', copied: true }, 'training images must be others than the test images'],
  ['a way alone', { entry: ', ranges: max' }, 'calibration'],
  ['a folder without training images', { entry: ', calibration: data' }, 'data must hold its train files'],
  [
    'a layer that has none',
    { entry: ', ranges: {fc2: 3}' },
    'ranges must be of layers with codes of an unbounded activation (fc1): fc2',
  ],
])('%s: refused', async (_, files, message) => {
  const { code, stdout, stderr } = await run(files);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});
