/** The user's own Verilog: files and file lists, under the names that tools see. */

import { basename, dirname, isAbsolute, join } from 'node:path';
import { InputError } from '../session/input-error.ts';
import { MOST_TEXT, readNamed } from '../session/input-file.ts';

/** Files that the user named. */
export interface OwnFiles {
  /** Text by the name that tools see. */
  readonly files: Readonly<Record<string, string>>;
  /** Path as the user knows it, by the same name. */
  readonly paths: Readonly<Record<string, string>>;
}

const SOURCE = /\.s?v$/;
const HEADER = /\.(s?vh|h|inc|mem|hex)$/;

/**
 * Files at `paths`, those of file lists in their places. A tool sees all in one folder, so that headers are found by
 * their names alone. Rejects with `InputError`.
 */
export async function ownFiles(paths: readonly string[]): Promise<OwnFiles> {
  const files: Record<string, string> = {};
  const known: Record<string, string> = {};
  for (const path of await listed(paths)) {
    if (Object.values(known).includes(path)) throw new InputError(`${path}: is named twice`);
    const text = (await readNamed(path, { what: 'Verilog', most: MOST_TEXT })).toString('utf8');
    const name = innerName(path, Object.keys(files).length, files);
    files[name] = text;
    known[name] = path;
  }
  if (!Object.keys(files).some((name) => SOURCE.test(name)))
    throw new InputError(`--rtl must name at least one file of Verilog (.v, .sv): ${paths.join(' ')}`);
  return { files, paths: known };
}

/** Name of `path` in the folder of a tool: its own, where it is plain and free. */
function innerName(path: string, place: number, taken: Readonly<Record<string, string>>): string {
  const name = basename(path);
  const ending = /\.\w+$/.exec(name)?.[0].toLowerCase() ?? '';
  if (!SOURCE.test(ending) && !HEADER.test(ending))
    throw new InputError(`${path}: must be Verilog (.v, .sv), a header (.vh, .svh, .h, .inc) or a file list (.f)`);
  const plain = /^\w[\w.-]*$/.test(name) && name.endsWith(ending);
  if (plain && taken[name] === undefined) return name;
  if (HEADER.test(ending))
    throw new InputError(`${path}: a header of that name is there already, or its name is not plain`);
  return `rtl${place}${ending}`;
}

/** Paths with those of file lists in place of the lists. A list's are relative to its folder. */
async function listed(paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    if (!path.endsWith('.f')) {
      all.push(path);
      continue;
    }
    const lines = (await readNamed(path, { what: 'a file list', most: MOST_TEXT })).toString('utf8').split('\n');
    for (const [index, line] of lines.entries())
      for (const word of line
        .replace(/(\/\/|#).*$/, '')
        .split(/\s+/)
        .filter(Boolean)) {
        if (/^[-+]/.test(word))
          throw new InputError(`${path}:${index + 1}: must be names of files alone, without options: ${word}`);
        all.push(isAbsolute(word) ? word : join(dirname(path), word));
      }
  }
  return all;
}

/** Words of a tool with the user's paths in place of its own names. */
export function inUsersWords({ paths }: Pick<OwnFiles, 'paths'>, text: string): string {
  return Object.entries(paths).reduce((words, [name, path]) => {
    const seen = new RegExp(`(?<![\\w./-])(\\./)?${name.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`, 'g');
    return words.replace(seen, () => path);
  }, text);
}
