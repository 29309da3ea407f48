/**
 * Error of a data or weight file that is not of its format. The message names the file, what was wanted and what was
 * found.
 */
export class FormatError extends Error {
  /** Name of the file, as in the message. */
  readonly file: string;
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'FormatError';
    this.file = file;
  }
}
