/** The verbs that take a spec: generate, synth, verify, analog, evaluate, compare. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { FPGA_PARTS, type FpgaPart } from '../../synth/index.ts';
import { PROGRAMS, type Program, requireNextpnr, requirePrograms } from '../../tools/index.ts';
import { execute } from '../flow/execute.ts';
import type { Execution } from '../flow/execution.ts';
import { printOutcome } from '../flow/summary.ts';
import { keepingFiles } from '../run/keep-files.ts';
import { openRun, type Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import type { Session } from '../session/session.ts';
import { loadCells } from '../spec/load-cells.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { loadTechnology } from '../steps/map.ts';
import { STEPS, type Step, selectSteps } from '../steps/select.ts';
import type { SynthesisChoices } from '../steps/synth.ts';
import { SIMULATORS, type SimulatorName } from '../steps/verify.ts';
import { addNetworkOptions, type NetworkOptions, networkChoice } from '../verify-network/options.ts';
import { runDesign } from './design.ts';

/** Chips of the mismatch Monte Carlo. */
const SAMPLES = 200;

interface Verb {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly Step[];
  /** Steps whose stored results it uses, where it has none of its own; default: `steps`. */
  readonly all?: readonly Step[];
}

const VERBS: readonly Verb[] = [
  { name: 'generate', description: 'Verilog, test benches, Verilog-A, SPICE and dot diagrams', steps: ['generate'] },
  {
    name: 'synth',
    description: 'transistors, cells, leakage, delay and energy of the digital neurons',
    steps: ['generate', 'synth'],
  },
  {
    name: 'verify',
    description: 'the Verilog in the output folder, bit for bit against the golden model',
    steps: ['verify'],
  },
  { name: 'analog', description: 'the mixed-signal neurons in ngspice, the closed form beside', steps: ['analog'] },
  {
    name: 'evaluate',
    description: 'classification error against bits and noise power, and a report of it',
    steps: ['evaluate', 'report'],
    all: STEPS,
  },
  { name: 'compare', description: 'the main job: all of the above and one report', steps: STEPS },
];

interface Options extends NetworkOptions {
  readonly out?: string;
  readonly set: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly seed: number;
  readonly jobs: number;
  readonly force: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly only?: string;
  readonly simulators?: readonly SimulatorName[];
  readonly liberty?: string;
  readonly spice?: string;
  readonly cells?: string;
  readonly fpga?: FpgaPart;
  readonly design?: string;
  readonly samples?: number;
  readonly nativeNgspice?: boolean;
}

/** Adds the verbs to `program`. */
export function addSpecVerbs(program: Command, session: Session): void {
  for (const verb of VERBS) {
    const command = program
      .command(verb.name)
      .description(verb.description)
      .argument(verb.name === 'analog' ? '[spec]' : '<spec>', 'YAML or JSON file')
      .option('--out <dir>', 'output folder (default: runs/NAME)')
      .option(
        '--set <path=value>',
        'change a value of the spec; repeatable',
        (text, all: string[]) => [...all, text],
        [],
      )
      .option('--json', 'exactly one JSON document on standard output', false)
      .option('--quiet', 'no progress', false)
      .option('--verbose', "the tools' logs on standard error", false)
      .option('--seed <n>', 'seed of vectors and noise', whole(0, 2 ** 31 - 1), 1)
      .option('--jobs <n>', 'most threads at once', whole(1, 1024), availableParallelism())
      .option('--force', 'compute again what is stored', false)
      .option('--from <step>', `first step (${verb.steps.join(', ')})`)
      .option('--to <step>', 'last step')
      .option('--only <step>', 'only this step')
      .action((file: string | undefined, options: Options, own: Command) => {
        if (options.design !== undefined) checkDesignOptions(own);
        return runVerb(verb, file, options, session);
      });
    const simulators = new Option(
      '--simulators <names>',
      `simulators, joined by commas: ${SIMULATORS.join(', ')} (default: embedded)`,
    ).argParser(simulatorNames);
    if (verb.steps.includes('verify')) command.addOption(simulators);
    if (verb.steps.includes('analog'))
      command
        .option('--samples <n>', 'chips of the mismatch Monte Carlo', whole(2, 1_000_000), SAMPLES)
        .option('--native-ngspice', 'the installed ngspice in place of the embedded one', false);
    if (verb.name === 'verify') addNetworkOptions(command);
    if (verb.name === 'analog')
      command.option(
        '--design <targets>',
        'find the neuron of least energy: bandwidth=5 MHz,noise=1e-6 V^2,bits=8,mismatch=1 %,energy=2 fJ,synapses=1',
      );
    if (verb.name === 'synth')
      command
        .option('--liberty <file>', "map to the cells of this library in place of Yosys' generic ones")
        .option('--spice <file>', "the library's SPICE file, whose transistors are counted")
        .option('--cells <file>', 'transistors per cell, a YAML or JSON list of {cell, transistors, source}')
        .addOption(
          new Option('--fpga <part>', 'place and route for an iCE40 FPGA, with a bitstream').choices(FPGA_PARTS),
        );
  }
}

