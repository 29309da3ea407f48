/** Verb `explore`: all constructions of the spec's digital neurons in a table. */

import { join } from 'node:path';
import type { Command } from 'commander';
import { cellsAt, type Spec } from '../../gen/index.ts';
import { quantity } from '../../measurement/index.ts';
import { type Explored, explore } from '../../synth/index.ts';
import { takeFolder, writeFiles } from '../../tools/index.ts';
import { folderName } from '../session/folder-name.ts';
import { runTasks } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { textTable } from '../session/table.ts';
import { loadSpec } from '../spec/load-spec.ts';

interface Options {
  readonly out?: string;
  readonly set: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Declaration of the verb on `program`. */
export function addExploreVerb(program: Command, session: Session): void {
  program
    .command('explore')
    .description('every construction of the digital neurons: transistors, adders, delay')
    .argument('<spec>', 'YAML or JSON file; - for standard input')
    .option('--out <dir>', 'output folder (default: runs/NAME)', folderName)
    .option('--set <path=value>', 'change a value of the spec; repeatable', (text, all: string[]) => [...all, text], [])
    .option('--json', 'exactly one JSON document on standard output', false)
    .option('--quiet', 'no progress', false)
    .action((file: string, options: Options) => runExplore(file, options, session));
}

async function runExplore(file: string, options: Options, session: Session): Promise<void> {
  const spec = await loadSpec(file, options.set);
  const out = options.out ?? join('runs', spec.name);
  const release = await takeFolder(out, 'explore');
  try {
    await exploreInto(out, spec, options, session);
  } finally {
    await release();
  }
}

async function exploreInto(out: string, spec: Spec, options: Options, session: Session): Promise<void> {
  const library = cellsAt(spec.technology.thresholdShift);
  const found: { readonly neuron: string; readonly constructions: readonly Explored[] }[] = [];
  const tasks = (spec.neurons ?? []).flatMap((neuron) => {
    if (neuron.kind !== 'digital') return [];
    const work = async (tell: (text: string) => void): Promise<void> => {
      const search = explore(neuron, library);
      let step = search.next();
      for (let told = 0; !step.done; step = search.next()) {
        if (step.value - told < 0.1) continue;
        told = step.value;
        tell(`${Math.round(100 * told)} %`);
        await new Promise((resolve) => setImmediate(resolve));
        session.signal.throwIfAborted();
      }
      found.push({ neuron: neuron.name, constructions: step.value });
    };
    return [{ title: `explore ${neuron.name}`, work }];
  });
  await runTasks(tasks, options.quiet);
  const document = {
    neurons: found,
    units: { transistors: '1', delay: 's' },
    source: `somagen structural count; longest path in cells of ${library.source}`,
  };
  const text = `${JSON.stringify(document, null, 2)}\n`;
  await writeFiles(out, { 'explore.json': text });
  if (options.json) process.stdout.write(text);
  else for (const { neuron, constructions } of found) process.stdout.write(`${exploreTable(neuron, constructions)}\n`);
}

/** Table of the constructions that no other beats in both transistors and delay. */
function exploreTable(neuron: string, rows: readonly Explored[]): string {
  const head = [neuron, 'partial products', 'adder cells', 'adder', 'transistors', 'FA', 'HA', 'delay'];
  const table = textTable(head, ['left', 'left', 'left', 'left', 'right']);
  for (const { construction, transistors, fullAdders, halfAdders, delay } of rows.filter((row) => row.best))
    table.push([
      construction.multiplier,
      construction.partialProducts,
      construction.adderCells,
      construction.adder,
      transistors,
      fullAdders,
      halfAdders,
      quantity(delay, 's'),
    ]);
  return `${table.toString()}\nThe best of ${rows.length} constructions: none has both fewer transistors and less delay. All are in explore.json.`;
}
