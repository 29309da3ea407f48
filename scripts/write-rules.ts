/** The linter's import rules, written from the list of rooms by `npm run rules`. */

import { writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { FOLDERS, type Folder } from './rooms.ts';

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

/** Text of `scripts/import-rules.json`, which biome.json extends. */
export function importRules(): string {
  return `${JSON.stringify({ root: false, overrides: FOLDERS.flatMap(overrides) }, null, 1)}\n`;
}

/** Rules of a folder, one a room. */
function overrides(folder: Folder): readonly object[] {
  return Object.keys(folder.rooms).map((room) => {
    const place = posix.join(folder.name, room);
    const options = { patterns: [...betweenFolders(folder, place), ...betweenRooms(folder, place)] };
    return {
      includes: [`${place}/*.ts`, `!${folder.name}/index.ts`],
      linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
    };
  });
}

function betweenFolders(folder: Folder, place: string): readonly Pattern[] {
  const others = FOLDERS.filter(({ name }) => name !== folder.name);
  const to = (name: string): string => posix.relative(place, name);
  const left = others.filter(({ name }) => folder.imports.includes(name));
  const toolType = folder.toolType === true;
  const right = others.filter((other) => !left.includes(other) && !(toolType && other.name === 'tools'));
  const allowed = folder.imports.length > 0 ? folder.imports.join(', ') : 'nothing of ours';
  return [
    pattern(
      right.map(({ name }) => `${to(name)}/**`),
      `${folder.name}/ may import only: ${allowed}${toolType ? ', tools/tool.ts' : ''} (data flows one way, see CONTRIBUTING.md).`,
    ),
    pattern(
      left.flatMap(({ name }) => [`${to(name)}/**`, `!${to(name)}/index.ts`]),
      'A folder is imported from outside through its index.ts.',
    ),
    pattern(
      toolType ? [`${to('tools')}/**`, `!${to('tools')}/tool.ts`] : [],
      `${folder.name}/ may import the Tool type of tools/tool.ts only; runners are passed in.`,
    ),
  ].flat();
}

function betweenRooms(folder: Folder, place: string): readonly Pattern[] {
  const places = Object.keys(folder.rooms).map((room) => posix.join(folder.name, room));
  const later = places.slice(places.indexOf(place) + 1);
  const to = (other: string): string => {
    const path = posix.relative(place, other) || '.';
    return path.startsWith('.') ? path : `./${path}`;
  };
  return [
    pattern(
      later.map((other) => `${to(other)}/*.ts`),
      `${place}/ stands before ${later.join(', ')}: imports go one way (scripts/rooms.ts).`,
    ),
    pattern(
      [`${to(folder.name)}/index.ts`],
      `Inside ${folder.name}/ files are imported as they are, not through its index.ts.`,
    ),
  ].flat();
}

const pattern = (group: readonly string[], message: string): readonly Pattern[] =>
  group.length > 0 ? [{ group, message }] : [];

if (process.argv[1]?.endsWith('write-rules.ts'))
  writeFileSync(new URL('import-rules.json', import.meta.url), importRules());
