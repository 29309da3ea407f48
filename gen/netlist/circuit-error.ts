/** A spec that is well formed asks for a circuit that cannot be built: which field, and what is allowed. */
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
