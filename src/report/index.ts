export { percent, quantity } from './format.ts';
export type {
  AnalogFigures,
  DigitalFigures,
  EvaluationFigures,
  MultiplierVariant,
  OperatingPoint,
  ReportInput,
  WidthDifferenceFigures,
} from './input.ts';
export { metricsCsv, metricsJson } from './metrics.ts';
export { buildReport, derivedMeasurements, metricsFiles, type Report } from './report.ts';
export { fourWaysStudy } from './sections/four-ways.ts';
export { largeSignalStudy } from './sections/large-signal.ts';
export { networkCostStudy } from './sections/network-costs.ts';
export { type NoiseEntry, noiseStudy } from './sections/noise.ts';
export { transientStudy } from './sections/transient.ts';
export { variabilityStudy } from './sections/variability.ts';
export { type SizingFindings, sizingStudies } from './sizing-studies.ts';
export type { Study } from './study.ts';
