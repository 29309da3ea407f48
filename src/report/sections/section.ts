/** A part of the report. */

import type { Citations } from '../citations.ts';
import type { ClaimResult } from '../claims.ts';
import type { ReportInput } from '../input.ts';
import type { Block } from '../markdown.ts';
import type { PairCurve } from '../power.ts';

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
