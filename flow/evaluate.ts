/** Classification error of networks against bits and noise. */

import { analogNeurons, type EvaluateSpec, type Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import {
  type EvaluatedNetwork,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJobs,
  evaluationMeasurements,
  type Network,
} from '../nn/index.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** Networks and their test images, wherever they come from, and the jobs run on them. */
export interface Evaluator {
  /** Layers of an entry of `evaluate.networks`. */
  readonly network: (
    entry: EvaluateSpec['networks'][number],
    activationBits: number | undefined,
  ) => Promise<EvaluatedNetwork>;
  /** Results in the order of the jobs. */
  readonly run: (jobs: readonly EvaluateJob[]) => Promise<readonly EvaluateResult[]>;
}

/** An evaluation of a spec. */
export interface Evaluation {
  /** By network, width, kind of weights and noise, the clean network first of each width. */
  readonly results: readonly EvaluateResult[];
  /** Errors from 0 to 1, each with origin and source. */
  readonly measurements: readonly Measurement[];
}

/** Jobs of an evaluation. */
export interface EvaluationPlan {
  readonly networks: readonly Network[];
  /** By network, width, kind of weights and noise. */
  readonly jobs: readonly EvaluateJob[];
}

/**
 * Evaluation of a spec's networks; nothing where it has no `evaluate`. Rejects with `RangeError` where a network does not fit
 * its spec or nothing could be evaluated as it is asked.
 */
export async function evaluate(
  spec: Spec,
  { evaluator }: { readonly evaluator: Evaluator },
  { seed = DEFAULT_SEED }: Seeded = {},
): Promise<Evaluation> {
  const { jobs } = await evaluationPlan(spec, evaluator.network, seed);
  const results = jobs.length > 0 ? await evaluator.run(jobs) : [];
  return { results, measurements: evaluationMeasurements(results) };
}

/** Jobs and networks of the `evaluate` of `spec`. A network that is listed twice counts once. */
export async function evaluationPlan(
  spec: Spec,
  readNetwork: Evaluator['network'],
  seed: number,
): Promise<EvaluationPlan> {
  const asked = spec.evaluate;
  if (asked === undefined) return { networks: [], jobs: [] };
  const read: EvaluatedNetwork[] = [];
  for (const entry of asked.networks) read.push(await readNetwork(entry, asked.activationBits));
  const networks = read.filter(({ own, network: { name } }, k) => own !== null || firstShipped(read, name) === k);
  const names = networks.map(({ network }) => network.name);
  const repeated = names.find((name, k) => names.indexOf(name) !== k);
  if (repeated !== undefined) throw new RangeError(`evaluate.networks must have names of their own: ${repeated}`);
  const jobs = evaluateJobs(asked, seed, networks, analogNeurons(spec));
  if (jobs.length > 0) return { networks: networks.map(({ network }) => network), jobs };
  const there = networks.map(({ network, awareBits }) => `${network.name} at ${awareBits.join(', ') || 'no'} bits`);
  throw new RangeError(
    `evaluate.weights aware must have a width with such weights (${there.join('; ')}): ${asked.bits.join(', ')}`,
  );
}

const firstShipped = (networks: readonly EvaluatedNetwork[], name: string): number =>
  networks.findIndex(({ own, network }) => own === null && network.name === name);
