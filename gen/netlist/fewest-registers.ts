/**
 * Stages of a pipeline with the fewest registers among those of one period. A net takes as many registers as the stage
 * of its last reader stands behind its own; with "stands in stage t or later" for variables, fewest registers are a
 * closure of the largest weight. C. E. Leiserson, J. B. Saxe, "Retiming Synchronous Circuitry", Algorithmica 6, 1991.
 */

import { nth } from '../../numeric/index.ts';
import { type PipelinedLogic, readersOf } from './atoms.ts';
import { createClosure } from './closure.ts';
import { earliestStages, latestStages, netStages } from './stages.ts';
import { tooFar } from './too-far.ts';

/** Stage of each atom with the fewest registers, no path longer than `period`. */
export function fewestRegisters(logic: PipelinedLogic, stages: number, period: number): Uint8Array {
  const earliest = earliestStages(logic, stages, period).atoms;
  const latest = latestStages(logic, stages, period);
  const readers = readersOf(logic);
  const sources = netStages(logic, stages);
  const farFrom = tooFar(logic, readers, period);
  const closure = createClosure();
  /** Nodes of "in stage t or later" for t from `above` + 1 on. */
  interface Steps {
    readonly above: number;
    readonly nodes: readonly number[];
  }
  const steps = (above: number, most: number, weight: number): Steps => {
    const nodes = Array.from({ length: Math.max(0, most - above) }, () => closure.node(weight));
    nodes.forEach((node, k) => {
      if (k > 0) closure.imply(node, nth(nodes, k - 1));
    });
    return { above, nodes };
  };
  let impossible: number | undefined;
  /** Implication from stage t or later to stage t + `by` or later of `to`. */
  const follow = (from: Steps, to: Steps, by: number): void =>
    from.nodes.forEach((node, k) => {
      const place = from.above + k + by - to.above;
      if (place < 0) return;
      impossible ??= closure.node(-FORBIDDEN);
      closure.imply(node, to.nodes[place] ?? impossible);
    });

  const isResult = new Set(logic.results);
  const isRead = (net: number): boolean => nth(readers, net).length > 0 || isResult.has(net);
  const atoms = logic.atoms.map(({ outputs, isLast }, index) =>
    steps(nth(earliest, index), isLast ? stages : nth(latest, index), outputs.filter(isRead).length),
  );
  readers.forEach((reading, net) => {
    if (!isRead(net) || net <= 1 || sources[net] === stages) return;
    const ends = reading.map((index) => nth(atoms, index));
    const above = isResult.has(net) ? stages : Math.max(...ends.map((end) => end.above));
    const end = steps(above, Math.max(above, ...ends.map((entry) => entry.above + entry.nodes.length)), -1);
    for (const entry of ends) follow(entry, end, 0);
  });
  logic.atoms.forEach(({ outputs }, index) => {
    const own = nth(atoms, index);
    if (own.nodes.length === 0) return;
    for (const reader of new Set(outputs.flatMap((net) => nth(readers, net)))) follow(own, nth(atoms, reader), 0);
    for (const far of farFrom(index)) follow(own, nth(atoms, far), 1);
  });

  const taken = closure.solve();
  return Uint8Array.from(atoms, ({ above, nodes }) => above + nodes.filter((node) => taken[node]).length);
}

/** More than all registers together. */
const FORBIDDEN = 2 ** 29;
