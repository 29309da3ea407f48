/** Small Liberty files for tests. */

/** Cell of a Liberty file. Its output is `Z`, its inputs are `pins`. */
export function cellText(
  name: string,
  pins: readonly string[],
  functions: Readonly<Record<string, string>>,
  area = 10,
): string {
  const inputs = pins.map((pin) => `    pin(${pin}) { direction : input; capacitance : 0.01; }`);
  const outputs = Object.entries(functions).map(
    ([pin, text]) => `    pin(${pin}) {
      direction : output;
      function : "${text}";
      timing() {
        related_pin : "${pins.join(' ')}";
        cell_rise(scalar) { values("0.1"); }
        cell_fall(scalar) { values("0.2"); }
        rise_transition(scalar) { values("0.05"); }
        fall_transition(scalar) { values("0.05"); }
      }
    }`,
  );
  return `  cell (${name}) {
    area : ${area};
    cell_leakage_power : 2;
${[...inputs, ...outputs].join('\n')}
  }`;
}

/** A library of `cells`. */
export const libraryText = (...cells: readonly string[]): string =>
  `library(test) {
  time_unit : "1ns";
  capacitive_load_unit (1, pf);
  leakage_power_unit : "1nW";
${cells.join('\n')}
}
`;

/** The least that a circuit can be mapped to: an inverter and a NAND. */
export const NAND_AND_INVERTER: readonly string[] = [
  cellText('INV', ['A'], { Z: "A'" }),
  cellText('ND2', ['P', 'Q'], { Z: '!(P Q)' }),
];

/** A flip-flop of area 20 with the attributes `ff`. Inputs are `pins`, D and C; it leaks 5 nW and has all delays. */
export function flipFlopText(
  name: string,
  ff: string,
  pins: readonly string[] = [],
  outputs: Readonly<Record<string, string>> = { Q: 'IQ', QN: 'IQN' },
): string {
  const table = (names: readonly string[], value: number): string =>
    names.map((table) => `${table}(scalar) { values("${value}"); }`).join(' ');
  const setup = `timing() { related_pin : "C"; timing_type : setup_rising; ${table(['rise_constraint', 'fall_constraint'], 0.03)} }`;
  const delays = ['cell_rise', 'cell_fall', 'rise_transition', 'fall_transition'];
  const arcs = `timing() { related_pin : "C"; timing_type : rising_edge; ${table(delays, 0.3)} }`;
  return [
    `  cell (${name}) { area : 20; cell_leakage_power : 5; ff(IQ, IQN) { ${ff} }`,
    ...pins.map((pin) => `    pin(${pin}) { direction : input; capacitance : 0.01; }`),
    `    pin(D) { direction : input; capacitance : 0.01; ${setup} }`,
    '    pin(C) { direction : input; capacitance : 0.01; }',
    ...Object.entries(outputs).map(
      ([pin, text]) => `    pin(${pin}) { direction : output; function : "${text}"; ${arcs} }`,
    ),
    '  }',
  ].join('\n');
}
