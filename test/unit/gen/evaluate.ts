/** Values of a small netlist, 32 vectors at a time. */

import type { Netlist } from '../../../gen/index.ts';
import { createNets, evaluate, WORD_LANES } from '../../../sim/embedded/bit-parallel.kernel.ts';
import { compile } from '../../../sim/embedded/program.ts';

/** The values of port `output` for each of `vectors`: name of an input port to its value. */
export function evaluated(
  netlist: Netlist,
  output: string,
  vectors: readonly Readonly<Record<string, bigint>>[],
): bigint[] {
  const program = compile(netlist);
  const nets = createNets(program);
  const inputs = netlist.ports.filter((port) => port.direction === 'input');
  const wanted = netlist.ports.find((port) => port.name === output)!.nets;
  const values: bigint[] = [];
  for (let first = 0; first < vectors.length; first += WORD_LANES) {
    const batch = vectors.slice(first, first + WORD_LANES);
    for (const port of inputs)
      port.nets.forEach((net, bit) => {
        nets[net] = batch.reduce(
          (word, vector, lane) => word | (Number((vector[port.name]! >> BigInt(bit)) & 1n) << lane),
          0,
        );
      });
    evaluate(program, nets);
    batch.forEach((_, lane) => {
      values.push(wanted.reduce((sum, net, bit) => sum | (BigInt((nets[net]! >>> lane) & 1) << BigInt(bit)), 0n));
    });
  }
  return values;
}
