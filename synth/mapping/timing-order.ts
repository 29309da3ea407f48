/** Order in which static timing visits cells. */

import type { Net } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { MappedNetlist } from './mapped-netlist.ts';

/** Cells in the order of timing: registers, then every cell behind those that drive it. Throws on loops. */
export function inOrder({ cells, name }: MappedNetlist): MappedNetlist['cells'] {
  const driverOf = new Map<Net, number>();
  cells.forEach(({ cell, nets }, index) => {
    if (cell.flipFlop) return;
    cell.pins.forEach(({ direction }, k) => {
      const net = nets[k] ?? null;
      if (direction === 'output' && net !== null) driverOf.set(net, index);
    });
  });
  const waitsFor = cells.map(({ cell, nets }) => [
    ...new Set(
      cell.flipFlop
        ? []
        : cell.pins.flatMap(({ direction }, k) => {
            const driver = direction === 'input' ? driverOf.get(nets[k] ?? -1) : undefined;
            return driver === undefined ? [] : [driver];
          }),
    ),
  ]);
  const missing = waitsFor.map((drivers) => drivers.length);
  const readers = cells.map((): number[] => []);
  waitsFor.forEach((drivers, index) => {
    for (const driver of drivers) nth(readers, driver).push(index);
  });
  const ready = [...cells.keys()]
    .filter((index) => missing[index] === 0)
    .sort((a, b) => Number(!nth(cells, a).cell.flipFlop) - Number(!nth(cells, b).cell.flipFlop));
  for (const index of ready)
    for (const reader of nth(readers, index)) {
      missing[reader] = nth(missing, reader) - 1;
      if (missing[reader] === 0) ready.push(reader);
    }
  if (ready.length < cells.length) throw new Error(`${name} has a combinational loop`);
  return ready.map((index) => nth(cells, index));
}
