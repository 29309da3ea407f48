/** Variability of a neuron as measurements: `NAME.mismatch.*`, `NAME.corner.*` and `NAME.effectiveBits.*`. */

import type { AnalogNeuron } from '../../gen/index.ts';
import {
  CORNER_KEYS,
  EFFECTIVE_BIT_KEYS,
  type Measurement,
  MISMATCH_KEYS,
  measured,
  PELGROM_KEYS,
} from '../../measurement/index.ts';
import { ZERO_CELSIUS } from '../../numeric/index.ts';
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

/** Measurements of `study`, the variability of `neuron`. */
export function variabilityMeasurements(neuron: AnalogNeuron, study: Variability): readonly Measurement[] {
  const { name, mismatch } = neuron;
  const { simulated, modelled, seed } = study;
  const flags = study.corners[0]?.figures.flags ?? [];
  const chips = `${simulated?.samples ?? 'no'} chips of seed ${seed}; mismatch by ${PELGROM}`;
  const simulator = `${CARD.simulator} (${CARD.package}), ${CARD.name}`;
  const assumed = (what: string): string =>
    `stated parameter: ${what}; ${PELGROM}; its size is an assumption for 65 nm`;
  return [
    measured(
      PELGROM_KEYS.threshold,
      { neuron: name },
      mismatch.threshold,
      'assumed',
      assumed('threshold coefficient A_VT'),
    ),
    measured(
      PELGROM_KEYS.beta,
      { neuron: name },
      mismatch.beta,
      'assumed',
      assumed('current factor coefficient A_beta'),
    ),
    ...(simulated
      ? mismatchRows({ neuron: name }, simulated, 'simulated', `${simulator}, transistors, ${chips}`)
      : ([MISMATCH_KEYS.offsetSigma, MISMATCH_KEYS.gainSigma, MISMATCH_KEYS.weightErrorRms] as const).map((key) =>
          measured(key, { neuron: name }, null, 'simulated', `${simulator}; none: ${reasonsText(flags)}`),
        )),
    ...(modelled
      ? mismatchRows({ neuron: name, model: 'closedForm' }, modelled, 'modelled', `closed form, ${chips}`)
      : []),
    ...cornerRows(name, study, simulator),
    ...bitRows(name, study, `${simulator}, transistors, ${chips}`),
  ];
}

function mismatchRows(
  of: { readonly neuron: string; readonly model?: 'closedForm' },
  figures: MismatchFigures,
  origin: 'simulated' | 'modelled',
  by: string,
): readonly Measurement[] {
  const { offset, gain, largestBit, offsetShift, nonlinearity, errorRms, units } = figures;
  const scale = 'as a part of full scale';
  const row = (key: keyof typeof MISMATCH_KEYS, value: number, what: string): Measurement =>
    measured(MISMATCH_KEYS[key], of, value, origin, `${by}; ${what}`);
  return [
    row('offsetMean', offset.mean, 'offset at the input, mean'),
    row('offsetSigma', offset.sigma, 'offset at the input, standard deviation'),
    row('gainMean', gain.mean, 'gain between + and - full scale at the largest weight, mean'),
    row('gainSigma', gain.sigma, 'gain between + and - full scale at the largest weight, standard deviation'),
    row('offsetShiftMedian', quantile(offsetShift, 0.5), 'most that the offset changes with the weight, median'),
    row('largestBitSigma', largestBit.sigma, `error of the most significant bit's weight ${scale}, standard deviation`),
    row('weightErrorRms', errorRms, `error of the weights ${scale}, root mean square over chips, weights and signs`),
    row('inlMedian', quantile(nonlinearity, 0.5), `largest error of a chip's weights ${scale}, median`),
    row(
      'inlCovered',
      quantile(nonlinearity, COVERED),
      `largest error of a chip's weights ${scale}, 99 % of chips below`,
    ),
    row('inlCoveredLsb', quantile(nonlinearity, COVERED) * units, 'the same in least significant bits of the weight'),
  ];
}

const CORNER_QUANTITIES = ['power', 'gain', 'bandwidth', 'noiseTotal'] as const;

function cornerRows(neuron: string, { corners }: Variability, simulator: string): readonly Measurement[] {
  return corners.flatMap((corner) => {
    const { figures, supply, temperature, process } = corner;
    const where = `${supply} V, ${(temperature - ZERO_CELSIUS).toFixed(0)} C, process ${process} (thresholds 30 mV up or down, an assumption)`;
    const source = `${simulator}, transistors of the nominal design at ${where}`;
    return CORNER_QUANTITIES.map((quantity) => {
      const value = figures[quantity];
      const missing = value === null ? `; none: ${reasonsText(figures.flags)}` : '';
      const at = { neuron, supply, temperature, process };
      return measured(CORNER_KEYS[quantity], at, value, 'simulated', `${source}${missing}`);
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

function bitRows(neuron: string, { errors }: Variability, by: string): readonly Measurement[] {
  const bits = errors ? effectiveBits(errors) : undefined;
  return (Object.keys(BIT_NOTES) as (keyof typeof BIT_NOTES)[]).map((kind) => {
    const small = errors && kind !== 'together' && errors[kind] < PRECISION;
    const value = bits && !small ? bits[kind] : null;
    const reason = small ? 'below what the simulation resolves' : 'no noise figure at this unit current';
    const source = `${by}; log2(range/(sqrt(12) error)) of the output between - and + full scale at the largest weight: ${BIT_NOTES[kind]}`;
    return measured(
      EFFECTIVE_BIT_KEYS.bits,
      { neuron, error: kind },
      value,
      'simulated',
      value === null ? `${source}; none: ${reason}` : source,
    );
  });
}
