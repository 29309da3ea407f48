import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWeights } from '../../nn/files/weight-file.ts';
import type { Network } from '../../nn/network/network.ts';
import { someWeights } from '../unit/nn/network.fixture.ts';
import { inFolder, measured, somagen } from './somagen.ts';

const SPEC = 'examples/mnist.yaml';
const verify = (out: string, ...more: readonly string[]) => somagen(['verify', SPEC, '--quiet', '--out', out, ...more]);

describe('verify --network', () => {
  test('a layer at 8 and 3 bits: what is compared is counted, and a flipped weight or gate is exit code 1', async () => {
    await inFolder(async (out) => {
      const layer = ['--network', 'mnist-fcn', '--layers', 'dense2', '--images', '3'];
      const { code, stdout, stderr } = await verify(out, ...layer, '--json');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const neuron of ['dig8', 'dig3']) {
        const value = (key: string): unknown => measured(stdout, `${neuron}.verify.mnist-fcn.dense2.${key}`);
        expect(['products', 'accumulators', 'mismatches'].map(value)).toEqual([3 * 128 * 10, 3 * 10, 0]);
      }

      const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
      for (const { name, latency, files } of manifest.neurons) {
        expect(latency).toBe(1);
        expect(files.map(({ path }: { path: string }) => path)).toContain(`rtl/${name}_layer.v`);
      }

      const flipped = await verify(out, ...layer, '--flip', 'dense2:7:40');
      expect(flipped.code).toBe(1);
      const [, expected, found] =
        /dense2: 3,840 products, 30 accumulators, \d differ\n +first: image \d, output 7: expected accumulator (-?\d+), output \1; found accumulator (-?\d+), output \2\n/.exec(
          flipped.stdout,
        ) ?? [];
      // One step of the weight changes the sum by the input's code.
      const change = Math.abs(Number(found) - Number(expected));
      expect(change).toBeGreaterThan(0);
      expect(change).toBeLessThanOrEqual(127);

      const file = join(out, 'rtl/dig3.v');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace('assign sum = held;', 'assign sum = held ^ 16;'));
      const changed = await verify(out, ...layer);
      expect(changed.code).toBe(1);
      expect(changed.stdout).toContain(
        'dig8 in verilator: mnist-fcn, 8 bits, 3 images: every accumulator and output equals',
      );
      expect(changed.stdout).toContain(
        'dig3 in verilator: mnist-fcn, 3 bits, 3 images: 30 of 30 accumulators or outputs differ',
      );
    });
  });

  test('weights that were trained for 3 bits; the 8-bit neuron has none', async () => {
    await inFolder(async (out) => {
      const aware = ['--network', 'mnist-cnn', '--weights', 'aware', '--layers', 'dense3', '--images', '2'];
      const { code, stderr } = await verify(out, ...aware);
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('cannot read the weights of mnist-cnn-8bit'),
      });
      const three = await verify(
        out,
        ...aware,
        '--set',
        'neurons.dig8.architecture=parallel',
        '--set',
        'neurons.dig8.synapses=1',
      );
      expect(three.code).toBe(0);
      expect(three.stdout).toMatch(
        /^dig3 in verilator: mnist-cnn, 3 bits, 2 images: every .*\n {2}dense3: 1,680 products, 20 acc/,
      );
    });
  });

  test("a network of one's own, its weights beside it", async () => {
    await inFolder(async (folder) => {
      const convolution = { kind: 'convolution', kernel: 2, activation: 'tanh' } as const;
      const own: Network = {
        name: 'own',
        input: { channels: 1, height: 28, width: 28 },
        layers: [
          { kind: 'average-pool', size: 5 },
          { ...convolution, name: 'edges', inputs: 1, outputs: 2, padding: [0, 1, 1, 0], activation: 'hard-tanh' },
          { ...convolution, name: 'deep', inputs: 2, outputs: 4, padding: 0, stride: 2, dilation: 2, groups: 2 },
          { kind: 'flatten' },
          { kind: 'dense', name: 'last', inputs: 16, outputs: 10, activation: 'none' },
        ],
      };
      writeFileSync(join(folder, 'own.json'), JSON.stringify(own));
      writeFileSync(join(folder, 'own.safetensors'), writeWeights(own, someWeights(own, 5)));
      const network = ['--network', join(folder, 'own.json'), '--images', '2'];
      const { code, stdout } = await verify(join(folder, 'out'), ...network);
      expect(code).toBe(0);
      expect(stdout).toContain('dig8 in verilator: own, 8 bits, 2 images: every accumulator and output');
      expect(stdout).toContain(
        '  edges: 400 products, 100 accumulators\n  deep: 128 products, 32 accumulators\n  last: 320 products, 20 accumulators\n',
      );
      expect(await verify(join(folder, 'out'), ...network, '--weights', 'aware')).toMatchObject({ code: 2 });
    });
  });

  test.each([
    [['--network', 'lenet'], 'network must be one of mnist-fcn, mnist-cnn, cifar10-cnn: lenet'],
    [['--network', 'mnist-fcn', '--images', '0'], 'It must be a whole number from 1 to 1000000.'],
    [['--network', 'mnist-fcn', '--images', '10001'], '--images must be at most 10000, the images of MNIST test'],
    [['--network', 'mnist-fcn', '--layers', 'conv1'], 'layers of mnist-fcn are dense1, dense2: conv1'],
    [['--network', 'mnist-fcn', '--flip', 'dense2'], 'It must be LAYER:OUTPUT:SYNAPSE, both counted from 0.'],
    [['--network', 'mnist-fcn', '--flip', 'dense2:10:0'], 'must be an output below 10 and a synapse below 128: 10, 0'],
    [['--network', 'mnist-fcn', '--layers', 'dense1', '--flip', 'dense2:1:0'], '--flip must name one of the layers'],
    [
      ['--network', 'mnist-fcn', '--simulators', 'iverilog'],
      '--network runs in verilator alone: --simulators iverilog',
    ],
    [['--images', '3'], '--images needs --network'],
    [['--network', 'mnist-fcn', '--weights', 'random'], 'Allowed choices are post-training, aware.'],
    [['--network', 'mnist-fcn', '--set', 'neurons.dig3.bits=17'], 'dig3: bits must be 2 to 16 for mnist-fcn: 17'],
  ])('%j: exit code 2', async (args, message) => {
    const { code, stderr, stdout } = await inFolder((out) => verify(out, ...args));
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('neurons that cannot compute the network: exit code 2, and everything that is missing', async () => {
    const settings = ['dig8.signed=false', 'dig8.bias=3', 'dig3.accumulator=8'];
    const { code, stderr } = await inFolder((out) =>
      verify(out, '--network', 'mnist-fcn', ...settings.flatMap((setting) => ['--set', `neurons.${setting}`])),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^dig8: signed must be true.*\ndig8: bias must have at least \d+ bits for mnist-fcn: 3\ndig3: accumulator must have \d+ to \d+ bits for mnist-fcn: 8\n$/,
    );
  });

  test('a spec without a serial neuron: exit code 2', async () => {
    const args = ['verify', 'examples/paper.yaml', '--quiet', '--network', 'mnist-fcn'];
    const { code, stderr } = await inFolder((out) => somagen([...args, '--out', out]));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'verify --network needs a digital neuron with architecture serial in the spec: paper has none\n',
    });
  });

  test('Verilator missing: exit code 3', async () => {
    await inFolder(async (folder) => {
      const args = ['verify', SPEC, '--network', 'mnist-fcn', '--out', join(folder, 'out')];
      const { code, stderr } = await somagen(args, { env: { PATH: folder } });
      expect(code).toBe(3);
      expect(stderr).toContain(`Verilator not found (sought: verilator in PATH=${folder})`);
    });
  });
});
