/**
 * The netlist that Yosys understands of a Verilog text. It is written as BLIF of simple gates, since writing JSON takes
 * Yosys a time that grows with the square of the number of wires. What is undefined stays so: bits that nothing drives are
 * `$anyseq` cells, registers with a stated first value are of types of their own.
 */

import { type Builder, type Bus, createBuilder, type GateKind, type Net, type Netlist } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { DesignError, isSystemVerilog } from '../simulator/simulator.ts';
import {
  type Driver,
  FALLING,
  FLIP_FLOP,
  groupPorts,
  isFlipFlop,
  NOTHING,
  parseBlif,
  START,
  unfitCell,
} from './blif.ts';

/** A design as Yosys understands it. */
export interface ReadDesign {
  readonly netlist: Netlist;
  /** Nets that nothing drives. */
  readonly undriven: Bus;
  /** First values that the text states, by register in the order of the netlist's; undefined where it states none. */
  readonly starts: readonly (Bit | undefined)[];
}

type Bit = 0 | 1;

/** Yosys commands that read the Verilog `files`. A module without contents is empty, and not one to be found elsewhere. */
export const readCommands = (files: readonly string[]): string[] => [
  ...files.map((file) => `read_verilog ${isSystemVerilog(file) ? '-sv ' : ''}${file}`),
  'setattr -mod -unset blackbox =*',
];

/**
 * Yosys commands that write a design as simple gates to `design.blif`. Only what nothing reads is removed; resets and
 * enables become gates.
 */
export function readBackScript(files: readonly string[], top: string): string {
  const started = (value: Bit): string =>
    `chtype -set ${START}${value} w:* a:init=1'${value} %i %ci1 t:${FLIP_FLOP} %i`;
  return [
    ...readCommands(files),
    `hierarchy -check -top ${top}`,
    'proc',
    'flatten',
    'tee -q -o check.txt check',
    'memory_map',
    'async2sync',
    'techmap',
    'simplemap',
    'dffunmap',
    'opt_clean',
    'setundef -undriven -anyseq',
    'setundef -anyseq',
    'splitnets',
    started(0),
    started(1),
    'write_blif -icells design.blif',
  ].join('\n');
}

/** Signal that stands for high impedance. */
const FLOATING = '$undef';

const GATES: Readonly<Record<string, GateKind>> = {
  $_AND_: 'and',
  $_OR_: 'or',
  $_XOR_: 'xor',
  $_NAND_: 'nand',
  $_NOR_: 'nor',
  $_XNOR_: 'xnor',
};

/**
 * Design of the BLIF text that `readBackScript` wrote. Its registers are those of the port `clock`. Throws `DesignError` on
 * cells that are not simple gates, on loops, and on other clocks.
 */
export function readDesign(blif: string, top: string, clock: string | undefined): ReadDesign {
  const { inputs, outputs, drivers } = parseBlif(blif);
  const builder = createBuilder(top);
  const nets = new Map<string, Net>([
    ['$false', 0],
    ['$true', 1],
  ]);
  for (const [port, signals] of groupPorts(inputs))
    builder.input(port, signals.length).forEach((net, bit) => {
      nets.set(nth(signals, bit), net);
    });
  const flipFlops = [...drivers].flatMap(([signal, { type, inputs }]) => {
    if (!isFlipFlop(type)) return [];
    const edge = edgeOf(nth(inputs, 1), clock, drivers);
    if (edge === undefined)
      throw new DesignError(`register ${signal} is clocked by another signal than ${clock ?? 'a port clk'}`);
    if ((edge === 'N') !== (type === FALLING))
      throw new DesignError(`it holds a register of the falling edge, ${signal}`);
    const net = builder.register();
    nets.set(signal, net);
    return [
      { net, data: nth(inputs, 0), start: type === `${START}0` ? 0 : type === `${START}1` ? 1 : undefined } as const,
    ];
  });
  const open = [...drivers].flatMap(([signal, { type }]) => (type === NOTHING ? [signal] : [])).concat(FLOATING);
  const undriven = open.length > 1 || blif.includes(FLOATING) ? builder.input('undriven bits', open.length) : [];
  undriven.forEach((net, k) => {
    nets.set(nth(open, k), net);
  });
  const resolve = resolver(builder, nets, drivers);
  for (const [port, signals] of groupPorts(outputs)) builder.output(port, signals.map(resolve));
  for (const { net, data } of flipFlops) builder.drive(net, resolve(data));
  return { netlist: builder.finish(), undriven, starts: flipFlops.map(({ start }) => start) };
}

/** Edge of a signal at the rising edge of `clock`. Undefined where it does not come from it by inverters alone. */
function edgeOf(
  signal: string,
  clock: string | undefined,
  drivers: ReadonlyMap<string, Driver>,
): 'P' | 'N' | undefined {
  let edge: 'P' | 'N' = 'P';
  for (let at = signal; at !== clock; ) {
    const driver = drivers.get(at);
    if (driver?.type === '$_NOT_') edge = edge === 'P' ? 'N' : 'P';
    else if (driver?.type !== '$_BUF_') return undefined;
    at = driver.inputs[0] ?? '';
  }
  return edge;
}

/** Net of a signal, with the gates that it needs built, inputs before outputs. */
function resolver(builder: Builder, nets: Map<string, Net>, drivers: ReadonlyMap<string, Driver>) {
  const netOf = (signal: string): Net => {
    const net = nets.get(signal);
    if (net === undefined) throw new Error(`${signal} has no net`);
    return net;
  };
  return (root: string): Net => {
    const pending = [root];
    const open = new Set<string>();
    for (let signal = pending.at(-1); signal !== undefined; signal = pending.at(-1)) {
      if (nets.has(signal)) {
        pending.pop();
        continue;
      }
      const driver = drivers.get(signal);
      if (!driver) throw new DesignError(`nothing drives ${signal}`);
      const missing = driver.inputs.filter((input) => !nets.has(input));
      if (missing.length === 0) {
        const [a = 0, b = 0, select = 0] = driver.inputs.map(netOf);
        nets.set(signal, gate(builder, driver.type, a, b, select));
        pending.pop();
      } else {
        if (open.has(signal)) throw new DesignError(`combinational loop through ${signal}`);
        open.add(signal);
        pending.push(...missing);
      }
    }
    return netOf(root);
  };
}

function gate(builder: Builder, type: string, a: Net, b: Net, select: Net): Net {
  const kind = GATES[type];
  if (kind) return builder.gate(kind, a, b);
  if (type === '$_NOT_') return builder.not(a);
  if (type === '$_BUF_') return a;
  if (type === '$_MUX_')
    return builder.gate('or', builder.gate('and', builder.not(select), a), builder.gate('and', select, b));
  throw unfitCell(type);
}
