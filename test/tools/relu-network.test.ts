/** An ordinary ReLU network, trained and quantized in numpy: its errors and its Verilog. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder } from '../../tools/data/cache-folder.ts';
import { readDataSet } from '../../tools/data/data.ts';
import { MNIST } from '../../tools/data/sets.ts';
import { measured, somagen } from '../cli/somagen.ts';

interface Found {
  readonly float: number;
  /** Largest output of the hidden layer for 5000 training images. */
  readonly largest: number;
  /** Errors in whole numbers, by bits. */
  readonly errors: Readonly<Record<string, number>>;
}

const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

let numpy: Found;
beforeAll(async () => {
  for (const part of ['train', 'test'] as const) await readDataSet(MNIST, part);
  const script = fileURLToPath(new URL('../relu-network.py', import.meta.url));
  const args = [script, join(cacheFolder(), MNIST.folder), folder];
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1' };
  const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
  if (python === undefined) throw new Error('no python3 has numpy: npm run setup installs it');
  numpy = JSON.parse(execFileSync(python, args, { encoding: 'utf8', env })) as Found;
  const spec = (ranges: string) =>
    `evaluate: {networks: [{file: net.json${ranges}}], bits: [4, 8, 16], noisePower: [0], draws: 1}\n`;
  writeFileSync(join(folder, 'max.yaml'), `name: max\n${spec(', ranges: max')}`);
  const neuron = '{name: serial8, kind: digital, bits: 8, synapses: 784, signed: true, architecture: serial, bias: 20}';
  writeFileSync(join(folder, 'usual.yaml'), `name: usual\nneurons: [${neuron}]\n${spec('')}`);
}, 120_000);

const numberOf = (stdout: string, key: string): number => Number(measured(stdout, key));
const run = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await somagen([...args, '--json', '--quiet', '--out', join(folder, 'out')]);
  expect([code, stderr]).toEqual([0, 'relu: without data: its images are those of MNIST\n']);
  return stdout;
};

test('by the largest outputs: the errors of numpy, whose hidden layer passes 1 many times over', async () => {
  expect(numpy.largest).toBeGreaterThan(3);
  const stdout = await run('evaluate', join(folder, 'max.yaml'));
  const error = (bits: number): number => numberOf(stdout, `relu.error@bits=${bits},noise=0`);
  // Sums of products in BLAS and in the kernels round otherwise; at 16 bits codes come from lines.
  expect(Math.abs(numberOf(stdout, 'relu.error.float') - numpy.float)).toBeLessThanOrEqual(2e-4);
  for (const bits of [4, 8, 16]) expect(Math.abs(error(bits) - numpy.errors[bits]!)).toBeLessThanOrEqual(3e-4);
});

test('as usual: 16 bits within 0.1 points of float, 8 bits within 0.3, 4 bits within 3', async () => {
  const stdout = await run('evaluate', join(folder, 'usual.yaml'));
  for (const [bits, most] of [
    [16, 1e-3],
    [8, 3e-3],
    [4, 3e-2],
  ] as const)
    expect(Math.abs(numberOf(stdout, `relu.error@bits=${bits},noise=0`) - numpy.float)).toBeLessThanOrEqual(most);
});

test('through the Verilog of a serial neuron: every accumulator and output', async () => {
  const stdout = await run(
    'verify',
    join(folder, 'usual.yaml'),
    '--network',
    join(folder, 'net.json'),
    '--images',
    '2',
  );
  for (const layer of ['fc1', 'fc2']) expect(measured(stdout, `serial8.verify.relu.${layer}.mismatches`)).toBe(0);
});
