/** Ranges of unbounded activations as a spec tells them. */

import { z } from 'zod';

/** Output that the largest code stands for, or the way to find it. */
export type RangeChoice = number | 'max' | 'least-squares' | { readonly percentile: number };

/** Choice for all layers, or by their names. That for all gives way to the network's file. */
export type ToldRanges = RangeChoice | Readonly<Record<string, RangeChoice>>;

const RULE = 'must be a number above 0, max, least-squares or {percentile: 50 to 100}';
const PERCENTILE_RULE = 'must be 50 to 100';

const rangeChoice = z.union(
  [
    z.number().positive({ error: RULE }),
    z.enum(['max', 'least-squares']),
    z.strictObject({ percentile: z.number().min(50, { error: PERCENTILE_RULE }).max(100, { error: PERCENTILE_RULE }) }),
  ],
  { error: RULE },
);

export const rangesSchema = z.union([rangeChoice, z.record(z.string(), rangeChoice)], {
  error: `${RULE}, or such a choice for each layer by its name`,
});
