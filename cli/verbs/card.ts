/** Verb `card`: the card of the transistor models, for decks in an ngspice of the user's own. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CARD } from '../../analog/index.ts';
import { modelCard, writeFileAtomic } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';

/** Declaration of the verb on `program`. */
export function addCardVerb(program: Command): void {
  program
    .command('card')
    .description(`${CARD.file}, the transistor models that decks include, out of the installed ${CARD.package}`)
    .option('--out <file>', 'where to: a file, or a folder that decks stand in', CARD.file)
    .option('--force', 'overwrite another file', false)
    .action(async ({ out, force }: { readonly out: string; readonly force: boolean }) => {
      const file = statSync(out, { throwIfNoEntry: false })?.isDirectory() ? join(out, CARD.file) : out;
      const text = modelCard(CARD.file);
      const before = statSync(file, { throwIfNoEntry: false });
      if (before?.isFile() === false) throw new InputError(`--out must be a file or a folder: ${file}`);
      if (before && !force && readFileSync(file, 'utf8') !== text)
        throw new InputError(`${file} exists with other content; --force overwrites it`);
      await writeFileAtomic(file, text);
      process.stderr.write(
        `${file} written: ${CARD.name}. It belongs to Arizona State University: use it as its licence allows\n`,
      );
    });
}
