/** Reads back what Yosys understood of a Verilog text: its JSON of simple gates becomes a netlist of ours. */

import { z } from 'zod';
import { createBuilder, type GateKind, type Net, type Netlist } from '../gen/index.ts';

/** Commands that turn the files of a design into simple gates without optimizing anything, then write `design.json`. */
export function readBackScript(files: readonly string[], top: string): string {
  return [
    ...files.map((file) => `read_verilog ${file}`),
    `hierarchy -check -top ${top}`,
    'proc',
    'flatten',
    'techmap',
    'simplemap',
    'check -assert',
    'write_json design.json',
  ].join('\n');
}

const bits = z.array(z.union([z.number(), z.string()]));
const design = z.object({
  modules: z.record(
    z.string(),
    z.object({
      ports: z.record(z.string(), z.object({ direction: z.string(), bits })),
      cells: z.record(z.string(), z.object({ type: z.string(), connections: z.record(z.string(), bits) })),
    }),
  ),
});

const GATES: Readonly<Record<string, GateKind>> = {
  $_AND_: 'and',
  $_OR_: 'or',
  $_XOR_: 'xor',
  $_NAND_: 'nand',
  $_NOR_: 'nor',
  $_XNOR_: 'xnor',
};

/** The module `top` of the JSON text that `readBackScript` wrote. Throws on cells that are not simple gates and on loops. */
export function netlistOf(json: string, top: string): Netlist {
  const module = design.parse(JSON.parse(json)).modules[top];
  if (!module) throw new Error(`module ${top} is not in the design`);
  const builder = createBuilder(top);
  const nets = new Map<number | string, Net>([
    ['0', 0],
    ['1', 1],
  ]);
  for (const [name, port] of Object.entries(module.ports)) {
    if (port.direction !== 'input') continue;
    builder.input(name, port.bits.length).forEach((net, bit) => {
      nets.set(port.bits[bit] ?? '', net);
    });
  }

  const drivers = new Map<number | string, string>();
  for (const [name, cell] of Object.entries(module.cells)) {
    const bit = cell.connections.Y?.[0];
    if (bit !== undefined) drivers.set(bit, name);
  }
  const resolve = (root: number | string): Net => {
    const pending = [root];
    const open = new Set<number | string>();
    for (let bit = pending.at(-1); bit !== undefined; bit = pending.at(-1)) {
      const name = drivers.get(bit);
      const cell = name === undefined ? undefined : module.cells[name];
      if (nets.has(bit)) {
        pending.pop();
        continue;
      }
      if (!cell) throw new Error(`nothing drives bit ${bit} of ${top}`);
      const pins = (['A', 'B', 'S'] as const)
        .map((pin) => cell.connections[pin]?.[0])
        .filter((pin) => pin !== undefined);
      const missing = pins.filter((pin) => !nets.has(pin));
      if (missing.length === 0) {
        const [a = 0, b = 0, select = 0] = pins.map((pin) => nets.get(pin) ?? 0);
        nets.set(bit, gate(builder, cell.type, a, b, select));
        pending.pop();
      } else {
        if (open.has(bit)) throw new Error(`combinational loop through bit ${bit} of ${top}`);
        open.add(bit);
        pending.push(...missing);
      }
    }
    return nets.get(root) ?? 0;
  };
  for (const [name, port] of Object.entries(module.ports))
    if (port.direction === 'output') builder.output(name, port.bits.map(resolve));
  return builder.finish();
}

function gate(builder: ReturnType<typeof createBuilder>, type: string, a: Net, b: Net, select: Net): Net {
  const kind = GATES[type];
  if (kind) return builder.gate(kind, a, b);
  if (type === '$_NOT_') return builder.not(a);
  if (type === '$_BUF_') return a;
  if (type === '$_MUX_')
    return builder.gate('or', builder.gate('and', builder.not(select), a), builder.gate('and', select, b));
  throw new Error(`cell ${type} is not a simple gate`);
}
