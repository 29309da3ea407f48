/** Library as ABC gets it: the cells that are logic, with one table for each pair of pins, written anew as Liberty. */

import { nth } from '../../numeric/index.ts';
import { type BooleanFunction, pinsOf } from '../liberty/boolean-function.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { LibertyPin, TableName, TimingArc } from '../liberty/pins.ts';
import { lookUp, type TimingTable } from '../liberty/tables.ts';
import type { WireLoad } from '../liberty/wire-load.ts';
import type { StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import { madeBuffer } from './made-buffer.ts';

/** Tables of an arc. */
const TABLES: readonly TableName[] = ['cell_rise', 'rise_transition', 'cell_fall', 'fall_transition'];

/** Most inputs of a cell that ABC matches. */
const MOST_INPUTS = 6;

/** Library for ABC. */
export interface AbcLibrary {
  readonly text: string;
  /** Name of the buffer that stands for two inverters, where the library has no buffer. */
  readonly buffer: string | undefined;
}

/**
 * `library` for ABC, in ps and fF, with the wires that are reckoned with. Cells without a table from each input to the
 * output are left out. ABC takes no library of fewer than three functions and inserts buffers: where there is none, two
 * inverters stand for one.
 */
export function abcLibrary(library: StandardCells, wireLoad: WireLoad | undefined): AbcLibrary {
  const templates = new Map<string, string>();
  const { cells } = library.liberty;
  const inverter = library.matches.get('not');
  const logic = cells.filter(isLogic);
  const hasBuffer = logic.some(({ pins }) => pins.some((pin) => pin.function?.kind === 'pin'));
  if (inverter && !hasBuffer && !isLogic(inverter.cell))
    throw new LibraryError(
      library,
      `cell ${inverter.cell.name} has no delays and slews for both edges, which ABC needs`,
    );
  const made = inverter && !hasBuffer ? madeBuffer(inverter, unusedName(cells)) : undefined;
  const texts = [...logic, ...(made ? [made] : [])].map((cell) => cellText(cell, templates));
  const text = [
    'library (cells) {',
    '  delay_model : table_lookup;',
    '  time_unit : "1ps";',
    '  capacitive_load_unit (1, ff);',
    ...(wireLoad ? wireLoadText(wireLoad) : []),
    ...templates.values(),
    ...texts,
    '}',
    '',
  ];
  return { text: text.join('\n'), buffer: made?.name };
}

function unusedName(cells: readonly LibertyCell[]): string {
  const names = new Set(cells.map(({ name }) => name));
  let name = 'buffer';
  while (names.has(name)) name += '_';
  return name;
}

const wireLoadText = ({ name, capacitance, resistance, slope, lengths }: WireLoad): string[] => [
  `  wire_load ("${name}") { capacitance : ${farads(capacitance)}; resistance : ${resistance}; slope : ${slope};`,
  ...lengths.map(({ fanout, length }) => `    fanout_length (${fanout}, ${length});`),
  '  }',
  `  default_wire_load : "${name}";`,
];

/** True for a combinational cell of one output. Delays from all inputs that it depends on must be known. */
function isLogic({ dontUse, flipFlop, otherState, pins }: LibertyCell): boolean {
  const outputs = pins.filter(({ direction }) => direction !== 'input');
  const [output] = outputs;
  if (dontUse !== undefined || flipFlop || otherState || outputs.length !== 1 || !output) return false;
  if (output.direction !== 'output' || output.threeState || !output.function) return false;
  const read = pinsOf(output.function);
  return (
    read.length > 0 &&
    read.length <= MOST_INPUTS &&
    read.length === pins.length - 1 &&
    read.every((input) => arcsFrom(output, input).length > 0)
  );
}

/** Arcs of a combinational output from an input that hold all tables. */
const arcsFrom = (output: LibertyPin, input: string): readonly TimingArc[] =>
  output.arcs.filter(
    ({ from, type, tables }) =>
      from === input && type.startsWith('combinational') && TABLES.every((name) => tables[name]),
  );

function cellText({ name, area, pins }: LibertyCell, templates: Map<string, string>): string {
  const output = pins.find(({ direction }) => direction === 'output');
  const inputs = pins.filter(({ direction }) => direction === 'input');
  return [
    `  cell ("${name}") {`,
    `    area : ${area};`,
    ...inputs.map(
      (pin) =>
        `    pin ("${pin.name}") { direction : input; rise_capacitance : ${farads(pin.capacitance.rise)}; fall_capacitance : ${farads(pin.capacitance.fall)}; capacitance : ${farads(Math.max(pin.capacitance.rise, pin.capacitance.fall))}; }`,
    ),
    ...(output ? outputText(output, inputs, templates) : []),
    '  }',
  ].join('\n');
}

function outputText(output: LibertyPin, inputs: readonly LibertyPin[], templates: Map<string, string>): string[] {
  const { maxCapacitance } = output;
  return [
    `    pin ("${output.name}") { direction : output; function : "${output.function ? text(output.function) : ''}";`,
    ...(maxCapacitance < Number.POSITIVE_INFINITY ? [`      max_capacitance : ${farads(maxCapacitance)};`] : []),
    ...inputs.map(({ name }) => {
      const arcs = arcsFrom(output, name);
      const senses = new Set(arcs.map(({ sense }) => sense));
      const sense = senses.size === 1 ? arcs[0]?.sense : 'non_unate';
      const tables = TABLES.map((table) => {
        const values = latest(arcs, table);
        return tableText(table, table.startsWith('cell') ? delaying(values) : values, templates);
      });
      return `      timing () { related_pin : "${name}"; timing_sense : ${sense};${tables.join('')} }`;
    }),
    '    }',
  ];
}

/** Least delay that ABC is told of a cell, s. It dies of cells without any. */
const LEAST_DELAY = 1e-15;

/** Table for ABC: the least delay in place of one that is nowhere above zero. */
function delaying(table: TimingTable): TimingTable {
  if (table.values.flat().some((value) => value > 0)) return table;
  return { ...table, values: table.values.map((row) => row.map(() => LEAST_DELAY)) };
}

/** Latest of all arcs at each point of the first one's table. */
function latest(arcs: readonly TimingArc[], name: TableName): TimingTable {
  const tables = arcs.flatMap(({ tables }) => tables[name] ?? []);
  const first = nth(tables, 0);
  if (tables.length === 1 && first.slews.length > 2 && first.loads.length > 2) return first;
  const slews = axis(first.slews);
  const loads = axis(first.loads);
  return {
    slews,
    loads,
    values: slews.map((slew) => loads.map((load) => Math.max(...tables.map((table) => lookUp(table, slew, load))))),
  };
}

/** Axis of at least three points. ABC dies of fewer. */
function axis(points: readonly number[]): readonly number[] {
  const [first = 0, second = first + 1e-12] = points;
  if (points.length > 2) return points;
  return [first, (first + second) / 2, second];
}

function tableText(name: TableName, { slews, loads, values }: TimingTable, templates: Map<string, string>): string {
  const axes = `index_1 ("${slews.map(seconds).join(', ')}"); index_2 ("${loads.map(farads).join(', ')}");`;
  const template = templates.get(axes) ?? templateText(`t${templates.size}`, axes);
  templates.set(axes, template);
  const rows = values.map((row) => `"${row.map(seconds).join(', ')}"`);
  return `\n        ${name} (${template.slice(template.indexOf('(') + 1, template.indexOf(')'))}) { ${axes} values (${rows.join(', ')}); }`;
}

const templateText = (name: string, axes: string): string =>
  `  lu_table_template (${name}) { variable_1 : input_net_transition; variable_2 : total_output_net_capacitance; ${axes} }`;

/** Digits that a number of 32 bits holds. */
const DIGITS = 7;
const seconds = (value: number): string => `${Number((value * 1e12).toPrecision(DIGITS))}`;
const farads = (value: number): string => `${Number((value * 1e15).toPrecision(DIGITS))}`;

/** Function as Liberty writes it. */
function text(value: BooleanFunction): string {
  switch (value.kind) {
    case 'constant':
      return value.value ? '1' : '0';
    case 'pin':
      return value.name;
    case 'not':
      return `!(${text(value.a)})`;
    case 'and':
    case 'or':
    case 'xor':
      return `(${text(value.a)}${{ and: '*', or: '+', xor: '^' }[value.kind]}${text(value.b)})`;
  }
}
