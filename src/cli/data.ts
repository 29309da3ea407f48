/** The verb `data pull`: fetches a data set into the user's cache folder. */

import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { CIFAR10, type DataSource, MNIST, type PullEvent, pullDataSet } from '../tools/index.ts';
import type { Session } from './main.ts';
import { runTasks } from './progress.ts';

const SOURCES = { mnist: MNIST, cifar10: CIFAR10 } as const;
const NAMES = Object.keys(SOURCES).join(', ');

/** Adds the verb to `program`. */
export function addDataVerb(program: Command, session: Session): void {
  program
    .command('data')
    .description('data sets of the networks')
    .command('pull')
    .description(
      'fetch a data set into the cache folder, go on with a fetch that was cut, or check the set that is there',
    )
    .argument('<set>', `one of: ${NAMES}`, sourceOf)
    .option('--quiet', 'no progress', false)
    .action(async (source: DataSource, options: { readonly quiet: boolean }) => {
      const work = (tell: (text: string) => void): Promise<void> =>
        pullDataSet(source, { onEvent: tellPull(tell), signal: session.signal });
      await runTasks([{ title: `pull ${source.name}`, work }], options.quiet);
    });
}

/** Tells how far a fetch is, its bytes every megabyte. */
export function tellPull(tell: (text: string) => void): (event: PullEvent) => void {
  let told = '';
  return (event) => {
    const text = textOf(event);
    if (text !== told) tell(text);
    told = text;
  };
}

function textOf(event: PullEvent): string {
  const megabytes = (bytes: number): number => Math.floor(bytes / 1e6);
  switch (event.kind) {
    case 'bytes': {
      const { done, total, resumedAt } = event;
      const resumed = resumedAt > 0 ? `, resumed at ${megabytes(resumedAt)} MB` : '';
      return `${megabytes(done)} of ${Math.ceil(total / 1e6)} MB${resumed}`;
    }
    case 'broken':
      return `the connection broke at ${megabytes(event.done)} MB (${event.reason}); trying again`;
    case 'unpacking':
      return 'unpacking';
    case 'waiting':
      return 'another process fetches it; waiting';
  }
}

function sourceOf(text: string): DataSource {
  for (const [name, source] of Object.entries(SOURCES)) if (name === text) return source;
  throw new InvalidArgumentError(`It must be one of: ${NAMES}.`);
}
