/** Spec of a mixed-signal neuron, with the defaults that its sizing decides. */

import { z } from 'zod';
import { choice, choiceOf, nameWith, type quantityWith, whole } from './fields.ts';
import { analogNameProblem } from './names.ts';

type Quantity = ReturnType<typeof quantityWith>;

/** Ways in which weight bits become transistors and tail currents. */
export const SIZINGS = ['unit', 'segmented', 'tail-steered', 'minimum'] as const;
/** Channel lengths of the pairs that are characterized, m. */
export const CHANNEL_LENGTHS = [65e-9, 130e-9, 250e-9] as const;
/** Most unit transistors on a side of a neuron. Each is a device of its own on silicon. */
const MOST_UNITS = 4095;
/** Area of a unit transistor with contacts, m^2. A contacted pitch of 0.2 um by 0.3 um at 65 nm. */
const UNIT_AREA = 0.06e-12;

const fields = (quantity: Quantity) =>
  z.strictObject({
    name: nameWith(analogNameProblem),
    kind: z.literal('analog'),
    bits: whole(1, 16).meta({ description: 'weight bits' }),
    synapses: whole(1, 4096).default(1),
    unitCurrent: quantity('A', 1e-13, 1e-5, 'a current from 0.1 pA to 10 uA').default(100e-12),
    supply: quantity('V', 0.3, 1.4, 'a voltage from 0.3 V to 1.4 V').default(1),
    temperature: quantity('K', 233.15, 398.15, 'a temperature from 233.15 K to 398.15 K (-40 to 125 degC)').default(
      300.15,
    ),
    corner: choice(['typical', 'slow', 'fast', 'slow-n-fast-p', 'fast-n-slow-p']).meta({
      description: 'thresholds 30 mV up (slow) or down (fast), an assumption: the card has no corners',
    }),
    sizing: choice(SIZINGS).meta({
      description:
        'unit: 2^b unit transistors for weight bit b; segmented: 2^(b - segment), at least one; minimum: one; tail-steered: one pair of `devices`, to which the bits steer their tail currents',
    }),
    segment: whole(1, 15).optional().meta({ description: 'of segmented: default 2' }),
    devices: whole(1, 4095).optional().meta({ description: 'of tail-steered: unit transistors a side; default 16' }),
    length: quantity('m', 65e-9, 250e-9, 'a length of 65 nm, 130 nm or 250 nm')
      .optional()
      .meta({ description: 'channel length of the pairs: 65 nm, 130 nm or 250 nm; default by sizing' }),
    loads: whole(1, 1_000_000)
      .optional()
      .meta({ description: 'load transistors on one side for all synapses; default by rule' }),
    tails: choice(['ideal', 'mirror']).meta({ description: 'ideal current sources or an NMOS mirror of L 250 nm' }),
    switches: choice(['ideal', 'transistors']).meta({ description: 'switches of the weight bits' }),
    loadCapacitance: quantity('F', 0, 1e-9, 'a capacitance from 0 F to 1 nF')
      .default(0)
      .meta({ description: 'added at each output' }),
    commonMode: quantity('V', 0, 1.4, 'a voltage from 0 V to 1.4 V').optional().meta({
      description: 'of the inputs; default: the nearest to 0.6 V that leaves tails and pairs their voltages',
    }),
    fullScale: quantity('V', 1e-6, 1, 'a voltage from 1 uV to 1 V')
      .default(0.012)
      .meta({ description: 'differential input that stands for |x| = 1' }),
    thresholdShift: quantity('V', -0.2, 0.2, 'a voltage from -0.2 V to 0.2 V')
      .optional()
      .meta({ description: "added to every threshold; default: the technology's" }),
    mode: choice(['small-signal', 'large-signal']).meta({
      description: 'large-signal: the weight sets the bias current, the alternative that the paper rejects',
    }),
    load: choiceOf(['diode', 'resistor'])
      .optional()
      .meta({ description: 'of large-signal: resistor (default) or diode; small-signal has diodes' }),
    mismatch: z
      .strictObject({
        threshold: quantity('V m', 0, 1e-7, 'A_VT from 0 to 100 mV um').default(3.5e-9),
        beta: quantity('m', 0, 1e-6, 'A_beta from 0 to 1 um (1 um: 100 % um)').default(1e-8),
      })
      .prefault({})
      .meta({ description: "Pelgrom's coefficients; the defaults 3.5 mV um and 1 % um are assumptions" }),
    periphery: z
      .strictObject({
        bias: quantity('W', 0, 1, 'a power from 0 W to 1 W').default(0).meta({ description: 'always on, W' }),
        dac: quantity('J', 0, 1, 'an energy from 0 J to 1 J').default(0).meta({ description: 'an input, J' }),
        adc: quantity('J', 0, 1, 'an energy from 0 J to 1 J').default(0).meta({ description: 'an output, J' }),
        memory: quantity('J', 0, 1, 'an energy from 0 J to 1 J').default(0).meta({ description: 'a weight read, J' }),
      })
      .prefault({})
      .meta({ description: 'circuits around the neuron, shown apart; 0: left out' }),
  });

