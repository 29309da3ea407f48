/** Steps of the main job, from neurons to a report; here the choice of those that run. */

import { besidePaper } from '../../compare/index.ts';
import type { Spec } from '../../gen/index.ts';
import { InputError } from '../session/input-error.ts';

/** Names of all steps, in order. */
export const STEPS = ['generate', 'synth', 'verify', 'analog', 'sizings', 'evaluate', 'report'] as const;
/** Name of a step. */
export type Step = (typeof STEPS)[number];

/** Options `--from`, `--to` and `--only` as the user gave them. */
export interface StepChoice {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly only?: string | undefined;
}

/** Part of `steps` that `choice` leaves. Throws `InputError` for a step that the command does not have. */
export function selectSteps(steps: readonly Step[], choice: StepChoice): Step[] {
  const place = (option: keyof StepChoice, otherwise: number): number => {
    const wanted = choice[option];
    if (wanted === undefined) return otherwise;
    const names: readonly string[] = steps;
    const index = names.indexOf(wanted);
    if (index < 0) throw new InputError(`--${option} must be one of: ${steps.join(', ')}: ${wanted}`);
    return index;
  };
  if (choice.only !== undefined) {
    if (choice.from !== undefined || choice.to !== undefined)
      throw new InputError('--only goes without --from and --to');
    const index = place('only', 0);
    return steps.slice(index, index + 1);
  }
  const from = place('from', 0);
  const to = place('to', steps.length - 1);
  if (from > to) throw new InputError(`--from ${choice.from} comes after --to ${choice.to}`);
  return steps.slice(from, to + 1);
}

/** `steps` that `spec` has work for: sizings are studied beside the paper. Throws `InputError` where none is left. */
export function stepsFor(spec: Spec, steps: readonly Step[]): readonly Step[] {
  const left = steps.filter((step) => step !== 'sizings' || besidePaper(spec));
  if (left.length === 0)
    throw new InputError('step sizings belongs to the comparison with the paper: compare: {paper: true} in the spec');
  return left;
}
