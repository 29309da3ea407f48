/** `analog --design`: finds the mixed-signal neuron of least energy that meets targets, simulates it, and writes its spec. */

import Table from 'cli-table3';
import { stringify } from 'yaml';
import {
  analogMeasurements,
  analyse,
  type Candidate,
  closedForm,
  type DesignSearch,
  type DesignTargets,
  type LimitedTarget,
  MARGIN,
  quantityOf,
  searchDesign,
} from '../analog/index.ts';
import { type AnalogNeuron, type Measurement, parseSpec } from '../gen/index.ts';
import { metricsCsv, metricsJson, quantity } from '../report/index.ts';
import { analogTexts } from './analog-files.ts';
import { designTargets } from './design-targets.ts';
import { InputError } from './input-error.ts';
import { keepingFiles } from './keep-files.ts';
import { loadSpec } from './load-spec.ts';
import type { Session } from './main.ts';
import { runTasks } from './progress.ts';
import { openRun, type Run, type RunOptions } from './run.ts';
import { VERSION } from './version.ts';

/** Rounds of search and simulation: each aims further where the simulation missed a target. */
const ROUNDS = 4;
const UNITS = { noise: 'V^2', mismatch: '1', energy: 'J' } as const satisfies Record<LimitedTarget, string>;

type Simulated = Awaited<ReturnType<typeof analyse>>;

/** Runs the search; exit code 1 where no neuron meets the targets. */
export async function runDesign(
  file: string | undefined,
  text: string,
  options: Omit<RunOptions, 'signal'> & {
    readonly set: readonly string[];
    readonly quiet: boolean;
    readonly json: boolean;
  },
  session: Session,
): Promise<void> {
  const wanted = await designTargets(text);
  const base = { ...(await baseNeuron(file, options.set)), ...own(wanted) };
  // The sizing is what is sought: any that every number of bits has will do to check the rest.
  const spec = { name: 'design', neurons: [asWritten({ ...base, sizing: 'minimum' })] };
  const checked = parseSpec(spec, Number);
  if ('problems' in checked)
    throw new InputError(...checked.problems.map(({ path, message }) => `--design: ${path.at(-1)} ${message}`));
  const run = openRun(checked.spec, { ...options, signal: session.signal });
  try {
    let search: DesignSearch | undefined;
    let simulated: Simulated | undefined;
    await runTasks(
      [
        {
          title: 'design: search by the closed form, simulation of what it finds',
          work: async (tell) => {
            ({ search, simulated } = await searchAndSimulate(run, base, wanted.targets, tell));
          },
        },
      ],
      options.quiet,
    );
    if (!search) return;
    const measurements = measurementsOf(search, simulated, wanted.targets);
    const metrics = metricsJson(VERSION, 'design', measurements);
    await run.write({
      'metrics.json': metrics,
      'metrics.csv': metricsCsv(measurements),
      ...(search.found
        ? { 'design.yaml': specText(search.found.neuron), ...analogTexts(search.found.neuron).files }
        : {}),
    });
    process.stdout.write(options.json ? metrics : `${outcomeText(search, simulated, wanted.targets, options.out)}\n`);
    if (!search.found || !simulated || missed(search.found, simulated, wanted.targets).length > 0) session.exitWith(1);
  } catch (error) {
    throw await keepingFiles(run, error);
  } finally {
    await run.close();
  }
}

/** The mixed-signal neuron of the spec in `file`, or the defaults. */
async function baseNeuron(file: string | undefined, settings: readonly string[]): Promise<AnalogNeuron> {
  if (file === undefined && settings.length > 0) throw new InputError('--set needs a spec, whose values it changes');
  const spec =
    file === undefined
      ? parseSpec({ name: 'design', neurons: [{ name: 'msn', kind: 'analog', bits: 8 }] }, Number)
      : { spec: await loadSpec(file, settings) };
  const found = 'spec' in spec ? spec.spec.neurons?.find((neuron) => neuron.kind === 'analog') : undefined;
  if (found?.kind !== 'analog') throw new InputError(`${file ?? 'the spec'} must hold a neuron of kind analog`);
  return found;
}

