export { type ElectricalFigures, electricalFigures, electricalMeasurements } from './electrical.ts';
export { CELL_TRANSISTORS, countTransistors, type StructuralCount, structuralMeasurements } from './transistors.ts';
export { type GenericSynthesis, synthesisMeasurements, synthesize } from './yosys.ts';
