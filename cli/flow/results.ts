/** Consequences of an outcome, derived once for metrics, report and terminal. */

import { type Comparison, compareFigures, evaluationFigures, widthDifferenceFigures } from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import { type Measurement, metricsCsv, metricsJson } from '../../measurement/index.ts';
import { evaluationMeasurements } from '../../nn/index.ts';
import { type Conclusions, conclude } from '../../report/index.ts';
import { VERSION } from '../../tools/index.ts';
import { verifyMeasurements } from '../steps/check.ts';
import { networkMeasurements } from '../verify-network/findings.ts';
import type { Outcome } from './outcome.ts';

/** Results of a run. */
export interface Results {
  readonly comparison: Comparison;
  readonly conclusions: Conclusions;
  readonly files: Readonly<Record<'metrics.json' | 'metrics.csv', string>>;
}

/** Results of `outcome`; `concluding`: with the pairs and claims in the files. */
export function resultsOf(spec: Spec, outcome: Outcome, concluding: boolean): Results {
  const { synthesized, analysed, evaluation, sized } = outcome;
  const digital = synthesized.flatMap(({ figures }) => figures ?? []);
  const analog = analysed.map(({ figures }) => figures);
  const comparison = compareFigures(spec, { digital, analog, networks: evaluation.networks, sized });
  const conclusions = conclude({
    input: {
      ...{ spec, version: VERSION, digital, analog },
      measurements: measurementsOf(outcome, comparison),
      evaluations: evaluationFigures(evaluation.results),
      widthDifferences: widthDifferenceFigures(evaluation.results),
    },
    curves: comparison.curves,
  });
  const { measurements } = concluding ? conclusions : conclusions.input;
  return {
    comparison,
    conclusions,
    files: {
      'metrics.json': metricsJson(VERSION, spec.name, measurements),
      'metrics.csv': metricsCsv(measurements),
    },
  };
}

/** Every measurement of the steps that were run, in the order of the steps. */
function measurementsOf(outcome: Outcome, comparison: Comparison): readonly Measurement[] {
  const { synthesized, verified, streamed, analysed, studied, evaluation } = outcome;
  const { sizings, shifted, periphery, networks } = comparison;
  return [
    ...synthesized.flatMap(({ measurements }) => measurements),
    ...verifyMeasurements(verified),
    ...networkMeasurements(streamed),
    ...analysed.flatMap(({ measurements }) => measurements),
    ...studied.flatMap(({ measurements }) => measurements),
    ...[sizings, shifted, periphery].flatMap(({ measurements }) => measurements),
    ...evaluationMeasurements(evaluation.results),
    ...networks.measurements,
  ];
}
