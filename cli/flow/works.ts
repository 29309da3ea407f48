/** Steps as works of the fold. */

import type { Run } from '../run/run.ts';
import { analogStep } from '../steps/analog.ts';
import { evaluateStep } from '../steps/evaluate.ts';
import { generateStep } from '../steps/generate.ts';
import type { Step } from '../steps/select.ts';
import { sizingsStep } from '../steps/sizings.ts';
import { studiesOf } from '../steps/studies.ts';
import { synthStep } from '../steps/synth.ts';
import { verifyStep } from '../steps/verify.ts';
import { verifyNetworkStep } from '../verify-network/step.ts';
import { verifyOwnDesign } from '../verify-rtl/step.ts';
import type { CommandPlan } from './execution.ts';
import type { Work } from './fold.ts';
import type { Outcome } from './outcome.ts';

/** Works by step; of a step whose results are stored in part, the first works are recalled. */
export type Works = Readonly<Record<Exclude<Step, 'report'>, readonly Work<Outcome>[]>>;

/** Works of `run`, as its plan chooses. */
export function worksOf(run: Run, { network, own, simulators, samples, synthesis }: CommandPlan): Works {
  return {
    generate: [
      async ({ generated }) => {
        await generateStep(run, generated);
        return {};
      },
    ],
    synth: [({ generated }, tell) => synthStep(run, generated.digital, synthesis, tell)],
    verify: [
      async ({ generated: { digital } }, tell) => {
        if (network) return { streamed: await verifyNetworkStep(run, digital, network, tell) };
        if (own) return await verifyOwnDesign(run, own, simulators, tell);
        return { verified: await verifyStep(run, digital, simulators, tell) };
      },
    ],
    analog: [
      async (_, tell) => ({ analysed: await analogStep(run, tell) }),
      async (_, tell) => ({ studied: await studiesOf(run, samples, tell) }),
    ],
    sizings: [async ({ generated }, tell) => ({ sized: await sizingsStep(run, generated.digital, tell) })],
    evaluate: [async (_, tell) => ({ evaluation: await evaluateStep(run, tell) })],
  };
}
