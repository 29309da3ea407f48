import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BiasCurve, BiasPoint, DigitalFigures, EvaluationFigures } from '../../compare/index.ts';
import { sortedMeasurements } from '../../measurement/index.ts';
import { buildReport } from '../../report/index.ts';
import { conclusionsOf, filesOf, inputOf } from '../unit/report/fixture.ts';

type ErrorPoint = EvaluationFigures['points'][number];

/** A number of any of the decades from `from` to `to`. */
const log = (from: number, to: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log10(from), max: Math.log10(to), noNaN: true }).map((exponent) => 10 ** exponent);

const maybe = (value: fc.Arbitrary<number>): fc.Arbitrary<number | null> => fc.option(value, { nil: null, freq: 8 });

const named = <T>(kind: string, part: fc.Arbitrary<T>, most: number): fc.Arbitrary<(T & { name: string })[]> =>
  fc
    .array(part, { maxLength: most })
    .map((list) => list.map((entry, index) => ({ name: `${kind}${index}`, ...entry })));

const digital: fc.Arbitrary<Omit<DigitalFigures, 'name'>> = fc.record({
  bits: fc.integer({ min: 1, max: 64 }),
  multiplierTransistors: fc.integer({ min: 6, max: 100_000 }),
  neuronTransistors: fc.integer({ min: 6, max: 1_000_000 }),
  mappedTransistors: maybe(fc.integer({ min: 6, max: 1_000_000 })),
  cells: maybe(fc.integer({ min: 1, max: 100_000 })),
  leakage: log(1e-12, 1e-2),
  energy: log(1e-18, 1e-9),
  delay: log(1e-11, 1e-6),
});

const point: fc.Arbitrary<BiasPoint> = fc.record({
  unitCurrent: log(1e-13, 1e-5),
  power: maybe(log(1e-12, 1e-2)),
  bandwidth: maybe(log(1, 1e10)),
  gain: maybe(log(1e-3, 10)),
  noiseTotal: maybe(log(1e-9, 1e-4)),
  noiseRectangular: maybe(log(1e-9, 1e-4)),
  closedForm: fc.option(
    fc.record({
      bandwidth: maybe(log(1, 1e10)),
      gain: maybe(log(1e-3, 10)),
      power: maybe(log(1e-12, 1e-2)),
      noiseTotal: maybe(log(1e-9, 1e-4)),
    }),
    { nil: undefined },
  ),
  flags: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ kind: 'no-bandwidth' as const, limit: 1e12 }]) },
  ),
});

const analog: fc.Arbitrary<Omit<BiasCurve, 'name'>> = fc.record({
  bits: fc.integer({ min: 1, max: 16 }),
  synapses: fc.integer({ min: 1, max: 4096 }),
  points: fc.array(point, { maxLength: 5 }).map((points) => points.toSorted((a, b) => a.unitCurrent - b.unitCurrent)),
});

/** An error of so many in a thousand images and, of several draws, its interval. */
const errorPoint = (noisePower: number, draws: number): fc.Arbitrary<ErrorPoint> =>
  fc
    .record({ mean: fc.integer({ min: 0, max: 1000 }), half: fc.integer({ min: 0, max: 100 }) })
    .map(({ mean, half }) => ({
      noisePower,
      mean: mean / 1000,
      low: draws === 1 || noisePower === 0 ? null : (mean - half) / 1000,
      high: draws === 1 || noisePower === 0 ? null : (mean + half) / 1000,
    }));

interface Evaluated {
  readonly network: string;
  readonly bits: readonly number[];
  readonly powers: readonly number[];
  readonly draws: number;
}

function evaluations({ network, bits, powers, draws }: Evaluated): fc.Arbitrary<readonly EvaluationFigures[]> {
  const one = (width: number): fc.Arbitrary<EvaluationFigures> =>
    fc.tuple(...[0, ...powers].map((power) => errorPoint(power, draws))).map((points) => ({
      ...{ network, bits: width, label: `${width} bit`, aware: false, qualifiers: {}, images: 100 },
      ...{ floatError: 0.1, cleanError: points[0]?.mean ?? 0, points, ranges: null },
      rounding: { cost: (points[0]?.mean ?? 0) - 0.1, suspicious: false },
      sigmaPerVolt: 1 / 0.012,
    }));
  return fc.tuple(...bits.map(one));
}

