/** Progress on standard error: a live list on a terminal, plain lines elsewhere, nothing when quiet. */

import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { printable } from '../../measurement/index.ts';
import { duration, everyTenth, kindOf, paced } from './pace.ts';
import { drawing } from './terminal.ts';

/** A named piece of work; `tell` shows how far it is, its share as `3 of 24` or `30 %`. */
export interface Task {
  readonly title: string;
  readonly work: (tell: (text: string) => void) => Promise<void>;
}

/** Time between two drawings of a text that stays the same, ms. */
const REDRAW = 1000;
/** Longest silence between plain lines, s. */
const SILENCE = 10;

/** Run of `tasks`, one after the other. The first that fails ends the list with its error, which the caller tells. */
export async function runTasks(tasks: readonly Task[], quiet: boolean): Promise<void> {
  const live = Boolean(process.stderr.isTTY);
  const stream = drawing();
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) });
  let failure: { readonly error: unknown } | undefined;
  const list = new Listr(
    tasks.map(({ title, work }) => ({
      title: printable(title),
      task: async (_context: unknown, task: { output: string; title: string }) => {
        const end = telling(live, (text) => {
          task.output = text;
        });
        try {
          await work(end.tell);
          const seconds = end.stop();
          if (seconds >= 2) task.title = `${printable(title)} (${duration(seconds)})`;
        } catch (error) {
          end.stop();
          failure = { error };
          throw new Error('see below');
        }
      },
    })),
    {
      renderer: quiet ? 'silent' : live ? 'default' : 'simple',
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

/** Teller of one task: what it is told goes to `show` with its pace, and is shown again as time goes by. */
function telling(live: boolean, show: (text: string) => void) {
  const started = performance.now();
  const secondsSince = (then: number): number => (performance.now() - then) / 1000;
  const isDue = everyTenth();
  let text = '';
  let counted = started;
  let shown = started;
  const draw = (): void => {
    shown = performance.now();
    show(paced(text, secondsSince(started), secondsSince(counted)));
  };
  const again = setInterval(() => {
    if (text !== '' && (live || secondsSince(shown) >= SILENCE)) draw();
  }, REDRAW).unref();
  return {
    tell: (told: string): void => {
      const line = printable(told).replaceAll('\n', ' ');
      // Another count has a pace of its own.
      if (text !== '' && kindOf(line) !== kindOf(text)) counted = performance.now();
      text = line;
      if (live || isDue(text)) draw();
    },
    /** End, with the seconds that it took. */
    stop: (): number => {
      clearInterval(again);
      return secondsSince(started);
    },
  };
}
