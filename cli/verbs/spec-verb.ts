/** Verb with a spec and steps: the common options, and the run. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Mapping } from '../../gen/index.ts';
import { type NativeProgram, requirePrograms } from '../../tools/index.ts';
import { clocksOf } from '../flow/clocks.ts';
import { execute } from '../flow/execute.ts';
import type { CommandPlan } from '../flow/execution.ts';
import { printOutcome } from '../flow/summary.ts';
import { keepingFiles } from '../run/keep-files.ts';
import { openRun, type Run } from '../run/run.ts';
import { folderName } from '../session/folder-name.ts';
import { runTasks } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { TOOL_TIMEOUT } from '../session/time-limit.ts';
import { loadOpenSpec, type OpenSpec } from '../spec/load-spec.ts';
import { withLibraryStages } from '../steps/library-stages.ts';
import { type Step, type StepChoice, selectSteps, stepsFor } from '../steps/select.ts';
import { simulatorPrograms } from '../steps/simulators.ts';
import { whole } from '../training/request.ts';

/** Chips of the mismatch Monte Carlo where nothing else is asked for. */
export const SAMPLES = 200;

/** Options that every verb with a spec has. */
export interface CommonOptions extends StepChoice {
  readonly out?: string;
  readonly set: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly seed: number;
  readonly jobs: number;
  readonly force: boolean;
  readonly toolTimeout?: number;
}

/** Choices of a verb's own options for its steps. */
export interface Choices
  extends Partial<Pick<CommandPlan, 'simulators' | 'network' | 'own' | 'samples' | 'synthesis'>> {
  readonly nativeNgspice?: boolean;
}

/** A verb with a spec; `Own` are the options that it has besides the common ones. */
export interface SpecVerb<Own> {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly Step[];
  /** Steps whose stored results it uses, where it has none of its own; default: `steps`. */
  readonly all?: readonly Step[];
  /** Declaration of its own options, in the order of the help text. */
  readonly declare: (command: Command) => void;
  /** Refusal of own options that do not go together, before the spec is read. */
  readonly check?: (own: Own) => void;
  /** Mapping that the circuits are for; default: to the model's cells. */
  readonly mapping?: (own: Own) => Mapping;
  /** Choices of its own options, once the spec is read. */
  readonly choose: (own: Own) => Choices | Promise<Choices>;
}

/** Declaration of `verb` on `program`. */
export function addSpecVerb<Own>(program: Command, session: Session, verb: SpecVerb<Own>): void {
  specCommand(program, verb, '<spec>').action((file: string, options: CommonOptions & Own) =>
    runSpecVerb(verb, file, options, session),
  );
}

/** Command of `verb` with all of its options; it does nothing yet. */
export function specCommand<Own>(program: Command, verb: SpecVerb<Own>, argument: '<spec>' | '[spec]'): Command {
  const command = program
    .command(verb.name)
    .description(verb.description)
    .argument(argument, 'YAML or JSON file; - for standard input')
    .option('--out <dir>', 'output folder (default: runs/NAME)', folderName)
    .option('--set <path=value>', 'change a value of the spec; repeatable', (text, all: string[]) => [...all, text], [])
    .option('--json', 'exactly one JSON document on standard output', false)
    .option('--quiet', 'no progress', false)
    .option('--verbose', "the tools' logs on standard error", false)
    .option('--seed <n>', 'seed of vectors and noise', whole(0, 2 ** 31 - 1), 1)
    .option('--jobs <n>', 'most threads at once', whole(1, 1024), availableParallelism())
    .option('--force', 'compute again what is stored', false)
    .option(...TOOL_TIMEOUT)
    .option('--from <step>', `first step (${verb.steps.join(', ')})`)
    .option('--to <step>', 'last step')
    .option('--only <step>', 'only this step');
  verb.declare(command);
  return command;
}

/** Run of the steps of `verb` on the spec in `file`; exit code 1 where a check or a figure failed. */
export async function runSpecVerb<Own>(
  verb: SpecVerb<Own>,
  file: string,
  options: CommonOptions & Own,
  session: Session,
): Promise<void> {
  verb.check?.(options);
  const { spec, clocked } = await loadOpenSpec(file, options.set, verb.mapping?.(options) ?? 'cells');
  const { nativeNgspice = false, ...choices } = await verb.choose(options);
  const execution: CommandPlan = {
    all: verb.all ?? verb.steps,
    steps: stepsFor(spec, selectSteps(verb.steps, options)),
    quiet: options.quiet,
    ...{ simulators: ['embedded'], samples: SAMPLES, synthesis: {} },
    ...choices,
  };
  requirePrograms(...programsOf(execution));
  const opened = await openRun(spec, {
    verb: verb.name,
    out: options.out ?? join('runs', spec.name),
    seed: options.seed,
    jobs: options.jobs,
    force: options.force,
    ...(options.toolTimeout === undefined ? {} : { toolTimeout: options.toolTimeout }),
    signal: session.signal,
    nativeNgspice,
    ...(options.verbose ? { onLog: (text: string) => process.stderr.write(text) } : {}),
  });
  try {
    const run = await withClocks(opened, clocked, execution);
    const executed = await execute(run, execution);
    const { outcome, failures } = executed;
    printOutcome(run, execution, executed, options.json);
    for (const failure of failures) process.stderr.write(`no figure: ${failure}\n`);
    const clocks = clocksOf(run, execution, outcome);
    for (const line of clocks.flatMap(({ lines }) => lines))
      (options.json ? process.stderr : process.stdout).write(`${line}\n`);
    const checks = [...outcome.verified, ...outcome.streamed.flatMap((entry) => entry.checks)];
    if (failures.length > 0 || checks.some((check) => check.mismatches > 0) || clocks.some(({ isMissed }) => isMissed))
      session.exitWith(1);
  } catch (error) {
    throw await keepingFiles(opened, error);
  } finally {
    await opened.close();
  }
}

/** Run whose neurons have the stages for their clocks in the user's library. */
async function withClocks(run: Run, clocked: OpenSpec['clocked'], { synthesis, quiet }: CommandPlan): Promise<Run> {
  const { technology } = synthesis;
  if (!technology || clocked.size === 0) return run;
  let { spec } = run;
  const work = async (tell: (text: string) => void): Promise<void> => {
    spec = await withLibraryStages(run, clocked, technology, tell);
  };
  await runTasks([{ title: 'clock: the fewest pipeline stages in the cells of the library', work }], quiet);
  return { ...run, spec };
}

/** Programs that must be installed before `execution` starts. */
function programsOf({ steps, network, simulators }: CommandPlan): readonly NativeProgram[] {
  if (!steps.includes('verify')) return [];
  return network ? simulatorPrograms('verilator') : simulators.flatMap(simulatorPrograms);
}
