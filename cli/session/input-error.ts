/** The command, spec or input file is wrong: exit code 2. Each line names the place, the key and what is allowed. */
export class InputError extends Error {
  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'InputError';
  }
}