/** Options that the search has no use for: it has no steps and draws nothing. */
const NOT_OF_DESIGN = ['from', 'to', 'only', 'samples', 'seed'] as const;

/** Refuses what would be ignored. */
function checkDesignOptions(command: Command): void {
  const idle = NOT_OF_DESIGN.filter((name) => command.getOptionValueSource(name) === 'cli');
  if (idle.length > 0)
    throw new InputError(
      `--design has no steps and draws nothing: it goes without ${idle.map((name) => `--${name}`).join(', ')}`,
    );
}

async function runVerb(verb: Verb, file: string | undefined, options: Options, session: Session): Promise<void> {
  if (options.design !== undefined)
    return runDesign(file, options.design, { ...options, out: options.out ?? join('runs', 'design') }, session);
  if (file === undefined) throw new InputError(`${verb.name} needs a spec, or --design with targets`);
  const network = networkChoice(options);
  const spec = await loadSpec(file, options.set);
  if (options.spice !== undefined && options.liberty === undefined)
    throw new InputError('--spice needs --liberty, whose cells it describes');
  const { liberty, fpga } = options;
  if (fpga !== undefined) requireNextpnr();
  const cells = options.cells === undefined ? undefined : await loadCells(options.cells);
  const synthesis: SynthesisChoices = {
    ...(liberty === undefined ? {} : { technology: await loadTechnology(liberty, options.spice, cells) }),
    ...(cells === undefined ? {} : { cells }),
    ...(fpga === undefined ? {} : { part: fpga }),
  };
  const execution: Execution = {
    all: verb.all ?? verb.steps,
    steps: selectSteps(verb.steps, options),
    simulators: options.simulators ?? ['embedded'],
    ...(network ? { network } : {}),
    samples: options.samples ?? SAMPLES,
    quiet: options.quiet,
    synthesis,
  };
  if (execution.steps.includes('verify'))
    requirePrograms(...(network ? (['verilator'] as const) : execution.simulators).flatMap(programsOf));
  const run: Run = openRun(spec, {
    out: options.out ?? join('runs', spec.name),
    seed: options.seed,
    jobs: options.jobs,
    force: options.force,
    signal: session.signal,
    nativeNgspice: options.nativeNgspice ?? false,
    ...(options.verbose ? { onLog: (text: string) => process.stderr.write(text) } : {}),
  });
  try {
    const executed = await execute(run, execution);
    const { outcome, failures } = executed;
    printOutcome(run, execution, executed, options.json);
    for (const failure of failures) process.stderr.write(`no figure: ${failure}\n`);
    const checks = [...outcome.verified, ...outcome.streamed.flatMap((entry) => entry.checks)];
    if (failures.length > 0 || checks.some((check) => check.mismatches > 0)) session.exitWith(1);
  } catch (error) {
    throw await keepingFiles(run, error);
  } finally {
    await run.close();
  }
}

function whole(low: number, high: number) {
  return (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
  };
}

function simulatorNames(text: string): SimulatorName[] {
  return text.split(',').map((name) => {
    const found = SIMULATORS.find((known) => known === name);
    if (!found) throw new InvalidArgumentError(`It must hold only: ${SIMULATORS.join(', ')}.`);
    return found;
  });
}

/** What must be installed before a run that uses `simulator` starts. */
function programsOf(simulator: SimulatorName): readonly Program[] {
  switch (simulator) {
    case 'embedded':
      return [];
    case 'verilator':
      return [PROGRAMS.verilator, PROGRAMS.make, PROGRAMS.cxx];
    case 'iverilog':
      return [PROGRAMS.iverilog, PROGRAMS.vvp];
  }
}
