/** Random valid specs whose runs take seconds: neurons of both kinds, pairs of them, networks on few images. */

import fc from 'fast-check';

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
