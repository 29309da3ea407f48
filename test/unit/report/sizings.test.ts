import { describe, expect, test } from 'vitest';
import type { SizingResult } from '../../../analog/index.ts';
import { countSpace, holdsTogether, standingsAlone, standingsShared } from '../../../compare/claims-together.ts';
import { type Comparison, compareFigures } from '../../../compare/comparison.ts';
import { peripheryMeasurements } from '../../../compare/periphery.ts';
import { sizingCurves } from '../../../compare/sizing-curves.ts';
import { shiftedPairs } from '../../../compare/threshold-sensitivity.ts';
import { createCitations } from '../../../report/page/citations.ts';
import { renderSvg } from '../../../report/page/svg.ts';
import { sizingStudies } from '../../../report/sections/sizing-studies.ts';
import { analog } from '../analog/neuron.ts';
import { DIG3, DIG8, DOCUMENT, expectGolden, inputOf, MSN3, MSN8, madeOf, specOf, textOf } from './fixture.ts';

const SPEC = specOf(DOCUMENT);

/** A neuron whose power is `energy` times its bandwidth at every bias, with `noise`; its floor is the first bandwidth. */
function result(name: string, energy: number, noise: number, bandwidths: readonly number[]): SizingResult {
  const points = bandwidths.map((bandwidth, k) => ({
    unitCurrent: Number(`1e${k - 11}`),
    operatingPoint: { tail: 0.3, output: 0.8, tunnelling: 0.01 },
    flags: [],
    power: energy * bandwidth,
    gain: 0.8,
    bandwidth,
    noiseDensity: (2 * noise) / (Math.PI * bandwidth),
    flicker: 0,
    noiseTotal: noise,
    noiseRectangular: (2 * noise) / Math.PI,
    noiseBySource: [],
    energyPerSynapse: energy,
  }));
  const [floor, own] = points;
  if (!floor || !own) throw new Error('two points at least');
  const synapses = Math.ceil(noise / 1e-6);
  return {
    ...{ name, description: `sizing ${name}`, neuron: { ...analog({ name: `msn8_${name}` }), unitCurrent: 1e-10 } },
    points,
    floor: { figures: floor, reasons: [{ kind: 'tunnelling-floor', value: 0.25, limit: 0.2 }] },
    errors: [{ unitCurrent: 1e-10, nonlinearity: 0.01, weight: 128, mismatch: 0.02, mismatchMirrored: 0.03 }],
    shared: [{ synapses, figures: { ...own, noiseTotal: noise / synapses } }],
  };
}

// DIG8: 4.2 uW + 210 fJ an operation. 0.5 fJ at 5 MHz is 2.5 nW: ratio 1680 at the floor; 420 at 1 GHz (210.004/0.5).
const SMALL = result('B', 0.5e-15, 8e-6, [5e6, 5e7, 2e9]);
const LARGE = result('A', 5e-15, 8e-7, [5e6, 5e7, 2e9]);
const CURVES = sizingCurves(SPEC, DIG8, [SMALL, LARGE]);

