/** `evaluate` on networks, weights and images of the user's own: good ones, and each that is not. */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeSafetensors } from '../../nn/files/safetensors.ts';
import { inFolder, measured, somagen } from './somagen.ts';

/** Brighter half of a 2 x 2 image. */
const NETWORK = {
  name: 'halves',
  input: { channels: 1, height: 2, width: 2 },
  layers: [
    { kind: 'dense', name: 'dense1', inputs: 4, outputs: 3, activation: 'tanh' },
    { kind: 'dense', name: 'dense2', inputs: 3, outputs: 2, activation: 'none' },
  ],
};
const tensors = {
  'dense1.weight': { shape: [3, 4], values: Float32Array.from([1, 1, -1, -1, 1, 1, -1, -1, 0, 0, 0, 0]) },
  'dense1.bias': { shape: [3], values: Float32Array.from([0, 0, 0]) },
  'dense2.weight': { shape: [2, 3], values: Float32Array.from([1, 1, 0, -1, -1, 0]) },
  'dense2.bias': { shape: [2], values: Float32Array.from([0, 0]) },
};
const WEIGHTS = writeSafetensors(tensors);
/** Upper half bright: class 0. The last is labelled wrongly, so the error is 1/4. */
const IMAGES = Uint8Array.from([
  0,
  0,
  8,
  3,
  0,
  0,
  0,
  4,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  2,
  ...[200, 180, 10, 0],
  ...[0, 9, 250, 90],
  ...[255, 255, 0, 0],
  ...[130, 120, 20, 10],
]);
const LABELS = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1]);

interface Files {
  readonly network?: object | string;
  readonly weights?: Uint8Array;
  readonly images?: Uint8Array;
  readonly labels?: Uint8Array;
  readonly evaluate?: string;
  /** Entries of the network in the spec besides its files. */
  readonly entry?: string;
  /** Tables in place of JSON. */
  readonly tables?: boolean;
}

const run = (
  {
    network = NETWORK,
    weights = WEIGHTS,
    images = IMAGES,
    labels = LABELS,
    evaluate = '',
    tables = false,
    entry = '',
  }: Files,
  ...more: string[]
) =>
  inFolder(async (folder) => {
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(join(folder, 'net.json'), typeof network === 'string' ? network : JSON.stringify(network));
    writeFileSync(join(folder, 'w.safetensors'), weights);
    writeFileSync(join(data, 't10k-images-idx3-ubyte'), images);
    writeFileSync(join(data, 't10k-labels-idx1-ubyte'), labels);
    const own = `{file: net.json, weights: w.safetensors, data: data${entry}}`;
    const spec = join(folder, 'own.yaml');
    writeFileSync(
      spec,
      `name: own\nevaluate:\n  networks: [${own}]\n  noisePower: [1e-6 V^2]\n  draws: 3\n${evaluate}`,
    );
    const out = join(folder, 'out');
    const ended = await somagen(['evaluate', spec, ...(tables ? [] : ['--json']), '--quiet', '--out', out, ...more]);
    const report = ended.code === 0 ? readFileSync(join(out, 'report.md'), 'utf8') : '';
    return { ...ended, stderr: ended.stderr.replaceAll(folder, ''), report };
  });

