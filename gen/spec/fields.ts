/**
 * Fields of specs, each with a message of what is allowed. They are whole numbers, choices, names, quantities and
 * ranges.
 */

import { z } from 'zod';

/** Conversion of `100 pA` to SI base units. Throws with the reason when it cannot. */
export type QuantityParser = (text: string, unit: string) => number;

/** Name that `problemOf` has nothing against. */
export const nameWith = (problemOf: (name: string) => string | undefined) =>
  z.string({ error: 'must be a name' }).superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue({ code: 'custom', message: problem, input: value });
  });

/** Whole number from `low` to `high`. */
export function whole(low: number, high: number) {
  const error =
    high === Number.MAX_SAFE_INTEGER
      ? 'must be a whole number below 2^53'
      : `must be a whole number from ${low} to ${high}`;
  return z.int({ error }).min(low, { error }).max(high, { error });
}

/** One of `values`. */
export function choiceOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `must be one of: ${values.join(', ')}` });
}

/** One of `values`, the first by default. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return choiceOf(values).default(values[0] as never);
}

/** Number in `unit`, or text that `parse` takes, from `low` to `high`. `shown` says so. */
export function quantityWith(parse: QuantityParser) {
  return (unit: string, low: number, high: number, shown: string) =>
    z
      .union([z.number(), z.string()], { error: `must be ${shown}` })
      .transform((value, context) => {
        try {
          const number = typeof value === 'number' ? value : parse(value, unit);
          if (number >= low && number <= high) return number;
          context.addIssue({ code: 'custom', message: `must be ${shown}`, input: value });
        } catch (error) {
          context.addIssue({ code: 'custom', message: `must be ${shown} (${(error as Error).message})`, input: value });
        }
        return z.NEVER;
      })
      .meta({ description: `${shown}; a number is in ${unit}` });
}

/** Logarithmic range, both ends included. */
export function logRangeOf(quantity: ReturnType<ReturnType<typeof quantityWith>>) {
  return z
    .strictObject({ from: quantity, to: quantity, pointsPerDecade: whole(1, 100).default(5) })
    .refine((range) => range.from < range.to, { error: 'must have from below to' })
    .readonly();
}
