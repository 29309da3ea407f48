/** Inputs of evaluations: layers, weights and test images. They are the package's or the user's own. */

import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { EvaluateSpec, OwnNetwork } from '../../gen/index.ts';
import {
  checkEvaluation,
  choiceFor,
  contextKey,
  type DataSet,
  type EvaluatedNetwork,
  type EvaluateInput,
  type EvaluateJob,
  leastSquareClips,
  type Network,
  networkOf,
  parseWeightFiles,
  readWeights,
} from '../../nn/index.ts';
import { type DataOptions, hasWeightFiles, readWeightFiles, sha256 } from '../../tools/index.ts';
import { readInput } from '../session/input-file.ts';
import { isOnnxFile, onnxNetwork, ownNetwork } from '../session/own-network.ts';
import { imagesOf } from './images.ts';
import { rangesOf } from './ranges.ts';

type Entry = EvaluateSpec['networks'][number];

/** Layers of an entry, and widths with weights trained for them. `activationBits` default to these widths. */
export async function readNetwork(entry: Entry, activationBits?: number): Promise<EvaluatedNetwork> {
  if (typeof entry !== 'string') return { network: await ownNetwork(entry), own: entry, awareBits: [] };
  const widths = Array.from({ length: 15 }, (_, k) => k + 2);
  return {
    network: networkOf(entry),
    own: null,
    awareBits: widths.filter((bits) => hasWeightFiles(awareName(entry, bits, activationBits))),
  };
}

const awareName = (network: string, bits: number, activationBits: number = bits): string =>
  `${network}-${bits}bit${activationBits === bits ? '' : `-activations${activationBits}bit`}`;

/** Part of a job that decides its files. */
export type JobFiles = Pick<EvaluateJob, 'network' | 'own' | 'weights' | 'bits'> &
  Partial<Pick<EvaluateJob, 'activationBits'>>;

/** Network, weights and test images of a job. Throws where a file cannot be read, is broken or does not fit. */
export async function readInputOf(job: JobFiles, options: DataOptions = {}): Promise<EvaluateInput> {
  const { own, bits, activationBits } = job;
  if (!own) {
    const network = networkOf(job.network);
    const files = await readWeightFiles(
      job.weights === 'aware' ? awareName(job.network, bits, activationBits) : job.network,
    );
    const { weights, manifest } = parseWeightFiles(job.network, files);
    const source = `${basename(files.weights.file)} (sha256 ${manifest.sha256})`;
    return { network, weights, source, choice: choiceFor(manifest, bits), data: await dataOf(job, network, options) };
  }
  const input = { own, ...(await (isOnnxFile(own.file) ? onnxNetwork(own) : ownWeights(own))) };
  const { network, weights, source, manifest } = { manifest: null, ...input };
  const data = await dataOf(job, network, options);
  // Where nobody chose for these weights: what rounds them best.
  const clip = manifest ? choiceFor(manifest, bits).clip : leastSquareClips(weights, bits);
  const { ranges, calibration } = await rangesOf({ ...input, manifest, data }, bits, activationBits ?? bits, options);
  return {
    ...{ network, weights, source, data, calibration },
    choice: { bits, clip, ...(ranges ? { ranges } : {}) },
  };
}

/** Network and weights in files of their own, with the manifest of a training here. */
async function ownWeights(own: OwnNetwork) {
  const { file, weights } = own;
  const network = await ownNetwork(own);
  const bytes = await readInput(weights, `the weights of ${network.name}`);
  const source = `${basename(weights)} (sha256 ${sha256(bytes)})`;
  const stem = weights.replace(/\.safetensors$/i, '');
  const manifest = `${stem}.json`;
  if (manifest === file || manifest === weights || !existsSync(manifest))
    return { network, source, weights: readWeights(network, bytes, weights), manifest: null };
  return { network, source, ...parseWeightFiles(network, await readWeightFiles(basename(stem), dirname(weights))) };
}

/**
 * Identities of each job's files, in the order of `jobs`. All files are read and checked; test images that are missing are
 * fetched. Rejects with `DataError`, `FormatError` or, for a value that does not fit, `RangeError`.
 */
export async function inputIdentities(
  jobs: readonly EvaluateJob[],
  options: DataOptions = {},
): Promise<readonly string[]> {
  const known = new Map<string, string>();
  const identities: string[] = [];
  for (const job of jobs) {
    const key = contextKey(job);
    const identity = known.get(key) ?? identityOf(job, await readInputOf(job, options));
    known.set(key, identity);
    identities.push(identity);
  }
  return identities;
}

function identityOf(job: EvaluateJob, input: EvaluateInput): string {
  const { network, source, choice, data } = input;
  if (job.images !== null && job.images > data.images)
    throw new RangeError(`evaluate.images must be at most ${data.images}, the images of ${data.source}: ${job.images}`);
  checkEvaluation(job, input);
  // An own file's layers decide as its weights do; a shipped network is as old as the package.
  const layers = job.own ? [JSON.stringify(network)] : [];
  return [source, JSON.stringify(choice), data.source, ...layers].join(' ');
}

function dataOf({ own }: JobFiles, network: Network, options: DataOptions): Promise<DataSet> {
  const { data: folder, transposed, firstLabel } = own ?? {};
  return imagesOf(network, 'test', { folder, option: 'data', transposed, firstLabel }, () => options);
}
