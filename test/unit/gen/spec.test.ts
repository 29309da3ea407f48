import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSpec, specJsonSchema } from '../../../gen/index.ts';

/** Takes `100 pA` apart; enough for these tests. */
const quantity = (text: string, unit: string): number => {
  const [, value = '', given = ''] = /^([\d.]+) ?(\S*)$/.exec(text) ?? [];
  if (!given.endsWith(unit)) throw new Error(`${text} is not in ${unit}`);
  return Number(value) * (given.startsWith('p') ? 1e-12 : 1);
};

const DIGITAL_KEYS =
  'name, kind, bits, inputBits, synapses, signed, architecture, multiplier, partialProducts, adderCells, adder, accumulator, overflow, bias, activation, threshold, outputBits, shift, pipeline, clock, objective';

const messages = (neuron: object, rest: object = {}): string[] => {
  const result = parseSpec({ name: 'x', neurons: [neuron], ...rest }, quantity);
  return 'problems' in result ? result.problems.map(({ path, message }) => `${path.join('.')} ${message}`) : [];
};

const dig = { name: 'a', kind: 'digital', bits: 8 };
const msn = { name: 'b', kind: 'analog', bits: 8 };

test('digital neurons take threshold shifts from 0 to 0.2 V, mixed-signal neurons alone also below', () => {
  const shift = (thresholdShift: number) => ({ technology: { thresholdShift } });
  const refused = 'technology.thresholdShift must be 0 V to 0.2 V where there are digital neurons: -0.05';
  expect(messages(dig, shift(-0.05))).toEqual([refused]);
  expect(messages(msn, shift(-0.05))).toEqual([]);
  expect(messages(dig, shift(0.2))).toEqual([]);
  expect(messages(dig, shift(0.25))).toEqual([
    'technology.thresholdShift must be a voltage from -0.2 V to 0.2 V: 0.25',
  ]);
});

describe('a spec', () => {
  test('fills in every default', () => {
    const result = parseSpec({ name: 'x', neurons: [dig, msn], evaluate: { networks: ['mnist-fcn'] } }, quantity);
    expect(result).toEqual({
      spec: {
        name: 'x',
        technology: { thresholdShift: 0 },
        neurons: [
          {
            ...dig,
            inputBits: 8,
            synapses: 1,
            signed: { inputs: false, weights: false },
            architecture: 'parallel',
            multiplier: 'reduced-area',
            partialProducts: 'simple',
            adderCells: 'library',
            adder: 'hybrid',
            accumulator: 'exact',
            overflow: 'wrap',
            bias: false,
            activation: 'none',
            threshold: 0,
            outputBits: 8,
            shift: 0,
            pipeline: 0,
            objective: 'balanced',
          },
          {
            ...msn,
            synapses: 1,
            unitCurrent: 1e-10,
            supply: 1,
            temperature: 300.15,
            corner: 'typical',
            sizing: 'unit',
            segment: 0,
            devices: 16,
            length: 65e-9,
            tails: 'ideal',
            switches: 'ideal',
            loadCapacitance: 0,
            fullScale: 0.012,
            thresholdShift: 0,
            mode: 'small-signal',
            load: 'diode',
            mismatch: { threshold: 3.5e-9, beta: 1e-8 },
            periphery: { bias: 0, dac: 0, adc: 0, memory: 0 },
          },
        ],
        evaluate: {
          networks: ['mnist-fcn'],
          weights: ['post-training'],
          noise: { model: 'weight', mismatch: 0, offset: 0 },
          noiseFrom: [],
          parallel: 1,
          bits: [3, 8, 16],
          noisePower: { from: 1e-9, to: 1e-4, pointsPerDecade: 2 },
          fullScale: 0.012,
          draws: 10,
        },
      },
    });
  });

  test('takes quantities as numbers and as text', () => {
    for (const unitCurrent of [1e-10, '100 pA'])
      expect(parseSpec({ name: 'x', neurons: [{ ...msn, unitCurrent }] }, quantity)).toMatchObject({
        spec: { neurons: [{ unitCurrent: 1e-10 }] },
      });
  });

  test('may hold no more than a name', () => {
    expect(parseSpec({ name: 'x' }, quantity)).toEqual({ spec: { name: 'x', technology: { thresholdShift: 0 } } });
  });
});

