/** Study of the sizings: energy, noise, errors, floors, power against frequency. */

import { isUsable, noisePole, reasonsText, type SizingResult } from '../../analog/index.ts';
import {
  analogPower,
  digitalPower,
  paperClaim,
  ratioAt,
  ratioFromStatedAt,
  type SizingComparison,
  type SizingCurve,
  statedNumber,
  TABLE_FREQUENCIES,
} from '../../compare/index.ts';
import { DIGITAL_KEYS, percent, plain, quantity, SIZING_ERROR_KEYS, SIZING_KEYS } from '../../measurement/index.ts';
import { sizingLineCharts } from '../charts/sizing-lines.ts';
import type { Citations } from '../page/citations.ts';
import { figure, literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

const MISSING = '–';

/** Study with tables and charts of the sizings; nothing without curves. */
export function sizingsStudy({ base, curves, synapses }: SizingComparison): Study {
  const [first] = curves;
  if (first === undefined) return { blocks: () => [], figures: [] };
  const { digital } = first.curve;
  return {
    figures: sizingLineCharts(curves),
    blocks: (citations) => [
      '## Sizings of the mixed-signal neuron',
      `\`${base}\` as one synapse in every sizing, simulated from 0.2 pA to 1 µA a unit. A has a unit transistor for each unit ` +
        'of weight, B one for each weight bit; S shares one device among the bits below its segment; C steers the tail ' +
        'currents to one driven pair and one idle, through real switches. A, B and S have ideal switches. A letter m marks tails ' +
        'mirrored by NMOS transistors, the others are ideal current sources.',
      ...(synapses > 1
        ? [
            `\`${digital.name}\` stands beside them as one of its ${synapses} synapses: power and energy are divided by that.`,
          ]
        : []),
      `### At ${quantity(first.result.neuron.unitCurrent, 'A')} a unit`,
      energyTable(base, curves, citations),
      `By the pole: with the pole of the output in place of the −3 dB point, which the drain-gate capacitance of the driven ` +
        'pairs moves upwards. Energy times noise is nearly a constant: a smaller capacitance takes less energy and ' +
        'makes more noise. The last column compares with the ' +
        `${paperClaim('biological-energy').printed} that the paper cites for an operation of a biological neuron, which has thousands ` +
        `of synapses; the paper states ${paperClaim('energy-per-synapse-8bit').printed} for one synapse of its own.`,
      '### Static error',
      errorTable(base, curves, citations),
      errorText(first.result),
      '### Floors',
      floorTable(base, curves, citations),
      'Below its floor a neuron is of no use for the reason named; its power stays at the floor however slow the operations. The ' +
        `digital floor is the leakage of \`${digital.name}\`${synapses > 1 ? ' by synapse' : ''}, ${quantity(digital.leakage, 'W')} ${citations.cite(DIGITAL_KEYS.leakage, { neuron: digital.name })}. ` +
        'Ideal tails of a picoampere are an idealisation: the rows with mirrored tails show what transistors make of it.' +
        leakingMirrors(curves),
      '### Power against frequency',
      powerTable(curves),
      `In brackets: power of \`${digital.name}\` over it; then the same with ${quantity(first.result.neuron.unitCurrent, 'A')} as the smallest unit current.`,
      figure('sizings-power', 'Power of the sizings', 'Power of each sizing and of the digital neuron.'),
      figure(
        'sizings-energy',
        'Energy per operation of the sizings',
        'The same over the frequency, beside two figures of the paper.',
      ),
    ],
  };
}

function energyTable(base: string, curves: readonly SizingCurve[], citations: Citations): string {
  const [first] = curves;
  const mark = first ? citations.cite(SIZING_KEYS.bandwidth, { neuron: base, sizing: first.result.name }) : '';
  const biological = statedNumber('biological-energy');
  return table(
    [
      'sizing',
      '',
      `bandwidth ${mark}>`,
      'gain>',
      'energy per synapse>',
      'by the pole>',
      'noise>',
      'energy × noise>',
      'synapses in 20 fJ>',
    ],
    curves.map(({ result }) => {
      const own = result.points.find(({ unitCurrent }) => unitCurrent === result.neuron.unitCurrent);
      const head = [`**${result.name}**`, result.description];
      if (own === undefined || !isUsable(own)) return [...head, ...Array.from({ length: 7 }, () => MISSING)];
      return [
        ...head,
        quantity(own.bandwidth, 'Hz'),
        plain(own.gain),
        `**${quantity(own.energyPerSynapse, 'J')}**`,
        quantity(own.power / noisePole(own), 'J'),
        quantity(own.noiseTotal, 'V^2'),
        quantity(own.energyPerSynapse * own.noiseTotal, 'J V^2'),
        plain(biological / own.energyPerSynapse),
      ];
    }),
  );
}

function errorTable(base: string, curves: readonly SizingCurve[], citations: Citations): string {
  const known = curves.find(({ result }) => result.errors.length > 0)?.result.name;
  const mark = (key: keyof typeof SIZING_ERROR_KEYS): string =>
    known === undefined ? '' : citations.citeFirst(SIZING_ERROR_KEYS[key], { neuron: base, sizing: known });
  return table(
    [
      'sizing',
      'unit current>',
      `mismatch ${mark('mismatch')}>`,
      'with mirrored tails>',
      `nonlinearity of the weights ${mark('nonlinearity')}>`,
      'at weight>',
    ],
    curves.flatMap(({ result }) =>
      result.errors.map((error) => [
        `**${result.name}**`,
        quantity(error.unitCurrent, 'A'),
        percent(error.mismatch),
        percent(error.mismatchMirrored),
        error.nonlinearity < 1e-6 ? 'below 0.0001 %' : percent(error.nonlinearity, 3),
        error.nonlinearity < 1e-6 ? MISSING : `${error.weight}`,
      ]),
    ),
  );
}

function errorText({ neuron: { bits, mismatch } }: SizingResult): string {
  return (
    `Parts of the full scale; half an LSB of ${bits} bits is ${percent(0.5 / (2 ** bits - 1), 3)}. Mismatch: one sigma of the largest weight by ` +
    `Pelgrom's law with A_VT ${plain(mismatch.threshold * 1e9)} mV µm and A_β ${plain(mismatch.beta * 1e8)} % µm, assumed. Ideal tails make no ` +
    'error, so that is what transistors in their place add. Nonlinearity: the largest distance of the gain from a line ' +
    'through zero and the largest weight, without mismatch; it comes from transconductance that is not proportional to current.'
  );
}

function floorTable(base: string, curves: readonly SizingCurve[], citations: Citations): string {
  const known = curves.find(({ result }) => result.floor !== null)?.result.name;
  const mark = known === undefined ? '' : citations.cite(SIZING_KEYS.floorCurrent, { neuron: base, sizing: known });
  return table(
    [
      'sizing',
      `smallest unit current ${mark}>`,
      'power>',
      'enough up to>',
      'gain>',
      'tunnelling and leakage>',
      'why no less',
    ],
    curves.map(({ result: { name, neuron, floor } }) => {
      if (floor === null) return [`**${name}**`, ...Array.from({ length: 5 }, () => MISSING), 'never usable'];
      const { unitCurrent, power, bandwidth, gain } = floor.figures;
      const wanted = neuron.supply * unitCurrent * (2 ** neuron.bits - 1);
      const reason = floor.reasons.length === 0 ? 'smallest simulated' : literal(reasonsText(floor.reasons));
      return [
        `**${name}**`,
        quantity(unitCurrent, 'A'),
        quantity(power, 'W'),
        quantity(bandwidth, 'Hz'),
        plain(gain),
        percent(power / wanted - 1, 0),
        reason,
      ];
    }),
  );
}

/** Text on the current of mirrors that no reference sets any more. */
function leakingMirrors(curves: readonly SizingCurve[]): string {
  const powers = curves.flatMap(({ result }) => {
    if (result.neuron.tails === 'ideal') return [];
    const leaking = result.points.flatMap(({ power, bandwidth }) =>
      power === null || bandwidth === null ? [] : [power],
    );
    return leaking.length === 0 ? [] : [`${result.name} ${quantity(Math.min(...leaking), 'W')}`];
  });
  return powers.length === 0
    ? ''
    : ` Left to leak, without a reference that still sets their current, mirrors take ${powers.join(' and ')} at least.`;
}

function powerTable(curves: readonly SizingCurve[]): string {
  const [first] = curves;
  const digital = first?.curve.digital;
  const value = (power: number | null): string => (power === null ? MISSING : quantity(power, 'W'));
  const ratio = (found: number | null): string => (found === null ? MISSING : plain(Number(found.toPrecision(3))));
  return table(
    ['', ...TABLE_FREQUENCIES.map((frequency) => `${quantity(frequency, 'Hz')}>`)],
    [
      ...(digital
        ? [[`\`${digital.name}\``, ...TABLE_FREQUENCIES.map((frequency) => value(digitalPower(digital, frequency)))]]
        : []),
      ...curves.map(({ result, curve }) => [
        `**${result.name}**`,
        ...TABLE_FREQUENCIES.map((frequency) => {
          const power = analogPower(curve.bias.points, frequency);
          if (power === null) return MISSING;
          return `${value(power)} (**${ratio(ratioAt(curve, frequency))}**; ${ratio(ratioFromStatedAt(curve, frequency))})`;
        }),
      ]),
    ],
  );
}
