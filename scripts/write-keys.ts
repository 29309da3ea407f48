/** The table of all keys of metrics.json in docs/keys.md, written from their declarations: `npm run keys`. */

import { writeFileSync } from 'node:fs';
import { KEY_AREAS, type Key, PARAMETERS } from '../measurement/index.ts';

const INTRODUCTION = `# Keys of metrics.json

Every number that somagen writes has a key, a unit, an origin and a source. This page is made from the declarations of the keys in
\`measurement/keys/\` by \`npm run keys\`.

A name in braces is filled in, see [Parameters](#parameters); what stands in square brackets is there only where it applies. Units are SI;
1 stands for a count or a ratio. Numbers in keys are decimal; currents, noise powers and offsets are in scientific notation, as in
\`3.162e-6\`, zero is \`0\`.
`;

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const keyRow = ({ pattern, unit, meaning }: Key): string => row(`\`${pattern}\``, unit, meaning);

/** Text of docs/keys.md. */
export function keysPage(): string {
  const areas = KEY_AREAS.map(
    ({ title, keys }) =>
      `\n## ${title}\n\n${row('key', 'unit', 'meaning')}${row('---', '---', '---')}${keys.map(keyRow).join('')}`,
  );
  const parameters = Object.entries(PARAMETERS).map(([name, { meaning }]) => row(`\`{${name}}\``, meaning));
  return `${INTRODUCTION}${areas.join('')}\n## Parameters\n\n${row('parameter', 'meaning')}${row('---', '---')}${parameters.join('')}`;
}

if (process.argv[1]?.endsWith('write-keys.ts')) writeFileSync(new URL('../docs/keys.md', import.meta.url), keysPage());
