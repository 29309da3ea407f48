/** OpenSTA as the judge of delays: the same surroundings for every circuit. */

import { nativeTool } from '../tools/native/process.ts';
import type { NativeProgram } from '../tools/native/program.ts';

const OPENSTA: NativeProgram = { name: 'OpenSTA', command: 'sta', install: 'opensta' };

/** Surroundings of a circuit. */
export interface Around {
  /** Library cell that drives every input. */
  readonly driver: string;
  /** Load at every output, F. */
  readonly load: number;
}

/** Period of the clock, ns; longer than any path. */
const PERIOD = 100;

/**
 * Longest path of `top` in `verilog`, s. It is in the cells of the texts `liberty`, their default wire load included,
 * and to a register with its setup time. Rejects with `MissingToolError` or `ToolError`.
 */
export async function openStaDelay(
  verilog: string,
  top: string,
  liberty: readonly string[],
  around: Around,
): Promise<number> {
  const clock = /^ {2}input {2}wire clk,?$/m.test(verilog) ? '[get_ports clk]' : '';
  const libraries = Object.fromEntries(liberty.map((text, k) => [`cells${k}.lib`, text]));
  const script = `${Object.keys(libraries)
    .map((name) => `read_liberty ${name}`)
    .join('\n')}
read_verilog top.v
link_design ${top}
set_cmd_units -time ns -capacitance pF
create_clock -name clock -period ${PERIOD} ${clock}
set inputs {}
foreach port [all_inputs] { if {[get_property $port full_name] ne "clk"} { lappend inputs $port } }
set_input_delay 0 -clock clock $inputs
set_output_delay 0 -clock clock [all_outputs]
set_driving_cell -lib_cell ${around.driver} $inputs
set_load [expr ${around.load} / 1e-12] [all_outputs]
report_checks -path_delay max -digits 6
`;
  const { log } = await nativeTool(OPENSTA)(['-exit', '-no_splash', 'run.tcl'], {
    ...libraries,
    'top.v': verilog,
    'run.tcl': script,
  });
  const slack = /(-?\d+\.\d+)\s+slack/.exec(log)?.[1];
  if (slack === undefined || /^Error|^Warning/m.test(log)) throw new Error(`OpenSTA did not time ${top}:\n${log}`);
  return (PERIOD - Number(slack)) * 1e-9;
}
