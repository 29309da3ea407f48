/** The large-signal neuron as transistors and resistors, in SPICE's words. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { device } from '../deck/transistor-device.ts';
import { conditionLines, loadLines, mirrorLines } from '../deck/transistor-lines.ts';
import { bitOf, controlLines } from '../deck/weight-switches.ts';
import type { Design } from '../neuron/design.ts';
import { reasonText } from '../neuron/reason-text.ts';
import { MIRROR_LENGTH } from '../neuron/resting-point.ts';
import { currentPairs, type LargeSignalDesign, largeSignalDesign } from './design.ts';
import { RESISTOR } from './resistor.ts';

/**
 * Parts of a resistor as a line from its output node: nine tenths in equal pieces, the first tenth in ever smaller ones, since
 * the noise of the piece at the node has the node's own capacitance alone to work on.
 */
const PIECES: readonly number[] = [
  0.1 / 256,
  ...Array.from({ length: 8 }, (_, k) => 0.1 / 2 ** (8 - k)),
  ...Array.from({ length: 9 }, () => 0.1),
];

/** What is driven and how. */
interface Excitation {
  /** Weight of synapse 0; default: the largest. */
  readonly weight?: number;
  /** In place of the small-signal source `vin` between the nodes `in` and 0: the whole differential input. */
  readonly source?: string;
}

/** The circuit that is analysed, with the nodes of the small-signal neuron's: `in`, `outp`, `outn`, sources of the pairs. */
export function largeSignalAnalysed(design: LargeSignalDesign, excitation: Excitation = {}): string {
  const { weight = design.units, source = 'vin in 0 dc 0 ac 1' } = excitation;
  const idle = design.synapses - 1;
  return [
    ...conditionLines(design),
    `vdd vdd 0 dc ${design.supply}`,
    `vcm cm 0 dc ${design.commonMode}`,
    source,
    'exp xp cm in 0 0.5',
    'exn xn cm in 0 -0.5',
    ...mirrorLines(design),
    ...synapse(design, { prefix: '', count: 1, weight, inputs: ['xp', 'xn'] }),
    ...(idle > 0 ? synapse(design, { prefix: 'r', count: idle, weight: design.units, inputs: ['cm', 'cm'] }) : []),
    ...loads(design),
  ].join('\n');
}

/** The neuron of a user's deck, without supply, inputs and control section: weights are the parameters w0, w1... */
export function largeSignalDeckLines(neuron: AnalogNeuron): {
  readonly design: Design;
  readonly notes: readonly string[];
  readonly synapse: (k: number) => readonly string[];
  readonly loads: readonly string[];
} {
  const design = largeSignalDesign(neuron);
  const { load } = design;
  const resistors =
    load.kind === 'resistor'
      ? [
          `* Loads: resistors of ${load.resistance} ohm, which make the gain 1 at weight ${design.units} (${RESISTOR.source}).`,
        ]
      : ['* Loads: diode-connected P transistors; the gain hardly depends on the weight.'];
  return {
    design,
    notes: [
      '* Large signal: the input is always at the gates; a weight bit that is 0 switches the tail current of its pair off.',
      ...resistors,
      ...design.impossible.map((reason) => `* Not reached: ${reasonText(reason)}.`),
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

function synapse(design: LargeSignalDesign, wiring: Synapse): readonly string[] {
  const { prefix, count, inputs } = wiring;
  const pair = (tag: string, devices: number): string[] => {
    const common = { kind: 'n', source: `t${tag}`, count: count * devices, length: design.length } as const;
    return [
      device(design, { ...common, name: `p${tag}`, drain: 'outn', gate: inputs[0] }),
      device(design, { ...common, name: `n${tag}`, drain: 'outp', gate: inputs[1] }),
    ];
  };
  const bits = Array.from({ length: design.bits }, (_, bit) => bit);
  const pairs = currentPairs(design, design.units);
  if (design.sizing === 'tail-steered')
    return [
      ...pair(`${prefix}d`, pairs[0]?.devices ?? 0),
      ...bits.flatMap((bit) => tail(design, wiring, bit, `t${prefix}d`)),
    ];
  return bits.flatMap((bit) => [
    ...pair(`${prefix}${bit}`, pairs[bit]?.devices ?? 0),
    ...tail(design, wiring, bit, `t${prefix}${bit}`),
  ]);
}

/**
 * The tail current of a weight bit out of `node`, 2^bit unit currents or none. An ideal source is switched itself; a mirror's
 * transistor by its gate, or by a transistor above it.
 */
function tail(design: Design, { prefix, count, weight }: Synapse, bit: number, node: string): readonly string[] {
  const tag = `${prefix}${bit}`;
  const units = count * 2 ** bit;
  const on = bitOf(design, weight, bit);
  const real = design.switches === 'transistors';
  const below = real ? `b${tag}` : node;
  const switched = real
    ? [
        ...controlLines(design, tag, on),
        device(design, { name: `s${tag}`, kind: 'n', drain: node, gate: `on${tag}`, source: below, count }),
      ]
    : [];
  if (design.tails === 'ideal')
    return [...switched, `it${tag} ${below} 0 dc {(${on.value})*${units * design.unitCurrent}}`];
  const mirror = { kind: 'n', source: '0', count: units, length: MIRROR_LENGTH * 1e-9 } as const;
  const gate = real ? 'bias' : `h${tag}`;
  return [
    ...switched,
    ...(real ? [] : [`eh${tag} h${tag} 0 bias 0 {${on.value}}`]),
    device(design, { ...mirror, name: `t${tag}`, drain: below, gate }),
  ];
}

function loads(design: LargeSignalDesign): readonly string[] {
  const { load } = design;
  if (load.kind === 'diode') return loadLines(design);
  return ['outp', 'outn'].flatMap((node) => [
    ...line(node, load.resistance, load.capacitance),
    ...(design.loadCapacitance > 0 ? [`c${node} ${node} 0 ${design.loadCapacitance}`] : []),
  ]);
}

/** Pieces of a resistor from `node` to `vdd`; each has half of its capacitance at either end. */
function line(node: string, resistance: number, capacitance: number): readonly string[] {
  const at = (piece: number): string => (piece === 0 ? node : piece === PIECES.length ? 'vdd' : `${node}_${piece}`);
  return PIECES.flatMap((part, k) => {
    const share = (part + (PIECES[k - 1] ?? 0)) / 2;
    return [
      `r${node}_${k} ${at(k)} ${at(k + 1)} ${resistance * part}`,
      ...(capacitance > 0 ? [`cr${node}_${k} ${at(k)} 0 ${capacitance * share}`] : []),
    ];
  });
}
