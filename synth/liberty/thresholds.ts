/** Voltages between which a library measures delays and slews. */

import type { LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';
import { attribute, numberOf } from './values.ts';

/** Thresholds of an edge at outputs, as shares of the swing from its start. */
export interface Thresholds {
  /** Share at which delays are taken. */
  readonly delay: number;
  /** Shares between which slews are taken. */
  readonly lower: number;
  readonly upper: number;
}

/** Thresholds of a library. */
export interface LibraryThresholds {
  readonly rise: Thresholds;
  readonly fall: Thresholds;
  /** Slew between the thresholds as a multiple of that in the tables. */
  readonly derate: number;
}

/** Thresholds that `library` states; half the swing, a fifth and four fifths where it does not. */
export function readThresholds(library: LibertyGroup, fail: Fail): LibraryThresholds {
  const share = (name: string, fallback: number): number => {
    const percent = numberOf(library, name, fail) ?? fallback;
    if (!(percent > 0 && percent < 100))
      return fail(attribute(library, name)?.line ?? library.line, `${name} must be above 0 and below 100: ${percent}`);
    return percent / 100;
  };
  const edge = (name: 'rise' | 'fall'): Thresholds => {
    const [lower, upper] = [
      share(`slew_lower_threshold_pct_${name}`, 20),
      share(`slew_upper_threshold_pct_${name}`, 80),
    ];
    if (lower >= upper)
      return fail(
        attribute(library, `slew_lower_threshold_pct_${name}`)?.line ?? library.line,
        `slew_lower_threshold_pct_${name} must be below slew_upper_threshold_pct_${name}: ${100 * lower}`,
      );
    return { delay: share(`output_threshold_pct_${name}`, 50), lower, upper };
  };
  return { rise: edge('rise'), fall: edge('fall'), derate: numberOf(library, 'slew_derate_from_library', fail) || 1 };
}
