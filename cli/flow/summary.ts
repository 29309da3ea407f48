/** What a command prints in the end: one JSON document, or tables for a person. */

import { join } from 'node:path';
import Table from 'cli-table3';
import { reasonText } from '../../analog/index.ts';
import { type Measurement, percent, quantity } from '../../measurement/index.ts';
import { type EvaluateResult, variantName } from '../../nn/index.ts';
import type { Run } from '../run/run.ts';
import type { AnalysedNeuron } from '../steps/analog.ts';
import { checkLine } from '../steps/verify.ts';
import { networkLines } from '../verify-network/findings.ts';
import type { Execution } from './execution.ts';
import { measurementsOf, type Outcome } from './outcome.ts';

/** Prints the outcome on standard output. `metrics` is the text of `metrics.json`. */
export function printOutcome(run: Run, execution: Execution, outcome: Outcome, metrics: string, json: boolean): void {
  if (execution.steps.includes('generate'))
    for (const note of outcome.generated.notes) process.stderr.write(`${note}\n`);
  if (json) {
    process.stdout.write(metrics);
    for (const entry of outcome.verified) if (entry.first) process.stderr.write(`${checkLine(entry)}\n`);
    for (const entry of outcome.streamed)
      if (entry.checks.some(({ first }) => first)) process.stderr.write(`${networkLines(entry).join('\n')}\n`);
    return;
  }
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  for (const entry of outcome.verified) print(checkLine(entry));
  for (const entry of outcome.streamed) for (const line of networkLines(entry)) print(line);
  const { out } = run.options;
  if (execution.steps.includes('report')) {
    const alone = !execution.steps.includes('analog');
    if (alone && outcome.evaluated.length > 0) print(errorTables(outcome.evaluated));
    const compared = claims(metrics).filter(({ value }) => !alone || value !== null);
    if (compared.length > 0) print(measurementTable(compared));
    print(`The report: ${join(out, 'report.html')}`);
    return;
  }
  const counts = measurementsOf(run.spec, outcome).filter(
    ({ key }) =>
      outcome.synthesized.some(({ figures }) => key.startsWith(`${figures.name}.`)) && !key.includes('.verify.'),
  );
  if (counts.length > 0) print(measurementTable(counts));
  for (const neuron of outcome.analysed) print(operatingPoints(neuron));
  if (outcome.evaluated.length > 0) print(errorTables(outcome.evaluated));
  print(`Everything is in ${out}`);
}

/** The claims as they stand in the text of `metrics.json`. */
function claims(metrics: string): Measurement[] {
  const { measurements } = JSON.parse(metrics) as { readonly measurements: readonly Measurement[] };
  return measurements.filter((entry) => entry.key.startsWith('claim.'));
}

const shown = (value: number | null, unit: string): string => (value === null ? '-' : quantity(value, unit));

const table = (...head: readonly string[]) =>
  new Table({
    head: [...head],
    colAligns: head.map((_, k) => (k === 0 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });

function measurementTable(measurements: readonly Measurement[]): string {
  const rows = table('', 'value', 'origin');
  for (const { key, value, unit, origin } of measurements)
    rows.push([key, shown(value, unit), value === null ? '' : origin]);
  return rows.toString();
}

/** ngspice's figures; the closed form's bandwidth and gain behind the stroke. */
function operatingPoints({ neuron, simulated, formula }: AnalysedNeuron): string {
  const rows = table(
    neuron.name,
    'power',
    'bandwidth | closed form',
    'gain | closed form',
    'noise total',
    'rectangular',
    'energy a synapse',
  );
  const notes: string[] = [];
  simulated.forEach((point, k) => {
    const closed = formula[k];
    rows.push([
      quantity(point.unitCurrent, 'A'),
      shown(point.power, 'W'),
      `${shown(point.bandwidth, 'Hz')} | ${shown(closed?.bandwidth ?? null, 'Hz')}`,
      `${shown(point.gain, '1')} | ${shown(closed?.gain ?? null, '1')}`,
      shown(point.noiseTotal, 'V^2'),
      shown(point.noiseRectangular, 'V^2'),
      shown(point.energyPerSynapse, 'J'),
    ]);
    for (const flag of point.flags)
      notes.push(`${neuron.name} at ${quantity(point.unitCurrent, 'A')}: ${reasonText(flag)}`);
  });
  return [rows.toString(), ...notes].join('\n');
}

/** A table a network. */
function errorTables(results: readonly EvaluateResult[]): string {
  const networks = [...new Set(results.map(({ job }) => job.network))];
  return networks
    .map((network) =>
      errorTable(
        network,
        results.filter(({ job }) => job.network === network),
      ),
    )
    .join('\n');
}

/** Error by noise power and width, with the half width of the interval. */
function errorTable(network: string, results: readonly EvaluateResult[]): string {
  const columns = [...new Set(results.map(({ job }) => variantName(job)))];
  const noise = ({ job }: EvaluateResult): string => job.neuron?.neuron ?? quantity(job.noisePower, 'V^2');
  const rows = table(network, ...columns);
  for (const power of new Set(results.map(noise)))
    rows.push([
      power,
      ...columns.map((column) => {
        const found = results.find((result) => noise(result) === power && variantName(result.job) === column);
        if (!found) return '-';
        const half = found.interval ? ` ± ${percent((found.interval.high - found.interval.low) / 2)}` : '';
        return `${percent(found.error)}${half}`;
      }),
    ]);
  return rows.toString();
}
