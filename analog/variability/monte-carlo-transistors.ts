/** Chips of one neuron as transistors in ngspice. Several of them, each at several weights, share one circuit. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { neuronAt } from '../deck/analysed-circuit.ts';
import { balanced, conditions, mirror, supplies } from '../deck/surroundings.ts';
import type { Deviations } from '../deck/transistor-device.ts';
import type { Design } from '../neuron/design.ts';
import { designOf } from '../neuron/sizing.ts';
import { type Circuit, transistorsOf } from '../spice/circuit.ts';
import { source, voltageCopy } from '../spice/elements.ts';
import { runOne } from '../spice/run.ts';
import { wave } from '../spice/spice.ts';
import { pelgromDeviations } from './mismatch.ts';
import { type Chip, type Draw, tellingWeights } from './monte-carlo.ts';

/**
 * Number of transistors of one circuit. Enough that reading the card counts little, few enough that ngspice's time for
 * a circuit still grows with its size.
 */
const TRANSISTORS = 1500;

/** Chips of `draw` by ngspice. Decks are handed to the tool all at once; it runs as many together as it likes. */
export async function simulatedChips(neuron: AnalogNeuron, draw: Draw, ngspice: Tool): Promise<readonly Chip[]> {
  const { seed, samples, from = 0 } = draw;
  const design = designOf(neuron);
  const weights = draw.weights ?? tellingWeights(design);
  const chips = Array.from({ length: samples }, (_, k) => {
    const sample = from + k;
    return { sample, deviations: pelgromDeviations(neuron.mismatch, seed, sample) };
  });
  const transistors = transistorsOf(neuronAt(design, 0)).length;
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

/** Copy of the neuron in a deck. */
interface Copy {
  readonly weight: number;
  readonly deviations?: Deviations;
}

/**
 * Voltages of the inner nodes without deviations, by weight. ngspice starts there, else it takes ten times the rounds.
 */
type RestingNodes = ReadonlyMap<number, Readonly<Record<string, number>>>;

async function restingNodes(design: Design, weights: readonly number[], ngspice: Tool): Promise<RestingNodes> {
  const copies = weights.map((weight) => ({ weight }));
  const op = await runOne(ngspice, circuitOf(design, copies), { analysis: { kind: 'op' } });
  const nodes = new Map(weights.map((weight) => [weight, {} as Record<string, number>]));
  for (const [vector, values] of Object.entries(op.real)) {
    const [, copy, node] = /^v\((?:x(\d+)\.)?([^)]+)\)$/.exec(vector) ?? [];
    const at = nodes.get(weights[Number(copy)] ?? Number.NaN);
    if (at && node !== undefined) at[node] = nth(values, 0);
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
    Object.entries(settled.get(weight) ?? {}).map(
      ([node, voltage]) => ({ kind: 'nodeset', node: `x${k}.${node}`, voltage }) as const,
    ),
  );
  const vectors = copies.map((_, k) => `v(x${k}.${OUTPUT})`);
  const sweep = await runOne(ngspice, [...circuitOf(design, copies), ...start], { analysis, vectors });
  return chips.map(({ sample }, chip) => ({
    sample,
    outputs: weights.map((weight, k) => {
      const [minus, rest, plus] = wave(sweep, `v(x${chip * weights.length + k}.${OUTPUT})`);
      if (minus === undefined || rest === undefined || plus === undefined) throw new RangeError('sweep is too short');
      return { weight, rest, plus, minus };
    }),
  }));
}

/**
 * Circuit of many copies of the neuron. Copy k has the nodes `xK.NODE`, the differential output among them; all share
 * supply, common mode, input and bias.
 */
function circuitOf(design: Design, copies: readonly Copy[]): Circuit {
  const ports = ['vdd', 'cm', 'xp', 'xn', 'bias'];
  return [
    ...conditions(design),
    ...supplies(design),
    source('vin', 'in', '0', { dc: 0 }),
    ...balanced('xp', 'xn'),
    ...mirror(design),
    ...(design.tails === 'ideal' ? [source('vbias', 'bias', '0', { dc: 0 })] : []),
    ...copies.flatMap(({ weight, deviations }, k): Circuit => {
      const name = `chip${k}`;
      const output = voltageCopy('eout', [OUTPUT, '0'], ['outp', 'outn'], 1);
      return [
        { kind: 'subcircuit', name, ports: [ports], circuit: [...neuronAt(design, weight, deviations), output] },
        { kind: 'call', name: `x${k}`, nodes: [ports], of: name },
      ];
    }),
  ];
}

const OUTPUT = 'out';
