/** Writes the map of the files into CONTRIBUTING.md, a line each from the module comments: `npm run map`. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const ROOT = new URL('../', import.meta.url);
const FOLDERS = ['gen', 'rtl', 'synth', 'sim', 'analog', 'nn', 'report', 'tools', 'cli'];
const BEGIN = '<!-- map -->\n';
const END = '<!-- end of map -->';

/** CONTRIBUTING.md with a fresh map. */
export function withMap(contributing: string): string {
  const start = contributing.indexOf(BEGIN);
  const end = contributing.indexOf(END);
  if (start < 0 || end < start) throw new Error('CONTRIBUTING.md must hold the marks of the map');
  return contributing.slice(0, start + BEGIN.length) + map() + contributing.slice(end);
}

function map(): string {
  return FOLDERS.map((folder) => {
    const files = readdirSync(new URL(`src/${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('index.ts'))
      .sort();
    const lines = files.map((path) => `| \`${path}\` | ${firstSentence(`src/${folder}/${path}`)} |`);
    return `\n### ${folder}/\n\n| file | |\n| --- | --- |\n${lines.join('\n')}\n`;
  }).join('');
}

/** What the module comment says first. */
function firstSentence(path: string): string {
  const text = readFileSync(new URL(path, ROOT), 'utf8').replace(/^#!.*\n/, '');
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
