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
