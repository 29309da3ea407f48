/** Sections and charts of the large-signal neuron and of the transients. */

import { describe, expect, test } from 'vitest';
import {
  type LargeSignal,
  largeSignalMeasurements,
  type Transients,
  transientMeasurements,
} from '../../../analog/index.ts';
import { createCitations } from '../../../report/page/citations.ts';
import { renderSvg } from '../../../report/page/svg.ts';
import { largeSignalStudy } from '../../../report/sections/large-signal.ts';
import { transientStudy } from '../../../report/sections/transient.ts';
import { expectGolden, madeOf, textOf } from './fixture.ts';

const ALTERNATIVES = ['small-signal', 'resistor', 'ideal resistor', 'diode'] as const;

const compared: LargeSignal = {
  neuron: 'n',
  bits: 2,
  unitCurrent: 1e-9,
  flags: [],
  alternatives: ALTERNATIVES.map((name, index) => ({
    name,
    weights: [1, 2, 3].map((weight) => ({
      ...{ weight, gain: weight / 3, pole: 1e6 * (index + 1), modelledPole: 1.01e6 * (index + 1) },
      bandwidth: weight > index ? 2e6 : null,
    })),
    products: [0, 3].flatMap((weight) => [-0.01, 0.01].map((input) => ({ weight, input, output: weight * input }))),
    ...{ fullScale: 0.03, error: index / 100, errorRms: index / 200 },
  })),
  areas: [1e-9, 1e-8].map((unitCurrent) => ({
    unitCurrent,
    ...{ resistors: 1e-18 / unitCurrent, resistance: 1e-2 / unitCurrent, smallSignal: 3e-11, pairs: 2e-11 },
  })),
};

const still: Transients = {
  ...{ neuron: 'n', bits: 2, unitCurrent: 1e-9, flags: [] },
  settling: [
    { event: 'input', time: 2e-8, expected: 1.9e-8, overshoot: 1e-3, deviation: 0, from: 0, to: 0.01, halfLsb: 1e-3 },
    { event: 'carry', time: null, expected: 1e-8, overshoot: 1e-16, deviation: 0, from: 0, to: 0.01, halfLsb: 1e-3 },
  ],
  chargeInjection: {
    ...{ chargeN: 1e-16, chargeP: 2e-16, nodes: [], bound: 0.5, peak: 0.01, recovery: 1e-10 },
    ...{ outputCommon: 1e-3, outputDifferential: 0, outputGlitch: 5e-4, lsb: 1e-3 },
  },
  sequence: {
    ...{ switches: 'transistors', synapses: 3, scale: 0.1, fullScale: 0.1, deviation: 1e-6, error: 1e-4 },
    operations: [0, 1].map((k) => ({
      ...{ from: k * 1e-8, to: (k + 1) * 1e-8, weights: [k, 1, 3], inputs: [0.01, -0.01, 0] },
      ...{ ideal: 0.001 * k, dc: 0.001 * k, settled: 0.001 * k },
    })),
    time: [0, 1e-8, 2e-8],
    output: [0, 0, 0.001],
  },
};

describe('large-signal neurons in the report', () => {
  const citations = createCitations(largeSignalMeasurements(compared));

  test('a row a circuit, with the weight from which on the response falls by 3 dB', () => {
    const text = textOf(largeSignalStudy([compared]), citations);
    expect(text).toMatch(
      /\| small-signal, diode loads \| 1 MHz \| 1 MHz `sim \d+` \| 2 MHz \| 1 \| 0\.00 % `sim \d+` \|/,
    );
    expect(text).toMatch(/\| large-signal, diode loads \| 4 MHz \| 4 MHz `sim \d+` \| – \| – \| 3\.00 % `sim \d+` \|/);
    expect(text).toMatch(/two resistors of 10 Mohm `mod \d+`, 1000 µm² `mod \d+`/);
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  test('three charts, all of which can be drawn; the area alone where nothing is compared', async () => {
    const figures = madeOf(largeSignalStudy([compared]).figures);
    expect(figures.map(({ name }) => name)).toEqual([
      'large-signal-bandwidth-n',
      'large-signal-linearity-n',
      'large-signal-area-n',
    ]);
    for (const figure of figures) expect(await renderSvg(figure)).toMatch(/^<svg .*<\/svg>$/s);
    await expectGolden(figures);
    const none = largeSignalStudy([{ ...compared, flags: [{ kind: 'no-transconductance' }], alternatives: [] }]);
    expect(madeOf(none.figures).map(({ name }) => name)).toEqual(['large-signal-area-n']);
    expect(textOf(none, citations)).toContain(
      'Not compared: no resistors give a gain of 1: tunnelling takes all of the transconductance.',
    );
  });

  test('nothing without neurons', () => {
    expect(largeSignalStudy([]).blocks(citations)).toEqual([]);
    expect(transientStudy([])).toMatchObject({ figures: [] });
  });
});

describe('transients in the report', () => {
  const citations = createCitations(transientMeasurements(still));

  test('settling, charge and sequence with their sources; rounding is no overshoot', () => {
    const text = textOf(transientStudy([still]), citations);
    expect(text).toMatch(/\| input 0 to full scale, largest weight \| 20 ns `sim 1` \| 19 ns `mod 2` \| 1 mV \|/);
    expect(text).toMatch(/\| not in the longest run `sim 3` \| 10 ns `mod 4` \| none \|/);
    expect(text).toContain('by 500 mV at most');
    expect(text).toContain('0.001 % and 0.100 % of the full scale');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  test('waveforms can be drawn, and their file has every time point', async () => {
    const [figure, ...more] = madeOf(transientStudy([still]).figures);
    if (!figure) throw new Error('no waveform');
    expect([figure.name, figure.rows.length, more]).toEqual(['waveform-n', 3, []]);
    await expectGolden([figure]);
    const svg = await renderSvg(figure);
    expect(svg).toContain('time, ns');
    expect(svg).toContain('exact sum of weight × input');
  });

  test('a neuron without transients says why', () => {
    const none = {
      ...still,
      flags: [{ kind: 'no-transients' } as const],
      settling: [],
      chargeInjection: null,
      sequence: null,
    };
    const study = transientStudy([none]);
    expect(study.figures).toEqual([]);
    expect(textOf(study, citations)).toContain('Not run: transients are those of the small-signal neuron.');
  });
});