const own = ({ bits, synapses }: { readonly bits?: number; readonly synapses?: number }) => ({
  ...(bits === undefined ? {} : { bits }),
  ...(synapses === undefined ? {} : { synapses }),
});

async function searchAndSimulate(
  run: Run,
  base: AnalogNeuron,
  targets: DesignTargets,
  tell: (text: string) => void,
): Promise<{ readonly search: DesignSearch; readonly simulated: Simulated | undefined }> {
  let margin: { bandwidth: number; noise: number } = MARGIN;
  for (let round = 1; ; round++) {
    tell(`search ${round} by the closed form`);
    const search = searchDesign(base, { ...targets, margin });
    if (!search.found) return { search, simulated: undefined };
    const { neuron } = search.found;
    tell(`simulation ${round}: ${neuron.sizing}, ${quantity(neuron.unitCurrent, 'A')}`);
    const simulated = await analyse(neuron, neuron.unitCurrent, run.ngspice());
    if (round === ROUNDS || missed(search.found, simulated, targets).length === 0) return { search, simulated };
    margin = { bandwidth: margin.bandwidth * 1.05, noise: margin.noise * 0.95 };
  }
}

/** Targets that the simulated neuron misses. */
function missed(found: Candidate, simulated: Simulated, targets: DesignTargets): readonly string[] {
  const { bandwidth, gain, noiseTotal, power } = simulated;
  const synapses = found.neuron.synapses;
  const over = (value: number | null, limit: number | undefined): boolean =>
    limit !== undefined && (value === null || value > limit);
  return [
    ...(bandwidth === null || bandwidth < targets.bandwidth ? ['bandwidth'] : []),
    ...(gain === null || gain * synapses < targets.gain ? ['gain'] : []),
    ...(over(noiseTotal, targets.noise) ? ['noise'] : []),
    ...(over(found.mismatch, targets.mismatch) ? ['mismatch'] : []),
    ...(over(power === null ? null : power / targets.bandwidth / synapses, targets.energy) ? ['energy'] : []),
  ];
}

function measurementsOf(
  search: DesignSearch,
  simulated: Simulated | undefined,
  targets: DesignTargets,
): readonly Measurement[] {
  const { found, energyTimesNoise, tried } = search;
  const source = `search over ${tried} neurons by the closed form for ${targetText(targets)}`;
  const value = (key: string, amount: number | null, unit: string): Measurement => ({
    ...{ key: `design.${key}`, value: amount, unit, origin: 'modelled', source },
  });
  return [
    value('energyTimesNoise', energyTimesNoise, 'J V^2'),
    ...search.conflicts.map(({ target, best }) =>
      value(`conflict.${target}`, best && quantityOf(best, target), UNITS[target]),
    ),
    ...(found && simulated
      ? [
          value('mismatch', found.mismatch, '1'),
          value('energyAtTarget', found.energy, 'J'),
          value('unitCurrent', found.neuron.unitCurrent, 'A'),
          value('loadCapacitance', found.neuron.loadCapacitance, 'F'),
          ...analogMeasurements(found.neuron, [simulated], [closedForm(found.neuron)]),
        ]
      : []),
  ];
}

const targetText = ({ bandwidth, gain, noise, mismatch, energy }: DesignTargets): string =>
  [
    `bandwidth ${quantity(bandwidth, 'Hz')}`,
    `gain ${quantity(gain, '1')}`,
    ...(noise === undefined ? [] : [`noise ${quantity(noise, 'V^2')}`]),
    ...(mismatch === undefined ? [] : [`mismatch ${quantity(mismatch, '1')}`]),
    ...(energy === undefined ? [] : [`energy ${quantity(energy, 'J')}`]),
  ].join(', ');

/** The neuron as a spec that gives it again. */
function specText(neuron: AnalogNeuron): string {
  return `# Found by somagen analog --design; SI units.\n${stringify({ name: 'design', neurons: [asWritten(neuron)] })}`;
}

