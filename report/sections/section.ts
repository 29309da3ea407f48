/** Sections of the report, each its text out of the same data. */

import type { Conclusions } from '../claims/conclusions.ts';
import type { Citations } from '../page/citations.ts';
import type { Block } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

/** Data that every section is written from. */
export interface ReportData extends Conclusions {
  readonly studies: readonly Study[];
  readonly citations: Citations;
  /** Names of the figures that were drawn. */
  readonly figures: ReadonlySet<string>;
  /** Failures of the other figures, as in `Report`. */
  readonly failures: readonly string[];
}

/** Section as a function of the data; no blocks where there is nothing to say. */
export type Section = (data: ReportData) => readonly Block[];
