/** Verb `doctor`: engines and programs of this machine, and what needs them. */

import type { Command } from 'commander';
import { checkTools, type ToolStatus } from '../../tools/index.ts';
import type { Session } from '../session/session.ts';
import { textTable } from '../session/table.ts';

/** Declaration of the verb on `program`. Exit code 3 when something that the main job needs is missing or broken. */
export function addDoctorVerb(program: Command, session: Session): void {
  program
    .command('doctor')
    .description('check the machine: engines, programs, versions')
    .option('--json', 'exactly one JSON document on standard output', false)
    .action(async (options: { readonly json: boolean }) => {
      const tools = await checkTools();
      process.stdout.write(options.json ? `${JSON.stringify({ tools }, null, 2)}\n` : `${statusTable(tools)}\n`);
      const broken = tools.filter((tool) => !works(tool) && tool.neededBy.includes('compare'));
      for (const tool of broken) process.stderr.write(`${tool.name} is needed by compare: ${tool.install}\n`);
      if (broken.length > 0) session.exitWith(3);
    });
}

const works = (tool: ToolStatus): boolean => tool.version !== undefined && tool.problem === undefined;

function statusTable(tools: readonly ToolStatus[]): string {
  const table = textTable(['', 'version', 'needed by'], ['left']);
  for (const tool of tools)
    table.push([
      tool.name,
      tool.version ?? tool.problem ?? `missing: ${tool.install}`,
      tool.neededBy.join(', ') || 'nothing; makes builds faster',
    ]);
  return table.toString();
}
