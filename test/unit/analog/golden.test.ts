/** Every kind of text of a mixed-signal neuron of 3 bits. */

import { expect, test } from 'vitest';
import { macro, transistorDeck, veriloga } from '../../../analog/index.ts';
import { largeSignalAnalysed } from '../../../analog/large-signal/deck.ts';
import { largeSignalDesign } from '../../../analog/large-signal/design.ts';
import { designOf } from '../../../analog/neuron/sizing.ts';
import { printCircuit } from '../../../analog/spice/print.ts';
import { deckText } from '../../../analog/spice/spice.ts';
import { transientCircuit } from '../../../analog/transient/transient-deck.ts';
import { analog } from './neuron.ts';

const neuron = analog({ bits: 3, unitCurrent: 1e-9 });
const large = analog({ bits: 3, unitCurrent: 1e-9, mode: 'large-signal' });
const switched = analog({ bits: 3, switches: 'transistors' });
const drive = [
  { at: 0, weight: 5, input: 0 },
  { at: 1e-9, weight: 6, input: 0.01 },
];

test.each([
  ['msn.va', () => veriloga(neuron)],
  ['msn_wports.va', () => veriloga(neuron, 'ports')],
  ['msn_macro.cir', () => macro(neuron)],
  ['msn.cir', () => transistorDeck(neuron)],
  ['msn_switches.cir', () => transistorDeck(switched)],
  ['msn_segmented.cir', () => transistorDeck(analog({ bits: 3, sizing: 'segmented' }))],
  ['msn_tail-steered.cir', () => transistorDeck(analog({ bits: 3, sizing: 'tail-steered' }))],
  ['msn_large-signal.cir', () => transistorDeck(large)],
  ['analysed_large-signal.cir', () => printCircuit(largeSignalAnalysed(largeSignalDesign(large)))],
  [
    'transient.cir',
    () =>
      deckText({
        circuit: printCircuit(transientCircuit(designOf(switched), [drive])),
        runs: [{ analysis: { kind: 'tran', step: 1e-11, stop: 2e-9 }, vectors: ['v(outp,outn)'] }],
      }),
  ],
])('%s', async (file, print) => {
  await expect(print()).toMatchFileSnapshot(`../../golden/analog/${file}`);
});
