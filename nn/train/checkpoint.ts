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
  readonly ranges: readonly number[];
  /** Momenta of each weight. */
  readonly momenta: number;
}

const FORMAT = 'somagen checkpoint 2';
const LENGTH_BYTES = 4;
/** Most bytes of a header, which holds a number a layer. */
const MOST_HEADER = 1e6;
/** Most momenta of a weight: Adam has two. */
const MOST_MOMENTA = 2;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The state of a run as bytes. */
export function writeCheckpoint(run: string, state: TrainState): Uint8Array {
  const { epoch, limits, ranges, momenta, weights } = state;
  const header: Header = { format: FORMAT, run, epoch, limits, ranges, momenta: momenta.length };
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
  for (const key of ['limits', 'ranges'] as const)
    if (header[key].length !== layers.length)
      throw new FormatError(file, `${key} must be ${layers.length} numbers: ${header[key].length}`);
  const parameters = layers.reduce((sum, layer) => sum + (synapsesOf(layer) + 1) * layer.outputs, 0);
  const wanted = start + 4 * parameters * (1 + header.momenta);
  if (bytes.length !== wanted)
    throw new FormatError(file, `is truncated or too long: ${wanted} bytes wanted, ${bytes.length} found`);
  let at = start;
  const take = (length: number): Float32Array =>
    Float32Array.from({ length }, () => {
      at += 4;
      const value = view.getFloat32(at - 4, true);
      if (Number.isFinite(value)) return value;
      throw new FormatError(file, `holds ${value} at byte ${at - 4}`);
    });
  const set = (): LayerWeights[] =>
    layers.map((layer) => ({ weights: take(synapsesOf(layer) * layer.outputs), bias: take(layer.outputs) }));
  const weights = set();
  const momenta = Array.from({ length: header.momenta }, set);
  return { epoch: header.epoch, limits: header.limits, ranges: header.ranges, weights, momenta };
}

function headerOf(bytes: Uint8Array, file: string): Header {
  if (bytes.length > MOST_HEADER) throw new FormatError(file, `is not a checkpoint (${FORMAT})`);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch (error) {
    throw new FormatError(file, `is not a checkpoint (${(error as Error).message})`);
  }
  const { format, run, epoch, limits, ranges, momenta } = (header ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) throw new FormatError(file, `is not a checkpoint (${FORMAT})`);
  if (typeof run !== 'string') throw new FormatError(file, 'header must name its run');
  if (!isCount(epoch)) throw new FormatError(file, `epoch must be a whole number from 0: ${JSON.stringify(epoch)}`);
  if (!isCount(momenta) || momenta > MOST_MOMENTA)
    throw new FormatError(file, `momenta must be a whole number to ${MOST_MOMENTA}: ${JSON.stringify(momenta)}`);
  if (!Array.isArray(limits) || !limits.every((limit) => Number.isFinite(limit) && limit >= 0))
    throw new FormatError(file, 'limits must be numbers from 0');
  if (!Array.isArray(ranges) || !ranges.every((range) => Number.isFinite(range) && range > 0))
    throw new FormatError(file, 'ranges must be numbers above 0');
  return header as Header;
}
