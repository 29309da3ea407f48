/** What a report is made from: the spec, the measurements of the steps that were run, and their tables as data. */

import type { BiasCurve, DigitalFigures, EvaluationFigures, WidthDifferenceFigures } from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';

/** Everything a report is made from. A list is empty when the spec has no such part or its step was left out. */
export interface ReportInput {
  /** With every default filled in. */
  readonly spec: Spec;
  /** Version of somagen. */
  readonly version: string;
  /** Every measurement of the steps that were run; each number of the lists below appears here with its origin. */
  readonly measurements: readonly Measurement[];
  readonly digital: readonly DigitalFigures[];
  readonly analog: readonly BiasCurve[];
  readonly evaluations: readonly EvaluationFigures[];
  /** Of networks that were evaluated at both widths. */
  readonly widthDifferences?: readonly WidthDifferenceFigures[];
}
