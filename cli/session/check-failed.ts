/** A circuit that does not compute what it should: exit code 1. The message names it and the first wrong vector. */
export class CheckFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CheckFailed';
  }
}
