/** A part of the report that one step brings along whole: its text and its figures. */

import type { Figure } from './charts/figure.ts';
import type { Citations } from './citations.ts';

export interface Study {
  /** Blocks of Markdown that begin with a heading; none when there is nothing to say. */
  readonly blocks: (citations: Citations) => readonly string[];
  readonly figures: readonly Figure[];
}
