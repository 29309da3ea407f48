/** The verb `data pull`: fetches a data set into the user's cache folder. */

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { CIFAR10, type DataSource, MNIST, pullDataSet } from '../tools/index.ts';
import { runTasks } from './progress.ts';

const SOURCES = { mnist: MNIST, cifar10: CIFAR10 } as const;
const NAMES = Object.keys(SOURCES).join(', ');

/** Adds the verb to `program`. */
export function addDataVerb(program: Command): void {
  program
    .command('data')
    .description('data sets of the networks')
    .command('pull')
    .description('fetch a data set into the cache folder, or check the one that is there')
    .argument('<set>', `one of: ${NAMES}`, sourceOf)
    .option('--quiet', 'no progress', false)
    .action(async (source: DataSource, options: { readonly quiet: boolean }) => {
      const work = (tell: (text: string) => void): Promise<void> =>
        pullDataSet(source, {
          onProgress: megabytes(tell),
        });
      await runTasks([{ title: `pull ${source.name}`, work }], options.quiet);
    });
}

/** Tells every megabyte. */
export function megabytes(tell: (text: string) => void): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const now = Math.floor(done / 1e6);
    if (now === told) return;
    told = now;
    tell(`${now} of ${Math.ceil(total / 1e6)} MB`);
  };
}

function sourceOf(text: string): DataSource {
  for (const [name, source] of Object.entries(SOURCES)) if (name === text) return source;
  throw new InvalidArgumentError(`It must be one of: ${NAMES}.`);
}
