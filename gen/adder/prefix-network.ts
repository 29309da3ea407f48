/**
 * Prefix networks, which make the carries of all columns from those of shorter spans. Only the order of combination is
 * told here; `prefixAdder` makes cells of it.
 */

/** Columns `low` to `high`, one alone or two spans side by side. */
export type Span = ColumnSpan | JoinedSpan;

export interface ColumnSpan {
  readonly high: number;
  readonly low: number;
  /** Depth in nodes one after the other; 0 for a column. */
  readonly depth: number;
}

export interface JoinedSpan extends ColumnSpan {
  readonly upper: Span;
  readonly lower: Span;
}

/** Arrival times for a prefix network, in any one unit. */
export interface ArrivalProfile {
  /** Arrival of the bits of each column. */
  readonly arrivals: readonly number[];
  /** Delay of joining two spans, above 0. */
  readonly nodeDelay: number;
}

/** Spans [k, 0] for every column k; equal parts are one object. */
export type PrefixNetwork = (profile: ArrivalProfile) => readonly Span[];

/** Column `k` alone. */
export const single = (k: number): ColumnSpan => ({ high: k, low: k, depth: 0 });

/** Union of two spans, of which `upper` stands right above `lower`. They may overlap. */
export function join(upper: Span, lower: Span): JoinedSpan {
  return { high: upper.high, low: lower.low, depth: 1 + Math.max(upper.depth, lower.depth), upper, lower };
}

/**
 * Sklansky's network of the fewest levels, with fan-out up to half the columns. J. Sklansky, "Conditional-Sum Addition
 * Logic", IRE Trans. Electronic Computers EC-9, 1960.
 */
export const sklansky: PrefixNetwork = ({ arrivals: { length: columns } }) => {
  let spans = singles(columns);
  for (let size = 1; size < columns; size *= 2)
    spans = spans.map((span, k) => (k & size ? joinAt(spans, span, (k & -size) - 1) : span));
  return spans;
};

/**
 * Kogge-Stone network of the fewest levels, with fan-out 2. P. M. Kogge, H. S. Stone, "A Parallel Algorithm for the
 * Efficient Solution of a General Class of Recurrence Equations", IEEE Trans. Computers C-22, 1973.
 */
export const koggeStone: PrefixNetwork = ({ arrivals: { length: columns } }) => {
  let spans = singles(columns);
  for (let size = 1; size < columns; size *= 2)
    spans = spans.map((span, k) => (k >= size ? joinAt(spans, span, k - size) : span));
  return spans;
};

/**
 * Brent-Kung network of few nodes and twice the levels. R. P. Brent, H. T. Kung, "A Regular Layout for Parallel
 * Adders", IEEE Trans. Computers C-31, 1982.
 */
export const brentKung: PrefixNetwork = ({ arrivals: { length: columns } }) => {
  let spans = singles(columns);
  let size = 1;
  for (; size < columns; size *= 2)
    spans = spans.map((span, k) => ((k + 1) % (2 * size) === 0 ? joinAt(spans, span, k - size) : span));
  for (size /= 2; size >= 1; size /= 2)
    spans = spans.map((span, k) => (k >= size && (k + 1) % (2 * size) === size ? joinAt(spans, span, k - size) : span));
  return spans;
};

/**
 * Han-Carlson network: Kogge-Stone on every other column, one level more. T. Han, D. A. Carlson, "Fast Area-Efficient
 * VLSI Adders", ARITH 8, 1987.
 */
export const hanCarlson: PrefixNetwork = ({ arrivals: { length: columns } }) => {
  let spans = singles(columns);
  spans = spans.map((span, k) => (k % 2 ? joinAt(spans, span, k - 1) : span));
  for (let size = 2; size < columns; size *= 2)
    spans = spans.map((span, k) => (k % 2 && k > size ? joinAt(spans, span, k - size) : span));
  return spans.map((span, k) => (k % 2 === 0 && k > 0 ? joinAt(spans, span, k - 1) : span));
};

const singles = (columns: number): readonly Span[] => Array.from({ length: columns }, (_, k) => single(k));

function joinAt(spans: readonly Span[], upper: Span, k: number): Span {
  const lower = spans[k];
  return lower ? join(upper, lower) : upper;
}
