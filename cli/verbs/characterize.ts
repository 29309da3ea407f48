/** Verb `characterize`: transistors and digital cells of the 65 nm card, measured again. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import {
  CARD,
  type Calibration,
  CELL_CONDITIONS,
  CELL_SIZE,
  type CharacterizedCell,
  characterizeCell,
  type FitError,
  fitDevices,
  UNIT_SIZE,
} from '../../analog/index.ts';
import { CELL_KINDS } from '../../gen/index.ts';
import { createNgspice, type Ngspice, takeFolder, VERSION, writeFiles } from '../../tools/index.ts';
import { type FlowStep, foldSteps, type Work } from '../flow/fold.ts';
import { folderName } from '../session/folder-name.ts';
import { InputError } from '../session/input-error.ts';
import type { Session } from '../session/session.ts';
import { textTable } from '../session/table.ts';
import { TOOL_TIMEOUT } from '../session/time-limit.ts';

interface Options {
  readonly analog: boolean;
  readonly cells: boolean;
  readonly out: string;
  readonly jobs: number;
  readonly toolTimeout?: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Declaration of the verb on `program`. */
export function addCharacterizeVerb(program: Command, session: Session): void {
  program
    .command('characterize')
    .description('measure the transistors and cells of the 65 nm card in ngspice, as what somagen has built in was')
    .option('--analog', 'transistors of the mixed-signal neuron: parameters, errors of the fit, switches', false)
    .option('--cells', 'digital cells: leakage, delay, energy', false)
    .option('--out <dir>', 'where devices.json and cells.json go', folderName, 'runs/characterize')
    .option('--jobs <n>', 'most simulators at once', jobsValue, availableParallelism())
    .option(...TOOL_TIMEOUT)
    .option('--json', 'exactly one JSON document on standard output', false)
    .option('--quiet', 'no progress', false)
    .action((options: Options) => runCharacterize(options, session));
}

/** Results by kind; what was not asked for is missing. */
interface Results {
  readonly analog?: Calibration;
  readonly cells?: Readonly<Record<string, CharacterizedCell>>;
}

async function runCharacterize(options: Options, session: Session): Promise<void> {
  if (!options.analog && !options.cells)
    throw new InputError('characterize needs --analog, --cells or both: what to measure');
  const release = await takeFolder(options.out, 'characterize');
  try {
    await characterizeInto(options, session);
  } finally {
    await release();
  }
}

async function characterizeInto(options: Options, { signal }: Session): Promise<void> {
  const ngspice = createNgspice({
    jobs: options.jobs,
    ...(options.toolTimeout === undefined ? {} : { timeLimit: options.toolTimeout }),
  });
  const end = (): void => void ngspice.close();
  signal.addEventListener('abort', end, { once: true });
  const results = await foldSteps<Results>(stepsOf(options, ngspice, signal), {}, options.quiet).finally(() => {
    signal.removeEventListener('abort', end);
    return ngspice.close();
  });
  const files = documents(results);
  await writeFiles(
    options.out,
    Object.fromEntries(
      Object.entries(files).map(([name, document]) => [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`]),
    ),
  );
  if (options.json) process.stdout.write(`${JSON.stringify(files, null, 2)}\n`);
  else if (results.analog) process.stdout.write(`${errorTable(results.analog.errors)}\n`);
  const names = Object.keys(files).map((name) => join(options.out, `${name}.json`));
  process.stderr.write(`written: ${names.join(', ')}\n`);
}

function stepsOf(options: Options, ngspice: Ngspice, signal: AbortSignal): FlowStep<Results>[] {
  const analog: Work<Results> = async (_, tell) => ({
    analog: await fitDevices(ngspice, (text) => {
      signal.throwIfAborted();
      tell(text);
    }),
  });
  const cells: Work<Results> = async (_, tell) => {
    let done = 0;
    const measured = await Promise.all(
      CELL_KINDS.map(async (kind) => {
        const cell = await characterizeCell(kind, ngspice);
        tell(`${++done} of ${CELL_KINDS.length} cells`);
        return [kind, cell] as const;
      }),
    );
    return { cells: Object.fromEntries(measured) };
  };
  return [
    ...(options.analog ? [{ title: 'characterize transistors', works: [analog] }] : []),
    ...(options.cells ? [{ title: 'characterize cells', works: [cells] }] : []),
  ];
}

/** Documents, one a file: measurements with engine, card and conditions. */
function documents({ analog, cells }: Results): Readonly<Record<string, object>> {
  const card = {
    somagen: VERSION,
    simulator: CARD.simulator,
    package: CARD.package,
    sha256: CARD.sha256,
    card: CARD.name,
  };
  return {
    ...(analog ? { devices: { ...card, sizes: UNIT_SIZE, ...analog } } : {}),
    ...(cells ? { cells: { ...card, sizes: CELL_SIZE, conditions: CELL_CONDITIONS, cells } } : {}),
  };
}

function errorTable(errors: readonly FitError[]): string {
  const table = textTable(
    ['device', 'quantity', 'points', 'rms', 'worst, 0 to 85 C', 'worst, -40 and 125 C'],
    ['left'],
  );
  for (const { device, quantity, unit, points, rms, worst, outside } of errors) {
    const text = (value: number): string =>
      unit === 'V' ? `${(1e3 * value).toFixed(2)} mV` : `${(100 * value).toFixed(1)} %`;
    table.push([device, quantity, points, text(rms), text(worst), text(outside)]);
  }
  return table.toString();
}

function jobsValue(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1024) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 1024.');
}