type Fields = z.infer<ReturnType<typeof fields>>;

/**
 * Mixed-signal neuron with every default filled in that the circuit does not decide. The circuit decides loads and
 * common mode.
 */
export const analogSchema = (quantity: Quantity) =>
  fields(quantity)
    .superRefine(ownFields)
    .superRefine(buildable)
    .transform(({ segment, devices, length, load, ...entry }) => ({
      ...entry,
      /** Number of lowest weight bits that share one unit transistor each; `bits` for all. */
      segment: entry.sizing === 'segmented' ? (segment ?? 2) : entry.sizing === 'minimum' ? entry.bits : 0,
      devices: devices ?? 16,
      length: nearestLength(length ?? (isLong(entry.sizing) ? 250e-9 : 65e-9)) ?? Number.NaN,
      load: load ?? (entry.mode === 'large-signal' ? ('resistor' as const) : ('diode' as const)),
    }));

export type AnalogFields = Readonly<z.infer<ReturnType<typeof analogSchema>>>;

/** Sizings of few devices that carry the whole current. Long ones match. */
const isLong = (sizing: Fields['sizing']): boolean => sizing === 'segmented' || sizing === 'tail-steered';

const nearestLength = (length: number): number | undefined =>
  CHANNEL_LENGTHS.find((known) => Math.abs(length / known - 1) < 1e-6);

/** Mistakes in fields that another choice makes meaningless. */
function ownFields(entry: Fields, context: z.RefinementCtx): void {
  const refuse = (field: keyof Fields, message: string): void =>
    context.addIssue({ code: 'custom', path: [field], message, input: entry[field] });
  if (entry.segment !== undefined && entry.sizing !== 'segmented') refuse('segment', 'belongs to sizing segmented');
  if (entry.segment !== undefined && entry.segment >= entry.bits) refuse('segment', 'must be below bits');
  if (entry.devices !== undefined && entry.sizing !== 'tail-steered')
    refuse('devices', 'belongs to sizing tail-steered');
  if (entry.length !== undefined && nearestLength(entry.length) === undefined)
    refuse('length', 'must be 65 nm, 130 nm or 250 nm');
  if (entry.load === 'resistor' && entry.mode === 'small-signal') refuse('load', 'must be diode in small-signal mode');
  if (entry.commonMode !== undefined && entry.commonMode > entry.supply)
    refuse('commonMode', `must be at most the supply, ${entry.supply} V`);
}

/** Limits on what anyone would lay out, with what it would cost. */
function buildable(entry: Fields, context: z.RefinementCtx): void {
  const segment = entry.sizing === 'unit' ? 0 : (entry.segment ?? 2);
  if (entry.sizing !== 'unit' && entry.sizing !== 'segmented') return;
  const units = 2 ** Math.max(0, entry.bits - segment) - 1 + segment;
  if (units <= MOST_UNITS) return;
  const area = (2 * units * UNIT_AREA * entry.synapses * 1e12).toFixed(0);
  const message =
    `${entry.sizing} sizing at ${entry.bits} bits takes ${units} transistors a side of each synapse, about ${area} um^2 in all ` +
    `(at most ${MOST_UNITS} a side): use sizing segmented with a segment of ${entry.bits - 10} or more, tail-steered or minimum`;
  context.addIssue({ code: 'custom', path: ['bits'], message, input: entry.bits });
}
