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
  /** Signals on the pins A, B and S, as many as there are; of a flip-flop on D. */
  readonly inputs: readonly string[];
}

/** Flip-flop of a rising edge. */
const FLIP_FLOP = '$_DFF_P_';

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
    if (type !== FLIP_FLOP) return [];
    const net = builder.register();
    nets.set(signal, net);
    return [{ net, data: nth(inputs, 0) }];
  });
  const resolve = resolver(builder, nets, drivers);
  for (const [port, signals] of groupPorts(outputs)) builder.output(port, signals.map(resolve));
  for (const { net, data } of flipFlops) builder.drive(net, resolve(data));
  return builder.finish();
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
      const [output, names] = type === FLIP_FLOP ? ['Q', ['D']] : ['Y', ['A', 'B', 'S']];
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
