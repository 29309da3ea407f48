export { type ElectricalFigures, electricalFigures, electricalMeasurements } from './electrical.ts';
export { type Explored, explore } from './explore.ts';
export { LibertyError } from './liberty-syntax.ts';
export {
  type LibraryFile,
  type MappedNeuron,
  mapNeuron,
  mappingMeasurements,
  readTechnology,
  type Technology,
} from './map.ts';
export { LibraryError } from './map-cells.ts';
export { CELL_TRANSISTORS, countTransistors, type StructuralCount, structuralMeasurements } from './transistors.ts';
export { type GenericSynthesis, synthesisMeasurements, synthesize } from './yosys.ts';
