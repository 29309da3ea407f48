/** Variability of a neuron as measurements: `NAME.mismatch.*`, `NAME.corner.*` and `NAME.effectiveBits.*`. */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { cornerName } from '../analysis/corners.ts';
import { CARD } from '../device/card.ts';
import { reasonsText } from '../neuron/reason-text.ts';
import { effectiveBits } from './effective-bits.ts';
import type { Variability } from './mismatch-study.ts';
import { type MismatchFigures, quantile } from './monte-carlo-figures.ts';

/** Part of the chips that the stated largest error covers. */
const COVERED = 0.99;
/** Errors below this are the simulator's own, 1. */
const PRECISION = 1e-6;

const PELGROM =
  'M. J. M. Pelgrom et al., IEEE JSSC 24, 1989: A/sqrt(W L) is the standard deviation of the difference of two equal transistors';

export function variabilityMeasurements(neuron: AnalogNeuron, study: Variability): readonly Measurement[] {
  const { name, mismatch } = neuron;
  const { simulated, modelled, seed } = study;
  const flags = study.corners[0]?.figures.flags ?? [];
  const chips = `${simulated?.samples ?? 'no'} chips of seed ${seed}; mismatch by ${PELGROM}`;
  const simulator = `${CARD.simulator} (${CARD.package}), ${CARD.name}`;
  const assumed = (what: string): string =>
    `stated parameter: ${what}; ${PELGROM}; its size is an assumption for 65 nm`;
  return [
    parameter(`${name}.mismatch.threshold`, mismatch.threshold, 'V m', assumed('threshold coefficient A_VT')),
    parameter(`${name}.mismatch.beta`, mismatch.beta, 'm', assumed('current factor coefficient A_beta')),
    ...(simulated
      ? mismatchRows(`${name}.mismatch`, simulated, 'simulated', `${simulator}, transistors, ${chips}`)
      : MISMATCH_UNITS.map(([key, unit]) =>
          none(`${name}.mismatch.${key}`, unit, `${simulator}; none: ${reasonsText(flags)}`),
        )),
    ...(modelled ? mismatchRows(`${name}.closedForm.mismatch`, modelled, 'modelled', `closed form, ${chips}`) : []),
    ...cornerRows(name, study, simulator),
    ...bitRows(name, study, `${simulator}, transistors, ${chips}`),
  ];
}

const parameter = (key: string, value: number, unit: string, source: string): Measurement => ({
  ...{ key, value, unit, source },
  origin: 'assumed',
});

const MISMATCH_UNITS = [
  ['offset.sigma', 'V'],
  ['gain.sigma', '1'],
  ['weightError.rms', '1'],
] as const;

const none = (key: string, unit: string, source: string): Measurement => ({
  ...{ key, value: null, unit, source },
  origin: 'simulated',
});

function mismatchRows(
  prefix: string,
  figures: MismatchFigures,
  origin: 'simulated' | 'modelled',
  by: string,
): readonly Measurement[] {
  const { offset, gain, largestBit, offsetShift, nonlinearity, errorRms, units } = figures;
  const scale = 'as a part of full scale';
  const rows: readonly (readonly [string, number, string, string])[] = [
    ['offset.mean', offset.mean, 'V', 'offset at the input, mean'],
    ['offset.sigma', offset.sigma, 'V', 'offset at the input, standard deviation'],
    ['gain.mean', gain.mean, '1', 'gain between + and - full scale at the largest weight, mean'],
    ['gain.sigma', gain.sigma, '1', 'gain between + and - full scale at the largest weight, standard deviation'],
    ['offsetShift.median', quantile(offsetShift, 0.5), 'V', 'most that the offset changes with the weight, median'],
    [
      'largestBit.sigma',
      largestBit.sigma,
      '1',
      `error of the most significant bit's weight ${scale}, standard deviation`,
    ],
    ['weightError.rms', errorRms, '1', `error of the weights ${scale}, root mean square over chips, weights and signs`],
    ['inl.median', quantile(nonlinearity, 0.5), '1', `largest error of a chip's weights ${scale}, median`],
    [
      'inl.p99',
      quantile(nonlinearity, COVERED),
      '1',
      `largest error of a chip's weights ${scale}, 99 % of chips below`,
    ],
    ['inl.p99.lsb', quantile(nonlinearity, COVERED) * units, '1', 'the same in least significant bits of the weight'],
  ];
  return rows.map(([key, value, unit, what]) => ({
    key: `${prefix}.${key}`,
    ...{ value, unit, origin },
    source: `${by}; ${what}`,
  }));
}

const CORNER_QUANTITIES = [
  ['power', 'power', 'W'],
  ['gain', 'gain', '1'],
  ['bandwidth', 'bandwidth', 'Hz'],
  ['noise.total', 'noiseTotal', 'V^2'],
] as const;

function cornerRows(name: string, { corners }: Variability, simulator: string): readonly Measurement[] {
  return corners.flatMap((corner) => {
    const { figures, supply, temperature, process } = corner;
    const where = `${supply} V, ${(temperature - 273.15).toFixed(0)} C, process ${process} (thresholds 30 mV up or down, an assumption)`;
    const source = `${simulator}, transistors of the nominal design at ${where}`;
    return CORNER_QUANTITIES.map(([quantity, member, unit]): Measurement => {
      const value = figures[member];
      const missing = value === null ? `; none: ${reasonsText(figures.flags)}` : '';
      const key = `${name}.corner.${quantity}@${cornerName(corner)}`;
      return { key, value, unit, origin: 'simulated', source: `${source}${missing}` };
    });
  });
}

const BIT_NOTES = {
  noise: 'noise integrated at the output',
  mismatch: "errors of the weights at full scale, root mean square, each chip's offset and gain corrected",
  offsetShift: 'offset that changes with the weight, root mean square',
  compression: 'distance from the best straight line',
  together: 'root of the sum of the squares of noise, weight errors, offset shift and compression',
} as const;

function bitRows(name: string, { errors }: Variability, by: string): readonly Measurement[] {
  const bits = errors ? effectiveBits(errors) : undefined;
  return (Object.keys(BIT_NOTES) as (keyof typeof BIT_NOTES)[]).map((kind): Measurement => {
    const small = errors && kind !== 'together' && errors[kind] < PRECISION;
    const value = bits && !small ? bits[kind] : null;
    const reason = small ? 'below what the simulation resolves' : 'no noise figure at this unit current';
    const source = `${by}; log2(range/(sqrt(12) error)) of the output between - and + full scale at the largest weight: ${BIT_NOTES[kind]}`;
    return {
      key: `${name}.effectiveBits.${kind}`,
      ...{ value, unit: '1', origin: 'simulated' },
      source: value === null ? `${source}; none: ${reason}` : source,
    };
  });
}
