/** Random cell libraries as Liberty files: any kinds of cells, names, units, flip-flops and wires. */

import fc from 'fast-check';

/** Functions by kind, of pins 0 to 3; two for a cell of two outputs. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  nor: ['!(0 + 1)'],
  and: ['0 1'],
  or: ["(0' 1')'"],
  xor: ['0 ^ 1'],
  xnor: ['(0 1) | (!0 & !1)'],
  nand3: ['!(0 * 1 * 2)'],
  oai21: ['!((0 + 2) 1)'],
  aoi22: ['!(0 2 + 1 3)'],
  mux: ['2 0 + !2 1'],
  invertedMux: ["(0 2 + 1 2')'"],
  buffer: ['0'],
  and3: ['0 1 2'],
  halfAdder: ['0 1', '0 ^ 1'],
  fullAdder: ['0 1 + 2 (0 + 1)', '0 ^ 1 ^ 2'],
};

/** Flip-flops: attributes, further inputs, and the outputs' functions. */
const FLIP_FLOPS = [
  ['next_state : "D"; clocked_on : "K";', [], ['IQ', 'IQN']],
  ['next_state : "D"; clocked_on : "K"; clear : "RN\'";', ['RN'], ['IQ']],
  ['next_state : "D"; clocked_on : "K"; clear : "R"; preset : "!S";', ['S', 'R'], ['IQN']],
  ['next_state : "!D"; clocked_on : "!K";', [], ['IQ', 'IQN']],
  ['next_state : "(D EN) + (IQ !EN)"; clocked_on : "K";', ['EN'], ['IQN']],
  ['next_state : "(SE SI) + (SE\' D)"; clocked_on : "K\'";', ['SI', 'SE'], ['IQ']],
] as const;

interface Draw {
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  readonly ff: (typeof FLIP_FLOPS)[number];
  readonly ps: boolean;
  readonly wire: number | undefined;
  readonly seed: number;
}

/** Text of a random library. An inverter and a NAND are there, a flip-flop, and cells that must not be used. */
export const randomLibrary: fc.Arbitrary<string> = fc
  .record({
    kinds: fc.shuffledSubarray(Object.keys(FUNCTIONS)),
    names: fc.shuffledSubarray(['A', 'B1', 'IN_2', 'x', 'CI', 'S0', 'P'], { minLength: 7 }),
    ff: fc.constantFrom(...FLIP_FLOPS),
    ps: fc.boolean(),
    wire: fc.constantFrom(undefined, 0, 0.005, 0.05),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(libraryOf);

function libraryOf({ kinds, names, ff, ps, wire, seed }: Draw): string {
  let state = seed;
  /** Number from `low` to `high`, the next of a linear congruential generator. */
  const between = (low: number, high: number): number => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Number((low + ((high - low) * state) / 2 ** 31).toFixed(5));
  };
  const time = ps ? 1000 : 1;
  const table = (name: string, first: number, ohms: number): string => {
    const rows = [0.01, 0.1, 0.6].map((slew) =>
      [0.001, 0.02, 0.2].map((load) => (time * (first + 0.1 * slew + ohms * load)).toFixed(6)).join(', '),
    );
    return `${name}(d) { values("${rows.join('", "')}"); }`;
  };
  const arc = (pin: string, type: string): string =>
    `timing() { related_pin : "${pin}"; ${type} ${['cell_rise', 'cell_fall', 'rise_transition', 'fall_transition']
      .map((name) => table(name, between(0.02, 0.08), between(1, 6)))
      .join(' ')} }`;
  const input = (pin: string): string => {
    const cap = between(0.001, 0.004);
    return `pin(${pin}) { direction : input; capacitance : ${cap}; rise_capacitance_range(${cap}, ${(1.2 * cap).toFixed(6)}); }`;
  };
  const cell = (name: string, functions: readonly string[], more = ''): string => {
    const inputs = [0, 1, 2, 3].filter((k) => functions.join().includes(`${k}`)).map((k) => names[k] ?? '');
    const outputs = functions.map((text, k) => {
      const written = text.replaceAll(/[0-3]/g, (digit) => names[Number(digit)] ?? '');
      const arcs = inputs.map((pin) => arc(pin, ''));
      return `pin(Z${k}) { direction : output; max_capacitance : 0.2; function : "${written}"; ${arcs.join('\n')} }`;
    });
    const pins = [...inputs.map(input), ...outputs];
    return `cell(${name}) { area : ${between(1, 9)}; cell_leakage_power : ${between(1, 9)}; ${more} ${(seed % 2 ? pins : pins.toReversed()).join('\n')} }`;
  };
  const [text, extra, outputs] = ff;
  const edge = /clocked_on : "(!K|K')"/.test(text) ? 'falling' : 'rising';
  const limit = (name: string): string => table(name, between(0.01, 0.05), 0);
  const setup = `timing() { related_pin : "K"; timing_type : setup_${edge}; ${limit('rise_constraint')} ${limit('fall_constraint')} }`;
  const flipFlop = `cell(FF) { area : 20; cell_leakage_power : 9; ff(IQ, IQN) { ${text} }
${[...extra.map(input), input('K'), input('D').replace(/ }$/, ` ${setup.replaceAll('(d)', '(c)')} }`)].join('\n')}
${outputs.map((value, k) => `pin(Y${k}) { direction : output; function : "${value}"; ${arc('K', `timing_type : ${edge}_edge;`)} }`).join('\n')} }`;
  return `library(random) {
time_unit : "${ps ? '1ps' : '1ns'}"; capacitive_load_unit(1, pf); leakage_power_unit : "1nW"; pulling_resistance_unit : "1kohm";
voltage_unit : "1V"; current_unit : "1mA"; nom_voltage : 1; delay_model : table_lookup;
${['rise', 'fall']
  .map(
    (edge) => `input_threshold_pct_${edge} : 50; output_threshold_pct_${edge} : 50;
slew_lower_threshold_pct_${edge} : ${seed % 3 ? 20 : 30}; slew_upper_threshold_pct_${edge} : ${seed % 3 ? 80 : 70};`,
  )
  .join('\n')}
lu_table_template(d) { variable_1 : input_net_transition; variable_2 : total_output_net_capacitance;
index_1("${[0.01, 0.1, 0.6].map((x) => x * time).join(', ')}"); index_2("0.001, 0.02, 0.2"); }
lu_table_template(c) { variable_1 : constrained_pin_transition; variable_2 : related_pin_transition;
index_1("${[0.01, 0.1, 0.6].map((x) => x * time).join(', ')}"); index_2("${[0.01, 0.1, 0.6].map((x) => x * time).join(', ')}"); }
${wire === undefined ? '' : `wire_load(w) { capacitance : 0.0002; resistance : ${wire}; slope : 8; fanout_length(1, 9); fanout_length(4, 40); } default_wire_load : w;`}
${cell('IV1', ['!0'])}
${cell('IV2', ["0'"])}
${cell('ND', ['!(0 1)'])}
${cell('CHEAP', ['!0'], 'dont_use : TRUE;').replace(/area : \S+;/, 'area : 0.01;')}
${cell('ISO', ['0 1'], 'is_isolation_cell : true;').replace(/area : \S+;/, 'area : 0.01;')}
${kinds.map((kind) => cell(kind.toUpperCase(), FUNCTIONS[kind] ?? [])).join('\n')}
${flipFlop}
}
`;
}
