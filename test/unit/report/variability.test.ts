import { describe, expect, test } from 'vitest';
import { type Corner, type Variability, variabilityMeasurements } from '../../../analog/index.ts';
import { createCitations } from '../../../report/page/citations.ts';
import { renderSvg } from '../../../report/page/svg.ts';
import { variabilityStudy } from '../../../report/sections/variability.ts';
import { analog } from '../analog/neuron.ts';
import { expectGolden, madeOf, textOf } from './fixture.ts';

const neuron = analog({ name: 'n3', bits: 3, mismatch: { threshold: 4e-9, beta: 2e-8 } });
const spec = { name: 's', neurons: [neuron] } as Parameters<typeof variabilityStudy>[1];

const over = (values: readonly number[], mean: number, sigma: number) => ({ mean, sigma, values });
const figures = {
  samples: 4,
  units: 7,
  offset: over([-0.01, 0.01, -0.02, 0.02], 0, 0.01),
  gain: over([0.79, 0.81, 0.8, 0.8], 0.8, 0.01),
  largestBit: over([0, 0, 0.01, -0.01], 0, 0.02),
  offsetShift: over([0, 0, 0, 0], 0, 0),
  errors: [1, 2, 3, 4, 5, 6, 7].map((weight) => ({ weight, mean: 0, sigma: 0.01, direct: true })),
  errorRms: 0.015,
  shiftRms: 0,
  nonlinearity: over([0.01, 0.02, 0.03, 0.04], 0.025, 0.013),
};
const works = { flags: [], power: 1e-9, gain: 0.8, bandwidth: 5e6, noiseTotal: 1e-6 };
const fails = {
  flags: [{ kind: 'no-headroom', at: 'tails', value: 0.003, limit: 0.02, supply: 1 }],
  power: null,
  gain: null,
  bandwidth: null,
  noiseTotal: null,
};
const corner = (supply: number, celsius: number, process: string, found: object): Corner =>
  ({ supply, temperature: celsius + 273.15, process, figures: found }) as Corner;
const study: Variability = {
  seed: 1,
  simulated: figures,
  modelled: { ...figures, offset: over([-0.01, 0.01, -0.02, 0.02], 0, 0.011) },
  corners: [
    corner(1, 27, 'typical', works),
    corner(1, 125, 'typical', { ...works, power: 3e-9 }),
    corner(0.9, 27, 'typical', { ...works, power: 2e-9 }),
    corner(0.9, -40, 'slow', fails),
  ],
  errors: { noise: 2 ** -4 / Math.sqrt(12), mismatch: 2 ** -4 / Math.sqrt(12), offsetShift: 0, compression: 1e-9 },
};
const told = (of: Variability): string => {
  const citations = createCitations(variabilityMeasurements(neuron, of));
  return textOf(variabilityStudy([{ neuron, study: of }], spec), citations);
};

describe('the section on variability', () => {
  const text = told(study);

  test('mismatch: parameters with their origin, three sigma, the closed form in brackets', () => {
    expect(text).toContain('`n3` 4 mV µm `asm 1`, 2 % µm `asm 2`');
    expect(text).toMatch(
      /\| `n3` `sim 3` \| 30 mV \(\+10\.0 %\) \| 0\.8 ± 0\.03 \(equal\) \| 2\.00 % \(equal\) \| 1\.50 % /,
    );
    // The largest of four chips is the one that 99 % stay at or below: 0.04 of 7 steps.
    expect(text).toContain('| 2.00 % (equal) | 4.00 % (equal), 0.28 LSB |');
    expect(told({ ...study, modelled: null })).toContain('| 30 mV | 0.8 ± 0.03 | 2.00 % |');
  });

  test('effective bits: two equal errors of 4 bits leave 3.5', () => {
    expect(text).toMatch(/\| `n3`, ±12 mV `sim 4` \| 4\.0 \| 4\.0 \| no error \| no error \| 3\.5 \|/);
    expect(told({ ...study, errors: null })).toMatch(/\| `n3`, ±12 mV `sim 4` \| – \| – \| – \| – \| – \|/);
  });

  test('corners: one change a row, supply first, then the extremes and what does not work', () => {
    const rows = text.slice(text.indexOf('the spec |')).split('\n');
    expect(rows[0]).toContain('the spec | 1 nW | 0.8 | 5 MHz | 1e-6 V² |');
    expect(rows[1]).toMatch(/^\| 0\.9 V \| 2 nW/);
    expect(rows[2]).toMatch(/^\| 125 °C \| 3 nW/);
    expect(rows[3]).toMatch(/^\| lowest of 4 \| 1 nW, 1 V 27 °C \|/);
    expect(rows[4]).toMatch(/^\| highest of 4 \| 3 nW, 1 V 125 °C \|/);
    expect(text).toContain('`n3` does not work everywhere: no headroom at 1 of 4 (0.9 V −40 °C slow).');
  });

  test('figures are drawn, and each one shown is there', async () => {
    const drawn = madeOf(variabilityStudy([{ neuron, study }], spec).figures);
    expect(drawn.map(({ name }) => name)).toEqual(['nonlinearity', 'offset-n3', 'weight-error-n3']);
    for (const { name, rows, columns } of drawn) {
      expect(text).toContain(`figures/${name}.svg`);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    await expectGolden(drawn);
    const svgs = await Promise.all(drawn.map(renderSvg));
    expect(svgs[1]).toContain('Offset of n3 over 4 chips');
    expect(svgs[2]).toContain('1 LSB is 14.3 %');
  });

  test('a neuron that is no amplifier: its reason in place of numbers, and no figures of it', () => {
    const broken = [corner(1, 27, 'typical', fails), corner(1, 125, 'typical', fails), corner(1, 125, 'slow', works)];
    const dead = { ...study, simulated: null, modelled: null, errors: null, corners: broken };
    const said = told(dead);
    expect(said).toContain(
      '| `n3` `sim 3`: no headroom: tails at 3 mV (least 20 mV) at a supply of 1 V | – | – | – | – | – | – |',
    );
    expect(said).not.toContain('.svg');
    expect(madeOf(variabilityStudy([{ neuron, study: dead }], spec).figures)).toEqual([]);
    expect(variabilityMeasurements(neuron, dead).find(({ key }) => key === 'n3.mismatch.offset.sigma')).toMatchObject({
      value: null,
      source: expect.stringContaining('none: no headroom'),
    });
    expect(said).toContain('no headroom at 2 of 3 (1 V 27 °C; 1 V 125 °C).');
    expect(told({ ...dead, corners: broken.slice(0, 2) })).toContain('no headroom at 2 of 2 (all).');
    const hot = [corner(1, 27, 'typical', works), ...[0.9, 1.1].map((supply) => corner(supply, 125, 'slow', fails))];
    expect(told({ ...study, corners: hot })).toContain('no headroom at 2 of 3 (all at 125 °C).');
  });

  test('nothing to say without neurons', () => {
    const none = variabilityStudy([], spec);
    expect([madeOf(none.figures), none.blocks(createCitations([]))]).toEqual([[], []]);
  });
});
