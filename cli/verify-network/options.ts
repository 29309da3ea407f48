/** Options of `verify` about networks. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { WEIGHT_KINDS } from '../../gen/index.ts';
import { InputError } from '../session/input-error.ts';
import type { SimulatorName } from '../steps/check.ts';
import { networkName, whole } from '../training/request.ts';
import type { NetworkChoice } from './choice.ts';

/** Parsed options of `verify` about networks. */
export interface NetworkOptions {
  readonly network?: string;
  readonly weights?: NetworkChoice['weights'];
  readonly images?: number;
  readonly layers?: readonly string[];
  readonly flip?: NonNullable<NetworkChoice['flip']>;
  readonly simulators?: readonly SimulatorName[];
}

const DEFAULT_IMAGES = 20;

/** Declaration of the options on `command`. */
export function addNetworkOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--network <name>',
        'in place of vectors: whole layers of this network, by name or from a JSON or ONNX file, through the serial neurons in Verilator',
      ).argParser(networkName),
    )
    .addOption(
      new Option(
        '--weights <kind>',
        `with --network: how weights came to their codes (default: ${WEIGHT_KINDS[0]})`,
      ).choices(WEIGHT_KINDS),
    )
    .option(
      '--images <n>',
      `with --network: the first images of its test set (default: ${DEFAULT_IMAGES})`,
      whole(1, 1_000_000),
    )
    .option('--layers <names>', 'with --network: only these layers, joined by commas', (text) => text.split(','))
    .option(
      '--flip <layer:output:synapse>',
      "with --network: the lowest bit of this weight is wrong in the neuron's memory, which the check must find",
      flippedWeight,
    );
}

/** Network that `options` ask for. Throws `InputError` where options do not go together. */
export function networkChoice(options: NetworkOptions): NetworkChoice | undefined {
  const { network, weights, images, layers, flip, simulators } = options;
  if (network === undefined) {
    for (const [key, value] of Object.entries({ weights, images, layers, flip }))
      if (value !== undefined) throw new InputError(`--${key} needs --network`);
    return undefined;
  }
  if (simulators && simulators.join() !== 'verilator')
    throw new InputError(`--network runs in verilator alone: --simulators ${simulators.join()}`);
  return {
    network,
    weights: weights ?? WEIGHT_KINDS[0],
    images: images ?? DEFAULT_IMAGES,
    ...(layers ? { layers } : {}),
    ...(flip ? { flip } : {}),
  };
}

function flippedWeight(text: string): NonNullable<NetworkChoice['flip']> {
  const [, layer, output, synapse] = /^([\w.-]+):(\d{1,6}):(\d{1,6})$/.exec(text) ?? [];
  if (layer === undefined) throw new InvalidArgumentError('It must be LAYER:OUTPUT:SYNAPSE, both counted from 0.');
  return { layer, output: Number(output), synapse: Number(synapse) };
}
