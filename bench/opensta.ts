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

/** Longest path of `top` in `verilog`, without wires, s. Rejects with `MissingToolError` or `ToolError`. */
export async function openStaDelay(verilog: string, top: string, liberty: string, around: Around): Promise<number> {
  const script = `read_liberty cells.lib
read_verilog top.v
link_design ${top}
create_clock -name virtual -period 1000
set_input_delay 0 -clock virtual [all_inputs]
set_output_delay 0 -clock virtual [all_outputs]
set_driving_cell -lib_cell ${around.driver} [all_inputs]
set_load [expr ${around.load} / 1e-12] [all_outputs]
report_checks -path_delay max -digits 6
`;
  const { log } = await nativeTool(OPENSTA)(['-exit', '-no_splash', 'run.tcl'], {
    'cells.lib': liberty,
    'top.v': verilog,
    'run.tcl': script,
  });
  const found = /(\d+\.\d+)\s+data arrival time/.exec(log)?.[1];
  if (found === undefined || /^Error|^Warning/m.test(log)) throw new Error(`OpenSTA did not time ${top}:\n${log}`);
  return Number(found) * 1e-9;
}
