/** Statements of a SPICE or CDL file: lines with their continuations, in words, without comments. */

export interface SpiceStatement {
  readonly words: readonly string[];
  /** Line of its first word. */
  readonly line: number;
}

/**
 * Statements in `text`. A `*` begins a line of comment, `$ ` and `;` the rest of one; a `+` goes on with the line before.
 * No blanks stand around `=`, and `/`, which CDL has before the name of a subcircuit, is left out.
 */
export function spiceStatements(text: string): SpiceStatement[] {
  const statements: { words: string[]; line: number }[] = [];
  let line = 0;
  for (const raw of text.split('\n')) {
    line++;
    const code = raw.replace(/(^|\s)\$(\s|$).*|;.*/, '').trim();
    if (code === '' || code.startsWith('*')) continue;
    const goesOn = code.startsWith('+');
    const words = wordsOf(goesOn ? code.slice(1) : code);
    const last = statements.at(-1);
    if (goesOn && last) for (const word of words) last.words.push(word);
    else if (words.length > 0) statements.push({ words, line });
  }
  return statements;
}

/** Words of a line, each parameter with its value in one. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let isValue = false;
  for (const word of line.split(/\s+|(=)/)) {
    if (word === undefined || word === '' || word === '/') continue;
    if (word === '=') {
      words.push(`${words.pop() ?? ''}=`);
      isValue = true;
    } else if (isValue) {
      words.push(`${words.pop() ?? ''}${word}`);
      isValue = false;
    } else words.push(word);
  }
  return words;
}
