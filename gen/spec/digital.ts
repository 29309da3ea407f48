/** Spec of a digital neuron, with the defaults that its objective decides. */

import { z } from 'zod';
import { ACTIVATIONS, activationProblems, DEFAULT_OUTPUT_BITS } from './activation-fields.ts';
import { ADDER_CELLS, ADDERS, MULTIPLIERS, PARTIAL_PRODUCTS } from './constructions.ts';
import { choice, choiceOf, nameWith, type quantityWith, whole } from './fields.ts';
import { moduleNameProblem } from './names.ts';
import { productBits } from './range.ts';

/** Most register stages that a spec may ask for. */
export const MOST_STAGES = 8;

type Quantity = ReturnType<typeof quantityWith>;

/** Choices that make the tree of a neuron. */
export interface Construction {
  readonly multiplier: (typeof MULTIPLIERS)[number];
  readonly partialProducts: (typeof PARTIAL_PRODUCTS)[number];
  readonly adderCells: (typeof ADDER_CELLS)[number];
  readonly adder: (typeof ADDERS)[number];
}

const fieldsWith = (quantity: Quantity) =>
  z.strictObject({
    name: nameWith(moduleNameProblem),
    kind: z.literal('digital'),
    bits: whole(1, 64).meta({ description: 'weight bits' }),
    inputBits: whole(1, 64).optional().meta({ description: 'input bits; default: bits' }),
    synapses: whole(1, 4096).default(1),
    signed: z
      .union([z.boolean(), z.strictObject({ inputs: z.boolean(), weights: z.boolean() })], {
        error: 'must be true, false or {inputs, weights}',
      })
      .default(false),
    architecture: choice(['parallel', 'fused', 'serial']).meta({
      description:
        'parallel: a multiplier for each synapse and an adder tree; fused: one bit heap for all; serial: one multiplier and an accumulator',
    }),
    multiplier: choiceOf(MULTIPLIERS).optional().meta({ description: 'the reduction; default: by objective' }),
    partialProducts: choiceOf(PARTIAL_PRODUCTS).optional().meta({ description: 'default: by objective' }),
    adderCells: choiceOf(ADDER_CELLS).optional().meta({
      description: 'full and half adders as library cells, or as gates of 26 and 10 transistors; default: by objective',
    }),
    adder: choiceOf(ADDERS).optional().meta({ description: 'the final adder; default: by objective' }),
    accumulator: z
      .union([z.literal('exact'), whole(1, 256)], { error: 'must be exact or a whole number from 1 to 256' })
      .default('exact')
      .meta({ description: 'bits of sum' }),
    overflow: choice(['wrap', 'saturate']).meta({ description: 'what a sum does that the accumulator does not hold' }),
    bias: z
      .union([z.boolean(), whole(1, 256)], { error: 'must be true, false or a whole number from 1 to 256' })
      .default(false)
      .meta({ description: 'true: as wide as a product; signed if inputs or weights are' }),
    activation: choice(ACTIVATIONS),
    threshold: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
      .default(0)
      .meta({ description: 'y is 1 where sum >= threshold; a Verilog parameter' }),
    outputBits: whole(1, 16)
      .default(DEFAULT_OUTPUT_BITS)
      .meta({ description: 'bits of y, of all activations but threshold' }),
    shift: whole(0, 255).default(0).meta({ description: 'bits that are dropped from sum before the activation' }),
    pipeline: whole(0, MOST_STAGES)
      .optional()
      .meta({ description: 'register stages; default: 0, or the fewest for the clock' }),
    clock: quantity('Hz', 1, 1e12, 'a frequency from 1 Hz to 1 THz').optional(),
    objective: choice(['balanced', 'transistors', 'delay']).meta({ description: 'decides what is not chosen' }),
  });

/** Digital neuron with the defaults filled in that its objective does not decide. */
export const digitalSchema = (quantity: Quantity) =>
  fieldsWith(quantity)
    .superRefine(boothHasDigits)
    .superRefine(activationFits)
    .superRefine(accumulatorHoldsProduct)
    .transform((entry) => ({
      ...entry,
      inputBits: entry.inputBits ?? entry.bits,
      signed: bothSigned(entry.signed),
    }));

/** Digital neuron as its spec states it. */
export type DigitalEntry = Readonly<z.infer<ReturnType<typeof digitalSchema>>>;
/** Digital neuron whose construction is decided. */
export type DigitalNeuron = Omit<DigitalEntry, keyof Construction | 'pipeline'> &
  Construction & {
    /** Register stages. */
    readonly pipeline: number;
  };

function activationFits(entry: z.infer<ReturnType<typeof fieldsWith>>, context: z.RefinementCtx): void {
  for (const { field, message } of activationProblems(entry))
    context.addIssue({ code: 'custom', path: [field], message, input: entry[field] });
}

/** Mistake of an accumulator that a single product overflows. */
function accumulatorHoldsProduct(entry: z.infer<ReturnType<typeof fieldsWith>>, context: z.RefinementCtx): void {
  if (entry.accumulator === 'exact') return;
  const least = productBits({ ...entry, inputBits: entry.inputBits ?? entry.bits, signed: bothSigned(entry.signed) });
  if (entry.accumulator >= least) return;
  const message = `must have at least ${least} bits, the width of a product`;
  context.addIssue({ code: 'custom', path: ['accumulator'], message, input: entry.accumulator });
}

const bothSigned = (signed: z.infer<ReturnType<typeof fieldsWith>>['signed']) =>
  typeof signed === 'boolean' ? { inputs: signed, weights: signed } : signed;

/** Mistake of too few weight bits for radix 4, which takes two at a time. */
function boothHasDigits(entry: z.infer<ReturnType<typeof fieldsWith>>, context: z.RefinementCtx): void {
  if (entry.partialProducts !== 'booth' || entry.bits > 1) return;
  const message = 'booth must have at least 2 weight bits';
  context.addIssue({ code: 'custom', path: ['partialProducts'], message, input: entry.bits });
}
