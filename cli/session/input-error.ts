/** Most mistakes that are told at once; of more, the count. */
const MOST_LINES = 20;

/** A wrong command, spec or input file: exit code 2. Each line names the place, the key and what is allowed. */
export class InputError extends Error {
  constructor(...lines: readonly string[]) {
    const more = lines.length - MOST_LINES;
    super([...lines.slice(0, MOST_LINES), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
    this.name = 'InputError';
  }
}

/** Result of `work`, its `RangeError` as an `InputError`: a value that is refused is the user's mistake. */
export async function asInput<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RangeError ? new InputError(error.message) : error;
  }
}