describe("the paper's three claims", () => {
  test('one synapse: the small one misses the noise, the large one energy and ratio', () => {
    const [small, large] = ['B', 'A'].map((name) =>
      standingsAlone(CURVES).find(({ sizing, unitCurrent }) => sizing.name === name && unitCurrent === 1e-10),
    );
    expect(small?.meets).toEqual({ energy: true, noise: false, ratios: true });
    expect(large?.meets).toEqual({ energy: false, noise: true, ratios: false });
    // 1 kHz: (4.2e-6 + 2.1e-10)/2.5e-9
    expect(small?.ratioLow).toBeCloseTo(4.20021e-6 / 2.5e-9, 0);
    expect(small?.ratioAll).toBeCloseTo((4.2e-6 + 210e-6) / 0.5e-6, 0);
    // 100 pA is the second bias: 25 nW.
    expect(small?.ratioLowFromStated).toBeCloseTo(4.20021e-6 / 25e-9, 1);
    expect(standingsAlone(CURVES).some(holdsTogether)).toBe(false);
  });

  test('n synapses on one output: the small one meets all three', () => {
    const [small, large] = standingsShared(CURVES);
    expect(small).toMatchObject({ synapses: 8, meets: { energy: true, noise: true, ratios: true } });
    expect(holdsTogether(small!)).toBe(true);
    expect(holdsTogether(large!)).toBe(false);
  });

  test('many designs by the closed form: energy and noise can meet where high frequencies are out of reach', () => {
    const [{ curve } = { curve: undefined }] = CURVES;
    const count = countSpace(SPACE, curve!);
    expect(count).toMatchObject({ designs: 2, circuits: 4, energyAndNoise: 1, atSupplies: [0.3], reach: 1e7, all: 0 });
    expect(count.leastProduct).toBeCloseTo(6e-22, 30);
    const [slow, fast] = SPACE;
    const both = { ...fast!, points: fast!.points.map((point) => ({ ...point, noise: 1e-6 })) };
    expect(countSpace([slow!, both], curve!).all).toBe(2);
    expect(told([SMALL, LARGE])).toContain(
      'all three never; energy and noise in 1, at 300 mV, of designs that reach 10 MHz at most. The least product is 6e-22 J V²',
    );
  });

  test('the section says so', () => {
    const text = told([SMALL, LARGE]);
    expect(text).toContain('**One synapse: never** of 6 simulated circuits');
    expect(text).toContain('**the three claims hold together for B from 8 synapses.**');
    // 5 fJ times 8e-7 V^2 and 0.5 fJ times 8e-6 V^2 are both 4e-21; 4e-21 over 7e-22 is 5.7.
    expect(text).toContain('it is 4e-21 J V² at least here and 4e-21 J V² at most');
    expect(text).toContain('5.7 times less than the least');
    expect(text).toContain('B 2.0 % (3.0 % with mirrored tails)');
    expect(told([LARGE])).toContain('**the three claims hold together nowhere.**');
  });
});

