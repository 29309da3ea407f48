/** Study that one step brings along whole: its text and its figures. */

import type { Draw } from '../charts/figure.ts';
import type { Citations } from '../page/citations.ts';
import type { Block } from '../page/markdown.ts';

/** Part of the report with its text and its figures. */
export interface Study {
  /** Blocks that begin with a heading; none where there is nothing to say. */
  readonly blocks: (citations: Citations) => readonly Block[];
  readonly figures: readonly Draw[];
}
