/** Neurons in the cells of the user's library, checked against the golden model. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { MappedCells } from '../../flow/index.ts';
import type { DigitalNeuron } from '../../gen/index.ts';
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
import { InputError } from '../session/input-error.ts';
import { MOST_BYTES, readNamed } from '../session/input-file.ts';
import { checkForm } from './check.ts';

/** Library in the files of `--liberty` and `--spice`. Throws `InputError` about files that cannot be used. */
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
  const bytes = await readNamed(path, { what: 'a library', most: MOST_BYTES });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, name: basename(path), text: bytes.toString('utf8'), sha256 };
}

/**
 * Cells of `neuron` in the user's library. Netlist and models of the cells are written, and simulated as written. Throws
 * `CheckFailed` where they differ from the golden model, `InputError` where the library lacks what the neuron needs.
 */
export async function mapToLibrary(
  run: Run,
  neuron: DigitalNeuron,
  technology: Technology,
  onProgress: (text: string) => void,
): Promise<MappedCells> {
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
    const written = { [`${name}.v`]: verilog, 'library_cells.v': models };
    const check = await checkForm(run, neuron, written, {
      ...{ neuron: name, check: 'mapped', name: `${name} mapped`, subject: 'the mapped netlist' },
    });
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

/** `InputError` about the user's files; other errors stay as they are. */
function asInputError(error: unknown): unknown {
  const isUsers = error instanceof LibertyError || error instanceof LibraryError || error instanceof RangeError;
  return isUsers ? new InputError(error.message) : error;
}
