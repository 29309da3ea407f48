/**
 * Specs, in which users ask for neurons and evaluations. Parsed and validated once, here; everything else works on its
 * readonly types.
 */

import { z } from 'zod';
import { hasControls } from '../../measurement/index.ts';
import { CELL_THRESHOLD_SHIFTS } from '../technology/threshold-flavour.ts';
import { analogSchema } from './analog.ts';
import { compareSchema, type PairedSpec, pairsExist } from './compare.ts';
import { type DigitalEntry, type DigitalNeuron, digitalSchema } from './digital.ts';
import { evaluateSchema, noisyNeuronsExist } from './evaluate.ts';
import { nameWith, type QuantityParser, quantityWith } from './fields.ts';
import { withLists } from './lists.ts';
import { COMPANIONS, fileNameProblem } from './names.ts';
import { nearest } from './nearest.ts';

export type Spec = z.infer<ReturnType<typeof specSchema>>;
export type AnalogNeuron = Extract<NonNullable<Spec['neurons']>[number], { kind: 'analog' }>;
export interface SpecProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Spec as a user writes it. Defaults may be left out, quantities be strings with a unit. */
export type SpecDocument = DeepReadonly<z.input<ReturnType<typeof specSchema>>>;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** Decision of what a digital neuron leaves open, in cells with `thresholdShift` (V). */
export type Decide = (entry: DigitalEntry, thresholdShift: number) => DigitalNeuron;

/** Spec of `document` with every default filled in, or the mistakes in it. The document is parsed YAML or JSON. */
export function parseSpec(
  document: unknown,
  parseQuantity: QuantityParser,
  decide: Decide,
): { readonly spec: Spec } | { readonly problems: readonly SpecProblem[] } {
  const controls = controlProblems(document);
  if (controls.length > 0) return { problems: controls };
  const result = specSchema(parseQuantity, decide).safeParse(withLists(document), {
    reportInput: true,
    error: knownKeys,
  });
  if (result.success) return { spec: result.data };
  return { problems: result.error.issues.flatMap(problemsOf) };
}

/** Line of a problem: `neurons[0].bits must be a whole number from 1 to 64: 65`. */
export function problemText({ path, message }: SpecProblem): string {
  const key = path.reduce<string>(
    (shown, part) => (typeof part === 'number' ? `${shown}[${part}]` : shown ? `${shown}.${part}` : part),
    '',
  );
  return `${key || 'the spec'} ${message}`;
}

/** JSON Schema (draft 2020-12) of a spec as a user writes it. */
export function specJsonSchema(): object {
  return z.toJSONSchema(
    specSchema(
      () => 0,
      () => {
        throw new Error('a schema decides nothing');
      },
    ),
    { io: 'input' },
  );
}

function specSchema(parseQuantity: QuantityParser, decide: Decide) {
  const quantity = quantityWith(parseQuantity);

  const neuron = z
    .discriminatedUnion('kind', [digitalSchema(quantity), analogSchema(quantity)], {
      error: 'must have kind digital or analog',
    })
    .readonly();

  return z
    .strictObject({
      $schema: z.string().optional().meta({ description: 'the JSON Schema of this file, for editors' }),
      name: nameWith(fileNameProblem),
      technology: z
        .strictObject({
          thresholdShift: quantity('V', -0.2, 0.2, 'a voltage from -0.2 V to 0.2 V').default(0).meta({
            description: 'added to every threshold of both kinds of neurons; the card itself is high-performance',
          }),
        })
        .prefault({}),
      neurons: z.array(neuron).min(1, { error: 'must hold a neuron' }).superRefine(distinctNames).optional(),
      compare: compareSchema(quantity).optional(),
      evaluate: evaluateSchema(quantity).optional(),
    })
    .superRefine(pairsExist)
    .superRefine(noisyNeuronsExist)
    .superRefine(cellsAreCharacterized)
    .transform((spec) => ({
      ...spec,
      neurons: spec.neurons?.map((entry) =>
        entry.kind === 'analog'
          ? { ...entry, thresholdShift: entry.thresholdShift ?? spec.technology.thresholdShift }
          : decide(entry, spec.technology.thresholdShift),
      ),
    }))
    .readonly();
}

/** Mistakes of module and file names that are equal but for case. */
function distinctNames(neurons: readonly { readonly name: string }[], context: z.RefinementCtx): void {
  const seen = new Map<string, string>();
  neurons.forEach((neuron, index) => {
    const other = seen.get(neuron.name.toLowerCase());
    if (other !== undefined)
      context.addIssue({
        code: 'custom',
        path: [index, 'name'],
        message: 'must be used by one neuron only (case does not count)',
        input: neuron.name,
      });
    seen.set(neuron.name.toLowerCase(), neuron.name);
  });
  neurons.forEach((neuron, index) => {
    const lower = neuron.name.toLowerCase();
    const companion = COMPANIONS.find(
      (word) => lower.endsWith(`_${word}`) && seen.has(lower.slice(0, -word.length - 1)),
    );
    if (companion)
      context.addIssue({
        code: 'custom',
        path: [index, 'name'],
        message: `must not be that of another neuron and _${companion}, which that neuron's own files use`,
        input: neuron.name,
      });
  });
}

/**
 * Mistakes in threshold shifts beyond those that digital cells are characterized at. They go from the card's thresholds
 * upwards.
 */
function cellsAreCharacterized(
  spec: Pick<PairedSpec, 'neurons'> & { readonly technology: { readonly thresholdShift: number } },
  context: z.RefinementCtx,
): void {
  const { thresholdShift } = spec.technology;
  if (!spec.neurons?.some(({ kind }) => kind === 'digital') || thresholdShift >= 0) return;
  context.addIssue({
    code: 'custom',
    path: ['technology', 'thresholdShift'],
    message: `must be 0 V to ${Math.max(...CELL_THRESHOLD_SHIFTS)} V where there are digital neurons`,
    input: thresholdShift,
  });
}

/** Message of an issue about unknown keys: those that are known. */
function knownKeys({ code, inst }: z.core.$ZodRawIssue): string | undefined {
  return code === 'unrecognized_keys' && inst instanceof z.ZodObject ? Object.keys(inst.shape).join(', ') : undefined;
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return `is not a known key${meant ? `; did you mean ${meant}? Known` : '; known'} are ${known.join(', ')}`;
}

/** Keys and texts with control characters, which a terminal or a report would obey. */
function controlProblems(value: unknown, path: SpecProblem['path'] = []): SpecProblem[] {
  if (typeof value === 'string')
    return hasControls(value) ? [{ path, message: `must not hold control characters: ${show(value)}` }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const inside = [...path, Array.isArray(value) ? Number(key) : key];
    return hasControls(key)
      ? [{ path: inside, message: 'is not a known key: it holds control characters' }]
      : controlProblems(inner, inside);
  });
}

/** Problems of an issue, one for each mistake. */
function problemsOf(issue: z.core.$ZodIssue): SpecProblem[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, issue.message.split(', ')) }));
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (nearest && depth(nearest) > 0)
      return nearest.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  const missing = issue.input === undefined;
  const message = issue.message.startsWith('Invalid input') ? expectation(issue) : issue.message;
  return [{ path, message: missing ? `is missing; it ${message}` : `${message}: ${show(issue.input)}` }];
}

const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

/** Value as the user wrote it. JSON has no word for the numbers beyond the finite ones. */
function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}

const LONGEST_SHOWN = 200;

/** Expectation behind an issue without a message of ours. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  const names: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', boolean: 'true or false' };
  return `must be ${names[issue.expected] ?? `a ${issue.expected}`}`;
}
