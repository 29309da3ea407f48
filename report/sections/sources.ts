/** Section on the marks beside the numbers and their sources. */

import { besidePaper } from '../../compare/index.ts';
import type { Origin } from '../../measurement/index.ts';
import { literal, table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

const MEANINGS: readonly (readonly [Origin, string])[] = [
  ['paper', 'stated in the paper'],
  ['synthesized', 'counted in a netlist that was generated or synthesized here'],
  ['simulated', 'out of a simulator in this run'],
  ['modelled', 'from a closed form, or a sum over other numbers of this report'],
  ['assumed', 'a stated parameter'],
];

/** Table of the origins, then every source cited, by number. It stands last, because it lists what came before. */
export function sourcesSection({ input, citations }: ReportData): readonly string[] {
  return [
    '## Sources',
    'A mark is an origin and the number of a source below. Every measurement with its source stands in `metrics.json`.',
    table(
      ['mark', 'origin', 'meaning'],
      MEANINGS.filter(([origin]) => origin !== 'paper' || besidePaper(input.spec)).map(([origin, meaning]) => [
        citations.tag(origin),
        origin,
        meaning,
      ]),
    ),
    citations
      .sources()
      .map((source, index) => `${index + 1}. ${literal(source)}`)
      .join('\n'),
  ];
}
