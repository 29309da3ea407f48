/**
 * Input of a report for tests, not results of a run: two digital and two analog neurons and one network with round
 * numbers near those of a 65 nm predictive card, so that pictures and sentences look as they will.
 */

import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Reason } from '../../../analog/index.ts';
import type { BiasCurve, BiasPoint, DigitalFigures, EvaluationFigures } from '../../../compare/index.ts';
import { pairCurves } from '../../../compare/power.ts';
import { parseSpec, type Spec } from '../../../gen/index.ts';
import {
  DIGITAL_KEYS,
  ERROR_KEYS,
  type Measurement,
  measured,
  OPERATING_POINT_KEYS,
} from '../../../measurement/index.ts';
import type { Draw, Figure } from '../../../report/charts/figure.ts';
import { buildReport, type Conclusions, conclude, type ReportInput, type Study } from '../../../report/index.ts';
import type { Citations } from '../../../report/page/citations.ts';
import { markdownOf } from '../../../report/page/markdown.ts';

/** The document of the fixture's spec. */
export const DOCUMENT = {
  name: 'paper',
  neurons: [
    { name: 'dig8', kind: 'digital', bits: 8 },
    { name: 'dig3', kind: 'digital', bits: 3 },
    { name: 'msn8', kind: 'analog', bits: 8, unitCurrent: 100e-12 },
    { name: 'msn3', kind: 'analog', bits: 3, unitCurrent: 100e-12 },
  ],
  compare: {
    paper: true,
    pairs: [
      ['dig8', 'msn8'],
      ['dig3', 'msn3'],
    ],
    frequencies: { from: 1e3, to: 1e9, pointsPerDecade: 5 },
  },
  evaluate: { networks: ['mnist-fcn'], bits: [3, 8, 16], noisePower: { from: 1e-9, to: 1e-4, pointsPerDecade: 2 } },
};

