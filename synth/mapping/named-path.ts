/** Longest path of a mapped circuit by the names of its Verilog. */

import type { MappedNeuron } from './map.ts';
import { instanceName, mappedNames } from './mapped-verilog.ts';

/** A cell of a path: instance, cell, pins, and the net that it drives. */
export interface MappedStep {
  readonly kind: string;
  readonly net: string;
  /** Arrival at that net, s. */
  readonly arrival: number;
}

/** Path with where it starts and ends, and the arrival there, setup time included. */
export interface MappedPath {
  readonly start: string | undefined;
  readonly steps: readonly MappedStep[];
  readonly end: { readonly name: string; readonly arrival: number } | undefined;
}

/** Longest path of `netlist`, cell by cell. */
export function mappedPath({ netlist, path }: Pick<MappedNeuron, 'netlist' | 'path'>): MappedPath {
  const nameOf = mappedNames(netlist);
  const { start, steps, end, delay } = path;
  const bits = end && 'port' in end ? netlist.ports.find(({ name }) => name === end.port)?.nets.length : undefined;
  return {
    start: start === undefined ? undefined : nameOf(start),
    steps: steps.map(({ index, cell, from, to, net, edge, arrival }) => ({
      kind: `${instanceName(index)}, ${cell}, ${from} to ${to} ${edge === 0 ? 'rising' : 'falling'}`,
      net: nameOf(net),
      arrival,
    })),
    end: end && {
      name:
        'port' in end
          ? `output ${end.port}${bits === 1 ? '' : `[${end.bit}]`}`
          : `setup of ${instanceName(end.index)}, pin ${end.pin}`,
      arrival: delay,
    },
  };
}
