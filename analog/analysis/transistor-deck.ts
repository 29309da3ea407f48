/** The neuron as transistors, in SPICE's words. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { inputLines } from '../deck/analysed-circuit.ts';
import { conditionLines, loadLines, mirrorLines, synapseLines } from '../deck/transistor-lines.ts';
import { CARD } from '../device/card.ts';
import { largeSignalDeckLines } from '../large-signal/deck.ts';
import { designOf } from '../neuron/sizing.ts';

/**
 * A deck for the user: every synapse with its weight as a parameter, and a control section that
 * prints power, gain, bandwidth and noise. It includes the card, which the user supplies.
 */
export function transistorDeck(neuron: AnalogNeuron): string {
  const { design, notes, synapse: synapseOf, loads } = deckLines(neuron);
  const { name, bits, synapses, units } = design;
  const synapse = Array.from({ length: synapses }, (_, k) => k);
  return [
    `* ${name}: ${neuron.mode} mixed-signal neuron, ${bits} bits, ${synapses} synapse(s), sizing ${design.sizing}, as transistors`,
    '*',
    `* ${CARD.file}, ${CARD.name}, is not part of this file: it belongs to Arizona State`,
    `* University. It comes with the npm package ${CARD.package} (the simulator there finds it by this name) and`,
    '* with the PTM models of ASU (ptm.asu.edu); it must hold the models PTM65N and PTM65P. Put it beside this file.',
    `* Synapse k: input between xKp and xKn around the common mode; weight wK, 0 to ${units}. Tails: ${design.tails}, switches: ${design.switches}.`,
    ...notes,
    ...conditionLines(design),
    ...synapse.map((k) => `.param w${k}=${units}`),
    '',
    `vdd vdd 0 dc ${design.supply}`,
    `vcm cm 0 dc ${design.commonMode}`,
    '* differential input of synapse 0; the others rest at the common mode',
    'vin in 0 dc 0 ac 1',
    ...inputLines('x0p', 'x0n'),
    ...synapse.slice(1).flatMap((k) => [`vx${k}p x${k}p cm dc 0`, `vx${k}n x${k}n cm dc 0`]),
    ...mirrorLines(design),
    '',
    ...synapse.flatMap((k) => [`* synapse ${k}`, ...synapseOf(k)]),
    '* loads',
    ...loads,
    '',
    '.control',
    'op',
    'let power = -i(vdd)*v(vdd)',
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
    '.endc',
    '.end',
    '',
  ].join('\n');
}

/** What small- and large-signal decks differ in. */
function deckLines(neuron: AnalogNeuron): ReturnType<typeof largeSignalDeckLines> {
  if (neuron.mode === 'large-signal') return largeSignalDeckLines(neuron);
  const design = designOf(neuron);
  const synapse = (k: number) =>
    synapseLines(design, { prefix: `${k}_`, count: 1, weight: `w${k}`, input: { p: `x${k}p`, n: `x${k}n` } });
  return { design, notes: [], synapse, loads: loadLines(design) };
}