/** A spec, and figures such as its run may have left: any of them may be missing. */
const reports = fc
  .record({
    digital: named('dig', digital, 3),
    analog: named('msn', analog, 3),
    networks: fc.uniqueArray(fc.constantFrom('mnist-fcn', 'mnist-cnn', 'cifar10-cnn'), { maxLength: 3 }),
    bits: fc.uniqueArray(fc.integer({ min: 2, max: 16 }), { minLength: 1, maxLength: 3 }),
    powers: fc.uniqueArray(log(1e-12, 1e-2), { maxLength: 3 }).map((list) => list.toSorted((a, b) => a - b)),
    draws: fc.integer({ min: 1, max: 3 }),
    from: log(1, 1e11),
    decades: fc.double({ min: 0.01, max: 1, noNaN: true }),
    pointsPerDecade: fc.integer({ min: 1, max: 4 }),
    synthesized: fc.boolean(),
    analysed: fc.boolean(),
    evaluated: fc.boolean(),
  })
  .chain((drawn) =>
    fc
      .tuple(
        ...drawn.networks.map((network) =>
          evaluations({ network, bits: drawn.bits, powers: drawn.powers, draws: drawn.draws }),
        ),
      )
      .map((found) => ({ ...drawn, found: found.flat() })),
  );

test('200 random specs: every figure is drawn, every number finite, whatever the results lack', async () => {
  const drawn = new Set<string>();
  await fc.assert(
    fc.asyncProperty(reports, async (report) => {
      const pairs = report.digital.flatMap(({ name }) => report.analog.map((other) => [name, other.name]));
      const { networks, bits, powers, draws, from, decades, pointsPerDecade } = report;
      const document = {
        name: 'random',
        ...(report.digital.length + report.analog.length > 0 && {
          neurons: [
            ...report.digital.map(({ name, bits: width }) => ({ name, kind: 'digital', bits: width })),
            // Of the sizing that takes every width.
            ...report.analog.map(({ name, bits: width }) => ({ name, kind: 'analog', bits: width, sizing: 'minimum' })),
          ],
        }),
        ...(pairs.length > 0 && {
          compare: { pairs, frequencies: { from, to: from * 10 ** decades, pointsPerDecade } },
        }),
        ...(networks.length > 0 && { evaluate: { networks, bits, draws, noisePower: [0, ...powers] } }),
      };
      const input = inputOf({
        document,
        digital: report.synthesized ? report.digital : [],
        analog: report.analysed ? report.analog : [],
        evaluations: report.evaluated ? report.found : [],
      });
      expect(() => sortedMeasurements(conclusionsOf(input).measurements)).not.toThrow();
      const files = await filesOf(input);
      for (const path of Object.keys(files)) drawn.add(path);
      expect(files['report.md']).toMatch(/^# random/);
      const lines = files['report.md']?.split('\n') ?? [];
      expect(lines.filter((line) => /NaN|undefined|Infinity/.test(line))).toEqual([]);
    }),
    { numRuns: 200, seed: 1, endOnFailure: true },
  );
  const charts = ['power', 'energy', 'ratio', 'transistors', 'bandwidth', 'noise', 'figure3', 'error-mnist-fcn'];
  for (const chart of charts) expect(drawn).toContain(`figures/${chart}.svg`);
});

test('a figure that fails costs itself alone: the report names it', async () => {
  const studies = [
    {
      blocks: () => ['## A study'],
      figures: [
        () => {
          throw new RangeError('broken: no extent');
        },
      ],
    },
  ];
  const { files, failures } = await buildReport(conclusionsOf(inputOf()), studies);
  expect(failures).toEqual(['broken: no extent']);
  expect(files['report.md']).toContain('**Figures that could not be drawn:** broken: no extent.');
  expect(files['figures/power.svg']).toMatch(/^<svg/);
});
