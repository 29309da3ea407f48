/** A neuron in the cells of the user's library: the flow that its objective asks for, and what comes of it. */

import { type DigitalNeuron, type NeuronCircuit, neuronCircuit } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { joinLibraries, readLiberty } from '../liberty/liberty.ts';
import { placesOf, type TextPart } from '../liberty/source.ts';
import { spiceTransistors } from '../liberty/spice-transistors.ts';
import type { WireLoad } from '../liberty/wire-load.ts';
import { STATIC_CMOS, type TransistorTable } from '../transistors.ts';
import { type AbcLibrary, abcLibrary } from './abc-library.ts';
import { barCells } from './barred-cells.ts';
import { recognizeCells, type StandardCells } from './library.ts';
import { type DelayModel, libraryDelays, operatingPoint } from './library-delays.ts';
import { mapCells } from './map-cells.ts';
import { mapLogic } from './map-logic.ts';
import { countMapped, type MappedCount, type MappedNetlist } from './mapped-netlist.ts';
import { cellModels, mappedVerilog } from './mapped-verilog.ts';
import { type LongestPath, longestPath } from './static-timing.ts';
import { surroundings } from './surroundings.ts';

/** File of the user's. */
export interface LibraryFile {
  /** Path of the file as messages call it. */
  readonly path: string;
  /** Name of the file as sources call it, without folders. */
  readonly name: string;
  readonly text: string;
  /** Files that the lines came from, where the text includes others. */
  readonly parts?: readonly TextPart[];
  readonly sha256: string;
}

/** Library with the files that it came from. */
export interface Technology {
  readonly library: StandardCells;
  readonly liberty: readonly LibraryFile[];
  readonly spice: readonly LibraryFile[];
  /** Transistors of cells that the SPICE files do not hold, by what they compute. */
  readonly table: TransistorTable;
  readonly choices: LibraryChoices;
  /** Wires that timing reckons with; undefined for none. */
  readonly wires: WireLoad | undefined;
  /** Library as ABC gets it, written once. */
  readonly forAbc: () => AbcLibrary;
}

export interface MappedNeuron {
  readonly circuit: NeuronCircuit;
  readonly netlist: MappedNetlist;
  readonly count: MappedCount;
  /** Longest path, s. */
  readonly delay: number;
  /** The longest path itself. */
  readonly path: LongestPath;
  /** Number of ways that were tried; this is the fastest. */
  readonly trials: number;
  readonly log: string;
}

/** Choices of the user about a library. */
export interface LibraryChoices {
  /** Patterns of names of cells that are not to be used. */
  readonly dontUse?: readonly string[];
  /** Wire load: that which the library names as its default, or none. */
  readonly wireLoad?: 'default' | 'none';
}

/** Technology of the user's files. Throws `LibertyError` or `SpiceError` about a file that cannot be used. */
export function readTechnology(
  liberty: readonly LibraryFile[],
  spice: readonly LibraryFile[] = [],
  table: TransistorTable = STATIC_CMOS,
  choices: LibraryChoices = {},
): Technology {
  const netlists = spice.length > 0 ? spiceTransistors(spice) : undefined;
  const joined = joinLibraries(
    liberty.map(({ text, path, parts }) => readLiberty(text, path, parts && placesOf(parts))),
  );
  const library = recognizeCells(barCells(joined, choices.dontUse ?? []), netlists, table);
  const wires = choices.wireLoad === 'none' ? undefined : joined.wireLoad;
  let abc: AbcLibrary | undefined;
  return { library, liberty, spice, table, choices, wires, forAbc: () => (abc ??= abcLibrary(library, wires)) };
}

/** One way to build and map a neuron. */
export interface Trial {
  /** Delays of cells that the construction reckons with. */
  readonly model: DelayModel;
  /** Commands of ABC; undefined: cell by cell. */
  readonly commands?: AbcCommands;
}

/** Commands of ABC, separated by `;`. */
export interface AbcCommands {
  /** Commands that trials of one construction share. */
  readonly prepare: string;
  readonly map: string;
}

/** Commands of ABC for area: structural choices, then covering for area. */
const AREA: AbcCommands = { prepare: 'strash;dch -f', map: 'map -a;topo' };
/**
 * Commands of ABC for delay. They are structural choices, covering for delay, buffers, then sizing up and down, twice;
 * `share` of arrivals in `map -B`.
 */
