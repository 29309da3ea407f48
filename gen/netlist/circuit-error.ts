/** Error of a well-formed spec whose circuit cannot be built. It names the field and what is allowed. */
export class CircuitError extends Error {
  readonly field: string;
  readonly reason: string;
  constructor(field: string, reason: string) {
    super(`${field} ${reason}`);
    this.name = 'CircuitError';
    this.field = field;
    this.reason = reason;
  }
}