/** `document` as a spec; its quantities are numbers. */
export function specOf(document: unknown): Spec {
  const parsed = parseSpec(document, () => {
    throw new Error('quantities of the fixture are numbers');
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

export const DIG8: DigitalFigures = {
  name: 'dig8',
  bits: 8,
  multiplierTransistors: 2006,
  neuronTransistors: 2006,
  mappedTransistors: 2436,
  cells: 412,
  leakage: 4.2e-6,
  energy: 210e-15,
  delay: 0.61e-9,
  variants: [
    { name: 'wallace', fullAdders: 47, halfAdders: 17, transistors: 2006 },
    { name: 'dadda', fullAdders: 48, halfAdders: 8, transistors: 1872 },
  ],
};

export const DIG3: DigitalFigures = {
  name: 'dig3',
  bits: 3,
  multiplierTransistors: 192,
  neuronTransistors: 192,
  mappedTransistors: 230,
  cells: 41,
  leakage: 0.42e-6,
  energy: 21.7e-15,
  delay: 0.31e-9,
  variants: [
    { name: 'wallace', fullAdders: 3, halfAdders: 3, transistors: 192 },
    { name: 'dadda', fullAdders: 3, halfAdders: 3, transistors: 192 },
  ],
};

function point(
  unitCurrent: number,
  power: number,
  bandwidth: number,
  gain: number,
  noiseTotal: number,
  noiseRectangular: number,
  ...flags: readonly Reason[]
): BiasPoint {
  const closedForm = { bandwidth: bandwidth * 1.06, gain: gain * 0.97, power, noiseTotal: noiseTotal * 0.95 };
  return { unitCurrent, power, bandwidth, gain, noiseTotal, noiseRectangular, closedForm, flags };
}

export const MSN8: BiasCurve = {
  name: 'msn8',
  bits: 8,
  synapses: 1,
  points: [
    point(10e-12, 3.1e-9, 0.31e6, 0.21, 5.1e-7, 4.4e-7, { kind: 'no-bandwidth', limit: 1e12 }),
    point(30e-12, 7.65e-9, 1.7e6, 0.7, 7.6e-7, 6.5e-7),
    point(100e-12, 26e-9, 5.3e6, 0.81, 7.8e-7, 6.6e-7),
    point(1e-9, 255e-9, 43e6, 0.89, 7.9e-7, 6.3e-7),
    point(10e-9, 2.55e-6, 354e6, 0.96, 7.6e-7, 5.9e-7),
    point(100e-9, 25.5e-6, 2e9, 1.3, 8.5e-7, 5.8e-7),
  ],
};

export const MSN3: BiasCurve = {
  name: 'msn3',
  bits: 3,
  synapses: 1,
  points: [
    point(100e-12, 0.73e-9, 4.8e6, 0.62, 1.9e-5, 1.6e-5),
    point(1e-9, 7.05e-9, 45e6, 0.68, 1.9e-5, 1.6e-5),
    point(10e-9, 70e-9, 380e6, 0.75, 1.9e-5, 1.5e-5),
    point(100e-9, 0.7e-6, 2.3e9, 0.9, 2.1e-5, 1.5e-5),
  ],
};

const POWERS = [0, 1e-9, 3.162e-9, 1e-8, 3.162e-8, 1e-7, 3.162e-7, 1e-6, 3.162e-6, 1e-5, 3.162e-5, 1e-4];

/** A smooth rise of the error; only its shape is like a network's. */
function evaluation(bits: number, clean: number, sensitivity: number): EvaluationFigures {
  return {
    network: 'mnist-fcn',
    bits,
    label: `${bits} bit`,
    aware: false,
    qualifiers: {},
    images: 10_000,
    floatError: 0.0201,
    sigmaPerVolt: 1 / 0.012,
    cleanError: clean,
    rounding: { cost: clean - 0.0201, suspicious: false },
    ranges: null,
    points: POWERS.map((noisePower) => {
      const mean = clean + (0.9 - clean) * (1 - Math.exp(-sensitivity * noisePower));
      const half = 0.0002 + 0.02 * (mean - clean);
      if (noisePower === 0) return { noisePower, mean, low: null, high: null };
      return { noisePower, mean, low: mean - half, high: mean + half };
    }),
  };
}

export const EVALUATIONS = [evaluation(3, 0.046, 9000), evaluation(8, 0.0204, 4200), evaluation(16, 0.0201, 4200)];

/** Measurements of the steps for these figures. */
function measurementsOf(
  digital: readonly DigitalFigures[],
  analog: readonly BiasCurve[],
  evaluations: readonly EvaluationFigures[],
): readonly Measurement[] {
  return [
    ...digital.flatMap((figures) => {
      const { name, leakage, energy, delay, variants } = figures;
      const counted = (key: keyof typeof DIGITAL_KEYS, value: number | null, source: string) =>
        measured(DIGITAL_KEYS[key], { neuron: name }, value, 'synthesized', `fixture: ${source}`);
      const modelled = (key: keyof typeof DIGITAL_KEYS, value: number, source: string) =>
        measured(DIGITAL_KEYS[key], { neuron: name }, value, 'modelled', `fixture: ${source}`);
      const structural = 'sum over cells, AND2 6, FA 28 | HA 18';
      return [
        counted('multiplierTransistors', figures.multiplierTransistors, structural),
        counted('multiplierFullAdders', variants?.[0]?.fullAdders ?? null, structural),
        counted('multiplierHalfAdders', variants?.[0]?.halfAdders ?? null, structural),
        counted('transistors', figures.neuronTransistors, structural),
        counted('mappedTransistors', figures.mappedTransistors, 'Yosys'),
        counted('cells', figures.cells, 'Yosys'),
        modelled('leakage', leakage, 'sum of cell leakages, 1.0 V, 27 C'),
        modelled('energy', energy, 'switched cells, random vectors'),
        modelled('delay', delay, 'longest path'),
      ];
    }),
    ...analog.flatMap(({ name, points }) => {
      const at = points.find(({ unitCurrent }) => unitCurrent === 100e-12);
      const simulated = (key: keyof typeof OPERATING_POINT_KEYS, value: number | null | undefined, note = '') =>
        measured(
          OPERATING_POINT_KEYS[key],
          { neuron: name },
          value ?? null,
          'simulated',
          `fixture: ngspice, PTM65${note}`,
        );
      return [
        simulated('power', at?.power),
        simulated('bandwidth', at?.bandwidth),
        simulated('gain', at?.gain),
        simulated('noiseTotal', at?.noiseTotal, ', 1 Hz to 300 f3dB'),
        simulated('noiseRectangular', at?.noiseRectangular, ', white density'),
        simulated('energyPerSynapse', at?.power && at.bandwidth ? at.power / at.bandwidth : null),
      ];
    }),
    ...evaluations.map(({ network, bits, rounding }) =>
      measured(ERROR_KEYS.rounding, { network, bits }, rounding.cost, 'simulated', 'fixture: without noise'),
    ),
    ...evaluations.flatMap(({ network, bits, points }) =>
      points.map(({ noisePower, mean }) =>
        measured(ERROR_KEYS.error, { network, bits, noise: noisePower }, mean, 'simulated', 'fixture: 10 draws'),
      ),
    ),
  ];
}

/** The fixture with some parts replaced; the measurements follow the parts. */
export function inputOf(parts: Partial<ReportInput> & { readonly document?: unknown } = {}): ReportInput {
  const { document = DOCUMENT, ...rest } = parts;
  const digital = rest.digital ?? [DIG8, DIG3];
  const analog = rest.analog ?? [MSN8, MSN3];
  const evaluations = rest.evaluations ?? EVALUATIONS;
  return {
    spec: specOf(document),
    version: '0.1.0',
    digital,
    analog,
    evaluations,
    measurements: measurementsOf(digital, analog, evaluations),
    ...rest,
  };
}

/** Conclusions from `input`. */
export function conclusionsOf(input: ReportInput): Conclusions {
  return conclude({ input, curves: pairCurves(input.spec, input.digital, input.analog) });
}

/** All of a study's text, with every picture. */
export function textOf({ blocks, figures }: Study, citations: Citations): string {
  return markdownOf(blocks(citations), new Set(madeOf(figures).map(({ name }) => name)));
}

/** The figures as they are made. */
export function madeOf(draws: readonly Draw[]): readonly Figure[] {
  return draws.map((draw) => draw()).filter((figure) => figure !== undefined);
}

/** That the Vega-Lite specification of each of `figures` is the golden one. */
export async function expectGolden(figures: readonly Figure[]): Promise<void> {
  for (const { name, spec } of figures)
    await expect(`${JSON.stringify(spec, null, 1)}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL(`../../golden/charts/${name}.json`, import.meta.url)),
    );
}

/** Files of a report that has every figure. */
export async function filesOf(input: ReportInput): Promise<Readonly<Record<string, string>>> {
  const { files, failures } = await buildReport(conclusionsOf(input), []);
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return files;
}
