/** Time limits of options. */

import { InvalidArgumentError } from 'commander';

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, min: 60, h: 3600 };
/** Longest limit, s: twenty days, which timers still hold. */
const LONGEST = 20 * 24 * 3600;

/** Parser of a time above 0, s: `90 s`, `10 min`, `1.5 h`, or a number of seconds. */
export function timeLimit(text: string): number {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*(s|min|h|)\s*$/.exec(text) ?? [];
  const seconds = Number(number) * (SECONDS[unit ?? ''] ?? Number.NaN);
  if (number !== undefined && seconds > 0 && seconds <= LONGEST) return seconds;
  throw new InvalidArgumentError('It must be a time above 0 and at most 480 h, such as 90 s, 10 min or 1 h.');
}

/** Option of verbs that run tools. */
export const TOOL_TIMEOUT = [
  '--tool-timeout <time>',
  'longest time of one run of a tool (default: 10 min; 1 min for a deck in ngspice, 2 min installed)',
  timeLimit,
] as const;
