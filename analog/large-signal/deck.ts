/** Large-signal neuron as elements: transistors, resistors and switched tails. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { diodeLoads, loadCapacitance } from '../deck/loads.ts';
import { balanced, conditions, mirror, SMALL_SIGNAL, supplies } from '../deck/surroundings.ts';
import { mirrorTail, pair } from '../deck/synapse.ts';
import { device } from '../deck/transistor-device.ts';
import { controls, staticBit } from '../deck/weight-switches.ts';
import type { Design } from '../neuron/design.ts';
import { reasonText } from '../neuron/reason-text.ts';
import type { Circuit, Element } from '../spice/circuit.ts';
import { capacitor, resistor, source, voltageCopy } from '../spice/elements.ts';
import { currentPairs, type LargeSignalDesign, largeSignalDesign } from './design.ts';
import { RESISTOR } from './resistor.ts';

/**
 * Parts of a resistor as a line from its output node. Nine tenths are in equal pieces, the first tenth in ever smaller
 * ones, since the noise of the piece at the node has the node's own capacitance alone to work on.
 */
const PIECES: readonly number[] = [
  0.1 / 256,
  ...Array.from({ length: 8 }, (_, k) => 0.1 / 2 ** (8 - k)),
  ...Array.from({ length: 9 }, () => 0.1),
];

/** Weight and sources of a large-signal circuit to be analysed. */
interface Excitation {
  /** Weight of synapse 0; default: the largest. */
  readonly weight?: number;
  /** Sources of the whole differential input; default: the small-signal source `vin` between the nodes `in` and 0. */
  readonly sources?: readonly Element[];
}

/**
 * Circuit of a large-signal neuron that is analysed. Its nodes are those of the small-signal neuron: `in`, `outp`,
 * `outn`, sources of the pairs.
 */
export function largeSignalAnalysed(design: LargeSignalDesign, excitation: Excitation = {}): Circuit {
  const { weight = design.units, sources = [SMALL_SIGNAL] } = excitation;
  const idle = design.synapses - 1;
  return [
    ...conditions(design),
    ...supplies(design),
    ...sources,
    ...balanced('xp', 'xn'),
    ...mirror(design),
    ...synapse(design, { prefix: '', count: 1, weight, inputs: ['xp', 'xn'] }),
    ...(idle > 0 ? synapse(design, { prefix: 'r', count: idle, weight: design.units, inputs: ['cm', 'cm'] }) : []),
    ...loads(design),
  ];
}

/** Parts of a user's deck: a neuron without supply, inputs and control section. Weights are the parameters w0, w1... */
export function largeSignalParts(neuron: AnalogNeuron): {
  readonly design: Design;
  readonly notes: readonly string[];
  readonly synapse: (k: number) => readonly Element[];
  readonly loads: readonly Element[];
} {
  const design = largeSignalDesign(neuron);
  const { load } = design;
  const resistors =
    load.kind === 'resistor'
      ? [
          `Loads: resistors of ${load.resistance} ohm, which make the gain 1 at weight ${design.units} (${RESISTOR.source}).`,
        ]
      : ['Loads: diode-connected P transistors; the gain hardly depends on the weight.'];
  return {
    design,
    notes: [
      'Large signal: the input is always at the gates; a weight bit that is 0 switches the tail current of its pair off.',
      ...resistors,
      ...design.impossible.map((reason) => `Not reached: ${reasonText(reason)}.`),
    ],
    synapse: (k) => synapse(design, { prefix: `${k}_`, count: 1, weight: `w${k}`, inputs: [`x${k}p`, `x${k}n`] }),
    loads: loads(design),
  };
}

interface Synapse {
  readonly prefix: string;
  readonly count: number;
  readonly weight: number | string;
  readonly inputs: readonly [string, string];
}

function synapse(design: LargeSignalDesign, wiring: Synapse): readonly Element[] {
  const { prefix, count, inputs } = wiring;
  const bits = Array.from({ length: design.bits }, (_, bit) => bit);
  const pairs = currentPairs(design, design.units);
  const pairOf = (tag: string, group: number): readonly Element[] =>
    pair(design, {}, tag, count * nth(pairs, group).devices, inputs);
  if (design.sizing === 'tail-steered')
    return [...pairOf(`${prefix}d`, 0), ...bits.flatMap((bit) => tail(design, wiring, bit, `t${prefix}d`))];
  return bits.flatMap((bit) => [...pairOf(`${prefix}${bit}`, bit), ...tail(design, wiring, bit, `t${prefix}${bit}`)]);
}

/**
 * Tail current of a weight bit out of `node`, 2^bit unit currents or none. An ideal source is switched itself; a
 * mirror's transistor by its gate, or by a transistor above it.
 */
function tail(design: Design, { prefix, count, weight }: Synapse, bit: number, node: string): readonly Element[] {
  const tag = `${prefix}${bit}`;
  const units = count * 2 ** bit;
  const on = staticBit(weight, bit);
  const real = design.switches === 'transistors';
  const below = real ? `b${tag}` : node;
  const switched: readonly Element[] = real
    ? [
        ...controls(design, tag, on),
        device(design, {
          ...{ role: 'switch', name: `s${tag}`, kind: 'n', drain: node, gate: `on${tag}`, source: below, count },
        }),
      ]
    : [];
  if (design.tails === 'ideal')
    return [...switched, source(`it${tag}`, below, '0', { dc: `{(${on.value})*${units * design.unitCurrent}}` })];
  if (real) return [...switched, mirrorTail(design, tag, below, 'bias', units)];
  const gate = `h${tag}`;
  return [
    voltageCopy(`eh${tag}`, [gate, '0'], ['bias', '0'], `{${on.value}}`),
    mirrorTail(design, tag, below, gate, units),
  ];
}

function loads(design: LargeSignalDesign): readonly Element[] {
  const { load } = design;
  if (load.kind === 'diode') return diodeLoads(design);
  return ['outp', 'outn'].flatMap((node) => [
    ...line(node, load.resistance, load.capacitance),
    ...loadCapacitance(design, node),
  ]);
}

/** Pieces of a resistor from `node` to `vdd`; each has half of its capacitance at either end. */
function line(node: string, resistance: number, capacitance: number): readonly Element[] {
  const at = (piece: number): string => (piece === 0 ? node : piece === PIECES.length ? 'vdd' : `${node}_${piece}`);
  return PIECES.flatMap((part, k) => {
    const share = (part + (k === 0 ? 0 : nth(PIECES, k - 1))) / 2;
    return [
      resistor('load', `r${node}_${k}`, [at(k), at(k + 1)], resistance * part),
      ...(capacitance > 0 ? [capacitor(`cr${node}_${k}`, at(k), '0', capacitance * share)] : []),
    ];
  });
}
