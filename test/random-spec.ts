/** Random valid specs whose runs take seconds: neurons of both kinds, pairs of them, networks on few images. */

import fc from 'fast-check';
import { ADDER_CELLS, ADDERS, MULTIPLIERS, PARTIAL_PRODUCTS } from '../gen/index.ts';

const digital = fc.record(
  {
    bits: fc.integer({ min: 1, max: 7 }),
    inputBits: fc.integer({ min: 1, max: 7 }),
    synapses: fc.integer({ min: 1, max: 4 }),
    signed: fc.boolean(),
    architecture: fc.constantFrom('parallel', 'fused', 'serial'),
    objective: fc.constantFrom('transistors', 'delay', 'balanced'),
    activation: fc.constantFrom('none', 'threshold', 'relu'),
    bias: fc.boolean(),
  },
  { requiredKeys: ['bits'] },
);

const activation = fc.oneof(
  fc.constant({ activation: 'none' }),
  fc.record({ activation: fc.constant('threshold'), threshold: fc.integer({ min: -300, max: 300 }) }),
  fc.record(
    {
      activation: fc.constantFrom('relu', 'hard-tanh', 'sigmoid-pwl', 'sigmoid-lut', 'tanh-lut'),
      outputBits: fc.integer({ min: 2, max: 8 }),
      shift: fc.integer({ min: 0, max: 20 }),
    },
    { requiredKeys: ['activation'] },
  ),
);

/** Fields of a digital neuron of any construction; the schema may still refuse a combination of them. */
export const randomDigital: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(
    activation,
    fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    fc.record({ bits: fc.integer({ min: 1, max: 9 }), inputBits: fc.integer({ min: 1, max: 9 }) }),
    fc.record(
      {
        synapses: fc.integer({ min: 1, max: 6 }),
        signed: fc.oneof(fc.boolean(), fc.record({ inputs: fc.boolean(), weights: fc.boolean() })),
        architecture: fc.constantFrom('parallel', 'fused', 'serial'),
        multiplier: fc.constantFrom(...MULTIPLIERS),
        partialProducts: fc.constantFrom(...PARTIAL_PRODUCTS),
        adderCells: fc.constantFrom(...ADDER_CELLS),
        adder: fc.constantFrom(...ADDERS),
        overflow: fc.constantFrom('wrap', 'saturate'),
        bias: fc.oneof(fc.boolean(), fc.integer({ min: 1, max: 24 })),
        pipeline: fc.integer({ min: 0, max: 4 }),
        objective: fc.constantFrom('transistors', 'delay', 'balanced'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([behind, above, words, fields]) => ({
    ...{ ...words, ...fields, ...behind },
    ...(above === undefined ? {} : { accumulator: words.bits + words.inputBits + above }),
  }));

const analog = fc.record(
  {
    bits: fc.integer({ min: 1, max: 5 }),
    synapses: fc.integer({ min: 1, max: 4 }),
    unitCurrent: fc.constantFrom(1e-11, 1e-10, 1e-9, 1e-8, 1e-7),
    supply: fc.constantFrom(0.7, 0.9, 1, 1.2),
    sizing: fc.constantFrom('unit', 'segmented', 'tail-steered', 'minimum'),
    tails: fc.constantFrom('ideal', 'mirror'),
    switches: fc.constantFrom('ideal', 'transistors'),
    temperature: fc.constantFrom(273.15, 300.15, 348.15),
    mode: fc.constantFrom('small-signal', 'large-signal'),
  },
  { requiredKeys: ['bits'] },
);

const evaluate = fc.record({
  networks: fc.subarray(['mnist-fcn', 'mnist-cnn'], { minLength: 1 }),
  bits: fc.uniqueArray(fc.integer({ min: 2, max: 16 }), { minLength: 1, maxLength: 2 }),
  noisePower: fc.constantFrom([0], [1e-7], [1e-8, 1e-6, 1e-4]),
  draws: fc.integer({ min: 1, max: 2 }),
  images: fc.integer({ min: 1, max: 100 }),
});

/** Documents; the schema may still refuse a combination of their fields. */
export const randomSpec: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record({
    digital: fc.array(digital, { maxLength: 2 }),
    analog: fc.array(analog, { maxLength: 2 }),
    compared: fc.boolean(),
    from: fc.constantFrom(1, 1e3, 1e8),
    decades: fc.integer({ min: 1, max: 4 }),
    evaluate: fc.option(evaluate, { nil: undefined }),
  })
  .map(({ digital: digs, analog: msns, compared, from, decades, evaluate: evaluated }) => {
    const neurons = [
      ...digs.map((fields, k) => ({ name: `dig${k}`, kind: 'digital', ...fields })),
      ...msns.map((fields, k) => ({ name: `msn${k}`, kind: 'analog', ...fields })),
    ];
    const pairs = digs.flatMap((_, d) => msns.map((__, a) => [`dig${d}`, `msn${a}`]));
    return {
      name: 'random',
      ...(neurons.length > 0 && { neurons }),
      ...(compared &&
        pairs.length > 0 && {
          compare: { pairs, frequencies: { from, to: from * 10 ** decades, pointsPerDecade: 1 } },
        }),
      ...(evaluated && { evaluate: evaluated }),
    };
  });
