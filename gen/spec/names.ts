/** Names that become Verilog modules, files and SPICE subcircuits. */

/**
 * Reserved words of Verilog, IEEE 1364-2005, annex B. Those of IEEE 1800-2017 are among them where tools read Verilog
 * as SystemVerilog.
 */
const KEYWORDS = new Set(
  `always and assign automatic begin buf bufif0 bufif1 case casex casez cell cmos config deassign default defparam design
  disable edge else end endcase endconfig endfunction endgenerate endmodule endprimitive endspecify endtable endtask event
  for force forever fork function generate genvar highz0 highz1 if ifnone incdir include initial inout input instance
  integer join large liblist library localparam macromodule medium module nand negedge nmos nor noshowcancelled not notif0
  notif1 or output parameter pmos posedge primitive pull0 pull1 pulldown pullup pulsestyle_ondetect pulsestyle_onevent
  rcmos real realtime reg release repeat rnmos rpmos rtran rtranif0 rtranif1 scalared showcancelled signed small specify
  specparam strong0 strong1 supply0 supply1 table task time tran tranif0 tranif1 tri tri0 tri1 triand trior trireg unsigned
  use uwire vectored wait wand weak0 weak1 while wire wor xnor xor
  accept_on alias always_comb always_ff always_latch assert assume before bind bins binsof bit break byte chandle checker
  class clocking const constraint context continue cover covergroup coverpoint cross dist do endchecker endclass
  endclocking endgroup endinterface endpackage endprogram endproperty endsequence enum eventually expect export extends
  extern final first_match foreach forkjoin global iff ignore_bins illegal_bins implements implies import inside int
  interconnect interface intersect join_any join_none let local logic longint matches modport nettype new nexttime null
  package packed priority program property protected pure rand randc randcase randsequence ref reject_on restrict return
  s_always s_eventually s_nexttime s_until s_until_with sequence shortint shortreal soft solve static string strong struct
  super sync_accept_on sync_reject_on tagged this throughout timeprecision timeunit type typedef union unique unique0 until
  until_with untyped var virtual void wait_order weak wildcard with within`.split(/\s+/),
);

/** Reserved words of Verilog-AMS 2.4, annex B. The natures and disciplines of its standard file are among them. */
const AMS_KEYWORDS = new Set(
  `above abs absdelay absdelta abstol access acos acosh ac_stim aliasparam analog analysis asin asinh atan atan2 atanh
  branch ceil connect connectmodule connectrules continuous cos cosh ddt ddt_nature ddx discipline discrete domain
  driver_update endconnectrules enddiscipline endnature endparamset exclude exp final_step flicker_noise floor flow from
  ground hypot idt idt_nature idtmod inf initial_step laplace_nd laplace_np laplace_zd laplace_zp last_crossing limexp ln log
  max merged min nature net_resolution noise_table noise_table_log paramset potential pow resolveto sin sinh slew split sqrt
  tan tanh timer transition units white_noise wreal zi_nd zi_np zi_zd zi_zp
  acceleration angle angular_acceleration angular_force angular_velocity charge current electrical flux force impulse
  kinematic kinematic_v magnetic magneto_motive_force position power rotational rotational_omega temperature thermal velocity
  voltage`.split(/\s+/),
);

/** Ports and parameters of the modules of neurons. A module called like one hides it. */
const PORTS = new Set(
  'clk rst in_valid in_last out_valid x w bias sum y product SYNAPSES ACC_BITS SHIFT THRESHOLD'.split(' '),
);

/** Modules that emitted designs hold. A neuron of that name would clash. */
const OWN_MODULE = /^(half|full)_adder/;

/** Suffixes of the modules and files beside that of a neuron. */
export const COMPANIONS = [
  ...['multiplier', 'reference', 'tb', 'vectors', 'fpga'],
  ...['macro', 'wports', 'spectre', 'ngspice', 'xyce_dc', 'xyce_ac', 'xyce_noise'],
] as const;

const MAX_LENGTH = 64;

/** Reason why `name` cannot name a file or folder; undefined when it can. */
export function fileNameProblem(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(name))
    return 'must be letters and digits, a letter first, joined by single _';
  return name.length > MAX_LENGTH ? `must have at most ${MAX_LENGTH} characters` : undefined;
}

/** Reason why `name` cannot name a Verilog module and a file; undefined when it can. */
export function moduleNameProblem(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (KEYWORDS.has(lower)) return 'must not be a Verilog keyword';
  if (PORTS.has(name)) return 'must not be the name of a port or parameter of a neuron';
  if (OWN_MODULE.test(lower)) return 'must not begin like the adders that designs hold';
  return fileNameProblem(name);
}

/** Reason why `name` cannot name a module of Verilog-A, or of Verilog, and a file; undefined when it can. */
export function analogNameProblem(name: string): string | undefined {
  return AMS_KEYWORDS.has(name.toLowerCase()) ? 'must not be a Verilog-AMS keyword' : moduleNameProblem(name);
}
