/** Readers that are fuzzed, and the figures of it. */

import { LibertyError, SpiceError } from '../synth/index.ts';
import { readLiberty } from '../synth/liberty/liberty.ts';
import { spiceTransistors } from '../synth/liberty/spice-transistors.ts';
import { recognizeCells } from '../synth/mapping/library.ts';
import { badNumber, bytesOf, type FuzzReader, fuzz, textOf } from './fuzz.ts';
import { NETWORK_READERS } from './fuzz-networks.ts';
import { RUN_READERS } from './fuzz-runs.ts';

/** Library with what libraries hold: gates, a flip-flop, a latch, states of leakage, a wire load, tables, a bus. */
const LIBRARY = `/* cells */ library (fuzz) {
  delay_model : table_lookup; time_unit : "1ns"; leakage_power_unit : "1nW"; capacitive_load_unit (1, pf);
  pulling_resistance_unit : "1kohm"; default_wire_load : "small"; define ("mark", "cell", "string");
  lu_table_template (d) { variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;
    index_1 ("0.01, 0.5"); index_2 ("0.001, 0.1"); }
  lu_table_template (c) { variable_1 : constrained_pin_transition; variable_2 : related_pin_transition;
    index_1 ("0.01, 0.5"); index_2 ("0.01, 0.5"); }
  wire_load (small) { capacitance : 0.0001; resistance : 1; slope : 5; fanout_length (1, 5); fanout_length (2, 10); }
  cell (IV) { area : 1; cell_leakage_power : 0.001 * 2; pg_pin (VDD) { pg_type : primary_power; }
    leakage_power () { value : 1.5; when : "!A"; related_pg_pin : VDD; }
    leakage_power () { value : 2.5; when : "A & !Y"; related_pg_pin : VDD; }
    pin (A) { direction : input; capacitance : 0.002; rise_capacitance_range (0.001, 0.003); }
    pin (Y) { direction : output; max_capacitance : 0.1; function : "A'";
      timing () { related_pin : "A"; timing_sense : negative_unate;
        cell_rise (d) { values ("0.05, 0.08", \\
          "0.06, 0.09"); }
        cell_fall (scalar) { values ("0.04"); } rise_transition (scalar) { values ("0.04"); }
        fall_transition (d) { index_2 ("0.002, 0.2"); values ("0.04, 0.06, 0.05, 0.07"); } } } }
  cell (FA) { area : 8; pin ("A B CI") { direction : input; capacitance : 0.002; }
    pin (S) { direction : output; function : "A^B^CI"; } pin (CO) { direction : output; function : "(A B)+CI (A+B)"; } }
  cell (DF) { area : 9; ff (IQ, IQN) { clocked_on : "CK"; next_state : "(D*!SE)+(SI*SE)"; clear : "!R"; }
    pin (CK) { direction : input; clock : true; } pin (D, SI, SE, R) { direction : input; }
    pin (Q) { direction : output; function : "IQ"; timing () { related_pin : "CK"; timing_type : rising_edge; } } }
  cell (LA) { area : 9; latch (IQ, IQN) { enable : "G"; data_in : "D"; } pin (G D) { direction : input; }
    pin (Q) { direction : output; function : "IQ"; } }
  cell (ME) { area : 90; dont_use : true; bus (D) { bus_type : b; direction : input; pin (D[0]) { } } }
}
`;

const NETLIST = `* cells
.INCLUDE "models.sp"
.subckt IV A Y VDD VSS
MN0 Y A VSS VSS nmos w=1u l=0.1u m=2 nf=2
MP0 Y A VDD VDD pmos w=1u
+ l=0.1u
.ends IV
.SUBCKT BUF A Y VDD VSS
*.PININFO A:I Y:O
XI0 A N VDD VSS / iv m = 2
XI1 N Y VDD VSS IV $ second
XN0 Y A VSS VSS sg13_lv_nmos w=1u l=0.13u ng=1
D0 VSS A dio
.ENDS
`;

export const FUZZ_READERS: readonly FuzzReader[] = [
  {
    name: 'liberty',
    seeds: bytesOf(LIBRARY),
    words: [
      ...[
        'NaN',
        '1e999',
        '-1',
        '0',
        '1.2.3',
        '0x10',
        '__proto__',
        'constructor',
        'toString',
        '"',
        '{',
        '}',
        '(',
        ')',
        ';',
      ],
      ...[
        '/*',
        '*/',
        '//',
        '\\\n',
        "'",
        '!',
        '^',
        '+',
        '*',
        'cell',
        'pin',
        'ff',
        'function',
        'area',
        'values',
        'include_file',
      ],
      ...['true', 'when', 'scalar', 'A', 'Y', 'IQ', '0ns', '1 fs', '\u0000', '\u001b[31m', 'é', '\uFEFF'],
    ],
    read: (bytes) => {
      const library = readLiberty(textOf(bytes), 'fuzz.lib');
      recognizeCells(library);
      return library;
    },
    nonsense: badNumber,
    own: [LibertyError],
  },
  {
    name: 'spice',
    seeds: bytesOf(NETLIST),
    words: [
      ...[
        '.subckt',
        '.ends',
        '.include',
        '+',
        '*',
        '$ ',
        ';',
        'm=',
        'm=-1',
        'm=1e9',
        'm=2.5',
        'nf=0',
        'X',
        'M',
        '=',
        '/',
      ],
      ...['IV', 'BUF', '__proto__', 'constructor', 'toString', '\u0000', '\r\n', '\n', "'", '{', 'nmos', 'é'],
    ],
    read: (bytes) => Object.fromEntries(spiceTransistors([{ path: 'fuzz.sp', text: textOf(bytes) }])),
    nonsense: badNumber,
    own: [SpiceError],
  },
  ...NETWORK_READERS,
  ...RUN_READERS,
];

export interface FuzzFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: '1' | 's' | 'B';
  readonly against?: undefined;
  readonly ratio?: undefined;
}

const INPUTS = 10_000;

/**
 * Figures of 10,000 mutated inputs a reader. They are `fuzz.READER.foreign` (errors that are not the reader's own),
 * `.nonsense` (accepted), `.accepted`, `.refused`, `.longest` and `.memory`. Failures are told on standard error.
 */
export function fuzzFigures(): FuzzFigure[] {
  return FUZZ_READERS.flatMap((reader) => {
    const { accepted, refused, nonsense, foreign, foreignCount, longest, memory } = fuzz(reader, INPUTS, 1);
    for (const line of [...nonsense, ...foreign]) process.stderr.write(`fuzz.${reader.name}: ${line}\n`);
    const figure = (name: string, value: number, unit: FuzzFigure['unit'] = '1'): FuzzFigure => ({
      name: `fuzz.${reader.name}.${name}`,
      value,
      unit,
    });
    return [
      figure('foreign', foreignCount),
      figure('nonsense', nonsense.length),
      figure('accepted', accepted),
      figure('refused', refused),
      figure('longest', longest, 's'),
      figure('memory', memory, 'B'),
    ];
  });
}
