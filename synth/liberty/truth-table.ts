/** Truth tables of Boolean functions, 32 rows at a time: bit k is the value where pin j has bit j of k. */

import { nth } from '../../numeric/index.ts';
import { type BooleanFunction, pinsOf } from './boolean-function.ts';

/** Most pins of a table. */
const MOST_PINS = 16;
/** Rows of the first five pins in a word. */
const PATTERNS = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000] as const;

/** Truth table of `value` over `pins`, its rows repeated where they are fewer than 32. */
function wordsOf(value: BooleanFunction, pins: readonly string[]): Uint32Array {
  if (pins.length > MOST_PINS)
    throw new RangeError(`a truth table must have at most ${MOST_PINS} pins: ${pins.length}`);
  const length = 2 ** Math.max(0, pins.length - PATTERNS.length);
  const columns = new Map(pins.map((pin, k) => [pin, column(k, length)]));
  const none = new Uint32Array(length);
  const table = (part: BooleanFunction): Uint32Array => {
    switch (part.kind) {
      case 'constant':
        return part.value ? none.map(() => ~0) : none;
      case 'pin':
        return columns.get(part.name) ?? none;
      case 'not':
        return table(part.a).map((word) => ~word);
      case 'and':
      case 'or':
      case 'xor': {
        const [a, b] = [table(part.a), table(part.b)];
        if (part.kind === 'and') return a.map((word, k) => word & nth(b, k));
        return part.kind === 'or' ? a.map((word, k) => word | nth(b, k)) : a.map((word, k) => word ^ nth(b, k));
      }
    }
  };
  return table(value);
}

/** Rows in which pin `k` is 1. */
function column(k: number, length: number): Uint32Array {
  const pattern = PATTERNS[k];
  if (pattern !== undefined) return new Uint32Array(length).fill(pattern);
  return Uint32Array.from({ length }, (_, word) => ((word >> (k - PATTERNS.length)) & 1 ? ~0 : 0));
}

/** Number of pins of a truth table that fits a number. */
export const TABLE_PINS = 4;

/** Truth table as a number. At most TABLE_PINS pins. */
export function truthTable(value: BooleanFunction, pins: readonly string[]): number {
  if (pins.length > TABLE_PINS)
    throw new RangeError(`a truth table must have at most ${TABLE_PINS} pins: ${pins.length}`);
  return nth(wordsOf(value, pins), 0) & (2 ** (2 ** pins.length) - 1);
}

/** Sense of a function in a pin; non_unate too where the pins are too many to try all. */
export function senseOf(value: BooleanFunction, pin: string): 'positive_unate' | 'negative_unate' | 'non_unate' {
  const others = pinsOf(value).filter((name) => name !== pin);
  if (others.length >= MOST_PINS) return 'non_unate';
  // The pin itself is the first: its rows stand side by side, low before high.
  const words = wordsOf(value, [pin, ...others]);
  const rises = words.some((word) => (word >>> 1) & ~word & 0x55555555);
  const falls = words.some((word) => word & ~(word >>> 1) & 0x55555555);
  if (rises === falls) return 'non_unate';
  return rises ? 'positive_unate' : 'negative_unate';
}

/**
 * Share of the combinations of its pins for which a function is true. Throws `RangeError` where its pins are too many
 * and its parts have some of them in common.
 */
export function shareOfOnes(value: BooleanFunction): number {
  const pins = pinsOf(value);
  if (pins.length <= MOST_PINS) {
    const words = wordsOf(value, pins);
    return words.reduce((sum, word) => sum + ones(word), 0) / (32 * words.length);
  }
  if (value.kind === 'not') return 1 - shareOfOnes(value.a);
  if (value.kind === 'constant' || value.kind === 'pin') return value.kind === 'pin' || value.value ? 1 : 0;
  const second = new Set(pinsOf(value.b));
  if (pinsOf(value.a).some((pin) => second.has(pin)))
    throw new RangeError(`a condition must have at most ${MOST_PINS} pins: ${pins.length}`);
  const [a, b] = [shareOfOnes(value.a), shareOfOnes(value.b)];
  if (value.kind === 'and') return a * b;
  return value.kind === 'or' ? a + b - a * b : a + b - 2 * a * b;
}

/** Number of ones in a word. */
function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
