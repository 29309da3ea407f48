/** Many chips of one neuron as transistors in ngspice: several of them, and each at several weights, in one circuit. */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Deviations } from '../deck/transistor-device.ts';
import { conditionLines, loadLines, mirrorLines, synapseLines } from '../deck/transistor-lines.ts';
import type { Design } from '../neuron/design.ts';
import { designOf } from '../neuron/sizing.ts';
import { simulate, wave } from '../spice/spice.ts';
import { pelgromDeviations } from './mismatch.ts';
import { type Chip, type Draw, tellingWeights } from './monte-carlo.ts';

/**
 * Transistors of one circuit: enough that reading the card counts little, few enough that ngspice's time for a circuit
 * still grows with its size.
 */
const TRANSISTORS = 1500;

/** The chips of `draw` in ngspice. Decks are handed to the tool all at once; it runs as many together as it likes. */
export async function simulatedChips(neuron: AnalogNeuron, draw: Draw, ngspice: Tool): Promise<readonly Chip[]> {
  const { seed, samples, from = 0 } = draw;
  const design = designOf(neuron);
  const weights = draw.weights ?? tellingWeights(design);
  const chips = Array.from({ length: samples }, (_, k) => {
    const sample = from + k;
    return { sample, deviations: pelgromDeviations(neuron.mismatch, seed, sample) };
  });
  const transistors = copyLines(design, 0).filter((line) => line.startsWith('m')).length;
  const perDeck = Math.max(1, Math.floor(TRANSISTORS / transistors / weights.length));
  const decks = Array.from({ length: Math.ceil(samples / perDeck) }, (_, k) =>
    chips.slice(k * perDeck, (k + 1) * perDeck),
  );
  const settled = await restingNodes(design, weights, ngspice);
  const answers = await Promise.all(
    decks.map((deck) => simulateDeck(design, { chips: deck, weights, settled }, neuron.fullScale, ngspice)),
  );
  return answers.flat();
}

interface Specimen {
  readonly sample: number;
  readonly deviations: Deviations;
}

/** One copy of the neuron in a deck. */
interface Copy {
  readonly weight: number;
  readonly deviations?: Deviations;
}

/** Voltages of the inner nodes without deviations, by weight: where ngspice starts, else it takes ten times the rounds. */
type RestingNodes = ReadonlyMap<number, Readonly<Record<string, number>>>;

async function restingNodes(design: Design, weights: readonly number[], ngspice: Tool): Promise<RestingNodes> {
  const copies = weights.map((weight) => ({ weight }));
  const circuit = deckLines(design, copies).join('\n');
  const [op] = await simulate(ngspice, { circuit, runs: [{ analysis: { kind: 'op' } }] });
  if (!op) throw new RangeError('no operating point');
  const nodes = new Map(weights.map((weight) => [weight, {} as Record<string, number>]));
  for (const [vector, values] of Object.entries(op.real)) {
    const [, copy, node] = /^v\((?:x(\d+)\.)?([^)]+)\)$/.exec(vector) ?? [];
    const at = nodes.get(weights[Number(copy)] ?? Number.NaN);
    if (at && node !== undefined) at[node] = values[0] ?? Number.NaN;
  }
  return nodes;
}

async function simulateDeck(
  design: Design,
  work: { readonly chips: readonly Specimen[]; readonly weights: readonly number[]; readonly settled: RestingNodes },
  fullScale: number,
  ngspice: Tool,
): Promise<readonly Chip[]> {
  const { chips, weights, settled } = work;
  const analysis = { kind: 'dc', source: 'vin', from: -fullScale, to: fullScale, step: fullScale } as const;
  const copies = chips.flatMap(({ deviations }) => weights.map((weight) => ({ weight, deviations })));
  const start = copies.flatMap(({ weight }, k) =>
    Object.entries(settled.get(weight) ?? {}).map(([node, value]) => `.nodeset v(x${k}.${node})=${value}`),
  );
  const circuit = [...deckLines(design, copies), ...start].join('\n');
  const vectors = copies.map((_, k) => `v(x${k}.${OUTPUT})`);
  const [sweep] = await simulate(ngspice, { circuit, runs: [{ analysis, vectors }] });
  if (!sweep) throw new RangeError('no sweep');
  return chips.map(({ sample }, chip) => ({
    sample,
    outputs: weights.map((weight, k) => {
      const [minus, rest, plus] = wave(sweep, `v(x${chip * weights.length + k}.${OUTPUT})`);
      if (minus === undefined || rest === undefined || plus === undefined) throw new RangeError('sweep is too short');
      return { weight, rest, plus, minus };
    }),
  }));
}

/** Copy k has the nodes `xK.NODE`, the differential output among them; all share supply, common mode, input and bias. */
function deckLines(design: Design, copies: readonly Copy[]): readonly string[] {
  return [
    ...conditionLines(design),
    `vdd vdd 0 dc ${design.supply}`,
    `vcm cm 0 dc ${design.commonMode}`,
    'vin in 0 dc 0',
    'exp xp cm in 0 0.5',
    'exn xn cm in 0 -0.5',
    ...mirrorLines(design),
    ...(design.tails === 'ideal' ? ['vbias bias 0 dc 0'] : []),
    ...copies.flatMap(({ weight, deviations }, k) => [
      `.subckt chip${k} vdd cm xp xn bias`,
      ...copyLines(design, weight, deviations),
      `eout ${OUTPUT} 0 outp outn 1`,
      '.ends',
      `x${k} vdd cm xp xn bias chip${k}`,
    ]),
  ];
}

const OUTPUT = 'out';

/** One chip at one weight of synapse 0, the others at their largest without input. */
function copyLines(design: Design, weight: number, deviations?: Deviations): readonly string[] {
  const { synapses, units } = design;
  const idle = synapses - 1;
  const others = { prefix: 'r', count: idle, weight: units, input: { p: 'cm', n: 'cm' }, deviations };
  return [
    ...synapseLines(design, { prefix: '', count: 1, weight, input: { p: 'xp', n: 'xn' }, deviations }),
    ...(idle > 0 ? synapseLines(design, others) : []),
    ...loadLines(design, deviations),
  ];
}
