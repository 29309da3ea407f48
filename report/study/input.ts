/** Input of a report: spec, measurements and figures of the steps that were run. */

import type { BiasCurve, DigitalFigures, EvaluationFigures, WidthDifferenceFigures } from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';

/** Everything a report is made from. A list is empty where the spec has no such part or its step was left out. */
export interface ReportInput {
  /** Spec with every default filled in. */
  readonly spec: Spec;
  /** Version of somagen. */
  readonly version: string;
  /** Measurements of the steps that were run. Each number of the lists below appears here with its origin. */
  readonly measurements: readonly Measurement[];
  readonly digital: readonly DigitalFigures[];
  readonly analog: readonly BiasCurve[];
  readonly evaluations: readonly EvaluationFigures[];
  /** Differences of networks that were evaluated at both widths. */
  readonly widthDifferences?: readonly WidthDifferenceFigures[];
}
