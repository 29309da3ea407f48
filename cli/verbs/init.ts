/** Verb `init`: a commented starter spec. */

import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { type Command, Option } from 'commander';
import { packagePath, writeFileAtomic } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';
import { STARTERS, type Starter, starterSpec } from './starters.ts';

const SCHEMA = packagePath('schema/somagen.schema.json');

/** Declaration of the verb on `program`. */
export function addInitVerb(program: Command): void {
  program
    .command('init')
    .description('write a commented starter spec')
    .argument('[file]', 'where to', 'neuron.yaml')
    .addOption(new Option('--for <user>', 'only the parts of one kind of user').choices(STARTERS))
    .option('--force', 'overwrite the file', false)
    .action(async (file: string, options: { readonly for?: Starter; readonly force: boolean }) => {
      if (existsSync(file) && !options.force) throw new InputError(`${file} exists; --force overwrites it`);
      await writeFileAtomic(file, starterSpec(relative(dirname(file), SCHEMA), options.for));
      process.stderr.write(`${file} written; next: somagen compare ${file}\n`);
    });
}
