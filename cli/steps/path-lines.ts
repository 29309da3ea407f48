/** Longest paths as lines for a person. */

import type { NamedPath } from '../../flow/index.ts';
import { quantity } from '../../measurement/index.ts';

/** Path cell by cell, with the arrivals. */
export function pathLines({ start, steps, end }: NamedPath): string[] {
  const line = (arrival: number, text: string): string => `    ${quantity(arrival, 's').padStart(9)}  ${text}`;
  return [
    `  longest path, from ${start ?? 'a constant'}:`,
    ...steps.map(({ kind, net, arrival }) => line(arrival, `${net} (${kind})`)),
    ...(end ? [line(end.arrival, end.name)] : []),
  ];
}
