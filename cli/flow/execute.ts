/** Runs the chosen steps of a command, one after the other, and writes what they leave. */

import { metricsCsv, metricsJson } from '../../measurement/index.ts';
import { buildReport, derivedMeasurements, metricsFiles, type SizingFindings } from '../../report/index.ts';
import { VERSION } from '../../tools/index.ts';
import { NotStored, type Run, recalling } from '../run/run.ts';
import { runTasks, type Task } from '../session/progress.ts';
import { type AnalysedNeuron, analogStep } from '../steps/analog.ts';
import { type Evaluation, evaluateStep } from '../steps/evaluate.ts';
import { generate, generateStep } from '../steps/generate.ts';
import type { Step } from '../steps/select.ts';
import { sizingsStep } from '../steps/sizings.ts';
import { type StudiedNeuron, studiesOf } from '../steps/studies.ts';
import { type SynthesizedNeuron, synthStep } from '../steps/synth.ts';
import { type VerifiedNeuron, verifyStep } from '../steps/verify.ts';
import type { VerifiedNetwork } from '../verify-network/findings.ts';
import { verifyNetworkStep } from '../verify-network/step.ts';
import type { Execution } from './execution.ts';
import { manifestText } from './manifest.ts';
import { measurementsOf, type Outcome, reportInput } from './outcome.ts';

const TITLES: Readonly<Record<Step, string>> = {
  generate: 'generate: Verilog, Verilog-A, SPICE',
  synth: 'synth: counts, area and power of the digital neurons',
  verify: 'verify: Verilog against the golden model',
  analog: 'analog: mixed-signal neurons in ngspice',
  sizings: 'sizings: the mixed-signal neuron in every sizing, shifted thresholds',
  evaluate: 'evaluate: classification error against noise',
  report: 'report',
};

/** What a command leaves besides files. */
export interface Executed {
  readonly outcome: Outcome;
  /** The text of `metrics.json`. */
  readonly metrics: string;
  /** Why figures of the report could not be drawn, a line each. */
  readonly failures: readonly string[];
}

/** Runs a command. Everything but the report is written before the report is built. */
export async function execute(run: Run, execution: Execution): Promise<Executed> {
  const started = new Date();
  const generated = generate(run);
  const { digital } = generated;
  let synthesized: readonly SynthesizedNeuron[] = [];
  let verified: readonly VerifiedNeuron[] = [];
  let streamed: readonly VerifiedNetwork[] = [];
  let analysed: readonly AnalysedNeuron[] = [];
  let studied: readonly StudiedNeuron[] = [];
  let sized: SizingFindings = { results: [], shifted: [], space: [] };
  let evaluation: Evaluation = { results: [], networks: [] };
  let metrics = '';
  let failures: readonly string[] = [];
  const outcome = (): Outcome => ({
    generated,
    synthesized,
    verified,
    streamed,
    analysed,
    studied,
    sized,
    evaluated: evaluation.results,
    networks: evaluation.networks,
  });

  const accounts = (): Readonly<Record<string, string>> => ({
    'spec.resolved.json': `${JSON.stringify(run.spec, null, 2)}\n`,
    'manifest.json': manifestText(run, outcome(), started, new Date()),
  });

  const works: Readonly<Record<Step, (on: Run, tell: (text: string) => void) => Promise<void>>> = {
    generate: (on) => generateStep(on, generated),
    synth: async (on, tell) => {
      synthesized = await synthStep(on, digital, execution.synthesis, tell);
    },
    verify: async (on, tell) => {
      if (execution.network) streamed = await verifyNetworkStep(on, digital, execution.network, tell);
      else verified = await verifyStep(on, digital, execution.simulators, tell);
    },
    analog: async (on, tell) => {
      analysed = await analogStep(on, tell);
      studied = await studiesOf(on, execution.samples, tell);
    },
    sizings: async (on, tell) => {
      sized = await sizingsStep(on, digital, tell);
    },
    evaluate: async (on, tell) => {
      evaluation = await evaluateStep(on, tell);
    },
    report: async (on) => {
      const input = reportInput(on, outcome());
      const measured = metricsFiles(input);
      metrics = measured['metrics.json'];
      await on.write({ ...measured, ...accounts() });
      const report = await buildReport(input);
      failures = report.failures;
      await on.write(report.files);
    },
  };

  const tasks = execution.steps.map((step): Task => ({ title: TITLES[step], work: (tell) => works[step](run, tell) }));
  const recalled = execution.all.filter((step) => RECALLED.has(step) && !execution.steps.includes(step));
  for (const step of recalled) await ignoringMissing(works[step](recalling(run), () => undefined));
  await runTasks(tasks, execution.quiet);

  if (!metrics) {
    const derived = execution.all.includes('report') ? derivedMeasurements(reportInput(run, outcome())) : [];
    const measurements = [...measurementsOf(run.spec, outcome()), ...derived];
    metrics = metricsJson(VERSION, run.spec.name, measurements);
    await run.write({ 'metrics.json': metrics, 'metrics.csv': metricsCsv(measurements) });
  }
  await run.write(accounts());
  return { outcome: outcome(), metrics, failures };
}

/** Steps whose results are stored. `verify` is not: the files it reads may change by hand. */
const RECALLED: ReadonlySet<Step> = new Set(['synth', 'analog', 'sizings', 'evaluate']);

async function ignoringMissing(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof NotStored)) throw error;
  }
}