describe("a network of the user's own", () => {
  test('is evaluated: one image of four is labelled wrongly', async () => {
    const { code, stdout, report } = await run({});
    expect(code).toBe(0);
    for (const bits of [3, 8, 16]) expect(measured(stdout, `halves.error@bits=${bits},noise=0`)).toBe(0.25);
    expect(measured(stdout, 'halves.error.float')).toBe(0.25);
    expect(stdout).toContain(`w.safetensors (sha256 ${createHash('sha256').update(WEIGHTS).digest('hex')})`);
    expect(report).toContain('### halves');
    expect(report).toContain('| none | – | 25.00 % | 25.00 % | 25.00 % |');
  });

  test('with centred pixels: the same halves are brighter, as tables and without an empty one', async () => {
    const centred = { ...NETWORK, pixels: 'centred' };
    const { code, stdout } = await run({ network: centred, tables: true, evaluate: '  bits: [3, 8]\n' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/│ 0 V² +│ +- │ +25\.00 % │ +25\.00 % │/);
    expect(stdout.match(/┌/g)).toHaveLength(1);
  });

  test('with widths, converters, chips and offsets: every key says so', async () => {
    const evaluate =
      '  bits: [4]\n  activationBits: 6\n  noise: {model: per-branch, mismatch: 0.1, offset: 1 mV, resolution: 2}\n';
    const { stdout, report } = await run({ evaluate });
    const key = 'activationBits=6,model=per-branch,mismatch=1e-1,offset=1e-3,resolution=2';
    expect(measured(stdout, `halves.error@bits=4,noise=1e-6,${key}`)).toBe(0.25);
    expect(report).toContain('off by 10.00 % (one sigma) of themselves');
    expect(report).toContain('converters of 2 bits');
  });

  test('with compressed images whose rows and columns are exchanged and labels from 1', async () => {
    const exchanged = IMAGES.map((value, at) => (at < 16 ? value : IMAGES[(at & ~3) + [0, 2, 1, 3][at & 3]!]!));
    const labels = gzipSync(LABELS.map((label, at) => (at < 8 ? label : label + 1)));
    const files = { images: gzipSync(exchanged), labels, entry: ', transposed: true, firstLabel: 1' };
    const { code, stdout } = await run(files);
    expect([code, measured(stdout, 'halves.error@bits=8,noise=0')]).toEqual([0, 0.25]);
    expect(stdout).toMatch(/own test \(files md5 [0-9a-f]{32}\), transposed/);
  });
});

test("a network without data: has MNIST's images, and one line on standard error says so", () =>
  inFolder(async (folder) => {
    const input = { channels: 1, height: 28, width: 28 };
    const layer = { kind: 'dense', name: 'out', inputs: 784, outputs: 10, activation: 'none' };
    writeFileSync(join(folder, 'net.json'), JSON.stringify({ name: 'flat', input, layers: [layer] }));
    const values = Float32Array.from({ length: 7840 }, (_, k) => (k % 7) / 7);
    const weights = { shape: [10, 784], values };
    writeFileSync(
      join(folder, 'net.safetensors'),
      writeSafetensors({ 'out.weight': weights, 'out.bias': { shape: [10], values: new Float32Array(10) } }),
    );
    const spec = join(folder, 'own.yaml');
    writeFileSync(
      spec,
      'name: own\nevaluate: {networks: [net.json], bits: [8], noisePower: [0], draws: 1, images: 10}\n',
    );
    const { code, stderr } = await somagen(['evaluate', spec, '--json', '--quiet', '--out', join(folder, 'out')]);
    expect([code, stderr]).toEqual([0, 'flat: without data: its images are those of MNIST\n']);
  }));

test('a network file that reads the same weights otherwise is evaluated anew', () =>
  inFolder(async (folder) => {
    const layer = { kind: 'dense', name: 'up', inputs: 4, outputs: 2, activation: 'none', bias: false };
    const network = { name: 'pair', input: NETWORK.input, ignore: ['down.*'], layers: [layer] };
    const upper = Float32Array.of(1, 1, -1, -1, -1, -1, 1, 1);
    const weights = writeSafetensors({
      'up.weight': { shape: [2, 4], values: upper },
      'down.weight': { shape: [2, 4], values: upper.map((value) => -value) },
    });
    writeFileSync(join(folder, 'w.safetensors'), weights);
    writeFileSync(join(folder, 't10k-images-idx3-ubyte'), IMAGES);
    writeFileSync(join(folder, 't10k-labels-idx1-ubyte'), LABELS);
    const own = '{file: net.json, weights: w.safetensors, data: .}';
    writeFileSync(
      join(folder, 'own.yaml'),
      `name: own\nevaluate: {networks: [${own}], bits: [8], noisePower: [0], draws: 1}\n`,
    );
    const error = async (file: object) => {
      writeFileSync(join(folder, 'net.json'), JSON.stringify(file));
      const out = join(folder, 'out');
      const { stdout } = await somagen(['evaluate', join(folder, 'own.yaml'), '--json', '--quiet', '--out', out]);
      return measured(stdout, 'pair.error@bits=8,noise=0');
    };
    expect(await error(network)).toBe(0.25);
    const down = { ...layer, tensors: { weight: 'down.weight' } };
    expect(await error({ ...network, ignore: ['up.*'], layers: [down] })).toBe(0.75);
  }));

test('an interruption: exit code 130, and what was finished is not computed again', () =>
  inFolder(async (folder) => {
    const spec = join(folder, 'small.yaml');
    const evaluate = '{networks: [mnist-cnn], bits: [3], noisePower: [1e-8, 1e-7, 1e-6, 1e-5], images: 6000}';
    writeFileSync(spec, `name: small\nevaluate: ${evaluate}\n`);
    const args = ['evaluate', spec, '--out', folder, '--jobs', '1'];
    const { code, stderr } = await somagen(args, { signalAfter: /2 of 5 points/ });
    expect(stderr).toContain('interrupted; what was finished is kept');
    expect(code).toBe(130);
    const kept = (): string[] => readdirSync(join(folder, 'cache')).filter((name) => name.startsWith('evaluate-'));
    const first = kept();
    expect(first.length).toBeGreaterThanOrEqual(2);
    expect(first.length).toBeLessThan(5);
    expect((await somagen(args)).stderr).toContain(`${first.length + 1} of 5 points`);
    expect(kept()).toHaveLength(5);
  }));

/** The file with the first value of a tensor replaced. */
const withFirst = (value: number): Uint8Array =>
  writeSafetensors({
    ...tensors,
    'dense1.bias': { shape: [3], values: Float32Array.from([value, 0, 0]) },
  });

describe('exit code 2, a message that names file and place', () => {
  test.each<[string, Files, string]>([
    [
      'weights of another shape',
      { weights: writeSafetensors({ ...tensors, 'dense1.bias': { shape: [4], values: new Float32Array(4) } }) },
      '/w.safetensors: tensor dense1.bias must be [3] for halves: [4]',
    ],
    [
      'NaN',
      { weights: withFirst(Number.NaN) },
      '/w.safetensors: tensor dense1.bias must be finite in float32: NaN at index 0',
    ],
    [
      'infinity',
      { weights: withFirst(Infinity) },
      '/w.safetensors: tensor dense1.bias must be finite in float32: Infinity at index 0',
    ],
    [
      'a truncated file',
      { weights: WEIGHTS.slice(0, -3) },
      `/w.safetensors: is truncated: ${WEIGHTS.length} bytes wanted`,
    ],
    [
      'a header that lies about a size',
      { weights: lying() },
      '/w.safetensors: tensor dense1.bias [3] of F32 must take 12 bytes: 16',
    ],
    [
      'shapes that do not follow',
      { network: { ...NETWORK, layers: [NETWORK.layers[0], { ...NETWORK.layers[1], inputs: 5 }] } },
      '/net.json: dense2 must have inputs 3: 5',
    ],
    ['no JSON', { network: '{' }, '/net.json: is not JSON'],
    [
      'accumulators beyond the kernels',
      { weights: withFirst(1e10), evaluate: '  bits: [8]\n' },
      'accumulators of dense1 must stay within 2^44',
    ],
    [
      'a label out of range',
      { labels: LABELS.with(9, 2) },
      '/data/t10k-labels-idx1-ubyte: labels must be 0 to 1: 2 (image 1)',
    ],
    [
      'no images',
      { images: IMAGES.slice(0, 16).with(7, 0), labels: LABELS.slice(0, 8).with(7, 0) },
      '/data/t10k-images-idx3-ubyte: must hold an image at least: it holds none',
    ],
    [
      'a web page in place of images',
      { images: new TextEncoder().encode('<html>') },
      '/data/t10k-images-idx3-ubyte: must be an IDX file: it is a web page (HTML)',
    ],
    [
      'images that are not there',
      { evaluate: '  images: 5\n' },
      'evaluate.images must be at most 4, the images of own test',
    ],
    [
      'noise without a full scale',
      { evaluate: '  fullScale: 0 V\n' },
      'evaluate.fullScale must be a voltage from 1 uV to 1 V',
    ],
    [
      'aware weights that do not exist',
      { evaluate: '  weights: [aware]\n' },
      'evaluate.weights aware must have a width with such weights (halves at no bits): 3, 8, 16',
    ],
    [
      'a converter finer than the activations',
      { evaluate: '  noise: {resolution: 9}\n' },
      'resolution must be 1 to 3, the bits of activations: 9',
    ],
  ])('%s', async (_, files, message) => {
    const { code, stderr, stdout } = await run(files);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('no draws', async () => {
    const { code, stderr } = await run({}, '--set', 'evaluate.draws=0');
    expect(stderr).toContain('evaluate.draws must be a whole number from 1 to 1000: 0');
    expect(code).toBe(2);
  });
});

/** The header says that three values take sixteen bytes. */
function lying(): Uint8Array {
  const text = Buffer.from(WEIGHTS).toString('latin1');
  const offsets = /"dense1\.bias":\{"dtype":"F32","shape":\[3\],"data_offsets":\[(\d+),(\d+)\]/.exec(text);
  const [whole = '', from = '', to = ''] = offsets ?? [];
  return Buffer.from(text.replace(whole, whole.replace(`[${from},${to}]`, `[${from},${Number(to) + 4}]`)), 'latin1');
}
