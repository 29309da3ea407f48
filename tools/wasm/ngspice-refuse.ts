/** The lines of a deck that would end the embedded ngspice without an answer. */

const ENDING = /^\s*(quit|exit)\b/i;
const INCLUDE = /^\s*\.(?:include|incl|inc|lib)\s+(?:"([^"]*)"|'([^']*)'|(\S+))(?:\s+(\S+))?/i;

/**
 * Reason why `text` would end the engine, or undefined. The text is a deck, or a file that it includes;
 * `known` are the names of the files that exist. `.lib NAME` alone opens a section of a library; `.lib FILE NAME`
 * includes one.
 */
export function fatalLine(text: string, known: ReadonlySet<string>): string | undefined {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`;
    const ending = ENDING.exec(line);
    if (ending && index > 0) return `${where}: must not hold the command ${ending[1]?.toLowerCase()}`;
    const include = INCLUDE.exec(line);
    if (!include) continue;
    if (/^\s*\.lib\b/i.test(line) && include[4] === undefined) continue;
    const file = (include[1] ?? include[2] ?? include[3] ?? '').replace(/^\.?\//, '');
    if (!known.has(file)) return `${where}: included file does not exist: ${file}`;
  }
  return undefined;
}
