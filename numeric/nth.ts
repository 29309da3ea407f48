/** Access to lists by an index that must be one of theirs. */

/** Entry of a list. Throws where there is none. */
export function nth<T>(list: ArrayLike<T>, index: number): T {
  const entry = list[index];
  if (entry === undefined)
    throw new RangeError(`an index must be a whole number from 0 to ${list.length - 1}: ${index}`);
  return entry;
}
