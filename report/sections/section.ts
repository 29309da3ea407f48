/** A part of the report. */

import type { Conclusions } from '../claims/conclusions.ts';
import type { Citations } from '../page/citations.ts';
import type { Block } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

/** What every section is written from. */
export interface ReportData extends Conclusions {
  readonly studies: readonly Study[];
  readonly citations: Citations;
  /** Names of the figures that were drawn. */
  readonly figures: ReadonlySet<string>;
  /** Why others could not be drawn. */
  readonly failures: readonly string[];
}

/** Blocks; none when there is nothing to say. */
export type Section = (data: ReportData) => readonly Block[];