describe('a mistake is told with key, value and what is allowed', () => {
  test.each([
    [{ ...dig, bits: 0 }, 'neurons.0.bits must be a whole number from 1 to 64: 0'],
    [{ ...dig, bits: 65 }, 'neurons.0.bits must be a whole number from 1 to 64: 65'],
    [{ ...dig, bits: 2.5 }, 'neurons.0.bits must be a whole number from 1 to 64: 2.5'],
    [{ ...dig, bits: Number.POSITIVE_INFINITY }, 'neurons.0.bits must be a whole number from 1 to 64: Infinity'],
    [{ ...dig, synapses: 0 }, 'neurons.0.synapses must be a whole number from 1 to 4096: 0'],
    [
      { ...dig, multiplier: 'walace' },
      'neurons.0.multiplier must be one of: wallace, wallace-column, dadda, reduced-area, array, timing-driven: "walace"',
    ],
    [{ ...dig, colour: 'red' }, `neurons.0.colour is not a known key; known are ${DIGITAL_KEYS}`],
    [
      { ...dig, inputbits: 4 },
      `neurons.0.inputbits is not a known key; did you mean inputBits? Known are ${DIGITAL_KEYS}`,
    ],
    [{ ...dig, '\u001b[31m': 1 }, 'neurons.0.\u001b[31m is not a known key: it holds control characters'],
    [{ ...dig, adder: 'a\u0007' }, 'neurons.0.adder must not hold control characters: "a\\u0007"'],
    [{ ...msn, name: 'flow' }, 'neurons.0.name must not be a Verilog-AMS keyword: "flow"'],
    [{ ...msn, name: 'Voltage' }, 'neurons.0.name must not be a Verilog-AMS keyword: "Voltage"'],
    [{ ...dig, name: 'wire' }, 'neurons.0.name must not be a Verilog keyword: "wire"'],
    [{ ...dig, name: 'sum' }, 'neurons.0.name must not be the name of a port or parameter of a neuron: "sum"'],
    [{ ...dig, name: 'LOGIC' }, 'neurons.0.name must not be a Verilog keyword: "LOGIC"'],
    [{ ...dig, name: 'full_adder' }, 'neurons.0.name must not begin like the adders that designs hold: "full_adder"'],
    [{ ...dig, name: '../a' }, 'neurons.0.name must be letters and digits, a letter first, joined by single _: "../a"'],
    [
      { ...dig, name: '$(id)' },
      'neurons.0.name must be letters and digits, a letter first, joined by single _: "$(id)"',
    ],
    [
      { ...dig, name: 'größe' },
      'neurons.0.name must be letters and digits, a letter first, joined by single _: "größe"',
    ],
    [
      { ...msn, unitCurrent: '100 Pa' },
      'neurons.0.unitCurrent must be a current from 0.1 pA to 10 uA (100 Pa is not in A): "100 Pa"',
    ],
    [{ ...msn, unitCurrent: 1 }, 'neurons.0.unitCurrent must be a current from 0.1 pA to 10 uA: 1'],
    [{ name: 'a', kind: 'quantum' }, 'neurons.0.kind must have kind digital or analog: {"name":"a","kind":"quantum"}'],
    [{ name: 'a', kind: 'digital' }, 'neurons.0.bits is missing; it must be a whole number from 1 to 64'],
  ])('%o', (neuron, message) => {
    expect(messages(neuron)).toEqual([message]);
  });

  test('parts of the wrong type', () => {
    const of = (document: unknown) => parseSpec(document, quantity);
    expect(of([1])).toMatchObject({ problems: [{ path: [], message: 'must be a mapping: [1]' }] });
    expect(of({ name: 'x', neurons: 3 })).toMatchObject({
      problems: [{ path: ['neurons'], message: 'must be a list: 3' }],
    });
    expect(of({ name: 'x', compare: null })).toMatchObject({
      problems: [{ path: ['compare'], message: 'must be a mapping: null' }],
    });
  });

  test('two neurons of one name, whatever the case', () => {
    expect(messages(dig, { neurons: [dig, { ...msn, name: 'A' }] })).toEqual([
      'neurons.1.name must be used by one neuron only (case does not count): "A"',
    ]);
  });

  test('a name that another neuron uses for a file of its own', () => {
    expect(messages(dig, { neurons: [dig, { ...msn, name: 'A_tb' }] })).toEqual([
      'neurons.1.name must not be that of another neuron and _tb, which that neuron\'s own files use: "A_tb"',
    ]);
  });

  test('a pair of neurons that are not there, or of the wrong kind', () => {
    expect(messages(dig, { compare: { pairs: [['a', 'a']] } })).toEqual([
      'compare.pairs.0.1 must name a neuron of this spec of kind analog (there is none): "a"',
    ]);
  });

  test('a range that runs backwards', () => {
    expect(messages(dig, { compare: { pairs: [['a', 'a']], frequencies: { from: 10, to: 1 } } })[0]).toMatch(
      /^compare.frequencies must have from below to/,
    );
  });
});

