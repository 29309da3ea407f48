/** The verb `train`: trains a network and writes its weights with their manifest. */

import { type Command, InvalidArgumentError } from 'commander';
import { NETWORKS } from '../gen/index.ts';
import { dataSetOfIdx, type NetworkProgress, trainNetwork, weightFilesOf } from '../nn/index.ts';
import { MNIST, readDataSet, sha256, writeFiles } from '../tools/index.ts';
import type { Session } from './main.ts';
import { runTasks } from './progress.ts';

interface Options {
  readonly out: string;
  readonly seed: number;
  readonly quiet: boolean;
}

/** Adds the verb to `program`. */
export function addTrainVerb(program: Command, session: Session): void {
  program
    .command('train')
    .description('train a network from scratch; the same seed gives the same bytes')
    .argument('<network>', `one of: ${NETWORKS.join(', ')}`, networkName)
    .option('--out <dir>', 'where the weights and their manifest go', 'weights')
    .option('--seed <n>', 'seed of initial weights and order', seedValue, 1)
    .option('--quiet', 'no progress', false)
    .action((network: string, options: Options) => runTraining(network, options, session));
}

async function runTraining(network: string, { out, seed, quiet }: Options, session: Session): Promise<void> {
  const work = async (tell: (text: string) => void): Promise<void> => {
    const read = async (part: 'train' | 'test') => {
      const { images, labels, classes, source } = await readDataSet(MNIST, part);
      return dataSetOfIdx(images, labels, classes, source);
    };
    const data = { train: await read('train'), test: await read('test') };
    const trained = await trainNetwork(network, data, { seed }, async (progress) => {
      tell(progressLine(progress));
      // A breath between epochs, so that the line is drawn and an interruption is seen.
      await new Promise((resolve) => setImmediate(resolve));
      session.signal.throwIfAborted();
    });
    await writeFiles(out, weightFilesOf(trained, sha256));
  };
  await runTasks([{ title: `train ${network}`, work }], quiet);
  process.stderr.write(`weights and manifest are in ${out}\n`);
}

function progressLine(progress: NetworkProgress): string {
  switch (progress.kind) {
    case 'training':
      return (
        `epoch ${progress.epoch} of ${progress.epochs}: loss ${progress.loss.toFixed(4)}, ` +
        `validation error ${(100 * progress.validationError).toFixed(2)} %`
      );
    case 'quantization':
      return `choosing the clipping at ${progress.bits} bits`;
  }
}

function networkName(text: string): string {
  if (NETWORKS.some((name) => name === text)) return text;
  throw new InvalidArgumentError(`It must be one of: ${NETWORKS.join(', ')}.`);
}

function seedValue(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0 to 2147483647.');
}
