export { CellTableError, parseCellTable } from './cell-table.ts';
export { type ElectricalFigures, electricalFigures, electricalMeasurements } from './electrical.ts';
export { type Explored, explore } from './explore.ts';
export { type FpgaResult, fpgaMeasurements, placeNeuron } from './fpga.ts';
export { FPGA_PARTS, type FpgaPart, FpgaSizeError } from './fpga-parts.ts';
export { LibertyError } from './liberty-syntax.ts';
export {
  type LibraryFile,
  type MappedNeuron,
  mapNeuron,
  mapOnce,
  mappedTexts,
  readTechnology,
  type Technology,
  trials,
} from './map.ts';
export { LibraryError } from './map-cells.ts';
export { libraryModels } from './mapped-verilog.ts';
export { mappingMeasurements } from './mapping-measurements.ts';
export {
  CELL_TRANSISTORS,
  countTransistors,
  type StructuralCount,
  structuralMeasurements,
  type TransistorTable,
} from './transistors.ts';
export { type GenericSynthesis, synthesisMeasurements, synthesize } from './yosys.ts';
