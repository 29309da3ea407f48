/** Verb `train`: training of a network, its weights and their manifest. */

import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  checkRequest,
  type DataSet,
  type NetworkProgress,
  readCheckpoint,
  runIdentity,
  type TrainRequest,
  type TrainState,
  trainNetwork,
  weightFilesOf,
  writeCheckpoint,
} from '../../nn/index.ts';
import { sha256, takeFolder, writeFiles } from '../../tools/index.ts';
import { defaultImagesNote, imagesOf } from '../evaluation/images.ts';
import { folderName } from '../session/folder-name.ts';
import { InputError } from '../session/input-error.ts';
import { readInput } from '../session/input-file.ts';
import { runTasks } from '../session/progress.ts';
import { tellPull } from '../session/pull-progress.ts';
import type { Session } from '../session/session.ts';
import { workerCrew } from '../training/crew.ts';
import { networkName, notNegative, positive, type TrainChoices, trainRequest, whole } from '../training/request.ts';

interface Options extends TrainChoices {
  readonly out: string;
  readonly data?: string;
  readonly transposed?: boolean;
  readonly firstLabel?: number;
  readonly resume: boolean;
  readonly jobs: number;
  readonly quiet: boolean;
}

/** Declaration of the verb on `program`. */
export function addTrainVerb(program: Command, session: Session): void {
  program
    .command('train')
    .description('train a network; the same command gives the same bytes, with any number of threads')
    .argument('<network>', 'mnist-fcn, mnist-cnn, cifar10-cnn, or a JSON file with a network of your own', networkName)
    .option('--out <dir>', 'where the weights and their manifest go', folderName, 'weights')
    .option('--seed <n>', 'seed of initial weights, order and movement of the images', whole(0, 2 ** 31 - 1), 1)
    .option('--bits <n>', 'train with weights, inputs and activations rounded to so many bits', whole(2, 16))
    .option('--activation-bits <n>', 'other bits for inputs and activations', whole(2, 16))
    .option('--noise <part>', 'train with noise: its standard deviation as a part of the largest weight', positive)
    .option('--mismatch <part>', 'train one chip: standard deviation of the factors of its weights', positive)
    .option('--chip <n>', 'number of the chip', whole(0, 2 ** 31 - 1), 1)
    .option('--from <file>', 'go on from these weights (safetensors)')
    .option('--epochs <n>', "epochs, in place of the recipe's", whole(1, 100_000))
    .option('--learning-rate <r>', "learning rate at the start, in place of the recipe's", positive)
    .addOption(new Option('--optimizer <name>', "in place of the recipe's").choices(['momentum', 'adam']))
    .option('--weight-decay <part>', "weight decay, in place of the recipe's; 0 for none", notNegative)
    .option('--shift <n>', "most pixels that images are moved by, in place of the recipe's", whole(0, 1000))
    .option('--validation <n>', 'last training images, which decide choices and are not trained with', whole(1, 1e9))
    .option('--name <name>', 'name of the files')
    .option('--data <dir>', "folder of a data set of your own, or its path with the beginning of the files' names")
    .option('--transposed', "rows and columns of these images are exchanged, as in EMNIST's files")
    .option('--first-label <n>', 'label of the first class in this data set (default: 0)', whole(0, 255))
    .option('--resume', 'go on from the checkpoint in the output folder', false)
    .option('--jobs <n>', 'most threads at once', whole(1, 64), availableParallelism())
    .option('--quiet', 'no progress', false)
    .action((network: string, options: Options) => runTraining(network, options, session));
}

async function runTraining(network: string, options: Options, session: Session): Promise<void> {
  const { out, quiet } = options;
  if (options.data === undefined && (options.transposed || options.firstLabel !== undefined))
    throw new InputError('--transposed and --first-label must come with --data, a folder of images');
  const request = await trainRequest(network, options);
  if (resolve(out, `${request.name}.json`) === resolve(network))
    throw new InputError(
      `the manifest would be written over ${network}: --out must be another folder, or --name another name`,
    );
  if (network.endsWith('.json') && options.data === undefined)
    process.stderr.write(`${defaultImagesNote(request.network, '--data')}\n`);
  const work = async (tell: (text: string) => void): Promise<void> => {
    const data = {
      train: await readPart(request, 'train', options, tell, session),
      test: await readPart(request, 'test', options, tell, session),
    };
    asInput(() => checkRequest(request, data));
    const checkpoint = `${request.name}.checkpoint`;
    const run = runIdentity(request, data);
    const resume = options.resume ? await readState(request, run, join(out, checkpoint)) : undefined;
    const trained = await trainNetwork(request, data, {
      ...(resume ? { resume } : {}),
      crew: workerCrew(options.jobs, session.signal),
      onProgress: async (progress, state) => {
        tell(progressText(progress));
        if (state) await writeFiles(out, { [checkpoint]: writeCheckpoint(run, state()) });
        // A breath between epochs, so that the line is drawn and an interruption is seen.
        await new Promise((resolve) => setImmediate(resolve));
        session.signal.throwIfAborted();
      },
    });
    await writeFiles(out, weightFilesOf(trained, sha256));
    await rm(join(out, checkpoint), { force: true });
    const { validation, test } = trained.manifest.accuracy;
    tell(`${percent(validation)} of the validation images right, ${percent(test)} of the test images`);
  };
  const release = await takeFolder(out, 'train');
  try {
    await runTasks([{ title: `train ${request.name}`, work }], quiet);
  } finally {
    await release();
  }
  process.stderr.write(`${request.name}.safetensors and its manifest are in ${out}\n`);
}

function readPart(
  { network }: TrainRequest,
  part: 'train' | 'test',
  { data, transposed, firstLabel }: Options,
  tell: (text: string) => void,
  { signal }: Session,
): Promise<DataSet> {
  return imagesOf(network, part, { folder: data, option: '--data', transposed, firstLabel }, ({ name }) => ({
    ...{ onEvent: tellPull((text) => tell(`fetching ${name}: ${text}`)), signal },
  }));
}

/** Refusal of options or data as the user's mistake. */
function asInput(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

async function readState({ network }: TrainRequest, run: string, file: string): Promise<TrainState> {
  const bytes = await readInput(file, 'the checkpoint to go on from');
  return readCheckpoint(network, run, bytes, file);
}

const percent = (part: number): string => `${(100 * part).toFixed(2)} %`;

function progressText(progress: NetworkProgress): string {
  switch (progress.kind) {
    case 'training': {
      const { epoch, epochs, loss, trainingError, validationError } = progress;
      return (
        `epoch ${epoch} of ${epochs}: loss ${loss.toFixed(4)}, training error ${percent(trainingError)}, ` +
        `validation error ${percent(validationError)}`
      );
    }
    case 'quantization':
      return `choosing the clipping at ${progress.bits} bits`;
  }
}
