/** Execution of a command: its steps one after the other, their results, report and manifest. */

import { buildReport } from '../../report/index.ts';
import { type Run, recalling } from '../run/run.ts';
import { generate } from '../steps/generate.ts';
import type { Step } from '../steps/select.ts';
import type { CommandPlan } from './execution.ts';
import { foldSteps, foldStored, type Work } from './fold.ts';
import { manifestText } from './manifest.ts';
import { emptyOutcome, type Outcome } from './outcome.ts';
import { type Results, resultsOf } from './results.ts';
import { reportStudies } from './studies.ts';
import { worksOf } from './works.ts';

const TITLES: Readonly<Record<Step, string>> = {
  generate: 'generate: Verilog, Verilog-A, SPICE',
  synth: 'synth: counts, area and power of the digital neurons',
  verify: 'verify: Verilog against the golden model',
  analog: 'analog: mixed-signal neurons in ngspice',
  sizings: 'sizings: the mixed-signal neuron in every sizing, shifted thresholds',
  evaluate: 'evaluate: classification error against noise',
  report: 'report',
};

/** Steps whose results are stored. `verify` is not: the files it reads may change by hand. */
const RECALLED = ['synth', 'analog', 'sizings', 'evaluate'] as const;

/** Findings of a command, besides its files. */
export interface Executed {
  readonly outcome: Outcome;
  readonly results: Results;
  /** Figures of the report that could not be drawn, a line with the reason each. */
  readonly failures: readonly string[];
}

/** Outcome with what the report told of it. */
interface Flow extends Outcome {
  readonly told?: Omit<Executed, 'outcome'>;
}

/** Execution of a command's steps. Everything but the report is written before the report is built. */
export async function execute(run: Run, execution: CommandPlan): Promise<Executed> {
  const { all, steps, quiet } = execution;
  const started = new Date();
  const writeManifest = (outcome: Outcome): Promise<void> =>
    run.write({ 'manifest.json': manifestText(run, outcome, started, new Date()) });
  const settle = async (outcome: Outcome): Promise<Results> => {
    const results = resultsOf(run.spec, outcome, all.includes('report'));
    await run.write({ ...results.files, 'spec.resolved.json': `${JSON.stringify(run.spec, null, 2)}\n` });
    await writeManifest(outcome);
    return results;
  };
  const report: Work<Flow> = async (outcome) => {
    const results = await settle(outcome);
    const studies = reportStudies(run.spec, outcome, results.comparison);
    const { files, failures } = await buildReport(results.conclusions, studies);
    await run.write(files);
    await writeManifest(outcome);
    return { told: { results, failures } };
  };

  const circuits: Work<Flow> = async () => {
    // A breath, so that the title is drawn before the thread is busy.
    await new Promise((resolve) => setImmediate(resolve));
    return { generated: generate(run) };
  };
  const stored = worksOf(recalling(run), execution);
  const recalled = RECALLED.filter((step) => all.includes(step) && !steps.includes(step)).map(
    (step): Work<Flow> =>
      (found) =>
        foldStored(stored[step], found),
  );
  const works = { ...worksOf(run, execution), report: [report] };
  const flow = steps.map((step) => ({ title: TITLES[step], works: works[step] }));
  const [first, ...others] = steps[0] === 'generate' ? flow : [{ title: 'circuits', works: [] }, ...flow];
  const begin = { title: first?.title ?? '', works: [circuits, ...recalled, ...(first?.works ?? [])] };
  const outcome = await foldSteps<Flow>([begin, ...others], emptyOutcome(), quiet);
  return { outcome, ...(outcome.told ?? { results: await settle(outcome), failures: [] }) };
}
