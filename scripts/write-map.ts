/**
 * The map of the rooms in CONTRIBUTING.md, `npm run map`. Each line comes from the comment of the room's first file.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { FOLDERS, type Folder } from './rooms.ts';

const ROOT = new URL('../', import.meta.url);
const BEGIN = '<!-- map -->\n';
const END = '<!-- end of map -->';

/** Text of CONTRIBUTING.md with a fresh map. */
export function withMap(contributing: string): string {
  const start = contributing.indexOf(BEGIN);
  const end = contributing.indexOf(END);
  if (start < 0 || end < start) throw new Error('CONTRIBUTING.md must hold the marks of the map');
  return contributing.slice(0, start + BEGIN.length) + map() + contributing.slice(end);
}

function map(): string {
  return `\n| room | what it is | may import |\n| --- | --- | --- |\n${FOLDERS.map(rows).join('')}\n`;
}

/** Rows of the folder itself and of its rooms in their order. */
function rows({ name, imports, toolType, rooms }: Folder): string {
  const { '.': own = 'index.ts', ...inner } = rooms;
  const allowed = [...imports, ...(toolType ? ['tools/tool.ts'] : [])].join(', ') || 'nothing of ours';
  const first = `| **\`${name}/\`** | ${firstSentence(posix.join(name, own))} | ${allowed} |\n`;
  return (
    first +
    Object.entries(inner)
      .map(([room, lead]) => row(posix.join(name, room), lead))
      .join('')
  );
}

const row = (place: string, lead: string): string =>
  `| \`${place}/\` | ${firstSentence(posix.join(place, lead))} | |\n`;

/** First sentence of the module comment. */
function firstSentence(path: string): string {
  const text = readFileSync(new URL(path, ROOT), 'utf8').replace(/^#!.*\n+/, '');
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1];
  if (comment === undefined) throw new Error(`${path} must begin with a module comment`);
  const words = comment
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (/^.*?(?<=[a-z0-9)][a-z0-9)])(?<!Trans)[.:](?= [A-Z`]|$)/.exec(words)?.[0] ?? words)
    .replace(/:$/, '.')
    .replaceAll('|', '\\|');
}

if (process.argv[1]?.endsWith('write-map.ts')) {
  const file = new URL('CONTRIBUTING.md', ROOT);
  writeFileSync(file, withMap(readFileSync(file, 'utf8')));
}
