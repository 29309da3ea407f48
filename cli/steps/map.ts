/** The user's library in step `synth`: its files, the mapped netlist of a neuron, and its check against the golden model. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type DigitalNeuron, neuronPorts } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { checkNeuron, embeddedSimulator, inputVectors, isExhaustive } from '../../sim/index.ts';
import {
  LibertyError,
  LibraryError,
  type LibraryFile,
  mapNeuron,
  mappedTexts,
  mappingMeasurements,
  readTechnology,
  type Technology,
  type TransistorTable,
} from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import { CheckFailed } from '../session/check-failed.ts';
import { InputError } from '../session/input-error.ts';
import { checkLine, checkMeasurements, sampleSize } from './verify.ts';

/** A neuron in the cells of the user's library. */
export interface LibraryMapping {
  /** Null where the transistors of a cell are not known. */
  readonly transistors: number | null;
  readonly cells: number;
  /** W; null where the library does not state it. */
  readonly leakage: number | null;
  /** Longest path, s. */
  readonly delay: number;
  readonly measurements: readonly Measurement[];
}

/** Reads the files of `--liberty` and `--spice`. Throws `InputError` about files that cannot be used. */
export async function loadTechnology(
  liberty: string,
  spice: string | undefined,
  table: TransistorTable | undefined,
): Promise<Technology> {
  const libertyFile = await libraryFile(liberty);
  const spiceFile = spice === undefined ? undefined : await libraryFile(spice);
  try {
    return readTechnology(libertyFile, spiceFile, table);
  } catch (error) {
    throw asInputError(error);
  }
}

async function libraryFile(path: string): Promise<LibraryFile> {
  try {
    const bytes = await readFile(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path, name: basename(path), text: bytes.toString('utf8'), sha256 };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new InputError(`${path}: no such file`);
    if (code === 'EISDIR') throw new InputError(`${path}: is a folder, not a library`);
    if (code === 'EACCES') throw new InputError(`${path}: permission denied`);
    throw error;
  }
}

/**
 * Maps `neuron`, writes the netlist and models of its cells, and simulates what was written. Throws `CheckFailed` where it
 * differs from the golden model, `InputError` where the library lacks what the neuron needs.
 */
export async function mapToLibrary(
  run: Run,
  neuron: DigitalNeuron,
  technology: Technology,
  onProgress: (text: string) => void,
): Promise<LibraryMapping> {
  const { seed } = run.options;
  const { liberty, spice, table } = technology;
  const { name } = neuron;
  const tell = (share: number): void => onProgress(`${name}: ${Math.round(100 * share)} %`);
  const files = [liberty, spice].map((file) => [file?.name, file?.sha256]);
  const input = { neuron, seed, files, table };
  const stored = await run.cached({ kind: 'map', input }, async () => {
    const result = await mapNeuron(neuron, technology, run.yosys(), tell).catch((error: unknown) => {
      throw asInputError(error);
    });
    const { verilog, models } = mappedTexts(result, technology);
    const files = { [`netlist/${name}.mapped.v`]: verilog, [`netlist/${name}.cells.v`]: models };
    await run.write(files);
    const check = await checkMapped(run, neuron, { [`${name}.v`]: verilog, 'library_cells.v': models });
    const version = await run.yosys().version();
    const { count, delay, log } = result;
    const { cellCount: cells, transistors, leakage } = count;
    return {
      files,
      log: `${log}${check.line}\n`,
      mapping: {
        transistors,
        cells,
        leakage,
        delay,
        measurements: [...mappingMeasurements(neuron, result, technology, version), ...check.measurements],
      },
    };
  });
  run.log('synth', stored.log);
  await run.write(stored.files);
  return stored.mapping;
}

/** Simulates the mapped Verilog beside the golden model. */
async function checkMapped(run: Run, neuron: DigitalNeuron, files: Readonly<Record<string, string>>) {
  const vectors = inputVectors(neuron, sampleSize(neuron), run.options.seed);
  const result = await checkNeuron(neuron, files, embeddedSimulator(run.yosys()), vectors);
  const exhaustive = isExhaustive(neuron);
  const line = checkLine({
    neuron: `${neuron.name} mapped`,
    ports: neuronPorts(neuron),
    simulator: 'embedded',
    exhaustive,
    ...result,
  });
  if (result.mismatches > 0) throw new CheckFailed(line);
  const source = `embedded simulator on the mapped netlist, outputs compared with the golden model, ${exhaustive ? 'all inputs' : 'corners and seeded random inputs'}`;
  return { line, measurements: checkMeasurements(neuron.name, 'mapped', result, source) };
}

/** What the user's files lack or hold too much is an `InputError`; other errors stay as they are. */
function asInputError(error: unknown): unknown {
  const isUsers = error instanceof LibertyError || error instanceof LibraryError || error instanceof RangeError;
  return isUsers ? new InputError(error.message) : error;
}
