/**
 * Prefix network for bits that arrive at different times. It ripples where they come early and takes prefixes where
 * they come late; the search for it stands in docs/adders.md. V. G. Oklobdzija, Asilomar 1994; J. Liu, S. Zhou, H. Zhu,
 * C.-K. Cheng, ICCAD 2003.
 */

import { nth } from '../../numeric/index.ts';
import { join, type PrefixNetwork, type Span, single } from './prefix-network.ts';

/** First step from the earliest deadline to a later one, in nodes. It doubles each time. */
const STEP = 1 / 2;
/** Limit on the runs that a search looks at. Where they do not suffice, a later deadline needs fewer. */
const MOST_RUNS = 30_000;
/** Largest difference of times by rounding alone, in nodes. */
const ROUNDING = 1e-6;

/**
 * Network of the fewest nodes among those with the earliest last carry. Never more nodes than Kogge and Stone's
 * network.
 */
export const hybrid: PrefixNetwork = ({ arrivals, nodeDelay }) => {
  const columns = arrivals.length;
  if (columns === 0) return [];
  // From here on in nodes.
  const times = arrivals.map((arrival) => arrival / nodeDelay);
  const earliest = earliestCarries(times);
  const rippled = rippledCarries(times);
  const levels = Math.ceil(Math.log2(columns));
  const mostNodes = columns * levels - 2 ** levels + 1;
  for (let deadline = earliest(0, columns - 1), step = STEP; ; deadline += step, step *= 2) {
    const search = searchOf(columns, earliest, rippled, deadline + ROUNDING);
    if (search.nodes <= mostNodes) return search.spans();
  }
};

/** Time of the carry out of columns `low` to `high`. */
type Carries = (low: number, high: number) => number;

/** Earliest times of the carries, whatever they cost. */
function earliestCarries(times: readonly number[]): Carries {
  const columns = times.length;
  const table = new Float64Array(columns * columns);
  const at: Carries = (low, high) => nth(table, low * columns + high);
  for (let size = 1; size <= columns; size++)
    for (let low = 0; low + size <= columns; low++) {
      const high = low + size - 1;
      let best = size === 1 ? nth(times, low) : Number.POSITIVE_INFINITY;
      for (let middle = low + 1; middle <= high; middle++)
        best = Math.min(best, Math.max(at(low, middle - 1), at(middle, high)) + 1);
      table[low * columns + high] = best;
    }
  return at;
}

/** Times of the carries that ripple. */
function rippledCarries(times: readonly number[]): Carries {
  const columns = times.length;
  const table = new Float64Array(columns * columns);
  for (let low = 0; low < columns; low++) {
    let carry = nth(times, low);
    for (let high = low; high < columns; high++) {
      if (high > low) carry = Math.max(carry, nth(times, high)) + 1;
      table[low * columns + high] = carry;
    }
  }
  return (low, high) => nth(table, low * columns + high);
}

/**
 * Carries of columns `low` to `high`, with the nodes that follow. There are `all` on every one of them, `last` on the
 * highest.
 */
interface ColumnRun {
  readonly low: number;
  readonly high: number;
  readonly all: number;
  /** Nodes after the highest carry, at least `all`. */
  readonly last: number;
}

interface Choice {
  /** Fewest nodes; infinite where no network is in time. */
  readonly nodes: number;
  /** First column of the upper run; 0 where the carries ripple. */
  readonly middle: number;
}

/** Search for the fewest nodes whose carries are all there by `deadline`. */
function searchOf(columns: number, earliest: Carries, rippled: Carries, deadline: number) {
  const known = new Map<number, Choice>();
  // More columns never make a carry earlier: of the carries below the last, the highest decides.
  const isInTime = (carries: Carries, { low, high, all, last }: ColumnRun): boolean =>
    carries(low, high) + last <= deadline && (low === high || carries(low, high - 1) + all <= deadline);
  const lowerRun = ({ low, all, last }: ColumnRun, middle: number): ColumnRun => ({
    low,
    high: middle - 1,
    all,
    last: last + 1,
  });
  const upperRun = ({ high, all, last }: ColumnRun, middle: number): ColumnRun => ({
    low: middle,
    high,
    all: all + 1,
    last: last + 1,
  });

  const search = (run: ColumnRun): Choice => {
    const { low, high } = run;
    if (isInTime(rippled, run)) return { nodes: high - low, middle: 0 };
    let best: Choice = { nodes: Number.POSITIVE_INFINITY, middle: 0 };
    for (let middle = high; middle > low; middle--) {
      const joins = high - middle + 1;
      // No run takes fewer nodes than it has columns above the first.
      if (joins + high - low - 1 >= best.nodes) break;
      const [lower, upper] = [lowerRun(run, middle), upperRun(run, middle)];
      if (!isInTime(earliest, lower) || !isInTime(earliest, upper)) continue;
      const above = joins + choose(upper).nodes;
      if (above + middle - 1 - low >= best.nodes) continue;
      const nodes = above + choose(lower).nodes;
      if (nodes < best.nodes) best = { nodes, middle };
    }
    return best;
  };
  const choose = (run: ColumnRun): Choice => {
    // A run of n columns is n levels deep at most.
    const key = ((run.low * columns + run.high) * (columns + 1) + run.all) * (columns + 1) + run.last;
    const before = known.get(key);
    if (before) return before;
    const choice = known.size < MOST_RUNS ? search(run) : { nodes: Number.POSITIVE_INFINITY, middle: 0 };
    known.set(key, choice);
    return choice;
  };
  const spansOf = (run: ColumnRun): readonly Span[] => {
    const { middle } = choose(run);
    if (middle === 0) return rippledSpans(run);
    const below = spansOf(lowerRun(run, middle));
    const carry = below.at(-1);
    const above = spansOf(upperRun(run, middle));
    return [...below, ...above.map((span) => (carry ? join(span, carry) : span))];
  };
  const whole: ColumnRun = { low: 0, high: columns - 1, all: 0, last: 0 };
  return { nodes: choose(whole).nodes, spans: () => spansOf(whole) };
}

function rippledSpans({ low, high }: ColumnRun): readonly Span[] {
  const spans: Span[] = [single(low)];
  for (let k = low + 1; k <= high; k++) spans.push(join(single(k), spans.at(-1) ?? single(low)));
  return spans;
}
