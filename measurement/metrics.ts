/** Files for programs: metrics.json and metrics.csv. */

import { csv } from './csv.ts';
import { isDeclared } from './keys/areas.ts';
import type { Measurement } from './measurement.ts';

/** Document of `metrics.json`, one measurement a line. */
export function metricsJson(version: string, specName: string, measurements: readonly Measurement[]): string {
  const lines = sortedMeasurements(measurements).map(({ key, value, unit, origin, source }) =>
    JSON.stringify({ key, value, unit, origin, source }),
  );
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "somagen": ${JSON.stringify(version)},\n  "spec": ${JSON.stringify(specName)},\n  "measurements": ${list}\n}\n`;
}

/** Table of `metrics.csv`, one measurement a row. */
export function metricsCsv(measurements: readonly Measurement[]): string {
  return csv(
    ['key', 'value', 'unit', 'origin', 'source'],
    sortedMeasurements(measurements).map(({ key, value, unit, origin, source }) => [key, value, unit, origin, source]),
  );
}

/**
 * Measurements by key, in the order of UTF-16 code units. So two runs can be compared line by line. Keys must be
 * declared and differ, values be finite.
 */
export function sortedMeasurements(measurements: readonly Measurement[]): readonly Measurement[] {
  const sorted = measurements.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const unknown = sorted.find((measurement) => !isDeclared(measurement));
  if (unknown !== undefined)
    throw new RangeError(`measurement keys must be declared with their unit: ${unknown.key} in ${unknown.unit}`);
  const twice = sorted.find((measurement, index) => sorted[index + 1]?.key === measurement.key);
  if (twice !== undefined) throw new RangeError(`measurement keys must differ: ${twice.key}`);
  const broken = sorted.find(({ value }) => value !== null && !Number.isFinite(value));
  if (broken !== undefined)
    throw new RangeError(`measurements must be finite or null: ${broken.key} is ${broken.value}`);
  return sorted;
}
