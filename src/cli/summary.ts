/** What a command prints in the end: one JSON document, or tables for a person. */

import { join } from 'node:path';
import Table from 'cli-table3';
import type { Measurement } from '../gen/index.ts';
import { quantity } from '../report/index.ts';
import type { Execution } from './execute.ts';
import { measurementsOf, type Outcome } from './outcome.ts';
import type { Run } from './run.ts';
import { checkLine } from './steps/verify.ts';

/** Prints the outcome on standard output. `metrics` is the text of `metrics.json`. */
export function printOutcome(run: Run, execution: Execution, outcome: Outcome, metrics: string, json: boolean): void {
  if (json) {
    process.stdout.write(metrics);
    for (const entry of outcome.verified) if (entry.first) process.stderr.write(`${checkLine(entry)}\n`);
    return;
  }
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  for (const entry of outcome.verified) print(checkLine(entry));
  const { out } = run.options;
  if (execution.steps.includes('report')) {
    print(measurementTable(claims(metrics)));
    print(`The report: ${join(out, 'report.html')}`);
    return;
  }
  const measurements = measurementsOf(outcome).filter((entry) => !entry.key.includes('.verify.'));
  if (measurements.length > 0) print(measurementTable(measurements));
  print(`Everything is in ${out}`);
}

/** The claims as they stand in the text of `metrics.json`. */
function claims(metrics: string): Measurement[] {
  const { measurements } = JSON.parse(metrics) as { readonly measurements: readonly Measurement[] };
  return measurements.filter((entry) => entry.key.startsWith('claim.'));
}

function measurementTable(measurements: readonly Measurement[]): string {
  const table = new Table({ head: ['', 'value', 'origin'], style: { head: [], border: [], compact: true } });
  for (const { key, value, unit, origin } of measurements)
    table.push([
      key,
      { content: value === null ? '-' : quantity(value, unit), hAlign: 'right' },
      value === null ? '' : origin,
    ]);
  return table.toString();
}
