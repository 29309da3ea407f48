/** Neurons in the cells of the user's library, checked against the golden model. */

import type { GeneratedNeuron, MappedCells } from '../../flow/index.ts';
import type { DigitalNeuron } from '../../gen/index.ts';
import {
  type MappedPath,
  mapNeuron,
  mappedPath,
  mappedTexts,
  mappingMeasurements,
  requireCells,
  type Technology,
} from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import { checkForm } from './check.ts';
import { pathLines } from './path-lines.ts';
import { libraryMistake } from './technology.ts';

/** Counts of a neuron's library cells, and its longest path in them. */
export interface LibraryCells extends MappedCells {
  readonly path: MappedPath;
}

/** Requirement that a library has what all neurons are made of. Throws `InputError` before any of them is mapped. */
export function requireLibraryCells(digital: readonly GeneratedNeuron[], { library }: Technology): void {
  try {
    for (const { circuit } of digital) requireCells(circuit.netlist, library);
  } catch (error) {
    throw libraryMistake(error);
  }
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
): Promise<LibraryCells> {
  const { seed } = run.options;
  const { liberty, spice, table, choices } = technology;
  const { name } = neuron;
  const tell = (share: number): void => onProgress(`${name}: ${Math.round(100 * share)} %`);
  const files = [liberty, spice].map((list) => list.map((file) => [file.name, file.sha256]));
  const input = { neuron, seed, files, table, choices };
  const stored = await run.cached({ kind: 'map', input }, async () => {
    const result = await mapNeuron(neuron, technology, run.yosys(), tell).catch((error: unknown) => {
      throw libraryMistake(error);
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
    const path = mappedPath(result);
    return {
      files,
      log: `${[`${log}${check.line}`, `${name}:`, ...pathLines(path)].join('\n')}\n`,
      mapping: {
        transistors,
        cells,
        leakage,
        delay,
        path,
        measurements: [...mappingMeasurements(neuron, result, technology, version), ...check.measurements],
      },
    };
  });
  run.log('synth', stored.log);
  await run.write(stored.files);
  return stored.mapping;
}
