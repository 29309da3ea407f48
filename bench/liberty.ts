/** Reading of a large Liberty file, beside Yosys'. */

import { readLiberty } from '../synth/liberty/liberty.ts';
import { recognizeCells } from '../synth/mapping/library.ts';
import { createYosys } from '../tools/index.ts';
import { cpuSeconds } from './cpu-seconds.ts';

export interface ReadingFigure {
  readonly name: 'read.liberty12MB';
  readonly value: number;
  readonly unit: 's';
  readonly against: { readonly name: string; readonly value: number };
  readonly ratio: number;
}

const SIZE = 12e6;
/** Points of a table along an axis. */
const POINTS = 7;
const TABLES = ['cell_rise', 'cell_fall', 'rise_transition', 'fall_transition', 'rise_power', 'fall_power'];

/** Library of `SIZE` characters: NAND2 of many names, with tables of 7 x 7 as foundries write them. */
function largeLibrary(): string {
  const points = Array.from({ length: POINTS }, (_, k) => (0.01 * 2 ** k).toFixed(6));
  const row = `"${points.join(', ')}"`;
  const rows = points.map(() => row).join(', \\\n            ');
  const tables = TABLES.map(
    (name) => `        ${name} (t) {\n          values ( \\\n            ${rows} \\\n          );\n        }\n`,
  );
  const timing = (pin: string): string =>
    `      timing () {\n        related_pin : "${pin}";\n        timing_sense : negative_unate;\n${tables.join('')}      }\n`;
  const cell = (k: number): string => `  cell (ND2_${k}) {
    area : 1.5;
    cell_leakage_power : 2;
    pin (A) {\n      direction : input;\n      capacitance : 0.001;\n    }
    pin (B) {\n      direction : input;\n      capacitance : 0.001;\n    }
    pin (Y) {\n      direction : output;\n      function : "!(A & B)";\n${timing('A')}${timing('B')}    }
  }\n`;
  const head = `library (large) {
  time_unit : "1ns"; capacitive_load_unit (1, pf); leakage_power_unit : "1nW";
  lu_table_template (t) {
    variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;
    index_1 (${row}); index_2 (${row});
  }\n`;
  const count = Math.ceil(SIZE / cell(0).length);
  return `${head}${Array.from({ length: count }, (_, k) => cell(k)).join('')}}\n`;
}

/** Figure `read.liberty12MB`: CPU time until the cells are found by function; Yosys' until it has its modules. */
export async function readingFigure(): Promise<ReadingFigure> {
  const text = largeLibrary();
  const value = await cpuSeconds(3, () => recognizeCells(readLiberty(text, 'large.lib')));
  const yosys = createYosys();
  const run = () => yosys(['-q', '-s', 'read.ys'], { 'large.lib': text, 'read.ys': 'read_liberty -lib large.lib\n' });
  const peer = await cpuSeconds(2, run);
  await yosys.close();
  const against = { name: 'Yosys (WASM) read_liberty -lib', value: peer };
  return { name: 'read.liberty12MB', value, unit: 's', against, ratio: peer / value };
}
