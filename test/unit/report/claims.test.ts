import { describe, expect, test } from 'vitest';
import { PAPER_CLAIMS } from '../../../compare/paper-claims.ts';
import { pairCurves } from '../../../compare/power.ts';
import type { ClaimId } from '../../../measurement/index.ts';
import { type ClaimResult, judgeClaims } from '../../../report/claims/claims.ts';
import type { ReportInput } from '../../../report/index.ts';
import { DIG3, DIG8, DOCUMENT, EVALUATIONS, inputOf, MSN3, MSN8, specOf } from './fixture.ts';

function claimsOf(input: ReportInput): ReadonlyMap<ClaimId, ClaimResult> {
  const curves = pairCurves(input.spec, input.digital, input.analog);
  return new Map(judgeClaims({ input, curves }).map((result) => [result.claim.id, result]));
}

function judged(id: ClaimId, input: ReportInput = inputOf()): ClaimResult & { readonly text: string } {
  const result = claimsOf(input).get(id);
  if (result === undefined) throw new Error(`no claim ${id}`);
  return { ...result, text: result.explanation.join(' ') };
}

const BARE = inputOf({ document: { name: 'bare' }, digital: [], analog: [], evaluations: [] });

describe('every claim', () => {
  test('ten of the paper and two of its extended version', () => {
    expect(PAPER_CLAIMS.filter(({ source }) => source.startsWith('arXiv 1710.09012'))).toHaveLength(10);
    expect(PAPER_CLAIMS.filter(({ source }) => source.startsWith('arXiv 1806.05141'))).toHaveLength(2);
  });

  test.each(PAPER_CLAIMS.map(({ id }) => id))(
    '%s is a measurement with the figure of the paper in its source',
    (id) => {
      const { measurement, claim } = judged(id);
      expect(measurement.key).toBe(`claim.${id}`);
      expect(measurement.source).toContain(`paper: ${claim.printed} (${claim.source})`);
    },
  );

  test.each(PAPER_CLAIMS.map(({ id }) => id))('%s without anything measured: null, and why', (id) => {
    const { measurement, verdict, text } = judged(id, BARE);
    expect(measurement.value).toBeNull();
    expect(measurement.source).toMatch(/^not measured: \w/);
    expect(verdict).toBe('not measured');
    expect(text).toMatch(/^Not measured: \w/);
  });
});

describe('transistors', () => {
  test('8 bit: 2006 differs from 1980 by 1.3 %, between Dadda and Wallace', () => {
    const { measurement, verdict, verdictText, text } = judged('transistors-8bit');
    expect(measurement).toMatchObject({ value: 2006, unit: '1', origin: 'synthesized' });
    expect(verdict).toBe('differs');
    expect(verdictText).toBe('differs: +1.3 %');
    expect(text).toContain("None of the reductions built here gives the paper's 1980");
    expect(text).toContain('between dadda (1872, −5.5 %) and wallace (2006, +1.3 %)');
  });

  test('3 bit: 192 agrees, and tells no reductions apart', () => {
    const { measurement, verdict, text } = judged('transistors-3bit');
    expect(measurement.value).toBe(192);
    expect(verdict).toBe('agrees');
    expect(text).toContain('does not tell which one the paper used');
  });

  test('a count that equals the paper names its reduction', () => {
    const variants = [
      { name: 'a', fullAdders: 48, halfAdders: 14, transistors: 1980 },
      { name: 'b', fullAdders: 48, halfAdders: 8, transistors: 1872 },
    ];
    const { verdict, text } = judged(
      'transistors-8bit',
      inputOf({ digital: [{ ...DIG8, multiplierTransistors: 1980, variants }, DIG3] }),
    );
    expect(verdict).toBe('agrees');
    expect(text).toContain("Of the reductions built here a has the paper's count.");
  });

  test('counts on one side of the paper name the nearest', () => {
    const variants = [
      { name: 'a', fullAdders: 48, halfAdders: 8, transistors: 1872 },
      { name: 'b', fullAdders: 48, halfAdders: 9, transistors: 1890 },
    ];
    const { text } = judged('transistors-8bit', inputOf({ digital: [{ ...DIG8, variants }, DIG3] }));
    expect(text).toContain('above them all, the nearest being b (1890, −4.5 %)');
  });

  test('a neuron that was not synthesized is not measured', () => {
    const { verdict, measurement } = judged('transistors-8bit', inputOf({ digital: [] }));
    expect(verdict).toBe('not measured');
    expect(measurement.source).toContain('not synthesized in this run');
  });
});

