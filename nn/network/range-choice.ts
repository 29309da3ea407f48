/** Choices of activation ranges: the outputs that the largest codes of layers stand for. */

/** Ways to find a range in the outputs of a layer for many images. */
export type RangeMethod =
  /** Largest output. */
  | 'max'
  /** Range of the smallest mean square of an output less its code's. */
  | 'least-squares'
  /** Output that a part of all outputs, in percent, is within. */
  | { readonly percentile: number };

/** A range itself, or a way to find it. */
export type RangeChoice = number | RangeMethod;

export const RANGE_RULE = 'a number above 0, "max", "least-squares" or {"percentile": 50 to 100}';

/** A choice in a user's file; null where `value` is none. */
export function rangeChoiceOf(value: unknown): RangeChoice | null {
  if (value === 'max' || value === 'least-squares') return value;
  if (typeof value === 'number') return value > 0 && value < Infinity ? value : null;
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'percentile') return null;
  const { percentile } = value as { readonly percentile: unknown };
  return typeof percentile === 'number' && percentile >= 50 && percentile <= 100 ? { percentile } : null;
}

/** Text of a choice: `99.9 %`. */
export function rangeChoiceText(choice: RangeChoice): string {
  return typeof choice === 'object' ? `${choice.percentile} %` : String(choice);
}
