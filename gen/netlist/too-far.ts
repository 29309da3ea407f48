/** Atoms that cannot share a stage with one before them. */

import { nth } from '../../numeric/index.ts';
import { arrivalQueue } from './arrival-queue.ts';
import type { PipelinedLogic } from './atoms.ts';
import { latestOf } from './stages.ts';

/** Finder of the first atoms behind another that end too late to share its stage. */
export function tooFar(
  logic: PipelinedLogic,
  readers: readonly (readonly number[])[],
  period: number,
): (start: number) => number[] {
  const arrivals = new Float64Array(logic.netCount).fill(Number.NEGATIVE_INFINITY);
  return (start) => {
    const touched: number[] = [];
    const found: number[] = [];
    const waiting = new Set([start]);
    const order = arrivalQueue<number>((index) => index);
    order.push(start);
    for (const net of nth(logic.atoms, start).inputs) {
      arrivals[net] = 0;
      touched.push(net);
    }
    for (let index = order.pop(); index !== undefined; index = order.pop()) {
      const atom = nth(logic.atoms, index);
      const time = latestOf(logic, atom, arrivals);
      touched.push(...atom.outputs);
      if (time > period) {
        found.push(index);
        for (const net of atom.outputs) arrivals[net] = Number.NEGATIVE_INFINITY;
        continue;
      }
      for (const net of atom.outputs)
        for (const reader of nth(readers, net)) {
          if (waiting.has(reader)) continue;
          waiting.add(reader);
          order.push(reader);
        }
    }
    for (const net of touched) arrivals[net] = Number.NEGATIVE_INFINITY;
    return found;
  };
}
