/** Study of the paper's three claims together, by the simulated circuits. */

import {
  type ClaimsTogether,
  holdsTogether,
  paperClaim,
  type SizingComparison,
  type SpaceCount,
  STATED_PRODUCT,
  type Standing,
  TOGETHER,
} from '../../compare/index.ts';
import { percent, plain, quantity } from '../../measurement/index.ts';
import { energyNoiseChart } from '../charts/energy-noise.ts';
import { type Block, figure, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

/** Study with the answer, its tables and its chart. Nothing without curves, or where the bits are not the paper's. */
export function claimsTogetherStudy({ curves, together }: SizingComparison): Study {
  const chart = energyNoiseChart(curves);
  if (chart === undefined || together === null) return { blocks: () => [], figures: [] };
  return { blocks: () => blocks(together), figures: [() => chart] };
}

function blocks({ alone, shared, space }: ClaimsTogether): readonly Block[] {
  const stated = (standing: Standing): boolean => standing.unitCurrent === standing.sizing.neuron.unitCurrent;
  const printed = [
    paperClaim('energy-per-synapse-8bit').printed,
    `a ratio of ${paperClaim('ratio-low-frequency').printed} below 1 MHz and ${paperClaim('ratio-all-frequencies').printed} everywhere`,
    paperClaim('noise-power').printed,
  ];
  return [
    "## When do the paper's three claims hold together?",
    `The claims: ${printed.join('; ')}. Each counts as met where the value rounds to the printed one or is better: at most ` +
      `${quantity(TOGETHER.energy, 'J')}, at least ${plain(TOGETHER.ratioLow)} and more than ${plain(TOGETHER.ratioAll)}, at most ${quantity(TOGETHER.noise, 'V^2')}. ` +
      'Ratios are taken with the bias chosen for each frequency, down to the floor; energy and noise at the bias that is named.',
    answerAlone(alone),
    standingTable(alone.filter(stated)),
    ...(space === null ? [] : [answerSpace(space)]),
    answerShared(shared),
    standingTable(shared),
    figure(
      'energy-noise',
      'Noise against energy per synapse',
      "Energy per synapse and noise of every simulated circuit with ideal tails; grey: where the paper's two figures are met.",
    ),
    caveats([...alone, ...shared]),
  ];
}

function answerAlone(alone: readonly Standing[]): string {
  const met = alone.filter(holdsTogether);
  const products = alone.map(({ energy, noise }) => energy * noise);
  const [least, largest] = [Math.min(...products), Math.max(...products)];
  const pairs = alone.filter(({ meets }) => meets.energy && meets.noise);
  return (
    `**One synapse: ${met.length === 0 ? 'never' : `in ${met.length}`}** of ${alone.length} simulated circuits (sizings and unit currents). ` +
    `${count(alone, ({ meets }) => meets.energy)} meet the energy, ${count(alone, ({ meets }) => meets.noise)} the noise, ` +
    `${count(alone, ({ meets }) => meets.ratios)} have both ratios, ${pairs.length} meet energy and noise. In weak inversion power over bandwidth is ` +
    '`4π n U_T V_DD C` and noise `2γ (1 + gain) kT/C`, so that their product does not depend on the capacitance C: it is ' +
    `${quantity(least, 'J V^2')} at least here and ${quantity(largest, 'J V^2')} at most (outside of weak inversion), while the paper's two figures need ` +
    `${quantity(STATED_PRODUCT, 'J V^2')}, ${plain(Number((least / STATED_PRODUCT).toPrecision(2)))} times less than the least.`
  );
}

/** Answer by the closed form over many more designs, lower supplies among them. */
function answerSpace({
  supplies,
  designs,
  circuits,
  energyAndNoise,
  atSupplies,
  reach,
  leastProduct,
  all,
}: SpaceCount): string {
  const volts = (list: readonly number[]): string => list.map((supply) => quantity(supply, 'V')).join(', ');
  const where =
    energyAndNoise === 0
      ? 'energy and noise in none'
      : `energy and noise in ${energyAndNoise}, at ${volts(atSupplies)}, of designs that reach ${quantity(reach, 'Hz')} at most`;
  return (
    `By the closed form, over ${designs} designs of one synapse (every sizing, three lengths, up to 10 fF more at each output, supplies ` +
    `of ${volts(supplies)}) and ${circuits} circuits with their biases: all three ${all === 0 ? 'never' : `in ${all}`}; ${where}. The least ` +
    `product is ${quantity(leastProduct, 'J V^2')}: it falls with the supply, which also takes the headroom for the currents that high frequencies need.`
  );
}

function answerShared(shared: readonly Standing[]): string {
  const met = shared.filter(holdsTogether);
  const names = [...new Set(met.map(({ sizing }) => sizing.name))].map((name) => {
    const own = met.filter(({ sizing }) => sizing.name === name);
    return `${name} from ${Math.min(...own.map(({ synapses }) => synapses))} synapses`;
  });
  return (
    'n synapses on one output, each with its own loads: bandwidth and energy per synapse stay, the noise of the output falls as 1/n. ' +
    'Simulated with as many synapses as that takes, at the stated unit current and at the floor: ' +
    (met.length === 0
      ? '**the three claims hold together nowhere.**'
      : `**the three claims hold together for ${names.join(', ')}.**`) +
    ' What is then 1e-6 V² is the noise of a whole neuron; that referred to the input of one synapse grows with n, because the gain of ' +
    'each is divided by their number.'
  );
}

function standingTable(standings: readonly Standing[]): string {
  const mark = (met: boolean, text: string): string => (met ? `**${text}** ✓` : text);
  const ratio = (value: number | null): string => (value === null ? '–' : plain(Number(value.toPrecision(3))));
  return table(
    [
      'sizing',
      'synapses>',
      'unit current>',
      'energy per synapse>',
      'noise>',
      'energy × noise>',
      'ratio to 1 MHz; least>',
      'never below the stated current>',
      'all three',
    ],
    standings.map((entry) => [
      `**${entry.sizing.name}**`,
      `${entry.synapses}`,
      quantity(entry.unitCurrent, 'A'),
      mark(entry.meets.energy, quantity(entry.energy, 'J')),
      mark(entry.meets.noise, quantity(entry.noise, 'V^2')),
      quantity(entry.energy * entry.noise, 'J V^2'),
      mark(entry.meets.ratios, `${ratio(entry.ratioLow)}; ${ratio(entry.ratioAll)}`),
      ratio(entry.ratioLowFromStated),
      holdsTogether(entry) ? '**yes**' : 'no',
    ]),
  );
}

/** Cost of a circuit where the claims hold. */
function caveats(all: readonly Standing[]): string {
  const met = [...new Map(all.filter(holdsTogether).map((entry) => [entry.sizing.name, entry.sizing])).values()];
  const costs = met.flatMap(({ name, errors: [error] }) =>
    error === undefined
      ? []
      : [`${name} ${percent(error.mismatch, 1)} (${percent(error.mismatchMirrored, 1)} with mirrored tails)`],
  );
  const best = Math.max(...all.flatMap(({ ratioLowFromStated }) => ratioLowFromStated ?? []));
  return [
    ...(costs.length === 0 ? [] : [`Static error where they hold, one sigma of the full scale: ${costs.join(', ')}.`]),
    'The ratio of about 1000 rests on unit currents of picoamperes below 1 MHz, where the analog neuron has nothing to do: with the ' +
      `stated unit current as the smallest it is ${plain(Number(best.toPrecision(3)))} at best, because digital leakage is then set against the ` +
      'full bias.',
    ...mirrored(all),
  ].join(' ');
}

/** Reach of transistors as tails towards low bias. */
function mirrored(all: readonly Standing[]): readonly string[] {
  const lows = all.flatMap(({ sizing, ratioLow }) =>
    sizing.neuron.tails === 'mirror' && ratioLow !== null ? [ratioLow] : [],
  );
  const best = Math.max(...lows);
  if (lows.length === 0 || best >= TOGETHER.ratioLow) return [];
  return [
    'Tails mirrored by transistors do not carry such currents on this card, they leak: with them the ratio below 1 MHz is ' +
      `${plain(Number(best.toPrecision(3)))} at best.`,
  ];
}

const count = (standings: readonly Standing[], of: (standing: Standing) => boolean): number =>
  standings.filter(of).length;