describe('ratios', () => {
  test('below 1 MHz: the smallest ratio of both pairs, 549, is not about 1000', () => {
    const { measurement, verdict, text } = judged('ratio-low-frequency');
    expect(measurement.value).toBeCloseTo(549.05, 2);
    expect(measurement.origin).toBe('modelled');
    expect(verdict).toBe('differs');
    expect(text).toContain('over 99 % of the digital power is leakage');
    expect(text).toContain('lowest usable unit current, 30 pA');
    expect(text).toContain("with the spec's 100 pA as the smallest unit current, 162 at 1 kHz");
  });

  test('at every frequency: the smallest is at the highest frequency', () => {
    const { measurement, verdict, text } = judged('ratio-all-frequencies');
    // (4.2e-6 + 1e9 x 210e-15) over the power read off between 354 MHz (2.55 uW) and 2 GHz (25.5 uW):
    const analog = 2.55e-6 * 10 ** (Math.log(1e9 / 354e6) / Math.log(2e9 / 354e6));
    expect(measurement.value).toBeCloseTo(214.2e-6 / analog, 6);
    expect(verdict).toBe('differs');
    expect(text).toContain('98 % of the digital power is switching');
    expect(text).toContain('`dig8/msn8` at 1 GHz');
  });

  test('ratios above what is claimed agree', () => {
    const strong = inputOf({
      digital: [
        { ...DIG8, leakage: 7.65e-6, energy: 2e-12 },
        { ...DIG3, leakage: 0.73e-6, energy: 2e-12 },
      ],
    });
    // 7.65 uW over 7.65 nW, 0.73 uW over 0.73 nW
    expect(judged('ratio-low-frequency', strong).measurement.value).toBeCloseTo(1000, 0);
    expect(judged('ratio-low-frequency', strong).verdict).toBe('agrees');
    expect(judged('ratio-all-frequencies', strong).verdict).toBe('agrees');
    expect(judged('ratio-extended', strong).verdict).toBe('agrees');
  });

  test('a pair of other widths is not the one of the paper', () => {
    const { verdict, measurement } = judged(
      'ratio-low-frequency',
      inputOf({ digital: [{ ...DIG8, bits: 7 }], analog: [MSN8] }),
    );
    expect(verdict).toBe('not measured');
    expect(measurement.source).toContain('no pair of two 8-bit or two 3-bit neurons');
  });
});

describe('the mixed-signal neuron', () => {
  test('energy per synapse: 4.91 fJ is 7 times the stated 0.7 fJ, and the noise forbids both figures at once', () => {
    const { measurement, verdictText, text } = judged('energy-per-synapse-8bit');
    expect(measurement.value).toBeCloseTo(26e-9 / 5.3e6, 20);
    expect(verdictText).toBe('differs: 7.01 times as much');
    // 26 nW / 5.3 MHz x 7.8e-7 V^2 and 7.65 nW / 1.7 MHz x 7.6e-7 V^2; the paper: 0.7 fJ x 1e-6 V^2.
    expect(text).toContain('3.83e-21 J V² at this unit current and 3.42e-21 J V² at least (at 30 pA)');
    expect(text).toContain("the paper's two figures together make 7e-22 J V²");
    expect(text).toContain('at least 5 synapses share the output');
  });

  test('a product below that of the paper can hold both figures', () => {
    const points = MSN8.points.map((point) => ({ ...point, noiseTotal: 1e-8 }));
    expect(judged('energy-per-synapse-8bit', inputOf({ analog: [{ ...MSN8, points }, MSN3] })).text).toContain(
      'both can hold at once',
    );
  });

  test('noise: 7.8e-7 V² is about 1e-6 V², and (1 µV)² would need 780000 times the capacitance', () => {
    const { measurement, verdict, text } = judged('noise-power');
    expect(measurement).toMatchObject({ value: 7.8e-7, unit: 'V^2' });
    expect(verdict).toBe('agrees');
    expect(text).toContain('883 µV rms');
    expect(text).toContain('780000 times the capacitance');
    expect(text).toContain('6.6e-7 V²');
  });

  test('unit current: taken over, and the noise hardly depends on it', () => {
    const { verdict, measurement, text } = judged('unit-current');
    expect(verdict).toBe('assumed');
    expect(measurement.origin).toBe('assumed');
    // 8.5e-7 over 7.6e-7
    expect(text).toContain('changes by a factor of 1.12 only');
  });

  test('another unit current than that of the paper differs', () => {
    const document = {
      ...DOCUMENT,
      neurons: [{ name: 'msn8', kind: 'analog', bits: 8, unitCurrent: 1e-9 }],
      compare: undefined,
    };
    expect(judged('unit-current', inputOf({ document, digital: [] })).verdictText).toBe('differs: 10 times as much');
  });

  test('the biological neuron is cited, never measured', () => {
    const { verdict, text } = judged('biological-energy');
    expect(verdict).toBe('not measured');
    // 20 fJ / 4.906 fJ
    expect(text).toContain('4.08 synapses');
  });
});

