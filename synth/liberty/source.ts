/** Places in the text of a library: the file and line that each of its lines came from. */

/** Lines of a text from one file, up to those of the next part. */
export interface TextPart {
  /** First line in the whole text, from 1. */
  readonly line: number;
  readonly file: string;
  /** Line of the file that stands there. */
  readonly from: number;
}

/** Place of a line of the whole text, `cells.lib:12`. */
export type Place = (line: number) => string;

/** Places of the lines of one file. */
export const placesIn =
  (file: string): Place =>
  (line) =>
    `${file}:${line}`;

/** Places of the lines of a text of several parts, in their order. */
export const placesOf =
  (parts: readonly TextPart[]): Place =>
  (line) => {
    const part = parts.findLast((entry) => entry.line <= line);
    return part ? `${part.file}:${line - part.line + part.from}` : `${line}`;
  };

/** Number of line ends in a text. */
export function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
