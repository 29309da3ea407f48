/** Circuits as counts, area, leakage, delay and energy; iCE40 placement. */

export { CellTableError, parseCellTable } from './cell-table.ts';
export { type ClockTiming, libraryTiming, modelTiming, timingMeasurements } from './clock-timing.ts';
export { type ElectricalFigures, electricalFigures, electricalMeasurements } from './electrical.ts';
export { type Explored, explore } from './explore.ts';
export { type FpgaResult, type FpgaTools, fpgaForm, fpgaMeasurements, placeNeuron } from './fpga.ts';
export { boardPins, FPGA_BOARD_FACTS, FPGA_BOARDS, type FpgaBoardName } from './fpga-boards.ts';
export { FPGA_PARTS, type FpgaPart, FpgaPinError, FpgaSizeError, type FpgaTarget } from './fpga-parts.ts';
export { expandIncludes, type IncludedFile } from './liberty/includes.ts';
export { skippedLines } from './liberty/liberty.ts';
export { LibertyError } from './liberty/liberty-error.ts';
export { SpiceError } from './liberty/spice-transistors.ts';
export type { StandardCells } from './mapping/library.ts';
export { LibraryError } from './mapping/library-error.ts';
export {
  type LibraryChoices,
  type LibraryFile,
  type MappedNeuron,
  mapNeuron,
  mapOnce,
  mappedTexts,
  readTechnology,
  type Technology,
  type Trial,
  trials,
} from './mapping/map.ts';
export type { MappedCount, MappedNetlist } from './mapping/mapped-netlist.ts';
export { libraryModels } from './mapping/mapped-verilog.ts';
export { mappingMeasurements } from './mapping/mapping-measurements.ts';
export { type MappedPath, mappedPath } from './mapping/named-path.ts';
export { requireCells } from './mapping/required-cells.ts';
export { surroundings } from './mapping/surroundings.ts';
export {
  CELL_TRANSISTORS,
  type CellTransistors,
  countTransistors,
  type StructuralCount,
  structuralMeasurements,
  type TransistorTable,
} from './transistors.ts';
export { type GenericSynthesis, synthesisMeasurements, synthesize } from './yosys.ts';
