/** Requests of the verb `train`, checked, and as the command that a manifest states. */

import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { networkOf, OPTIMIZERS, type OptimizerName, readWeights, type TrainRequest } from '../../nn/index.ts';
import { sha256 } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';
import { readInput } from '../session/input-file.ts';
import { isOnnxFile, ownNetwork } from '../session/own-network.ts';

/** Options that decide the weights. */
export interface TrainChoices {
  readonly seed: number;
  readonly bits?: number;
  readonly activationBits?: number;
  readonly noise?: number;
  readonly mismatch?: number;
  readonly chip: number;
  readonly from?: string;
  readonly epochs?: number;
  readonly learningRate?: number;
  readonly optimizer?: OptimizerName;
  readonly weightDecay?: number;
  readonly shift?: number;
  readonly validation?: number;
  readonly name?: string;
}

/**
 * Training request for a network by name or in a JSON file. Throws where the file or the weights to go on from cannot be
 * read.
 */
export async function trainRequest(nameOrFile: string, choices: TrainChoices): Promise<TrainRequest> {
  const {
    seed,
    bits,
    activationBits,
    noise,
    mismatch,
    chip,
    from,
    epochs,
    learningRate,
    optimizer,
    weightDecay,
    shift,
  } = choices;
  if (isOnnxFile(nameOrFile))
    throw new InputError(`${nameOrFile}: holds a trained network; train takes a JSON file with its layers`);
  const network = isFile(nameOrFile) ? await ownNetwork({ file: nameOrFile }) : networkOf(nameOrFile);
  return {
    network,
    name: choices.name ?? defaultName(network.name, choices),
    command: commandOf(nameOrFile, choices),
    seed,
    ...(bits === undefined ? {} : { bits }),
    ...(activationBits === undefined ? {} : { activationBits }),
    ...(noise === undefined ? {} : { noise }),
    ...(mismatch === undefined ? {} : { mismatch: { deviation: mismatch, chip } }),
    ...(from === undefined ? {} : { from: await readFrom(network, from) }),
    ...(choices.validation === undefined ? {} : { validationImages: choices.validation }),
    changes: {
      ...(epochs === undefined ? {} : { epochs }),
      ...(learningRate === undefined ? {} : { learningRate }),
      ...(optimizer === undefined ? {} : { optimizer: OPTIMIZERS[optimizer] }),
      ...(weightDecay === undefined ? {} : { weightDecay }),
      ...(shift === undefined ? {} : { shift }),
    },
  };
}

/** Default name of the weights, with what training knows of: NETWORK-3bit-noise-chip1. */
function defaultName(network: string, { bits, activationBits, noise, mismatch, chip }: TrainChoices): string {
  const parts = [
    network,
    ...(bits === undefined ? [] : [`${bits}bit`]),
    ...(bits === undefined || (activationBits ?? bits) === bits ? [] : [`activations${activationBits}bit`]),
    ...(noise === undefined ? [] : ['noise']),
    ...(mismatch === undefined ? [] : [`chip${chip}`]),
  ];
  return parts.join('-');
}

async function readFrom(network: TrainRequest['network'], file: string) {
  const bytes = await readInput(file, 'the weights to go on from');
  return { weights: readWeights(network, bytes, file), source: `${basename(file)} (sha256 ${sha256(bytes)})` };
}

/** Command of a training: the options that decide the weights, in one order. */
function commandOf(network: string, choices: TrainChoices): string {
  const {
    bits,
    activationBits,
    noise,
    mismatch,
    chip,
    from,
    epochs,
    learningRate,
    optimizer,
    weightDecay,
    shift,
    validation,
  } = choices;
  const given = Object.entries({
    seed: choices.seed,
    bits,
    'activation-bits': activationBits,
    noise,
    mismatch,
    chip: mismatch === undefined ? undefined : chip,
    from,
    epochs,
    'learning-rate': learningRate,
    optimizer,
    'weight-decay': weightDecay,
    shift,
    validation,
    name: choices.name,
  }).filter(([, value]) => value !== undefined);
  return ['somagen train', network, ...given.map(([key, value]) => `--${key} ${value}`)].join(' ');
}

/** Parser of a whole number. */
export const whole =
  (from: number, to: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d{1,10}$/.test(text) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`);
  };

/** Parser of a number above 0. */
export function positive(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < Infinity) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}

/** Parser of a number from 0. */
export const notNegative = (text: string): number => (Number(text) === 0 && text.trim() !== '' ? 0 : positive(text));

/** Parser of a network's name or file. */
export function networkName(text: string): string {
  if (isFile(text)) return text;
  try {
    return networkOf(text).name;
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}, or a JSON or ONNX file of your own.`);
  }
}

const isFile = (text: string): boolean => /\.(json|onnx)$/i.test(text);
