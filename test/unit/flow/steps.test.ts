import { describe, expect, test } from 'vitest';
import {
  analyse,
  compare,
  type Evaluator,
  evaluate,
  evaluationPlan,
  generate,
  readSpec,
  synthesize,
  verify,
} from '../../../flow/index.ts';
import { digitalNeurons } from '../../../gen/index.ts';
import { type EvaluateJob, networkOf } from '../../../nn/index.ts';
import { goldenPorts } from '../../../sim/index.ts';
import { designLayouts, type Outputs, type Simulator } from '../../../sim/simulator/simulator.ts';
import { packVectors, unpackVectors } from '../../../sim/simulator/vectors.ts';
import type { Tool } from '../../../tools/tool.ts';

const pair = await readSpec(`
name: pair
neurons:
  - { name: dig3, kind: digital, bits: 3, multiplier: wallace, partialProducts: simple, adderCells: library, adder: ripple }
  - { name: msn3, kind: analog, bits: 3 }
  - { name: rejected, kind: analog, bits: 3, mode: large-signal }
compare: { pairs: [[dig3, msn3]], frequencies: { from: 1 kHz, to: 1 MHz, pointsPerDecade: 1 } }
`);
const nothing = await readSpec({ name: 'nothing' });
const never: Tool = () => Promise.reject(new Error('nothing is to be run'));

describe('generate', () => {
  test('every neuron leaves its files', () => {
    expect(Object.keys(generate(pair).files)).toEqual([
      'rtl/half_adder.v',
      'rtl/full_adder.v',
      'rtl/dig3.v',
      'rtl/dig3.f',
      'rtl/dig3_reference.v',
      'rtl/dig3_tb.v',
      'figures/dots-dig3.svg',
      'analog/msn3.va',
      'analog/msn3_wports.va',
      'analog/msn3_macro.cir',
      'analog/msn3_spectre.scs',
      'analog/msn3_ngspice.cir',
      'analog/msn3_xyce_dc.cir',
      'analog/msn3_xyce_ac.cir',
      'analog/msn3_xyce_noise.cir',
      'analog/msn3.cir',
      'analog/rejected.cir',
    ]);
  });

  test('what is left out has a reason', async () => {
    const floor = {
      name: 'floor',
      neurons: [{ name: 'msn3', kind: 'analog', bits: 3, unitCurrent: '0.2 pA' }],
    } as const;
    expect([...generate(pair).notes, ...generate(await readSpec(floor)).notes]).toEqual([
      expect.stringMatching(/^rejected: no Verilog-A and no macro: .* this one is large-signal$/),
      expect.stringMatching(
        /^msn3: no Verilog-A and no macro at 2e-13 A: leakage-limited, .*; outside the closed form: /,
      ),
    ]);
  });

  test('a seed changes the vectors of the test bench alone', async () => {
    const spec = await readSpec({ name: 'wide', neurons: [{ name: 'dig16', kind: 'digital', bits: 16 }] });
    const [one, two] = [generate(spec).files, generate(spec, { seed: 2 }).files];
    expect(Object.keys(one).filter((path) => one[path] !== two[path])).toEqual(['rtl/dig16_tb.v']);
  });
});

describe('synthesize', () => {
  /** Says that it mapped to seven gates. */
  const asked: (readonly string[])[] = [];
  const yosys: Tool = async (args, files) => {
    asked.push([...args, ...Object.keys(files)]);
    const design = { num_cells: 7, num_cells_by_type: { $_AND_: 7 }, estimated_num_transistors: '42' };
    return { files: { 'stat.json': JSON.stringify({ design }), 'mapped.v': 'module dig3;' }, log: 'Yosys 0.0\n' };
  };

  test('structural counts are ours, mapped ones those of Yosys', async () => {
    const [dig3, ...others] = await synthesize(pair, { yosys });
    expect(others).toEqual([]);
    expect(dig3?.netlist).toBe('module dig3;');
    expect(dig3?.figures).toMatchObject({ multiplierTransistors: 192, mappedTransistors: 42, cells: 7 });
    expect(dig3?.measurements).toContainEqual({
      key: 'dig3.transistors.mapped',
      value: 42,
      unit: '1',
      origin: 'synthesized',
      source: 'Yosys 0.0: synth -flatten, stat -tech cmos',
    });
    expect(asked).toEqual([['-V'], ['-q', '-s', 'synth.ys', 'half_adder.v', 'full_adder.v', 'dig3.v', 'synth.ys']]);
  });

  test('without digital neurons nothing is run', async () => {
    expect(await synthesize(nothing, { yosys: never })).toEqual([]);
  });
});

