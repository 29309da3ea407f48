/** Networks of the user's own: a JSON file with weights in another, or an ONNX file with both. */

import { basename, dirname, join } from 'node:path';
import type { OwnNetwork } from '../../gen/index.ts';
import {
  decodeModel,
  externalLocations,
  FormatError,
  type Network,
  networkOfOnnx,
  type OnnxNetwork,
  parseNetwork,
} from '../../nn/index.ts';
import { sha256 } from '../../tools/index.ts';
import { MOST_TEXT, readInput } from './input-file.ts';

export const isOnnxFile = (file: string): boolean => /\.onnx$/i.test(file);

/** Network in a file of the user's own. */
export async function ownNetwork(own: Pick<OwnNetwork, 'file' | 'pixels' | 'input'>): Promise<Network> {
  if (isOnnxFile(own.file)) return (await onnxNetwork(own)).network;
  return parseNetwork((await readInput(own.file, 'the network', MOST_TEXT)).toString('utf8'), own.file);
}

/** Network and weights of an ONNX file and of those beside it, with their hashes. */
export async function onnxNetwork({
  file,
  pixels,
  input,
}: Pick<OwnNetwork, 'file' | 'pixels' | 'input'>): Promise<OnnxNetwork & { readonly source: string }> {
  const bytes = await readInput(file, 'the network');
  const model = decodeModel(bytes, file);
  const external = new Map<string, Uint8Array>();
  for (const location of externalLocations(model, file))
    external.set(location, await readInput(join(dirname(file), location), `weights of ${basename(file)}`));
  const [channels, height, width] = input ?? [];
  const shape =
    channels === undefined || height === undefined || width === undefined ? undefined : { channels, height, width };
  const network = networkOfOnnx(model, external, file, { name: networkName(file), input: shape, pixels });
  const files = [[basename(file), bytes] as const, ...external];
  const source = files.map(([name, content]) => `${name} (sha256 ${sha256(content)})`).join(', ');
  return { ...network, source };
}

/** Name of a network after its file: letters, digits, - and _ after a letter. */
function networkName(file: string): string {
  const stem = basename(file)
    .replace(/\.onnx$/i, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-');
  const name = stem.replace(/^[^A-Za-z]+/, '').replace(/-+$/, '');
  if (name === '') throw new FormatError(file, 'must have a letter in its name, which becomes that of the network');
  return name;
}
