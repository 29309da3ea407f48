export { CARD } from './card.ts';
export { CELL_SIZE, type CellCircuit, cellCircuit, type Transistor, transistorLines } from './cells.ts';
export { CELL_CONDITIONS, type CharacterizedCell, characterizeCell } from './characterize.ts';
