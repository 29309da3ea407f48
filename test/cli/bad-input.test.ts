import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, somagen } from './somagen.ts';

/** A spec around one neuron; line 3 is the neuron. */
const spec = (neuron: string): string => `name: bad\nneurons:\n  - ${neuron}\n`;

const run = (text: string, ...more: readonly string[]) =>
  inFolder(async (folder) => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, text);
    const out = join(folder, 'out');
    const ended = await somagen(['generate', file, '--out', out, ...more]);
    return { ...ended, stderr: ended.stderr.replaceAll(folder, ''), left: readdirSync(folder) };
  });

describe('a wrong spec: exit code 2, a message with file, line, column, key and value, nothing written', () => {
  test.each([
    [
      'an unknown key',
      spec('{name: a, kind: digital, bits: 8, colour: red}'),
      '/bad.yaml:3:47: neurons[0].colour is not a known key; known are name, kind, bits, inputBits, synapses, signed, architecture, multiplier, partialProducts, adderCells, adder, accumulator, overflow, bias, activation, threshold, outputBits, shift, pipeline, clock, objective',
    ],
    [
      'a pressure for a current',
      spec('{name: a, kind: analog, bits: 8, unitCurrent: 100 Pa}'),
      '/bad.yaml:3:51: neurons[0].unitCurrent must be a current from 0.1 pA to 10 uA (100 Pa is not in A): "100 Pa"',
    ],
    [
      '0 bits',
      spec('{name: a, kind: digital, bits: 0}'),
      '/bad.yaml:3:36: neurons[0].bits must be a whole number from 1 to 64: 0',
    ],
    [
      '65 bits',
      spec('{name: a, kind: digital, bits: 65}'),
      '/bad.yaml:3:36: neurons[0].bits must be a whole number from 1 to 64: 65',
    ],
    [
      '2.5 bits',
      spec('{name: a, kind: digital, bits: 2.5}'),
      '/bad.yaml:3:36: neurons[0].bits must be a whole number from 1 to 64: 2.5',
    ],
    [
      'no synapses',
      spec('{name: a, kind: digital, bits: 8, synapses: 0}'),
      '/bad.yaml:3:49: neurons[0].synapses must be a whole number from 1 to 4096: 0',
    ],
    [
      'an unknown multiplier',
      spec('{name: a, kind: digital, bits: 8, multiplier: walace}'),
      '/bad.yaml:3:51: neurons[0].multiplier must be one of: wallace, wallace-column, dadda, reduced-area, array, timing-driven: "walace"',
    ],
    [
      'an accumulator too small for one product',
      spec('{name: a, kind: digital, bits: 8, accumulator: 15}'),
      '/bad.yaml:3:52: neurons[0].accumulator must have at least 16 bits, the width of a product: 15',
    ],
    [
      'a Booth multiplier of 1 bit',
      spec('{name: a, kind: digital, bits: 1, partialProducts: booth}'),
      '/bad.yaml:3:56: neurons[0].partialProducts booth must have at least 2 weight bits: 1',
    ],
    [
      'more pipeline stages than the logic is deep',
      spec('{name: a, kind: digital, bits: 2, multiplier: wallace, adder: ripple, pipeline: 8}'),
      'a: pipeline must be at most 3, the cells on the longest path of the logic: 8',
    ],
    [
      'a table activation of 24 bits',
      spec('{name: a, kind: digital, bits: 8, activation: tanh-lut, outputBits: 24}'),
      '/bad.yaml:3:73: neurons[0].outputBits must be a whole number from 1 to 16: 24',
    ],
    [
      'two neurons of one name',
      spec('{name: a, kind: digital, bits: 8}\n  - {name: a, kind: analog, bits: 8}'),
      '/bad.yaml:4:12: neurons[1].name must be used by one neuron only (case does not count): "a"',
    ],
    [
      'a Verilog keyword',
      spec('{name: module, kind: digital, bits: 8}'),
      '/bad.yaml:3:12: neurons[0].name must not be a Verilog keyword: "module"',
    ],
    [
      'a name that leaves the folder',
      spec('{name: ../evil, kind: digital, bits: 8}'),
      '/bad.yaml:3:12: neurons[0].name must be letters and digits, a letter first, joined by single _: "../evil"',
    ],
    [
      'a YAML syntax error',
      'name: bad\nneurons: [\n',
      '/bad.yaml:3:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a key twice', 'name: a\nname: b\n', '/bad.yaml:2:1: Map keys must be unique'],
    ['a list', '- 1\n', '/bad.yaml:1:1: the spec must be a mapping'],
  ])('%s', async (_, text, message) => {
    const { code, stdout, stderr, left } = await run(text);
    expect(stderr).toContain(message);
    expect({ code, stdout, left }).toEqual({ code: 2, stdout: '', left: ['bad.yaml'] });
  });

  test('a change by --set names the change', async () => {
    const good = spec('{name: a, kind: digital, bits: 8}');
    expect((await run(good, '--set', 'neurons.a.bits=65')).stderr).toContain(
      '--set neurons.a.bits=65: neurons[0].bits must be',
    );
    expect(await run(good, '--set', 'neurons.b.bits=6')).toMatchObject({
      code: 2,
      stderr: '--set neurons.b.bits=6: neurons has no member b\n',
    });
    expect(await run(good, '--set', 'bits')).toMatchObject({ code: 2, stderr: '--set must be path=value: bits\n' });
  });

  test('Windows line ends are fine', async () => {
    expect(await run(spec('{name: a, kind: digital, bits: 3}').replaceAll('\n', '\r\n'))).toMatchObject({ code: 0 });
  });
});

