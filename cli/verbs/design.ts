/** Search of `analog --design`: the mixed-signal neuron of least energy that meets targets, simulated. */

import { stringify } from 'yaml';
import {
  analyse,
  type DesignSearch,
  type DesignTargets,
  MARGIN,
  searchDesign,
  simulatedErrors,
} from '../../analog/index.ts';
import { analogTexts } from '../../flow/index.ts';
import { type AnalogNeuron, parseSpec } from '../../gen/index.ts';
import { metricsCsv, metricsJson, quantity } from '../../measurement/index.ts';
import { VERSION } from '../../tools/index.ts';
import { designMeasurements, missedTargets, outcomeText, type Simulated } from '../design/outcome.ts';
import { designTargets } from '../design/targets.ts';
import { foldSteps, type Work } from '../flow/fold.ts';
import { keepingFiles } from '../run/keep-files.ts';
import { openRun, type Run, type RunOptions } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import type { Session } from '../session/session.ts';
import { loadSpec } from '../spec/load-spec.ts';

/** Rounds of search and simulation: each aims further where the simulation missed a target. */
const ROUNDS = 4;

/** A search, with ngspice's figures where it found a neuron. */
interface Designed {
  readonly search: DesignSearch;
  readonly simulated: Simulated | undefined;
}

/** Run of the search; exit code 1 where no neuron meets the targets. */
export async function runDesign(
  file: string | undefined,
  text: string,
  options: Omit<RunOptions, 'signal' | 'verb'> & {
    readonly set: readonly string[];
    readonly quiet: boolean;
    readonly json: boolean;
    /** Chips whose errors are taken. */
    readonly samples: number;
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
  const run = await openRun(checked.spec, { ...options, verb: 'analog --design', signal: session.signal });
  try {
    const title = 'design: search by the closed form, simulation of what it finds';
    const work: Work<Partial<Designed>> = (_, tell) =>
      searchAndSimulate(run, base, wanted.targets, options.samples, tell);
    const { search, simulated } = await foldSteps([{ title, works: [work] }], {}, options.quiet);
    if (!search) return;
    const measurements = designMeasurements(search, simulated, wanted.targets);
    const metrics = metricsJson(VERSION, 'design', measurements);
    await run.write({
      'metrics.json': metrics,
      'metrics.csv': metricsCsv(measurements),
      ...(search.found
        ? { 'design.yaml': specText(search.found.neuron), ...analogTexts(search.found.neuron).files }
        : {}),
    });
    process.stdout.write(options.json ? metrics : `${outcomeText(search, simulated, wanted.targets, options.out)}\n`);
    if (!search.found || !simulated || missedTargets(search.found, simulated, wanted.targets).length > 0)
      session.exitWith(1);
  } catch (error) {
    throw await keepingFiles(run, error);
  } finally {
    await run.close();
  }
}

/** Mixed-signal neuron of the spec in `file`, or the defaults. */
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
  samples: number,
  tell: (text: string) => void,
): Promise<Designed> {
  const draw = { seed: run.options.seed, samples };
  let margin = MARGIN;
  for (let round = 1; ; round++) {
    tell(`search ${round} by the closed form`);
    const search = searchDesign(base, { ...targets, margin });
    if (!search.found) return { search, simulated: undefined };
    const { neuron } = search.found;
    tell(`simulation ${round}: ${neuron.sizing}, ${quantity(neuron.unitCurrent, 'A')}`);
    const figures = await analyse(neuron, neuron.unitCurrent, run.ngspice());
    tell(`simulation ${round}: ${draw.samples} chips`);
    const errors = figures.power === null ? null : await simulatedErrors(neuron, draw, run.ngspice());
    const simulated = { figures, errors };
    if (round === ROUNDS || missedTargets(search.found, simulated, targets).length === 0) return { search, simulated };
    margin = { bandwidth: margin.bandwidth * 1.05, noise: margin.noise * 0.95, error: margin.error * 0.95 };
  }
}

/** Spec that gives the neuron again. */
function specText(neuron: AnalogNeuron): string {
  return `# Found by somagen analog --design; SI units.\n${stringify({ name: 'design', neurons: [asWritten(neuron)] })}`;
}

/** Fields of `neuron` that its sizing takes. */
function asWritten({ segment, devices, ...rest }: AnalogNeuron): object {
  return {
    ...rest,
    ...(rest.sizing === 'segmented' ? { segment } : {}),
    ...(rest.sizing === 'tail-steered' ? { devices } : {}),
  };
}
