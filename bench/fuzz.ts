/** Fuzz of the readers of files: seeded mutations of small good files, each read as a whole. */

import { nth, philox4x32 } from '../numeric/index.ts';

/** A reader of files, and what it may do. */
export interface FuzzReader {
  /** Name of the figures, `fuzz.NAME.foreign`. */
  readonly name: string;
  /** Good files that are mutated. */
  readonly seeds: readonly Uint8Array[];
  /** Pieces of text that are put in. */
  readonly words: readonly string[];
  /** Result of an input; throws. */
  readonly read: (bytes: Uint8Array) => unknown;
  /** Nonsense in a result; undefined where there is none. */
  readonly nonsense?: (result: unknown) => string | undefined;
  /** Errors by which the reader refuses what it is given. */
  readonly own: readonly (new (
    ...args: never[]
  ) => Error)[];
}

/** Ends of a fuzz. */
export interface FuzzCount {
  readonly accepted: number;
  readonly refused: number;
  /** Inputs that were accepted with nonsense in the result, the first ones as text. */
  readonly nonsense: readonly string[];
  /** Errors that are not the reader's own, the first ones as text. */
  readonly foreign: readonly string[];
  readonly foreignCount: number;
  /** Longest CPU time of an input, s. */
  readonly longest: number;
  /** Growth of the process's largest memory, B. */
  readonly memory: number;
}

/** Texts as files. */
export const bytesOf = (...texts: readonly string[]): Uint8Array[] => texts.map((text) => Buffer.from(text));

/** Text of a file. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Numbers in data, at any depth, that are no numbers. */
export function badNumber(value: unknown): string | undefined {
  const text = JSON.stringify(value, (key, entry: unknown) =>
    typeof entry === 'number' &&
    (Number.isNaN(entry) || (entry === Number.POSITIVE_INFINITY && key !== 'maxCapacitance'))
      ? `no number: ${key}`
      : entry,
  );
  return /no number: \w+/.exec(text)?.[0];
}

/** Most failures that are told one by one. */
const MOST_TOLD = 5;

/** Ends of `count` mutated inputs. The same seed gives the same inputs. */
export function fuzz(reader: FuzzReader, count: number, seed: number): FuzzCount {
  let [accepted, refused, foreignCount, longest] = [0, 0, 0, 0];
  const nonsense: string[] = [];
  const foreign: string[] = [];
  const before = process.resourceUsage().maxRSS;
  for (let input = 0; input < count; input++) {
    const bytes = mutated(reader, wordsFrom(seed, input));
    const start = process.cpuUsage();
    try {
      const problem = reader.nonsense?.(reader.read(bytes));
      accepted++;
      if (problem !== undefined) nonsense.push(`input ${input}: ${problem}`);
    } catch (error) {
      if (reader.own.some((kind) => error instanceof kind)) refused++;
      else {
        foreignCount++;
        if (foreign.length < MOST_TOLD) foreign.push(`input ${input}: ${String(error).slice(0, 200)}`);
      }
    }
    const { user, system } = process.cpuUsage(start);
    longest = Math.max(longest, (user + system) / 1e6);
  }
  const memory = (process.resourceUsage().maxRSS - before) * 1024;
  return { accepted, refused, nonsense, foreign, foreignCount, longest, memory };
}

/** Source of whole numbers from 0 to below a bound. */
type Draw = (below: number) => number;

/** Random words of one input. */
function wordsFrom(seed: number, input: number): Draw {
  const words = new Uint32Array(4);
  let used = 0;
  return (below) => {
    if (used % 4 === 0) philox4x32(words, used / 4, input, 0, 0, seed, 0);
    return Math.floor((nth(words, used++ % 4) / 2 ** 32) * below);
  };
}

/** Most changes of one input. */
const MOST_CHANGES = 6;
/** Most repetitions of a piece. */
const MOST_REPEATS = 3000;

/** A seed with some changes. */
function mutated({ seeds, words }: FuzzReader, draw: Draw): Uint8Array {
  let bytes: Uint8Array = nth(seeds, draw(seeds.length));
  for (let change = 1 + draw(MOST_CHANGES); change > 0; change--) {
    const at = draw(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + draw(1 + draw(60)));
    const put = (piece: Uint8Array, until = at): Uint8Array =>
      joined(bytes.subarray(0, at), piece, bytes.subarray(until));
    switch (draw(8)) {
      case 0:
        bytes = put(new Uint8Array(0), end);
        break;
      case 1:
        bytes = put(Uint8Array.of(draw(256)), Math.min(bytes.length, at + 1));
        break;
      case 2:
        bytes = bytes.subarray(0, at);
        break;
      case 3:
        bytes = put(bytes.subarray(at, end));
        break;
      case 4:
        bytes = put(joined(...Array.from({ length: draw(MOST_REPEATS) }, () => bytes.subarray(at, end))));
        break;
      case 5: {
        const other = nth(seeds, draw(seeds.length));
        const from = draw(other.length);
        bytes = put(other.subarray(from, from + draw(200)));
        break;
      }
      default:
        bytes = put(Buffer.from(nth(words, draw(words.length))), draw(2) === 0 ? at : wordEnd(bytes, at));
    }
    if (bytes.length > LARGEST) bytes = bytes.subarray(0, LARGEST);
  }
  return bytes;
}

/** Most bytes of an input. */
const LARGEST = 100_000;

/** Place behind the letters and digits that begin at a place. */
function wordEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && /[\w.+-]/.test(String.fromCharCode(nth(bytes, end)))) end++;
  return end;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
