/** Pairs of neurons to compare, and whether the paper stands beside them: `compare` of a spec. */

import { z } from 'zod';
import { logRangeOf, type quantityWith } from './fields.ts';

type Quantity = ReturnType<typeof quantityWith>;

const PAIR = 'must be [digital neuron, analog neuron]';

/** Comparison with every default filled in; without pairs where it is with the paper alone. */
export const compareSchema = (quantity: Quantity) =>
  z
    .strictObject({
      pairs: z
        .array(z.tuple([z.string(), z.string()], { error: PAIR }))
        .min(1, { error: 'must hold a pair [digital neuron, analog neuron]' })
        .optional(),
      frequencies: logRangeOf(quantity('Hz', 1, 1e12, 'a frequency from 1 Hz to 1 THz')).default({
        from: 1e3,
        to: 1e9,
        pointsPerDecade: 5,
      }),
      paper: z.boolean().default(false).meta({
        description:
          'the claims of arXiv 1710.09012 beside the results, with what they rest on: its sizings, other thresholds, the large-signal neuron that it rejects',
      }),
    })
    .superRefine(({ pairs, paper }, context) => {
      if (pairs !== undefined || paper) return;
      context.addIssue({
        code: 'custom',
        path: ['pairs'],
        message: 'must hold a pair [digital neuron, analog neuron]',
        input: pairs,
      });
    })
    .transform(({ pairs = [], ...rest }) => ({ pairs, ...rest }));

/** Spec by its neurons and its pairs. */
export interface PairedSpec {
  readonly neurons?: readonly { readonly name: string; readonly kind: string }[] | undefined;
  /** Without pairs where they are refused by themselves. */
  readonly compare?: { readonly pairs?: readonly (readonly [string, string])[] } | undefined;
}

/** Mistakes of pairs whose neurons are not there. */
export function pairsExist(spec: PairedSpec, context: z.RefinementCtx): void {
  const kinds = ['digital', 'analog'] as const;
  spec.compare?.pairs?.forEach((pair, row) => {
    pair.forEach((member, column) => {
      const kind = kinds[column];
      if (spec.neurons?.some((neuron) => neuron.name === member && neuron.kind === kind)) return;
      const allowed = spec.neurons?.filter((neuron) => neuron.kind === kind).map((neuron) => neuron.name) ?? [];
      context.addIssue({
        code: 'custom',
        path: ['compare', 'pairs', row, column],
        message: `must name a neuron of this spec of kind ${kind} (${allowed.join(', ') || 'there is none'})`,
        input: member,
      });
    });
  });
}
