/**
 * The netlist that Yosys understands of a Verilog text. It is written as BLIF of simple gates, since writing JSON takes
 * Yosys a time that grows with the square of the number of wires.
 */

import { type Builder, createBuilder, type GateKind, type Net, type Netlist } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';

/** Yosys commands that write a design as simple gates, without optimizing anything, to `design.blif`. */
export function readBackScript(files: readonly string[], top: string): string {
  return [
    ...files.map((file) => `read_verilog ${file}`),
    `hierarchy -check -top ${top}`,
    'proc',
    'flatten',
    'memory_map',
    'techmap',
    'simplemap',
    'check -assert',
    'write_blif -icells design.blif',
  ].join('\n');
}

/** Driver of a signal: a gate, another signal under a new name, or a flip-flop. */
interface Driver {
  readonly type: string;
  /** Signals on the pins A, B and S, as many as there are; of a flip-flop on D, C, S and R. */
  readonly inputs: readonly string[];
}

/** Types of flip-flops: the active level of clock, then of set, clear or both. */
const FLIP_FLOP = /^\$_(?:DFF_([PN])|DFF_([PN])([PN])[01]|DFFSR_([PN])([PN])([PN]))_$/;

const GATES: Readonly<Record<string, GateKind>> = {
  $_AND_: 'and',
  $_OR_: 'or',
  $_XOR_: 'xor',
  $_NAND_: 'nand',
  $_NOR_: 'nor',
  $_XNOR_: 'xnor',
};

/** Netlist of the BLIF text that `readBackScript` wrote. Throws on cells that are not simple gates and on loops. */
export function netlistOf(blif: string, top: string): Netlist {
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
    const levels = FLIP_FLOP.exec(type)
      ?.slice(1)
      .filter((level) => level !== undefined);
    if (!levels) return [];
    const net = builder.register();
    nets.set(signal, net);
    return [{ net, signal, inputs, levels }];
  });
  const resolve = resolver(builder, nets, drivers);
  for (const [port, signals] of groupPorts(outputs)) builder.output(port, signals.map(resolve));
  for (const { net, signal, inputs, levels } of flipFlops) {
    const [data = '', clock = '', ...forced] = inputs;
    const [edge, ...active] = levels;
    builder.drive(net, resolve(data));
    if (edgeOfClk(clock, drivers) !== edge)
      throw new Error(`the flip-flop of ${signal} must take the rising edge of clk`);
    if (forced.some((wire, k) => resolve(wire) !== (active[k] === 'P' ? 0 : 1)))
      throw new Error(`the flip-flop of ${signal} must not be set or cleared without a clock`);
  }
  return builder.finish();
}

/** Edge of a signal at the rising edge of `clk`. Undefined where it does not come from it by inverters alone. */
function edgeOfClk(signal: string, drivers: ReadonlyMap<string, Driver>): 'P' | 'N' | undefined {
  let edge: 'P' | 'N' = 'P';
  for (let at = signal; at !== 'clk'; ) {
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
      if (!driver) throw new Error(`nothing drives ${signal}`);
      const missing = driver.inputs.filter((input) => !nets.has(input));
      if (missing.length === 0) {
        const [a = 0, b = 0, select = 0] = driver.inputs.map(netOf);
        nets.set(signal, gate(builder, driver.type, a, b, select));
        pending.pop();
      } else {
        if (open.has(signal)) throw new Error(`combinational loop through ${signal}`);
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
  throw new Error(`cell ${type} is not a simple gate`);
}

/**
 * Signals of one BLIF model as Yosys writes it. It holds ports, `.subckt` lines, and `.names` that are constants or
 * buffers.
 */
function parseBlif(blif: string) {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const drivers = new Map<string, Driver>();
  const drive = (signal: string, driver: Driver): void => {
    if (drivers.has(signal)) throw new Error(`more than one cell drives ${signal}`);
    drivers.set(signal, driver);
  };
  for (const line of blif.split('\n')) {
    const [word, ...rest] = line.split(' ');
    if (word === '.inputs') inputs.push(...rest);
    else if (word === '.outputs') outputs.push(...rest);
    else if (word === '.names' && rest.length === 2) drive(nth(rest, 1), { type: '$_BUF_', inputs: [nth(rest, 0)] });
    else if (word === '.names' && rest.length > 2) throw new Error(`unexpected line in BLIF: ${line}`);
    else if (word === '.subckt') {
      const pins = new Map(rest.slice(1).map((pin) => [pin.slice(0, 1), pin.slice(2)]));
      const type = nth(rest, 0);
      const [output, names] = FLIP_FLOP.test(type) ? ['Q', ['D', 'C', 'S', 'R']] : ['Y', ['A', 'B', 'S']];
      const inputs = names.map((pin) => pins.get(pin)).filter((signal) => signal !== undefined);
      const signal = pins.get(output);
      if (signal === undefined) throw new Error(`unexpected line in BLIF: ${line}`);
      drive(signal, { type, inputs });
    } else if (word === '.latch') throw new Error(`unexpected line in BLIF: ${line}`);
  }
  return { inputs, outputs, drivers };
}

/** Signals such as `x[0] x[1] y` by port, least significant bit first. */
function groupPorts(signals: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ports = new Map<string, string[]>();
  for (const signal of signals) {
    const name = signal.replace(/\[\d+\]$/, '');
    const bits = ports.get(name);
    if (bits) bits.push(signal);
    else ports.set(name, [signal]);
  }
  return ports;
}
