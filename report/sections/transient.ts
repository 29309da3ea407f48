/** Study of mixed-signal neurons in time: settling, charge injection, sequence. */

import {
  type ChargeInjection,
  reasonsText,
  type Sequence,
  type Settling,
  type Transients,
} from '../../analog/index.ts';
import { percent, quantity, SETTLING_KEYS, TRANSIENT_KEYS } from '../../measurement/index.ts';
import { waveformChart } from '../charts/waveform.ts';
import type { Citations } from '../page/citations.ts';
import { type Block, figure, literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

const EVENTS = {
  input: 'input 0 to full scale, largest weight',
  weight: 'weight 0 to largest, full-scale input',
  carry: 'weight one up in the middle, full-scale input',
} as const;

/** Voltage below which there is rounding only, V. */
const NOTHING = 1e-9;

/** Study with tables and a waveform a neuron; nothing without neurons. */
export function transientStudy(entries: readonly Transients[]): Study {
  return {
    blocks: (citations) => (entries.length === 0 ? [] : blocks(entries, citations)),
    figures: entries.flatMap(({ neuron, sequence }) => (sequence ? [() => waveformChart(neuron, sequence)] : [])),
  };
}

function blocks(entries: readonly Transients[], citations: Citations): readonly Block[] {
  return [
    '## Mixed-signal neurons in time',
    'Transients of the transistors. Settled: within half an LSB of the weight at full-scale input, for good; beside it what a ' +
      'single pole, with the zero of the drain-gate capacitance, would take. The edges of inputs and of the voltages at the ' +
      'switches last 20 ps.',
    ...entries.flatMap((entry) => one(entry, citations)),
  ];
}

function one(entry: Transients, citations: Citations): readonly Block[] {
  const { neuron, flags, settling, chargeInjection, sequence, unitCurrent } = entry;
  const heading = `### ${neuron} in time, ${quantity(unitCurrent, 'A')}`;
  if (flags.length > 0) return [heading, `Not run: ${literal(reasonsText(flags))}.`];
  return [
    heading,
    settlingTable(neuron, settling, citations),
    ...(chargeInjection ? [injection(neuron, chargeInjection, citations)] : []),
    ...(sequence ? sequenceBlocks(neuron, sequence, citations) : []),
  ];
}

function settlingTable(neuron: string, settling: readonly Settling[], { cite }: Citations): string {
  return table(
    ['step', 'settled after>', 'by the pole>', 'beyond the ends>'],
    settling.map(({ event, time, expected, overshoot }) => [
      EVENTS[event],
      `${time === null ? 'not in the longest run' : quantity(time, 's')} ${cite(SETTLING_KEYS.time, { neuron, event })}`,
      `${quantity(expected, 's')} ${cite(SETTLING_KEYS.byPole, { neuron, event })}`,
      overshoot < NOTHING ? 'none' : quantity(overshoot, 'V'),
    ]),
  );
}

function injection(neuron: string, found: ChargeInjection, { cite }: Citations): string {
  const mark = (key: keyof typeof TRANSIENT_KEYS): string => cite(TRANSIENT_KEYS[key], { neuron });
  const { bound, peak, recovery, outputCommon, outputGlitch, lsb, chargeN, chargeP } = found;
  const charges =
    chargeP > 0
      ? `A unit switch takes ${quantity(chargeN, 'C')} (N) and ${quantity(chargeP, 'C')} (P) into its gate`
      : `A unit switch takes ${quantity(chargeN, 'C')} into its gate`;
  const node = recovery === null ? 'the sources of the steered pair' : 'the gate of a weight bit';
  return (
    `Charge injection and clock feedthrough, weight switches of transistors. ${charges}: if nothing held ${node}, all of it ` +
    `would move it by ${quantity(bound, 'V')} at most ${mark('injectionBound')}; in the simulation it moves by ${quantity(peak, 'V')} ` +
    `${mark('injectionPeak')}` +
    (recovery === null
      ? ''
      : `, since the switch that closes takes what the other gives, and is back after ${quantity(recovery, 's')} ${mark('injectionRecovery')}`) +
    `. Each output moves by ${quantity(outputCommon, 'V')} ${mark('injectionOutputCommon')} without input, both alike. With full-scale input ` +
    `the differential output is up to ${quantity(outputGlitch, 'V')} ${mark('injectionOutputGlitch')}, ${quantity(outputGlitch / lsb, '1')} LSB, ` +
    'from that with ideal switches on its way, a twentieth of a time constant after the edges; nothing is sampled, so it decays and leaves no error.'
  );
}

function sequenceBlocks(neuron: string, sequence: Sequence, { cite }: Citations): readonly Block[] {
  const { operations, synapses, fullScale, deviation, error } = sequence;
  const [first] = operations;
  const each = first ? quantity(first.to - first.from, 's') : '';
  return [
    figure(
      `waveform-${neuron}`,
      `Waveforms of ${neuron}`,
      `Inputs and weights of the driven synapses, and the output beside the exact sum; ${each} an operation.`,
    ),
    `${operations.length} operations of ${synapses} synapses. Settled outputs are within ${quantity(deviation, 'V')} of the DC ` +
      `transfer ${cite(TRANSIENT_KEYS.sequenceDeviation, { neuron })}, and that within ${quantity(error, 'V')} of the exact sum ` +
      `${cite(TRANSIENT_KEYS.sequenceError, { neuron })}: ${percent(deviation / Math.abs(fullScale), 3)} and ${percent(error / Math.abs(fullScale), 3)} of the full scale.`,
  ];
}