describe('a wrong command: exit code 2', () => {
  test('a file that is not there', async () => {
    expect(await somagen(['generate', 'none.yaml'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'none.yaml: no such file; somagen init none.yaml writes a starter spec\n',
    });
  });

  test.each([
    [['generate', 'examples/paper.yaml', '--colour'], "error: unknown option '--colour'"],
    [['generate', 'examples/paper.yaml', '--jobs', '0'], 'It must be a whole number from 1 to 1024.'],
    [['verify', 'examples/paper.yaml', '--simulators', 'vcs'], 'It must hold only: embedded, verilator, iverilog.'],
    [['synth', 'examples/paper.yaml', '--only', 'analog'], '--only must be one of: generate, synth: analog'],
    [['paint'], "error: unknown command 'paint'"],
  ])('%j', async (args, message) => {
    const { code, stderr, stdout } = await somagen(args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('an output folder that cannot be written', async () => {
    const { code, stderr } = await somagen(['generate', 'examples/paper.yaml', '--out', '/dev/null/x']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot write "\/dev\/null\/x": a part of the path is not a folder/);
  });
});

test('Verilator missing: exit code 3 before anything runs; name, where sought, how to install', async () => {
  await inFolder(async (folder) => {
    const out = join(folder, 'out');
    const args = ['verify', 'examples/paper.yaml', '--simulators', 'embedded,verilator', '--out', out];
    const { code, stderr } = await somagen(args, { env: { PATH: folder } });
    expect(code).toBe(3);
    expect(stderr).toContain(
      `Verilator not found (sought: verilator in PATH=${folder}). Install it: apt-get install verilator`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('data', () => {
  test('more images than there are: exit code 2', async () => {
    const args = ['evaluate', 'examples/paper.yaml', '--quiet', '--set', 'evaluate.images=10001'];
    const { code, stderr } = await inFolder((folder) => somagen([...args, '--out', folder]));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^evaluate.images must be at most 10000, the images of MNIST test .*: 10001$/m);
  });

  const evaluate = (cache: string, env: Readonly<Record<string, string>> = {}) =>
    somagen(['evaluate', 'examples/paper.yaml', '--quiet', '--out', join(cache, 'out')], {
      env: { SOMAGEN_CACHE: cache, npm_config_registry: 'http://127.0.0.1:9/', ...env },
    });
  const FILES = [
    'train-images-idx3-ubyte',
    'train-labels-idx1-ubyte',
    't10k-images-idx3-ubyte',
    't10k-labels-idx1-ubyte',
  ];

  test('no network for the first fetch: exit code 2, and which files to place where', async () => {
    await inFolder(async (cache) => {
      const { code, stderr } = await evaluate(cache);
      expect(code).toBe(2);
      for (const file of FILES) expect(stderr).toContain(file);
      expect(stderr).toContain(join(cache, 'mnist'));
    });
  });

  test('a truncated IDX file: exit code 2, its name, the bytes wanted and found', async () => {
    await inFolder(async (cache) => {
      mkdirSync(join(cache, 'mnist'), { recursive: true });
      for (const file of FILES) writeFileSync(join(cache, 'mnist', file), new Uint8Array(20));
      const { code, stderr } = await evaluate(cache);
      expect(code).toBe(2);
      expect(stderr).toContain(
        `${join(cache, 'mnist', 't10k-images-idx3-ubyte')} is truncated: 7840016 bytes wanted, 20 found`,
      );
    });
  });

  test('a file of the right size with a wrong hash: exit code 2, its name and both hashes', async () => {
    await inFolder(async (cache) => {
      mkdirSync(join(cache, 'mnist'), { recursive: true });
      const sizes = [47040016, 60008, 7840016, 10008];
      FILES.forEach((file, k) => {
        writeFileSync(join(cache, 'mnist', file), new Uint8Array(sizes[k] ?? 0));
      });
      const { code, stderr } = await evaluate(cache);
      expect(code).toBe(2);
      expect(stderr).toContain(
        `${join(cache, 'mnist', 't10k-images-idx3-ubyte')} has the wrong hash: md5 2646ac647ad5339dbf082846283269ea wanted`,
      );
    });
  });
});