/** The fields of `neuron` that its sizing takes. */
function asWritten({ segment, devices, ...rest }: AnalogNeuron): object {
  return {
    ...rest,
    ...(rest.sizing === 'segmented' ? { segment } : {}),
    ...(rest.sizing === 'tail-steered' ? { devices } : {}),
  };
}

/** What a person reads: the neuron and how it meets the targets, or which target excludes which. */
function outcomeText(
  search: DesignSearch,
  simulated: Simulated | undefined,
  targets: DesignTargets,
  out: string,
): string {
  const { found, conflicts, energyTimesNoise, tried } = search;
  const constant =
    energyTimesNoise === null
      ? ''
      : `Energy times noise is a constant of a circuit: at least ${quantity(energyTimesNoise, 'J V^2')} a synapse over the ${tried} neurons tried.`;
  if (!found || !simulated)
    return [
      `No neuron meets ${targetText(targets)}.`,
      ...conflicts.map(({ target, limit, best }) => {
        const wanted = quantity(limit, UNITS[target]);
        return best
          ? `${target} of ${wanted} is excluded by the others: they allow ${quantity(quantityOf(best, target), UNITS[target])} at least`
          : `without a ${target} target none meets the others either`;
      }),
      constant,
    ].join('\n');
  const { neuron } = found;
  const rows = new Table({
    head: ['', 'target', 'closed form', 'transistors'],
    style: { head: [], border: [], compact: true },
  });
  const shown = (value: number | null | undefined, unit: string): string =>
    value === null || value === undefined ? '-' : quantity(value, unit);
  const perSynapse = simulated.power === null ? null : simulated.power / targets.bandwidth / neuron.synapses;
  rows.push(
    [
      'bandwidth',
      `≥ ${quantity(targets.bandwidth, 'Hz')}`,
      shown(found.figures.bandwidth, 'Hz'),
      shown(simulated.bandwidth, 'Hz'),
    ],
    [
      'noise',
      targets.noise === undefined ? 'free' : `≤ ${quantity(targets.noise, 'V^2')}`,
      shown(found.figures.noiseTotal, 'V^2'),
      shown(simulated.noiseTotal, 'V^2'),
    ],
    [
      'static error of the largest bit',
      targets.mismatch === undefined ? 'free' : `≤ ${quantity(targets.mismatch, '1')}`,
      shown(found.mismatch, '1'),
      '-',
    ],
    [
      'energy a synapse at the bandwidth',
      targets.energy === undefined ? 'least' : `≤ ${quantity(targets.energy, 'J')}`,
      shown(found.energy, 'J'),
      shown(perSynapse, 'J'),
    ],
    ['power', '', shown(found.figures.power, 'W'), shown(simulated.power, 'W')],
    [
      'gain, times synapses',
      `≥ ${quantity(targets.gain, '1')}`,
      shown((found.figures.gain ?? Number.NaN) * neuron.synapses, '1'),
      shown((simulated.gain ?? Number.NaN) * neuron.synapses, '1'),
    ],
  );
  const detail =
    neuron.sizing === 'segmented'
      ? `, segment ${neuron.segment}`
      : neuron.sizing === 'tail-steered'
        ? `, ${neuron.devices} devices`
        : '';
  const misses = missed(found, simulated, targets);
  return [
    `${neuron.bits} bits, ${neuron.synapses} synapse(s): sizing ${neuron.sizing}${detail}, L ${quantity(neuron.length, 'm')}, ` +
      `${neuron.loads} loads a side, unit current ${quantity(neuron.unitCurrent, 'A')}, load capacitance ${quantity(neuron.loadCapacitance, 'F')}`,
    rows.toString(),
    misses.length === 0 ? 'The transistors meet every target.' : `The transistors miss: ${misses.join(', ')}.`,
    constant,
    `The neuron's spec is ${out}/design.yaml`,
  ].join('\n');
}