describe('networks', () => {
  test('increase: measured on the fully connected network only, it agrees in part', () => {
    const { measurement, verdict, text } = judged('mnist-worst-case-increase');
    // 3 bit: (0.9 - 0.046) x (1 - exp(-0.009))
    expect(measurement.value).toBeCloseTo(0.854 * (1 - Math.exp(-0.009)), 9);
    expect(measurement.source).toContain('mnist-fcn.error@bits=3,noise=1e-6');
    expect(verdict).toBe('partly');
    expect(text).toContain("paper's worst case is its 3-bit CNN");
    expect(text).toContain('mnist-fcn at 3 bit 0.77 points, mnist-fcn at 8 bit 0.37 points');
    expect(text).toContain('12 mV');
  });

  test('an increase beyond 3 points differs, whichever network it is', () => {
    const evaluations = EVALUATIONS.map((entry) => ({
      ...entry,
      points: entry.points.map((point) => (point.noisePower === 1e-6 ? { ...point, mean: 0.1 } : point)),
    }));
    expect(judged('mnist-worst-case-increase', inputOf({ evaluations })).verdict).toBe('differs');
  });

  test('without an evaluation at 1e-6 V² there is no value', () => {
    const evaluations = EVALUATIONS.map((entry) => ({ ...entry, points: entry.points.slice(0, 3) }));
    expect(judged('mnist-worst-case-increase', inputOf({ evaluations })).measurement.source).toContain('at 1e-6 V²');
  });

  /** Differences of 8 and 16 bit in points, with intervals of half a width each. */
  const differing = (...points: readonly (readonly [network: string, mean: number, half: number])[]) =>
    inputOf({
      widthDifferences: points.map(([network, mean, half], k) => ({
        network,
        aware: false,
        noisePower: k * 1e-7,
        at: { network, noise: k * 1e-7 },
        mean: mean / 100,
        low: (mean - half) / 100,
        high: (mean + half) / 100,
      })),
    });
  const THREE = ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'] as const;
  const agreement = (input: ReturnType<typeof inputOf>) => judged('bits-8-and-16-agree', input);

  test('8 and 16 bit: within half a point in all three experiments agree', () => {
    const found = agreement(differing([THREE[0], 0.1, 0.2], [THREE[1], -0.2, 0.1], [THREE[2], 0.1, 0.3]));
    expect(found.verdict).toBe('agrees');
    expect(found.measurement.value).toBeCloseTo(0.002, 9);
    expect(found.text).toContain('within ±0.50 points at 3 of 3 noise powers');
    expect(found.text).toContain('at 2 it holds 0');
  });

  test('one network of three, or intervals too wide to tell: in part', () => {
    const one = agreement(differing([THREE[0], 0.1, 0.2]));
    expect(one.verdict).toBe('partly');
    expect(one.text).toContain('not evaluated here: mnist-cnn, cifar10-cnn');
    const wide = agreement(differing([THREE[0], 0.1, 0.2], [THREE[1], 0.4, 0.3], [THREE[2], 0, 0.1]));
    expect(wide.verdict).toBe('partly');
  });

  test('one interval wholly beyond half a point: they differ', () => {
    const found = agreement(differing([THREE[0], 0.1, 0.2], [THREE[1], -0.9, 0.3], [THREE[2], 0, 0.1]));
    expect([found.verdict, found.verdictText]).toEqual(['differs', 'differs']);
    expect(found.measurement.value).toBeCloseTo(0.009, 9);
  });

  test('one width only is not measured', () => {
    const { verdict } = judged('bits-8-and-16-agree', inputOf({ evaluations: EVALUATIONS.slice(0, 2) }));
    expect(verdict).toBe('not measured');
  });
});

test('the spec of the fixture is the one of the paper', () => {
  expect(specOf(DOCUMENT).neurons).toHaveLength(4);
});
