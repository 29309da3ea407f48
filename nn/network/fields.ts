/** Fields of a network file: objects, numbers and texts, checked where they stand. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Refusal of a file, by its problem. */
export type Fail = (problem: string) => never;

/** An object with these keys, the `optional` ones or not, and no others. */
export function objectOf(
  value: unknown,
  place: string,
  keys: readonly string[],
  fail: Fail,
  optional: readonly string[] = [],
): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(`${place} must be an object: ${JSON.stringify(value)}`);
  const other = Object.keys(value).find((key) => ![...keys, ...optional].includes(key));
  if (other !== undefined)
    return fail(`${place} must have the keys ${[...keys, ...optional].join(', ')} only: ${other}`);
  const missing = keys.find((key) => !(key in value));
  if (missing !== undefined) return fail(`${place} must have the key ${missing}`);
  return value as JsonObject;
}

export function numbersOf<Key extends string>(
  from: JsonObject,
  keys: readonly Key[],
  place: string,
  fail: Fail,
): Readonly<Record<Key, number>> {
  return Object.fromEntries(keys.map((key) => [key, numberOf(from[key], `${place}.${key}`, fail)])) as Record<
    Key,
    number
  >;
}

/** Those of the numbers that are there. */
export function givenNumbersOf<Key extends string>(
  from: JsonObject,
  keys: readonly Key[],
  place: string,
  fail: Fail,
): Readonly<Partial<Record<Key, number>>> {
  const given = keys.filter((key) => from[key] !== undefined);
  return numbersOf(from, given, place, fail) as Partial<Record<Key, number>>;
}

const numberOf = (value: unknown, place: string, fail: Fail): number =>
  typeof value === 'number' ? value : fail(`${place} must be a number: ${JSON.stringify(value)}`);

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** First name that stands twice. */
export function repeatedOf(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}
