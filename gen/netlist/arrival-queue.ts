/** Queue in the order of arrival, a binary heap. J. W. J. Williams, "Algorithm 232: Heapsort", CACM 7, 1964. */

export interface ArrivalQueue<T> {
  readonly size: () => number;
  readonly push: (item: T) => void;
  /** Earliest item, taken out. Of several at one time the one that was pushed first. */
  readonly pop: () => T | undefined;
}

/** Empty queue ordered by `arrival`. Each push and pop takes time in the order of the logarithm of its size. */
export function arrivalQueue<T>(arrival: (item: T) => number): ArrivalQueue<T> {
  interface Entry {
    readonly item: T;
    readonly time: number;
    readonly turn: number;
  }
  const entries: Entry[] = [];
  let turns = 0;
  const before = (a: Entry, b: Entry): boolean => a.time < b.time || (a.time === b.time && a.turn < b.turn);

  return {
    size: () => entries.length,
    push(item) {
      const entry: Entry = { item, time: arrival(item), turn: turns++ };
      let place = entries.length;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        const above = entries[parent];
        if (!above || !before(entry, above)) break;
        entries[place] = above;
        place = parent;
      }
      entries[place] = entry;
    },
    pop() {
      const first = entries[0];
      const last = entries.pop();
      if (!first || !last || entries.length === 0) return first?.item;
      let place = 0;
      for (;;) {
        const left = 2 * place + 1;
        const [a, b] = [entries[left], entries[left + 1]];
        if (!a) break;
        const child = b && before(b, a) ? left + 1 : left;
        const below = child === left ? a : b;
        if (!below || !before(below, last)) break;
        entries[place] = below;
        place = child;
      }
      entries[place] = last;
      return first.item;
    },
  };
}