describe('evaluate', () => {
  const part = (evaluate: object) => messages(msn, { evaluate: { networks: ['mnist-fcn'], ...evaluate } });
  const parsed = (evaluate: object) => {
    const result = parseSpec({ name: 'x', evaluate: { networks: ['mnist-fcn'], ...evaluate } }, quantity);
    return 'spec' in result ? result.spec.evaluate : undefined;
  };

  test("a network of the user's own: its file, or its files", () => {
    const weights = 'a/net.safetensors';
    expect(parsed({ networks: ['a/net.json'] })?.networks).toEqual([{ file: 'a/net.json', weights }]);
    expect(parsed({ networks: [{ file: 'a/net.json' }] })?.networks).toEqual([{ file: 'a/net.json', weights }]);
    expect(parsed({ networks: ['a/net.onnx'] })?.networks).toEqual([{ file: 'a/net.onnx', weights: 'a/net.onnx' }]);
    const onnx = { file: 'n.ONNX', pixels: { mean: [0.4, 0.5, 0.6], std: 0.2 }, input: [3, 8, 8] };
    expect(parsed({ networks: [onnx] })?.networks).toEqual([{ ...onnx, weights: 'n.ONNX' }]);
    const own = { file: 'n.json', weights: 'w.safetensors', data: 'images' };
    expect(parsed({ networks: ['mnist-cnn', own] })?.networks).toEqual(['mnist-cnn', own]);
    expect(part({ networks: ['mnist'] })).toEqual([
      'evaluate.networks.0 must be one of: mnist-fcn, mnist-cnn, cifar10-cnn, a network\'s .json or .onnx file, or {file, weights, data, calibration, ranges}: "mnist"',
    ]);
  });

  test.each([
    [
      { networks: [{ file: 'n.onnx', weights: 'w.safetensors' }] },
      'evaluate.networks.0.weights must be left out: an ONNX file holds them: "w.safetensors"',
    ],
    [
      { networks: [{ file: 'n.json', pixels: 'centred' }] },
      'evaluate.networks.0.pixels must stand in the network file; here it is for an .onnx file: "centred"',
    ],
    [{ weights: ['trained'] }, 'evaluate.weights.0 must be one of: post-training, aware: "trained"'],
    [{ draws: 0 }, 'evaluate.draws must be a whole number from 1 to 1000: 0'],
    [{ activationBits: 1 }, 'evaluate.activationBits must be a whole number from 2 to 16: 1'],
    [
      { noise: { model: 'thermal' } },
      'evaluate.noise.model must be one of: weight, per-branch, input-referred: "thermal"',
    ],
    [{ noise: { resolution: 0 } }, 'evaluate.noise.resolution must be a whole number from 1 to 16: 0'],
    [{ noise: { offset: -1 } }, 'evaluate.noise.offset must be a voltage from 0 V to 1 V: -1'],
    [
      { noise: { mismatch: 2 } },
      'evaluate.noise.mismatch must be a part from 0 to 1 (0 % to 100 %) or the name of an analog neuron: 2',
    ],
    [{ noise: { mismatch: 'no' } }, 'evaluate.noise.mismatch must name an analog neuron of this spec (b): "no"'],
    [{ noiseFrom: ['no'] }, 'evaluate.noiseFrom.0 must name an analog neuron of this spec (b): "no"'],
    [{ fullScale: 0 }, 'evaluate.fullScale must be a voltage from 1 uV to 1 V: 0'],
  ])('%o is refused', (change, message) => {
    expect(part(change)).toEqual([message]);
  });
});

test('one value stands for a list of one', () => {
  const shorter = parseSpec(
    {
      name: 'x',
      neurons: dig,
      evaluate: { networks: 'mnist-fcn', weights: 'aware', bits: 4, noisePower: 1e-6, noise: { mismatch: '5 %' } },
    },
    quantity,
  );
  expect(shorter).toMatchObject({
    spec: {
      neurons: [dig],
      evaluate: {
        networks: ['mnist-fcn'],
        weights: ['aware'],
        bits: [4],
        noisePower: [1e-6],
        noise: { mismatch: 0.05 },
      },
    },
  });
  const pair = { neurons: [dig, msn], compare: { pairs: ['a', 'b'] } };
  expect(parseSpec({ name: 'x', ...pair }, quantity)).toMatchObject({ spec: { compare: { pairs: [['a', 'b']] } } });
});

test('the published JSON Schema is that of the code', () => {
  const published = readFileSync(new URL('../../../schema/somagen.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(specJsonSchema());
});
