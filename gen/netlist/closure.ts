/**
 * Closure of the largest weight: of a set of nodes with implications between them, those that are best taken. It is the
 * source's side of a minimum cut (J.-C. Picard, Management Science 22, 1976), found by Dinic's algorithm.
 */

import { nth } from '../../numeric/index.ts';

export interface Closure {
  /** New node of a weight. */
  node(weight: number): number;
  /** Implication: who takes `from` takes `to`. */
  imply(from: number, to: number): void;
  /** Nodes of the smallest of the best closures: 1 at each that is taken. */
  solve(): Uint8Array;
}

const UNLIMITED = 2 ** 30;

/** Closure without nodes. */
export function createClosure(): Closure {
  const weights: number[] = [];
  // An arc and its reverse stand side by side.
  const heads: number[] = [];
  const room: number[] = [];
  const arcs: number[][] = [];
  const connect = (from: number, to: number, capacity: number): void => {
    nth(arcs, from).push(heads.length);
    heads.push(to);
    room.push(capacity);
    nth(arcs, to).push(heads.length);
    heads.push(from);
    room.push(0);
  };
  return {
    node(weight) {
      arcs.push([]);
      return weights.push(weight) - 1;
    },
    imply: (from, to) => connect(from, to, UNLIMITED),
    solve() {
      const source = weights.length;
      const sink = source + 1;
      arcs.push([], []);
      weights.forEach((weight, node) => {
        if (weight > 0) connect(source, node, weight);
        if (weight < 0) connect(node, sink, -weight);
      });
      const levels = fillByLevels({ arcs, heads: Int32Array.from(heads), room: Int32Array.from(room) }, source, sink);
      return Uint8Array.from(weights, (_, node) => (nth(levels, node) >= 0 ? 1 : 0));
    },
  };
}

interface Network {
  readonly arcs: readonly (readonly number[])[];
  readonly heads: Int32Array;
  /** Capacity that is left on each arc. */
  readonly room: Int32Array;
}

/** Levels of the nodes that the source still reaches when no flow fits any more; -1 for the others. */
function fillByLevels({ arcs, heads, room }: Network, source: number, sink: number): Int32Array {
  const levels = new Int32Array(arcs.length);
  const next = new Int32Array(arcs.length);
  const queue = new Int32Array(arcs.length);
  const rank = (): void => {
    levels.fill(-1);
    levels[source] = 0;
    queue[0] = source;
    for (let at = 0, end = 1; at < end; at++) {
      const node = nth(queue, at);
      for (const arc of nth(arcs, node)) {
        const head = nth(heads, arc);
        if (room[arc] === 0 || nth(levels, head) >= 0) continue;
        levels[head] = nth(levels, node) + 1;
        queue[end++] = head;
      }
    }
  };
  /** Path of arcs with room from source to sink, level by level; empty without one. */
  const path = (): number[] => {
    const taken: number[] = [];
    for (let node = source; node !== sink; ) {
      const out = nth(arcs, node);
      const place = nth(next, node);
      const arc = out[place];
      if (arc === undefined) {
        const back = taken.pop();
        if (back === undefined) return [];
        node = nth(heads, back ^ 1);
        next[node] = nth(next, node) + 1;
      } else if (room[arc] !== 0 && levels[nth(heads, arc)] === nth(levels, node) + 1) {
        taken.push(arc);
        node = nth(heads, arc);
      } else next[node] = place + 1;
    }
    return taken;
  };
  for (rank(); nth(levels, sink) >= 0; rank()) {
    next.fill(0);
    for (let taken = path(); taken.length > 0; taken = path()) {
      const flow = taken.reduce((least, arc) => Math.min(least, nth(room, arc)), UNLIMITED);
      for (const arc of taken) {
        room[arc] = nth(room, arc) - flow;
        room[arc ^ 1] = nth(room, arc ^ 1) + flow;
      }
    }
  }
  return levels;
}