const fast = (share: number): AbcCommands => ({
  prepare: 'strash;dch',
  map: `map -B ${share};topo;buffer -c;topo;upsize -c;dnsize -c;upsize -c;dnsize -c`,
});

/** Delay models of the constructions, the one that is fastest most often first. */
const MODELS: readonly DelayModel[] = ['gates', 1.6];
/**
 * Largest netlists, in cells, that are tried in all ways and in several. Those larger than the first are tried in fewer
 * ways, than the second in one.
 */
const LARGE: readonly [number, number] = [2000, 8000];

/** Ways that `mapNeuron` tries for an objective and so many cells. */
export function trials(objective: DigitalNeuron['objective'], cells: number): readonly Trial[] {
  switch (objective) {
    case 'transistors':
      return [{ model: 'cells' }];
    case 'balanced':
      return [{ model: 'cells', commands: AREA }];
    case 'delay': {
      const models = cells > LARGE[1] ? MODELS.slice(0, 1) : MODELS;
      const shares = cells > LARGE[0] ? [0.9] : [0.9, 0.95, 0.8, 0.75];
      return models.flatMap((model) => shares.map((share) => ({ model, commands: fast(share) })));
    }
  }
}

/**
 * Mapped neuron for its objective, built with the delays of the library. It is mapped cell by cell for the fewest
 * transistors; through ABC in `yosys` for area, full and half adders kept; for delay in several ways, of which the
 * fastest is taken. `onProgress` is told the share that is done. Rejects with `LibraryError` where the library lacks
 * what the circuit needs.
 */
export async function mapNeuron(
  neuron: DigitalNeuron,
  technology: Technology,
  yosys: Tool,
  onProgress: (share: number) => void = () => undefined,
): Promise<MappedNeuron> {
  const tried: MappedNeuron[] = [];
  const all = trials(neuron.objective, neuronCircuit(neuron).netlist.cells.length);
  for (const { model } of all.filter((trial, k) => trial.model !== all[k - 1]?.model)) {
    const same = all.filter((trial) => trial.model === model);
    tried.push(...(await mapConstruction(neuron, technology, yosys, same)));
    onProgress(tried.length / all.length);
  }
  const best = tried.reduce((fastest, next) => (next.delay < fastest.delay ? next : fastest));
  return { ...best, trials: all.length };
}

/** Neuron built and mapped in one way. */
export async function mapOnce(
  neuron: DigitalNeuron,
  technology: Technology,
  yosys: Tool,
  trial: Trial,
): Promise<MappedNeuron> {
  return nth(await mapConstruction(neuron, technology, yosys, [trial]), 0);
}

/** Neuron built in one way, that of the first trial, and mapped in all. */
async function mapConstruction(
  neuron: DigitalNeuron,
  { library, wires, forAbc }: Technology,
  yosys: Tool,
  ways: readonly Trial[],
): Promise<MappedNeuron[]> {
  const around = surroundings(library, wires);
  const circuit = neuronCircuit(neuron, libraryDelays(library, nth(ways, 0).model, operatingPoint(library)));
  const commands = ways.flatMap((way) => way.commands ?? []);
  const [first] = commands;
  const flow = {
    prepare: first?.prepare ?? '',
    mappings: commands.map(({ map }) => map),
    around,
    keepAdders: neuron.objective !== 'delay',
  };
  const { mapped, log } = first
    ? await mapLogic(circuit.netlist, library, forAbc(), flow, yosys)
    : { mapped: [mapCells(circuit.netlist, library)], log: '' };
  return mapped.map((netlist) => {
    const path = longestPath(netlist, library, around);
    return { circuit, netlist, log, trials: 1, delay: path.delay, path, count: countMapped(netlist, library) };
  });
}

/** Mapped netlist as Verilog, and models of its cells to simulate it with. */
export function mappedTexts({ circuit, netlist }: MappedNeuron, { library, liberty }: Technology) {
  const { neuron } = circuit;
  const header = [
    `${neuron.name}: mapped to the cells of ${library.liberty.name}, objective ${neuron.objective}`,
    ...liberty.map(({ sha256 }) => `Liberty sha256 ${sha256}`),
  ];
  return { verilog: mappedVerilog(netlist, header), models: cellModels(netlist) };
}
