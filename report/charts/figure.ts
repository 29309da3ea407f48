/** Figures of the report as Vega-Lite charts of its data, before they are drawn. */

import type { TopLevelSpec } from 'vega-lite';

/** Figure as a Vega-Lite specification with its data. */
export interface Figure {
  /** File name without extension. */
  readonly name: string;
  /** Description for those who cannot see the figure. */
  readonly description: string;
  readonly spec: TopLevelSpec;
  readonly columns: readonly string[];
  /** Rows of the CSV file, in the order of `columns`. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Figure on demand, so that one that fails takes no other with it. None where there is nothing to show. */
export type Draw = () => Figure | undefined;
