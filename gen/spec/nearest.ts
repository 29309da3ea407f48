/** Nearest of several words to one that was mistyped. */

/** Word of `known` that `word` was meant for, by the fewest letters to change; undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(Math.min(word.length, LONGEST) / 3));
  if (word.length > LONGEST) return undefined;
  const [best] = known
    .map((candidate) => ({ candidate, changes: changes(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.changes - b.changes);
  return best && best.changes <= most ? best.candidate : undefined;
}

/** Length from which a word is no mistyped key. */
const LONGEST = 64;

/** Levenshtein's distance: letters to insert, to delete or to replace. */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, k) => k);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const [left, above, diagonal] = [next[j], row[j + 1], row[j]] as [number, number, number];
      next.push(Math.min(left + 1, above + 1, diagonal + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) as number;
}
