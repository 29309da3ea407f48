/** A neuron in the cells of the user's library: the flow that its objective asks for, and what comes of it. */

import {
  type CellDelays,
  type DigitalNeuron,
  type Measurement,
  type NeuronCircuit,
  neuronCircuit,
} from '../gen/index.ts';
import type { Tool } from '../tools/tool.ts';
import { readLiberty } from './liberty.ts';
import { recognizeCells, type StandardCells } from './library.ts';
import { libraryDelays, operatingPoint } from './library-delays.ts';
import { mapCells } from './map-cells.ts';
import { type LogicFlow, mapLogic } from './map-logic.ts';
import { countMapped, type MappedCount, type MappedNetlist } from './mapped-netlist.ts';
import { cellModels, mappedVerilog } from './mapped-verilog.ts';
import { spiceTransistors } from './spice-transistors.ts';
import { longestPath, surroundings } from './static-timing.ts';

/** A file of the user's. */
export interface LibraryFile {
  /** As messages call it. */
  readonly path: string;
  /** As sources call it: without folders. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** A library with the files that it came from. */
export interface Technology {
  readonly library: StandardCells;
  readonly liberty: LibraryFile;
  readonly spice: LibraryFile | undefined;
}

export interface MappedNeuron {
  readonly circuit: NeuronCircuit;
  readonly netlist: MappedNetlist;
  readonly count: MappedCount;
  /** Longest path, s. */
  readonly delay: number;
  /** The netlist as Verilog. */
  readonly verilog: string;
  /** Models of its cells, to simulate it with. */
  readonly models: string;
  readonly log: string;
}

/** Reads a library. Throws `LibertyError` or `RangeError` about a file that cannot be used. */
export function readTechnology(liberty: LibraryFile, spice?: LibraryFile): Technology {
  const transistors = spice ? spiceTransistors(spice.text, spice.path) : undefined;
  return { library: recognizeCells(readLiberty(liberty.text, liberty.path), transistors), liberty, spice };
}

/** ABC for area: structural choices, then covering for area. */
const AREA: LogicFlow = { script: 'strash;dch -f;map -a;topo', keepAdders: true };
/** ABC for delay: structural choices, covering for delay, buffers, then sizing up and down. */
const DELAY: LogicFlow = {
  script: 'strash;dch -f;map -B 0.9;topo;buffer -c;topo;upsize -c;dnsize -c',
  keepAdders: false,
};

/** Delays for the construction of `neuron` in this library, s. */
export function constructionDelays(neuron: DigitalNeuron, { library }: Technology): CellDelays {
  const adders = neuron.objective === 'delay' ? 'gates' : 'cells';
  return libraryDelays(library, adders, operatingPoint(library));
}

/**
 * Builds `neuron` with the delays of the library and maps it: cell by cell for the fewest transistors, else through ABC in
 * `yosys`, with full and half adders kept unless the objective is delay. Rejects with `LibraryError` where the library
 * lacks what the circuit needs.
 */
export async function mapNeuron(neuron: DigitalNeuron, technology: Technology, yosys: Tool): Promise<MappedNeuron> {
  const { library, liberty } = technology;
  const circuit = neuronCircuit(neuron, constructionDelays(neuron, technology));
  const { mapped: netlist, log } = await mapped(circuit, technology, yosys);
  const header = [
    `${neuron.name}: mapped to the cells of ${library.liberty.name}, objective ${neuron.objective}`,
    `Liberty sha256 ${liberty.sha256}`,
  ];
  return {
    circuit,
    netlist,
    count: countMapped(netlist, library),
    delay: longestPath(netlist, library, surroundings(library)),
    verilog: mappedVerilog(netlist, header),
    models: cellModels(netlist),
    log,
  };
}

function mapped({ neuron, netlist }: NeuronCircuit, { library, liberty }: Technology, yosys: Tool) {
  switch (neuron.objective) {
    case 'transistors':
      return { mapped: mapCells(netlist, library), log: '' };
    case 'balanced':
      return mapLogic(netlist, library, liberty.text, AREA, yosys);
    case 'delay':
      return mapLogic(netlist, library, liberty.text, DELAY, yosys);
  }
}

/** Liberty files do not state the unit of areas; it is the square micrometre by custom. m^2. */
const AREA_UNIT = 1e-12;

/** `NAME.transistors.mapped`, `.cells`, `.area`, `.leakage` and `.delay`; `version` is that of Yosys. */
export function mappingMeasurements(
  neuron: DigitalNeuron,
  result: MappedNeuron,
  technology: Technology,
  version: string,
): Measurement[] {
  const { library, liberty, spice } = technology;
  const { count, delay } = result;
  const { driver, load } = surroundings(library);
  const fileOf = ({ name, sha256 }: LibraryFile): string => `${name}, sha256 ${sha256}`;
  const flow =
    neuron.objective === 'transistors'
      ? 'mapped cell by cell'
      : `mapped by ABC in ${version}, objective ${neuron.objective}`;
  const measured = (key: string, value: number | null, unit: string, source: string): Measurement => ({
    key: `${neuron.name}.${key}`,
    value,
    unit,
    origin: 'synthesized',
    source: `${source}; ${flow}; library ${fileOf(liberty)}`,
  });
  const transistors =
    count.unknown.length > 0
      ? `not known for ${count.unknown.join(', ')}`
      : spice
        ? `transistors in ${fileOf(spice)}`
        : 'transistors of the structural count, by what each cell computes';
  return [
    measured('transistors.mapped', count.transistors, '1', transistors),
    measured('cells', count.cellCount, '1', 'library cells'),
    measured('area', count.area * AREA_UNIT, 'm^2', 'sum of the cells, areas taken as um^2'),
    measured(
      'leakage',
      count.leakage,
      'W',
      count.leakage === null ? 'the library does not state it' : 'sum of the cells',
    ),
    {
      ...measured(
        'delay',
        delay,
        's',
        `static timing with the delay tables, inputs driven by ${driver.name}, ${load * 1e15} fF at outputs, no wires`,
      ),
      origin: 'modelled',
    },
  ];
}
