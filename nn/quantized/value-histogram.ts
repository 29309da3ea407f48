/** Histograms of magnitudes, whose bins grow with the largest: a pass over values that nobody knows the range of. */

/** Magnitudes that were added. */
export interface ValueHistogram {
  /** Counts of the magnitudes above 0, in bins of `width`. */
  readonly counts: Float64Array;
  /** Width of a bin, a power of two; 0 where there is none above 0. */
  readonly width: number;
  readonly largest: number;
  /** Number of all values, zeros too. */
  readonly values: number;
}

/** A histogram that is being filled. */
export interface GrowingHistogram {
  /** Throws where the value is not finite. */
  readonly add: (value: number) => void;
  readonly histogram: () => ValueHistogram;
}

/** Bins between 2^-14 and 2^-13 of the largest magnitude. */
const BINS = 2 ** 14;

/** An empty histogram. */
export function growingHistogram(): GrowingHistogram {
  const counts = new Float64Array(BINS);
  let width = 0;
  let largest = 0;
  let values = 0;
  const grow = (size: number): void => {
    if (width === 0) {
      width = 1;
      while (size < (width * BINS) / 2) width /= 2;
    }
    while (size >= width * BINS) {
      for (let k = 0; k < BINS / 2; k++) counts[k] = (counts[2 * k] ?? 0) + (counts[2 * k + 1] ?? 0);
      counts.fill(0, BINS / 2);
      width *= 2;
    }
  };
  return {
    add: (value) => {
      const size = Math.abs(value);
      if (!(size < Infinity)) throw new RangeError(`outputs must be finite: ${value}`);
      values++;
      if (size === 0) return;
      if (size > largest) {
        largest = size;
        if (width === 0 || size >= width * BINS) grow(size);
      }
      const bin = Math.floor(size / width);
      counts[bin] = (counts[bin] ?? 0) + 1;
    },
    histogram: () => ({ counts: counts.slice(), width, largest, values }),
  };
}

/** Smallest magnitude, to a bin, that `percent` of all values are within; the largest for 100. */
export function percentileOf({ counts, width, largest, values }: ValueHistogram, percent: number): number {
  const wanted = Math.ceil((percent / 100) * values);
  let beyond = values - wanted;
  for (let k = counts.length - 1; k >= 0; k--) {
    beyond -= counts[k] ?? 0;
    if (beyond < 0) return Math.min(largest, (k + 1) * width);
  }
  return 0;
}

/** Candidates of a range, parts of the largest magnitude. */
const PARTS = Array.from({ length: 64 }, (_, k) => (64 - k) / 64);
/** A code of so many bins takes the bins' middles for their values. */
const COARSE = 8;

/**
 * Range of the least mean square of values less their codes', to `limit`. It is a part of the largest
 * magnitude, of equals the larger. Within codes that are as fine as the bins values count as spread evenly.
 */
export function leastSquareRange({ counts, width, largest }: ValueHistogram, limit: number): number {
  const last = Math.min(counts.length - 1, Math.floor(largest / width));
  let best = largest;
  let fewest = Infinity;
  for (const part of PARTS) {
    const range = part * largest;
    const unit = range / limit;
    const even = unit < COARSE * width;
    let squares = 0;
    for (let k = 0; k <= last; k++) {
      const count = counts[k] ?? 0;
      if (count === 0) continue;
      const size = (k + 0.5) * width;
      if (even && size < range) squares += (count * unit * unit) / 12;
      else {
        const off = size - unit * Math.min(limit, Math.floor(size / unit + 0.5));
        squares += count * off * off;
      }
    }
    if (squares < fewest) {
      fewest = squares;
      best = range;
    }
  }
  return best;
}
