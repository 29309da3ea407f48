/** Summary on standard output: one JSON document, or tables for a person. */

import { join } from 'node:path';
import { effectiveBits, reasonText } from '../../analog/index.ts';
import type { Comparison, PairCurve } from '../../compare/index.ts';
import {
  findMeasurement,
  type Measurement,
  PAIR_KEYS,
  plain,
  printable,
  quantity,
  sortedMeasurements,
} from '../../measurement/index.ts';
import { skippedLines } from '../../synth/index.ts';
import { effectiveBitsText } from '../design/effective-bits.ts';
import { defaultNotes } from '../evaluation/images.ts';
import type { Run } from '../run/run.ts';
import { textTable } from '../session/table.ts';
import type { ExecutedNeuron } from '../steps/analog.ts';
import { checkLine } from '../steps/check.ts';
import { generationNotes } from '../steps/generate.ts';
import { networkLines } from '../verify-network/findings.ts';
import { errorTables, suspicions } from './error-tables.ts';
import type { Executed } from './execute.ts';
import type { CommandPlan } from './execution.ts';
import type { Outcome } from './outcome.ts';

/** Print of what was executed. */
export function printOutcome(run: Run, execution: CommandPlan, { outcome, results }: Executed, json: boolean): void {
  const { generated, synthesized, verified, streamed, evaluation } = outcome;
  if (execution.steps.includes('generate'))
    for (const note of generationNotes(generated.texts)) process.stderr.write(`${note}\n`);
  const { technology } = execution.synthesis;
  if (technology && synthesized.length > 0)
    for (const line of skippedLines(technology.library.liberty)) process.stderr.write(`${printable(line)}\n`);
  for (const network of evaluation.networks) {
    const own = evaluation.results.find(({ job }) => job.network === network.name)?.job.own;
    for (const note of own ? defaultNotes(network, own) : []) process.stderr.write(`${note}\n`);
  }
  for (const line of outcome.notes) process.stderr.write(`${line}\n`);
  for (const line of suspicions(evaluation.results)) process.stderr.write(`${line}\n`);
  if (json) {
    process.stdout.write(results.files['metrics.json']);
    for (const entry of verified) if (entry.first) process.stderr.write(`${checkLine(entry)}\n`);
    for (const entry of streamed)
      if (entry.checks.some(({ first }) => first)) process.stderr.write(`${networkLines(entry).join('\n')}\n`);
    return;
  }
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  for (const entry of verified) print(checkLine(entry));
  for (const entry of streamed) for (const line of networkLines(entry)) print(line);
  const { out } = run.options;
  if (execution.steps.includes('report')) {
    const everything = execution.steps.includes('analog') && execution.steps.includes('evaluate');
    if (!everything && execution.steps.includes('analog')) printAnalog(outcome, print);
    if (!everything && execution.steps.includes('evaluate') && evaluation.results.length > 0)
      print(errorTables(evaluation.results));
    for (const curve of everything ? results.comparison.curves : []) print(pairLine(curve));
    const claims = sortedMeasurements(results.conclusions.claims.map(({ measurement }) => measurement));
    const compared = claims.filter(({ value }) => everything || value !== null);
    if (compared.length > 0) print(measurementTable(compared));
    print(`The report: ${join(out, 'report.html')}`);
    return;
  }
  const counts = [...synthesized.flatMap(({ measurements }) => measurements), ...shiftedLeakages(results.comparison)];
  if (counts.length > 0) print(measurementTable(counts));
  for (const { key, value, source } of counts) if (value === null) print(`${key}: ${source}`);
  printAnalog(outcome, print);
  if (evaluation.results.length > 0) print(errorTables(evaluation.results));
  print(`Everything is in ${out}`);
}

/** Tables of the mixed-signal neurons, and their effective bits. */
function printAnalog({ analysed, studied }: Outcome, print: (text: string) => void): void {
  for (const neuron of analysed) print(operatingPoints(neuron));
  for (const { neuron, variability } of studied)
    if (variability.errors) print(effectiveBitsText(neuron.name, neuron.bits, effectiveBits(variability.errors)));
}

/** Ratio of a pair's powers at the ends of the frequencies of both. */
function pairLine({ digital, analog, points }: PairCurve): string {
  const both = points.flatMap((point) =>
    point.digital === null || point.analog === null
      ? []
      : [`${plain(point.digital / point.analog)} times at ${quantity(point.frequency, 'Hz')}`],
  );
  const ends = [...new Set([both[0], both.at(-1)])].filter((text) => text !== undefined);
  const told = ends.length === 0 ? 'no frequency is in reach of both' : ends.join(', ');
  return `power of ${digital.name} over that of ${analog.name}: ${told}`;
}

/** Leakage of each digital neuron of the pairs at each shift of the thresholds. */
function shiftedLeakages({ shifted: { pairs, measurements } }: Comparison): readonly Measurement[] {
  const found = pairs.map(({ digital: neuron, thresholdShift }) =>
    findMeasurement(measurements, PAIR_KEYS.shiftedLeakage, { neuron, thresholdShift }),
  );
  return [...new Set(found)].filter((measurement) => measurement !== undefined);
}

function shown(value: number | null, unit: string): string {
  if (value === null) return '-';
  // Nobody reads areas of cells in square metres.
  return unit === 'm^2' ? `${Number((value * 1e12).toPrecision(3))} µm²` : quantity(value, unit);
}

const table = (...head: readonly string[]) => textTable(head);

function measurementTable(measurements: readonly Measurement[]): string {
  const rows = table('', 'value', 'origin');
  for (const { key, value, unit, origin } of measurements)
    rows.push([key, shown(value, unit), value === null ? '' : origin]);
  return rows.toString();
}

/** Table of ngspice's figures; the closed form's bandwidth and gain behind the stroke. */
function operatingPoints({ neuron, figures: { points } }: ExecutedNeuron): string {
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
  for (const point of points) {
    const { closedForm } = point;
    rows.push([
      quantity(point.unitCurrent, 'A'),
      shown(point.power, 'W'),
      `${shown(point.bandwidth, 'Hz')} | ${shown(closedForm.bandwidth, 'Hz')}`,
      `${shown(point.gain, '1')} | ${shown(closedForm.gain, '1')}`,
      shown(point.noiseTotal, 'V^2'),
      shown(point.noiseRectangular, 'V^2'),
      shown(point.energyPerSynapse, 'J'),
    ]);
    for (const flag of point.flags)
      notes.push(`${neuron.name} at ${quantity(point.unitCurrent, 'A')}: ${reasonText(flag)}`);
  }
  return [rows.toString(), ...notes].join('\n');
}
