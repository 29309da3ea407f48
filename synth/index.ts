/** Circuits as counts, area, leakage, delay and energy; iCE40 placement. */

export { CellTableError, parseCellTable } from './cell-table.ts';
export { type ElectricalFigures, electricalFigures, electricalMeasurements } from './electrical.ts';
export { type Explored, explore } from './explore.ts';
export { fpgaMeasurements, placeNeuron } from './fpga.ts';
export { FPGA_PARTS, type FpgaPart, FpgaSizeError } from './fpga-parts.ts';
export { LibertyError } from './liberty/syntax.ts';
export {
  type LibraryFile,
  type MappedNeuron,
  mapNeuron,
  mapOnce,
  mappedTexts,
  readTechnology,
  type Technology,
  trials,
} from './mapping/map.ts';
export { LibraryError } from './mapping/map-cells.ts';
export { libraryModels } from './mapping/mapped-verilog.ts';
export { mappingMeasurements } from './mapping/mapping-measurements.ts';
export { CELL_TRANSISTORS, countTransistors, structuralMeasurements, type TransistorTable } from './transistors.ts';
export { synthesisMeasurements, synthesize } from './yosys.ts';
