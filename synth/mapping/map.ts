/** A neuron in the cells of the user's library: the flow that its objective asks for, and what comes of it. */

import { type DigitalNeuron, type NeuronCircuit, neuronCircuit } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { readLiberty } from '../liberty/liberty.ts';
import { spiceTransistors } from '../liberty/spice-transistors.ts';
import { STATIC_CMOS, type TransistorTable } from '../transistors.ts';
import { recognizeCells, type StandardCells } from './library.ts';
import { type DelayModel, libraryDelays, operatingPoint } from './library-delays.ts';
import { mapCells } from './map-cells.ts';
import { mapLogic } from './map-logic.ts';
import { countMapped, type MappedCount, type MappedNetlist } from './mapped-netlist.ts';
import { cellModels, mappedVerilog } from './mapped-verilog.ts';
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
  /** Transistors of what the SPICE file does not hold. */
  readonly table: TransistorTable;
}

export interface MappedNeuron {
  readonly circuit: NeuronCircuit;
  readonly netlist: MappedNetlist;
  readonly count: MappedCount;
  /** Longest path, s. */
  readonly delay: number;
  /** Ways that were tried; this is the fastest. */
  readonly trials: number;
  readonly log: string;
}

/** Reads a library. Throws `LibertyError` or `RangeError` about a file that cannot be used. */
export function readTechnology(
  liberty: LibraryFile,
  spice?: LibraryFile,
  table: TransistorTable = STATIC_CMOS,
): Technology {
  const transistors = spice ? spiceTransistors(spice.text, spice.path) : undefined;
  return {
    library: recognizeCells(readLiberty(liberty.text, liberty.path), transistors, table),
    liberty,
    spice,
    table,
  };
}

/** One way to build and to map a neuron. */
export interface Trial {
  /** What the construction takes as the delays of cells. */
  readonly model: DelayModel;
  /** ABC commands; undefined: cell by cell. */
  readonly script?: string;
}

/** ABC for area: structural choices, then covering for area. */
const AREA = 'strash;dch -f;map -a;topo';
/** ABC for delay: structural choices, covering for delay, buffers, then sizing up and down; `share` of arrivals in `map -B`. */
const fast = (share: number): string => `strash;dch;map -B ${share};topo;buffer -c;topo;upsize -c;dnsize -c`;

const MODELS: readonly DelayModel[] = [1.6, 1.9, 1.3, 'gates'];
/** Netlists of more cells than the first number are tried in fewer ways, of more than the second in one. */
const LARGE: readonly [number, number] = [2000, 8000];

/** The ways that `mapNeuron` tries for an objective and so many cells. */
export function trials(objective: DigitalNeuron['objective'], cells: number): readonly Trial[] {
  switch (objective) {
    case 'transistors':
      return [{ model: 'cells' }];
    case 'balanced':
      return [{ model: 'cells', script: AREA }];
    case 'delay': {
      const models = cells > LARGE[1] ? MODELS.slice(0, 1) : MODELS;
      const shares = cells > LARGE[0] ? [0.9] : [0.9, 0.95, 0.8, 0.75];
      return models.flatMap((model) => shares.map((share) => ({ model, script: fast(share) })));
    }
  }
}

/**
 * Builds `neuron` with the delays of the library and maps it: cell by cell for the fewest transistors; through ABC in
 * `yosys` for area, full and half adders kept; for delay in several ways, of which the fastest is taken. `onProgress`
 * is told the share that is done. Rejects with `LibraryError` where the library lacks what the circuit needs.
 */
export async function mapNeuron(
  neuron: DigitalNeuron,
  technology: Technology,
  yosys: Tool,
  onProgress: (share: number) => void = () => undefined,
): Promise<MappedNeuron> {
  const tried: MappedNeuron[] = [];
  const all = trials(neuron.objective, neuronCircuit(neuron).netlist.cells.length);
  for (const trial of all) {
    tried.push(await mapOnce(neuron, technology, yosys, trial));
    onProgress(tried.length / all.length);
  }
  const best = tried.reduce((fastest, next) => (next.delay < fastest.delay ? next : fastest));
  return { ...best, trials: all.length };
}

/** Builds and maps `neuron` in one way. */
export async function mapOnce(
  neuron: DigitalNeuron,
  { library, liberty }: Technology,
  yosys: Tool,
  { model, script }: Trial,
): Promise<MappedNeuron> {
  const around = surroundings(library);
  const circuit = neuronCircuit(neuron, libraryDelays(library, model, operatingPoint(library)));
  const flow = { script: script ?? '', around, keepAdders: neuron.objective !== 'delay' };
  const { mapped: netlist, log } =
    script === undefined
      ? { mapped: mapCells(circuit.netlist, library), log: '' }
      : await mapLogic(circuit.netlist, library, liberty.text, flow, yosys);
  const delay = longestPath(netlist, library, around);
  return { circuit, netlist, log, delay, count: countMapped(netlist, library), trials: 1 };
}

/** The mapped netlist as Verilog, and models of its cells to simulate it with. */
export function mappedTexts({ circuit, netlist }: MappedNeuron, { library, liberty }: Technology) {
  const { neuron } = circuit;
  const header = [
    `${neuron.name}: mapped to the cells of ${library.liberty.name}, objective ${neuron.objective}`,
    `Liberty sha256 ${liberty.sha256}`,
  ];
  return { verilog: mappedVerilog(netlist, header), models: cellModels(netlist) };
}
