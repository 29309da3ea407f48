/** Files that a Liberty file includes, put in the place of their `include_file` statements. */

import { LibertyError } from './liberty-error.ts';
import { newlines, placesIn, type TextPart } from './source.ts';
import { type Token, tokens } from './tokens.ts';

/** File of a library as it was read. */
export interface IncludedFile {
  readonly path: string;
  readonly text: string;
}

/** Text of a library with what it includes, and where its lines came from. */
export interface ExpandedText {
  readonly text: string;
  readonly parts: readonly TextPart[];
}

/** Reader of the file `name` that `from` includes. It throws or rejects with an error that begins with `place`. */
export type ReadIncluded = (name: string, from: string, place: string) => Promise<IncludedFile>;

/** Most files that are included into one another; libraries have one or two. */
const DEEPEST = 8;
/** Most files that one library includes. */
const MOST_FILES = 200;
/** Most words and marks of a file's name. */
const MOST_PIECES = 100;
/** Most characters of a library with all that it includes. */
const LARGEST = 400e6;

const STATEMENT = 'include_file';

/** Text of `file` with the files that it includes. Rejects with `LibertyError` about a circle or too many files. */
export async function expandIncludes(file: IncludedFile, read: ReadIncluded): Promise<ExpandedText> {
  const parts: TextPart[] = [];
  const texts: string[] = [];
  let line = 1;
  let files = 0;
  let length = 0;
  const add = (text: string, path: string, from: number): void => {
    // No line belongs to two files.
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    length += whole.length;
    parts.push({ line, file: path, from });
    texts.push(whole);
    line += newlines(whole);
  };
  const expand = async ({ path, text }: IncludedFile, above: readonly string[]): Promise<void> => {
    let done = 0;
    for (const { start, end, name, line: at } of statements(text, path)) {
      const fail = (problem: string): never => {
        throw new LibertyError(`${path}:${at}`, `${STATEMENT}(${name})`, problem);
      };
      add(text.slice(done, start), path, 1 + newlines(text.slice(0, done)));
      done = end;
      if (above.length >= DEEPEST) fail(`files must be included at most ${DEEPEST} deep`);
      if (++files > MOST_FILES) fail(`a library must include at most ${MOST_FILES} files`);
      const inner = await read(name, path, `${path}:${at}: ${STATEMENT}(${name})`);
      if (inner.path === path || above.includes(inner.path)) fail('the file includes itself');
      if (length + inner.text.length > LARGEST) fail(`a library must hold at most ${LARGEST / 1e6} MB`);
      await expand(inner, [...above, path]);
    }
    add(text.slice(done), path, 1 + newlines(text.slice(0, done)));
  };
  if (statements(file.text, file.path).length === 0)
    return { text: file.text, parts: [{ line: 1, file: file.path, from: 1 }] };
  await expand(file, []);
  return { text: texts.join(''), parts };
}

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly line: number;
}

/** Statements `include_file (name) ;` of a text, outside of comments and strings. */
function statements(text: string, file: string): Statement[] {
  if (!text.includes(STATEMENT)) return [];
  const found: Statement[] = [];
  const place = placesIn(file);
  const next = tokens(text, place);
  for (let token = next(); token.kind !== 'end'; token = next()) {
    if (token.kind !== 'word' || token.text !== STATEMENT) continue;
    const { start, line } = token;
    const pieces: Token[] = [];
    while (pieces.length < MOST_PIECES && pieces.at(-1)?.text !== ')') pieces.push(next());
    const inside = pieces.slice(1, -1);
    const isName = inside.length > 0 && inside.every(({ kind, text: piece }) => kind !== 'mark' || piece === ':');
    if (pieces[0]?.text !== '(' || pieces.at(-1)?.text !== ')' || !isName)
      throw new LibertyError(place(line), STATEMENT, 'must be followed by the name of one file in parentheses');
    const name = inside.map(({ text: piece }) => piece).join('');
    found.push({ start, end: pieces.at(-1)?.end ?? start, name, line });
  }
  return found;
}
