/** Lists of a spec where the user wrote their only member. */

type Mapping = Readonly<Record<string, unknown>>;

/** `document` with a list of one in the place of a single value. A range of noise powers stays a mapping. */
export function withLists(document: unknown): unknown {
  if (!isMapping(document)) return document;
  const { neurons, compare, evaluate } = document;
  return {
    ...document,
    ...(isMapping(neurons) ? { neurons: [neurons] } : {}),
    ...(isMapping(compare) ? { compare: pairsListed(compare) } : {}),
    ...(isMapping(evaluate) ? { evaluate: { ...evaluate, ...single(evaluate) } } : {}),
  };
}

const LISTS = ['networks', 'weights', 'bits', 'noisePower', 'sigma', 'noiseFrom'] as const;

function single(evaluate: Mapping): Mapping {
  const alone = (key: string, value: unknown): boolean =>
    typeof value === 'string' || typeof value === 'number' || (key === 'networks' && isMapping(value));
  return Object.fromEntries(LISTS.flatMap((key) => (alone(key, evaluate[key]) ? [[key, [evaluate[key]]]] : [])));
}

function pairsListed(compare: Mapping): Mapping {
  const { pairs } = compare;
  return Array.isArray(pairs) && pairs.length === 2 && pairs.every((name) => typeof name === 'string')
    ? { ...compare, pairs: [pairs] }
    : compare;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
