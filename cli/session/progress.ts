/** Progress on standard error: a live list on a terminal, plain lines elsewhere, nothing when quiet. */

import { Listr, ListrLogger, ProcessOutput } from 'listr2';

/** A named piece of work; `tell` shows how far it is. */
export interface Task {
  readonly title: string;
  readonly work: (tell: (text: string) => void) => Promise<void>;
}

/** Run of `tasks`, one after the other. The first that fails ends the list with its error, which the caller tells. */
export async function runTasks(tasks: readonly Task[], quiet: boolean): Promise<void> {
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  let failure: { readonly error: unknown } | undefined;
  const list = new Listr(
    tasks.map(({ title, work }) => ({
      title,
      task: async (_context: unknown, task: { output: string }) => {
        try {
          await work((text) => {
            task.output = text;
          });
        } catch (error) {
          failure = { error };
          throw new Error('see below');
        }
      },
    })),
    {
      renderer: quiet ? 'silent' : process.stderr.isTTY ? 'default' : 'simple',
      rendererOptions: { logger },
      exitOnError: true,
      registerSignalListeners: false,
    },
  );
  try {
    await list.run();
  } catch (error) {
    throw failure ? failure.error : error;
  }
}
