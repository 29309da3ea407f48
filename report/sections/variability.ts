/** Study of mismatch and corners of mixed-signal neurons, with their effective bits. */

import { effectiveBits, type MismatchFigures, quantile, reasonsText } from '../../analog/index.ts';
import type { Spec } from '../../gen/index.ts';
import {
  EFFECTIVE_BIT_KEYS,
  MISMATCH_KEYS,
  PELGROM_KEYS,
  percent,
  plain,
  quantity,
  deviation as relative,
} from '../../measurement/index.ts';
import { neuronColours } from '../charts/theme.ts';
import { nonlinearityChart, offsetChart, weightErrorChart } from '../charts/variability.ts';
import type { Citations } from '../page/citations.ts';
import { type Block, figure, literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';
import { cornerBlocks, type VariabilityEntry } from './variability-corners.ts';

/** Least error, part of the output's range, with effective bits worth telling. */
const NEGLIGIBLE = 1e-6;

/**
 * Study with tables and figures of every entry; the spec gives the colours. Needs `variabilityMeasurements` of each.
 */
export function variabilityStudy(entries: readonly VariabilityEntry[], spec: Spec): Study {
  const colours = neuronColours(spec);
  const chips = entries.flatMap(({ neuron: { name }, study: { simulated, modelled } }) =>
    simulated ? [{ name, simulated, modelled }] : [],
  );
  return {
    blocks: (citations) => (entries.length === 0 ? [] : blocks(entries, citations)),
    figures: [
      () => nonlinearityChart(chips, colours),
      ...chips.flatMap((entry) => [
        () => offsetChart(entry, colours.get(entry.name) ?? '#000000'),
        () => weightErrorChart(entry, colours.get(entry.name) ?? '#000000'),
      ]),
    ].filter((chart) => chart !== undefined),
  };
}

function blocks(entries: readonly VariabilityEntry[], citations: Citations): readonly Block[] {
  const coefficients = entries.map(({ neuron: { name, mismatch } }) => {
    const vt = `${plain(1e9 * mismatch.threshold)} mV µm ${citations.cite(PELGROM_KEYS.threshold, { neuron: name })}`;
    return `\`${name}\` ${vt}, ${plain(1e8 * mismatch.beta)} % µm ${citations.cite(PELGROM_KEYS.beta, { neuron: name })}`;
  });
  return [
    '## Variability',
    'Transistors that are drawn equal differ: in threshold and current factor, by Pelgrom’s A/√(W L) for the difference of two. ' +
      `A_VT and A_β are assumptions that the spec states: ${coefficients.join('; ')}. Every chip has its own deviations of pairs, ` +
      'loads, mirrored tails and switch transistors, drawn by seed, chip and transistor; ideal tails and switches have none.',
    '### Mismatch',
    'A chip is corrected once for its offset and its gain, at the largest weight. The error of a weight is what is left at ± full ' +
      'scale of the input, as a part of the output at full scale and the largest weight; the bend of the pairs and loads, which all ' +
      'chips share, is in it. In brackets: how far the same chips by the closed form `mod` are.',
    mismatchTable(entries, citations),
    ...chipFigures(entries.filter(({ study }) => study.simulated !== null).map(({ neuron }) => neuron.name)),
    '### Effective bits',
    'How many bits an ideal quantizer of the output’s range would have that adds the same error, root mean square: ' +
      'log2(range/(√12 error)); the range is from − to + full scale of one input at the largest weight. Noise: integrated at the ' +
      'output. Mismatch: errors of the weights, averaged in power over chips and weights. Offset shift: what the offset changes by ' +
      'when the weight does, where weights steer tail currents between two pairs of different offset. Compression: distance from the ' +
      'best straight line. Together: the root of the sum of their squares. A neuron of n inputs has n times the range of one.',
    bitsTable(entries, citations),
    ...cornerBlocks(entries, citations),
  ];
}

function chipFigures(names: readonly string[]): readonly Block[] {
  if (names.length === 0) return [];
  const all = figure(
    'nonlinearity',
    'Share of chips against the largest error of a weight',
    'Largest error of a weight over the chips. Below half a step of the weights, 100 %/(2 (2^N − 1)), a chip has the bits it was drawn with.',
  );
  return [
    all,
    ...names.flatMap((name) => [
      figure(`offset-${name}`, `Histogram of the offset of ${name}`, `Offset of \`${name}\` at the input.`),
      figure(`weight-error-${name}`, `Error of the weights of ${name}`, `Error of the weights of \`${name}\`.`),
    ]),
  ];
}

/** Largest deviation that is the simulator's own, V or 1. */
const RESOLVED = 1e-9;

function mismatchTable(entries: readonly VariabilityEntry[], citations: Citations): string {
  const header = [
    '',
    'offset ±3σ>',
    'gain ±3σ>',
    'largest bit, σ>',
    'weights, rms>',
    'largest error, median>',
    '99 % of chips>',
  ];
  return table(
    header,
    entries.map(({ neuron: { name }, study: { simulated, modelled, corners } }) => {
      const mark = citations.cite(MISMATCH_KEYS.offsetSigma, { neuron: name });
      if (!simulated) {
        const reason = literal(reasonsText(corners[0]?.figures.flags ?? []));
        return [`\`${name}\` ${mark}: ${reason}`, ...header.slice(1).map(() => '–')];
      }
      const cell = (of: (figures: MismatchFigures) => number, show: (value: number) => string): string =>
        Math.abs(of(simulated)) < RESOLVED
          ? show(0)
          : show(of(simulated)) + (modelled ? ` (${relative(of(modelled), of(simulated))})` : '');
      const lsb = plain(Number((quantile(simulated.nonlinearity, 0.99) * simulated.units).toPrecision(3)));
      return [
        `\`${name}\` ${mark}`,
        cell(
          ({ offset }) => 3 * offset.sigma,
          (value) => quantity(value, 'V'),
        ),
        `${plain(simulated.gain.mean)} ± ${cell(
          ({ gain }) => 3 * gain.sigma,
          (value) => plain(value),
        )}`,
        cell(({ largestBit }) => largestBit.sigma, percent),
        cell(({ errorRms }) => errorRms, percent),
        cell(({ nonlinearity }) => quantile(nonlinearity, 0.5), percent),
        `${cell(({ nonlinearity }) => quantile(nonlinearity, 0.99), percent)}, ${lsb} LSB`,
      ];
    }),
  );
}

function bitsTable(entries: readonly VariabilityEntry[], citations: Citations): string {
  return table(
    ['', 'noise>', 'mismatch>', 'offset shift>', 'compression>', 'together>'],
    entries.map(({ neuron: { name, fullScale }, study: { errors } }) => {
      const label = `\`${name}\`, ±${quantity(fullScale, 'V')} ${citations.cite(EFFECTIVE_BIT_KEYS.bits, { neuron: name, error: 'together' })}`;
      if (errors === null) return [label, ...Array.from({ length: 5 }, () => '–')];
      const bits = effectiveBits(errors);
      const cell = (kind: 'noise' | 'mismatch' | 'offsetShift' | 'compression'): string =>
        errors[kind] < NEGLIGIBLE ? 'no error' : bits[kind].toFixed(1);
      return [
        label,
        ...(['noise', 'mismatch', 'offsetShift', 'compression'] as const).map(cell),
        bits.together.toFixed(1),
      ];
    }),
  );
}