describe('the sizings', () => {
  test('each with energy, error, floor and power at four frequencies', () => {
    const text = told([SMALL, LARGE]);
    // 20 fJ over 0.5 fJ
    expect(text).toMatch(
      /\| \*\*B\*\* \| sizing B \| 50 MHz \| 0.8 \| \*\*500 aJ\*\* \| 500 aJ \| 8e-6 V² \| 4e-21 J V² \| 40 \|/,
    );
    expect(text).toContain('| **B** | 100 pA | 2.00 % | 3.00 % | 1.000 % | 128 |');
    expect(text).toContain(
      '| **B** | 10 pA | 2.5 nW | 5 MHz | 0.8 | -2 % | leakage-limited, below the gate tunnelling floor: it adds 25 % to the tail currents (most 20 %) |',
    );
    expect(text).toMatch(/\| \*\*B\*\* \| 2.5 nW \(\*\*1680\*\*; 168\) \|/);
  });

  test('a digital neuron of several synapses counts as one of them', () => {
    const neurons = DOCUMENT.neurons.map((neuron) => (neuron.name === 'dig8' ? { ...neuron, synapses: 4 } : neuron));
    const text = told([SMALL], specOf({ ...DOCUMENT, neurons }));
    // (4.2e-6 + 2.1e-10)/4/2.5e-9
    expect(text).toMatch(/\| \*\*B\*\* \| 2.5 nW \(\*\*420\*\*; 42\) \|/);
    expect(text).toContain('`dig8` stands beside them as one of its 4 synapses');
  });

  test('nothing is said where no digital neuron was measured or nothing is compared', () => {
    const findings = { pair: { digital: 'dig8', analog: 'msn8' }, results: [SMALL], shifted: [], space: [] };
    const studies = sizingStudies(compareFigures(SPEC, { digital: [], analog: [], networks: [], sized: findings }), 0);
    expect(studies.flatMap(({ blocks }) => blocks(createCitations([])))).toEqual([]);
    expect(studies.flatMap(({ figures }) => figures)).toEqual([]);
    const { compare: _, ...alone } = SPEC;
    expect(sizingCurves(alone, DIG8, [SMALL])).toEqual([]);
  });

  test('every figure draws', async () => {
    const figures = sizingStudies(comparisonOf([SMALL, LARGE]), 0).flatMap((study) => madeOf(study.figures));
    expect(figures.map(({ name }) => name)).toEqual(['sizings-power', 'sizings-energy', 'energy-noise', 'threshold']);
    for (const figure of figures) expect(await renderSvg(figure)).toMatch(/^<svg role="img"[\s\S]*<path/);
    await expectGolden(figures);
    for (const { columns, rows } of figures) for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

describe('threshold flavour', () => {
  test('the ratio at each shift is that of the shifted digital neuron', () => {
    const pairs = shiftedPairs(SPEC, [DIG8, DIG3], SHIFTED);
    expect(pairs).toHaveLength(4);
    const at = (shift: number) => pairs.find((entry) => entry.digital === 'dig8' && entry.thresholdShift === shift);
    // 7.65 nW at the lowest usable bias of MSN8.
    expect(at(0)?.ratios[0]).toBeCloseTo(4.20021e-6 / 7.65e-9, 3);
    expect(at(0.1)?.ratios[0]).toBeCloseTo((0.84e-6 + 2.1e-10) / 7.65e-9, 3);
    expect(told([SMALL])).toContain(
      '0.1 V more cut the digital leakage 5 times. The ratio at 1 kHz goes from 549 to 110.',
    );
  });
});

describe('periphery', () => {
  const around = specOf({
    ...DOCUMENT,
    neurons: DOCUMENT.neurons.map((neuron) =>
      neuron.name === 'msn8' ? { ...neuron, synapses: 4, periphery: { bias: 1e-6, dac: 1e-14, adc: 1e-13 } } : neuron,
    ),
  });

  test('off by default: no row, and how to switch it on', () => {
    expect(peripheryMeasurements(SPEC)).toEqual([]);
    expect(told([SMALL])).toContain('periphery: {bias: 1 uW');
  });

  test('bias always, a converter an input, one an output; only what is switched on', () => {
    const value = (key: string) => peripheryMeasurements(around).find((entry) => entry.key === key)?.value;
    expect(value('msn8.periphery.bias.power@1000')).toBe(1e-6);
    expect(value('msn8.periphery.dac.power@1000000')).toBeCloseTo(4 * 1e-14 * 1e6, 15);
    expect(value('msn8.periphery.adc.power@1000000')).toBeCloseTo(1e-13 * 1e6, 15);
    expect(value('msn8.periphery.memory.power@1000000')).toBeUndefined();
    const text = told([SMALL], around);
    // 7.65 nW + 1 uW + 40 nW + 100 nW at 1 MHz.
    expect(text).toMatch(/\| together \| 1.01 µW \| 1.15 µW \|/);
    expect(text).toContain('| bias, always on | 1 µW | 1 µW | 1 µW | 1 µW |');
    expect(text).not.toContain('reading the weights');
  });
});

/** 0.6 fJ and 1e-6 V^2 without reach, 0.6 fJ with reach but noise; products 6e-22 and 3e-21. */
const SPACE = [
  {
    ...{ supply: 0.3, description: 'slow' },
    points: [
      { unitCurrent: 1e-12, power: 0.6e-15 * 1e5, bandwidth: 1e5, noise: 1e-6 },
      { unitCurrent: 1e-10, power: 6e-15 * 1e7, bandwidth: 1e7, noise: 1e-6 },
    ],
  },
  {
    ...{ supply: 1, description: 'fast' },
    points: [
      { unitCurrent: 1e-12, power: 0.6e-15 * 1e6, bandwidth: 1e6, noise: 5e-6 },
      { unitCurrent: 1e-8, power: 0.6e-15 * 1e10, bandwidth: 1e10, noise: 5e-6 },
    ],
  },
];

const SHIFTED = [0, 0.1].map((thresholdShift) => ({
  thresholdShift,
  digital: [DIG8, DIG3].map(({ name, leakage, energy, delay }) => ({
    ...{ name, energy, delay },
    leakage: thresholdShift === 0 ? leakage : leakage / 5,
  })),
  analog: [MSN8, MSN3],
}));

function comparisonOf(results: readonly SizingResult[], spec = SPEC): Comparison {
  const sized = { pair: { digital: 'dig8', analog: 'msn8' }, results, shifted: SHIFTED, space: SPACE };
  return compareFigures(spec, { digital: [DIG8, DIG3], analog: [MSN8, MSN3], networks: [], sized });
}

function told(results: readonly SizingResult[], spec = SPEC): string {
  const comparison = comparisonOf(results, spec);
  const { sizings, shifted, periphery } = comparison;
  const own = [sizings, shifted, periphery].flatMap(({ measurements }) => measurements);
  const citations = createCitations([...inputOf().measurements, ...own]);
  return sizingStudies(comparison, 0)
    .map((study) => textOf(study, citations))
    .join('\n');
}