describe('verify', () => {
  /** The golden model as a simulator, its sum plus `error`. */
  const golden =
    (error: bigint): Simulator =>
    async (design) => {
      const [neuron] = digitalNeurons(pair);
      if (!neuron) throw new Error('the spec has a digital neuron');
      const { inputs, outputs } = designLayouts(design);
      const run = async (records: Uint8Array): Promise<Outputs> => {
        const sums = [...unpackVectors(inputs, records)].map(([x = 0n, w = 0n]) => [
          (goldenPorts(neuron)(x, w).sum + error) % 64n,
        ]);
        return { records: packVectors(outputs, sums) };
      };
      return { warnings: '', run, close: async () => undefined };
    };

  test('no vector of a right neuron differs', async () => {
    expect(await verify(pair, { simulator: golden(0n) })).toEqual([
      { neuron: 'dig3', exhaustive: true, vectors: 64, mismatches: 0 },
    ]);
  });

  test('every vector of a wrong one does, and the first is told', async () => {
    const [dig3] = await verify(pair, { simulator: golden(1n) });
    expect(dig3).toMatchObject({ mismatches: 64, first: { index: 0, inputs: [0n, 0n], expected: [0n], found: [1n] } });
  });
});

describe('evaluate', () => {
  const spec = { name: 'e', evaluate: { networks: ['mnist-fcn'], bits: [3], noisePower: ['1e-6 V^2'] } } as const;
  const ran: EvaluateJob[] = [];
  const evaluator: Evaluator = {
    network: async (entry) => ({ network: networkOf(String(entry)), own: null, awareBits: [] }),
    run: async (jobs) => {
      ran.push(...jobs);
      return [];
    },
  };

  test('the clean network and every noise power are jobs, with the seed', async () => {
    expect(await evaluate(await readSpec(spec), { evaluator }, { seed: 5 })).toEqual({ results: [], measurements: [] });
    expect(ran.map(({ bits, noisePower, seed }) => ({ bits, noisePower, seed }))).toEqual([
      { bits: 3, noisePower: 0, seed: 5 },
      { bits: 3, noisePower: 1e-6, seed: 5 },
    ]);
  });

  type Entry = string | { readonly file: string; readonly weights: string };
  /** Plan of 3-bit networks. Each is read as `mnist-fcn` with weights for 4 bits. */
  const planOf = async (networks: readonly Entry[], weights: 'aware' | 'post-training') =>
    evaluationPlan(
      await readSpec({ name: 'e', evaluate: { networks, bits: [3], noisePower: ['1e-6 V^2'], weights: [weights] } }),
      async (entry) => ({
        network: networkOf('mnist-fcn'),
        own: typeof entry === 'string' ? null : entry,
        awareBits: [4],
      }),
      1,
    );

  test('a network of the package that is listed twice counts once', async () => {
    const { networks, jobs } = await planOf(['mnist-fcn', 'mnist-fcn'], 'post-training');
    expect([networks.length, jobs.length]).toEqual([1, 2]);
  });

  test('two networks of one name are refused', async () => {
    await expect(
      planOf(['mnist-fcn', { file: 'own.json', weights: 'own.safetensors' }], 'post-training'),
    ).rejects.toThrow(new RangeError('evaluate.networks must have names of their own: mnist-fcn'));
  });

  test('widths without weights that were trained for them are refused', async () => {
    await expect(planOf(['mnist-fcn'], 'aware')).rejects.toThrow(
      new RangeError('evaluate.weights aware must have a width with such weights (mnist-fcn at 4 bits): 3'),
    );
  });

  test('a spec without evaluate asks for nothing', async () => {
    const run = (): Promise<never> => Promise.reject(new Error('nothing is to be run'));
    expect(await evaluate(nothing, { evaluator: { network: run, run } })).toEqual({ results: [], measurements: [] });
  });
});

describe('compare', () => {
  const digital = { name: 'dig3', bits: 3, multiplierTransistors: 192, neuronTransistors: 192 };
  const synthesized = [
    {
      figures: { ...digital, mappedTransistors: null, cells: null, leakage: 2e-9, energy: 1e-14, delay: 1e-9 },
      measurements: [],
      netlist: '',
    },
  ];
  const point = { gain: 1, noiseTotal: 1e-9, noiseRectangular: 1e-9, flags: [] };
  const points = [{ unitCurrent: 1e-10, power: 1e-9, bandwidth: 1e6, ...point }];
  const analysed = [{ figures: { name: 'msn3', bits: 3, synapses: 1, points }, measurements: [] }];

  test('the ratio is leakage and switching over the power of the smallest bias', () => {
    const { pairs, measurements } = compare(pair, synthesized, analysed);
    expect(pairs.map(({ digital: { name }, points: at }) => [name, at.length])).toEqual([['dig3', 4]]);
    const ratio = measurements.find(({ key }) => key === 'dig3/msn3.powerRatio@1000000');
    expect(ratio?.value).toBeCloseTo((2e-9 + 1e6 * 1e-14) / 1e-9, 9);
  });

  test('a pair of which one was not measured is left out', () => {
    expect(compare(pair, synthesized, []).pairs).toEqual([]);
    expect(compare(nothing, synthesized, analysed)).toEqual({ pairs: [], measurements: [] });
  });
});

test('analyse: without mixed-signal neurons nothing is run', async () => {
  expect(await analyse(nothing, { ngspice: never })).toEqual([]);
});
