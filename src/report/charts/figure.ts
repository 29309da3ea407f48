/** A figure before it is drawn: a Vega-Lite specification and the data in it. */

import type { TopLevelSpec } from 'vega-lite';

export interface Figure {
  /** File name without extension. */
  readonly name: string;
  /** What is to be seen, for those who cannot see it. */
  readonly description: string;
  readonly spec: TopLevelSpec;
  readonly columns: readonly string[];
  /** One record a row of the CSV file, in the order of `columns`. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}
