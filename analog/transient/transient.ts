/** Transients of a neuron: settling, charge injection of its weight switches, a sequence of multiply-accumulates. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { type Measurement, measured, SETTLING_KEYS, TRANSIENT_KEYS } from '../../measurement/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { CARD } from '../device/card.ts';
import { operatingFlags } from '../neuron/figures.ts';
import type { Reason } from '../neuron/reason.ts';
import { designOf } from '../neuron/sizing.ts';
import { smallSignal } from '../neuron/small-signal.ts';
import { type ChargeInjection, chargeInjection } from './charge-injection.ts';
import { type Sequence, sequence } from './sequence.ts';
import { type Settling, settling } from './settling.ts';

/** Transients of one neuron. */
export interface Transients {
  /** Name of the neuron. */
  readonly neuron: string;
  readonly bits: number;
  /** A */
  readonly unitCurrent: number;
  /** Reasons against transients; empty where there are some. */
  readonly flags: readonly Reason[];
  readonly settling: readonly Settling[];
  readonly chargeInjection: ChargeInjection | null;
  readonly sequence: Sequence | null;
}

/** Least number of synapses in the sequence: a sum wants several. */
const SYNAPSES = 3;

/**
 * Transients of `neuron` at its own unit current, in about 20 decks of ngspice. Settling with the switches of its spec;
 * charge injection and the sequence, which has at least three synapses, with switches of transistors.
 */
export async function transients(neuron: AnalogNeuron, ngspice: Tool): Promise<Transients> {
  const { name, bits, unitCurrent } = neuron;
  const none = { neuron: name, bits, unitCurrent, settling: [], chargeInjection: null, sequence: null };
  const flags = flagsOf(neuron);
  if (flags.length > 0) return { ...none, flags };
  const synapses = Math.max(SYNAPSES, neuron.synapses);
  const loads = neuron.loads && Math.round((neuron.loads * synapses) / neuron.synapses);
  const several = { ...neuron, synapses, ...(loads === undefined ? {} : { loads }), switches: 'transistors' as const };
  const [settled, injected, summed] = await Promise.all([
    settling(neuron, ngspice),
    chargeInjection(neuron, ngspice),
    sequence(several, ngspice),
  ]);
  return { ...none, flags, settling: settled, chargeInjection: injected, sequence: summed };
}

function flagsOf(neuron: AnalogNeuron): readonly Reason[] {
  if (neuron.mode === 'large-signal') return [{ kind: 'no-transients' }];
  return operatingFlags(smallSignal(designOf(neuron)).operatingPoint, neuron.supply);
}

const EVENTS = {
  input: 'input step from 0 to full scale at the largest weight',
  weight: 'weight step from 0 to the largest at full-scale input',
  carry: 'weight step by one in the middle of the range at full-scale input',
} as const;

/** Measurements of settling, charge injection and sequence; none where there are no transients. */
export function transientMeasurements({
  neuron,
  unitCurrent,
  settling: events,
  chargeInjection: injected,
  sequence: summed,
}: Transients): readonly Measurement[] {
  const at = `unit current ${unitCurrent.toExponential()} A`;
  const simulator = `transient in ${CARD.simulator} (${CARD.package}), ${CARD.name}; ${at}`;
  const simulated = (note: string): string => `${simulator}; ${note}`;
  const byHand = (note: string): string => `by hand; ${at}; ${note}`;
  const row = (key: keyof typeof TRANSIENT_KEYS, value: number | null, note: string): Measurement =>
    measured(TRANSIENT_KEYS[key], { neuron }, value, 'simulated', simulated(note));
  return [
    ...events.flatMap(({ event, time, expected }) => [
      measured(
        SETTLING_KEYS.time,
        { neuron, event },
        time,
        'simulated',
        simulated(
          `to half an LSB of the weight; ${EVENTS[event]}${time === null ? '; none: not settled at the end of the longest run' : ''}`,
        ),
      ),
      measured(
        SETTLING_KEYS.byPole,
        { neuron, event },
        expected,
        'modelled',
        byHand(`from the pole and zero of the closed form; ${EVENTS[event]}`),
      ),
    ]),
    ...(injected
      ? [
          measured(
            TRANSIENT_KEYS.injectionBound,
            { neuron },
            injected.bound,
            'modelled',
            byHand(
              'largest at any weight bit: charge of the switches (simulated on one N and one P) over the capacitance of gate and switches, as if nothing held the gate',
            ),
          ),
          row('injectionPeak', injected.peak, 'at the gates of the pairs, one side, all weight bits at once'),
          ...(injected.recovery === null
            ? []
            : [row('injectionRecovery', injected.recovery, 'until all gates are within half an LSB of the input')]),
          row('injectionOutputCommon', injected.outputCommon, 'at each output, without input'),
          row(
            'injectionOutputGlitch',
            injected.outputGlitch,
            'differential output, against the same transient with ideal switches, full-scale input',
          ),
        ]
      : []),
    ...(summed
      ? [
          row(
            'sequenceDeviation',
            summed.deviation,
            `largest difference of a settled output from the DC transfer, ${summed.operations.length} operations of ${summed.synapses} synapses`,
          ),
          row(
            'sequenceError',
            summed.error,
            'largest difference of the DC transfer from the exact sum of weight times input',
          ),
        ]
      : []),
  ];
}
