/** A flow as a fold: each step adds its part to what was found before it. */

import { NotStored } from '../run/run.ts';
import { runTasks } from '../session/progress.ts';

/** A piece of work. It sees what was found so far and returns what it adds; `tell` shows how far it is. */
export type Work<Found> = (found: Found, tell: (text: string) => void) => Promise<Partial<Found>>;

/** A named step of one or more pieces. */
export interface FlowStep<Found> {
  readonly title: string;
  readonly works: readonly Work<Found>[];
}

/** Findings of all `works` after `start`, one after the other. */
export async function foldWorks<Found>(
  works: readonly Work<Found>[],
  start: Found,
  tell: (text: string) => void,
): Promise<Found> {
  let found = start;
  for (const work of works) found = { ...found, ...(await work(found, tell)) };
  return found;
}

/** Findings of all `steps` after `start`, shown as they go. The first step that fails ends the flow with its error. */
export async function foldSteps<Found>(
  steps: readonly FlowStep<Found>[],
  start: Found,
  quiet: boolean,
): Promise<Found> {
  let found = start;
  const tasks = steps.map(({ title, works }) => ({
    title,
    work: async (tell: (text: string) => void) => {
      found = await foldWorks(works, found, tell);
    },
  }));
  await runTasks(tasks, quiet);
  return found;
}

/** Findings of `works` up to the first whose result is not stored. */
export async function foldStored<Found>(works: readonly Work<Found>[], start: Found): Promise<Found> {
  let found = start;
  for (const work of works)
    try {
      found = { ...found, ...(await work(found, () => undefined)) };
    } catch (error) {
      if (error instanceof NotStored) return found;
      throw error;
    }
  return found;
}
