/** A part of the report. */

import type { PairCurve } from '../../compare/index.ts';
import type { ClaimResult } from '../claims/claims.ts';
import type { Citations } from '../page/citations.ts';
import type { Block } from '../page/markdown.ts';
import type { ReportInput } from '../study/input.ts';

/** What every section is written from. */
export interface ReportData {
  readonly input: ReportInput;
  readonly curves: readonly PairCurve[];
  readonly claims: readonly ClaimResult[];
  readonly citations: Citations;
  /** Names of the figures that were drawn. */
  readonly figures: ReadonlySet<string>;
  /** Why others could not be drawn. */
  readonly failures: readonly string[];
}

/** Blocks; none when there is nothing to say. */
export type Section = (data: ReportData) => readonly Block[];
