/** Measurements: value, unit, origin and source; their keys, files and printed form. */

export { csv } from './csv.ts';
export { deviation, percent, percentagePoints, plain, quantity } from './format.ts';
export { keyNumber } from './keys.ts';
export type { Measurement, Origin } from './measurement.ts';
export { metricsCsv, metricsJson, sortedMeasurements } from './metrics.ts';
