/**
 * Checkpoints: the state of a training run as a file, to go on to the same bytes. The length of a JSON header (32 bits,
 * little-endian), the header, then weights and momenta of each layer as 32-bit floats, little-endian.
 */

import { FormatError } from '../data/format-error.ts';
import { type LayerWeights, type Network, synapsesOf, weightLayers } from '../network/network.ts';
import type { TrainState } from './train.ts';

interface Header {
  readonly format: typeof FORMAT;
  /** Identity of the run: network, options, data. */
  readonly run: string;
  readonly epoch: number;
  readonly limits: readonly number[];
  /** Momenta of each weight. */
  readonly momenta: number;
}

const FORMAT = 'somagen checkpoint 1';
const LENGTH_BYTES = 4;

/** The state of a run as bytes. */
export function writeCheckpoint(run: string, state: TrainState): Uint8Array {
  const { epoch, limits, momenta, weights } = state;
  const header: Header = { format: FORMAT, run, epoch, limits, momenta: momenta.length };
  // Escapes keep every character a byte.
  const json = JSON.stringify(header).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const arrays = [weights, ...momenta].flat().flatMap((layer) => [layer.weights, layer.bias]);
  const floats = arrays.reduce((sum, array) => sum + array.length, 0);
  const bytes = new Uint8Array(LENGTH_BYTES + json.length + 4 * floats);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, json.length, true);
  for (let k = 0; k < json.length; k++) bytes[LENGTH_BYTES + k] = json.charCodeAt(k);
  let at = LENGTH_BYTES + json.length;
  for (const array of arrays)
    for (const value of array) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}

/** The state in `bytes`. Throws `FormatError` naming `file` where it is broken or of another run than `run`. */
export function readCheckpoint(network: Network, run: string, bytes: Uint8Array, file: string): TrainState {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = LENGTH_BYTES + (bytes.length >= LENGTH_BYTES ? view.getUint32(0, true) : 0);
  const header = headerOf(bytes.subarray(LENGTH_BYTES, start), file);
  if (header.run !== run) throw new FormatError(file, `is of another run:\n  ${header.run}\nis not\n  ${run}`);
  const layers = weightLayers(network);
  const parameters = layers.reduce((sum, layer) => sum + (synapsesOf(layer) + 1) * layer.outputs, 0);
  const wanted = start + 4 * parameters * (1 + header.momenta);
  if (bytes.length !== wanted)
    throw new FormatError(file, `is truncated or too long: ${wanted} bytes wanted, ${bytes.length} found`);
  let at = start;
  const take = (length: number): Float32Array =>
    Float32Array.from({ length }, () => {
      at += 4;
      return view.getFloat32(at - 4, true);
    });
  const set = (): LayerWeights[] =>
    layers.map((layer) => ({ weights: take(synapsesOf(layer) * layer.outputs), bias: take(layer.outputs) }));
  const weights = set();
  const momenta = Array.from({ length: header.momenta }, set);
  return { epoch: header.epoch, limits: header.limits, weights, momenta };
}

function headerOf(bytes: Uint8Array, file: string): Header {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch (error) {
    throw new FormatError(file, `is not a checkpoint (${(error as Error).message})`);
  }
  const { format, run, epoch, limits, momenta } = (header ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) throw new FormatError(file, `is not a checkpoint (${FORMAT})`);
  if (
    typeof run !== 'string' ||
    !Number.isInteger(epoch) ||
    !Number.isInteger(momenta) ||
    !Array.isArray(limits) ||
    !limits.every(Number.isFinite)
  )
    throw new FormatError(file, 'has no valid header');
  return header as Header;
}
