/** A Liberty file that cannot be used. The message names file, line, group and what is wrong. */
export class LibertyError extends Error {
  constructor(place: string, group: string, problem: string) {
    super(`${place}: ${group ? `${group}: ` : ''}${problem}`);
    this.name = 'LibertyError';
  }
}
