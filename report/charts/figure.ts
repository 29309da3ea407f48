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

/** A figure, made when it is asked for, so that one that fails takes no other with it; none where there is nothing to show. */
export type Draw = () => Figure | undefined;
