/** Keys of measurements as they are declared, with pattern, unit and meaning. */

import { PARAMETERS, type ParameterName, type ParameterValue } from './parameters.ts';

/** Unit of a measurement: SI, `1` for a count or ratio. */
export type Unit = '1' | 'A' | 'F' | 'Hz' | 'J' | 'J V^2' | 'V' | 'V m' | 'V^2' | 'W' | 'm' | 'm^2' | 'ohm' | 's';

/**
 * Declaration of a key. In its pattern `{parameter}` is filled in, and what stands in square brackets is left out where
 * the parameters in it have no value: `{neuron}.bandwidth[@unitCurrent={unitCurrent}]`.
 */
export interface Key<Pattern extends string = string> {
  readonly pattern: Pattern;
  readonly unit: Unit;
  /** Meaning of the number in words. */
  readonly meaning: string;
}

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Optional<Text extends string> = Text extends `${string}[${infer Part}]${infer Rest}`
  ? Names<Part> | Optional<Rest>
  : never;
type Bare<Text extends string> = Text extends `${infer Before}[${string}]${infer Rest}`
  ? `${Before}${Bare<Rest>}`
  : Text;

/** Values of all parameters of a pattern. Those in square brackets may be left out. */
export type KeyValues<Pattern extends string> = {
  readonly [Name in Names<Bare<Pattern>>]: ParameterValue<Name>;
} & { readonly [Name in Optional<Pattern>]?: ParameterValue<Name> | undefined };

/** Declaration whose parameters the compiler checks. It refuses a pattern with one that is not of `PARAMETERS`. */
export function key<const Pattern extends string>(
  pattern: Pattern & (Names<Pattern> extends ParameterName ? unknown : never),
  unit: Unit,
  meaning: string,
): Key<Pattern> {
  return { pattern, unit, meaning };
}

/** Key of a pattern with these values. */
export function keyOf<Pattern extends string>({ pattern }: Key<Pattern>, values: KeyValues<Pattern>): string {
  return written(pattern, values);
}

/** Test of a text against a key with the values given, any values elsewhere. */
export function isKey<Pattern extends string>(
  { pattern }: Key<Pattern>,
  text: string,
  given: Partial<KeyValues<Pattern>> = {},
): boolean {
  return formOf(pattern, given).test(text);
}

const PLACE = /\{(\w+)\}/g;
const OPTIONAL = /\[([^\]]*)\]/g;

type Values = Readonly<Record<string, unknown>>;

function written(pattern: string, values: Values): string {
  return pattern
    .replaceAll(OPTIONAL, (_, part: string) => (placesOf(part).every((name) => values[name] !== undefined) ? part : ''))
    .replaceAll(PLACE, (_, name: ParameterName) => writtenValue(name, values[name]));
}

/** Regular expression of all keys of a pattern, with `given` where they are given. */
export function formOf(pattern: string, given: Values = {}): RegExp {
  const form = (name: ParameterName): string =>
    given[name] === undefined ? PARAMETERS[name].form : escaped(writtenValue(name, given[name]));
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll(OPTIONAL, '(?:$1)?')
    .replaceAll(PLACE, (_, name: ParameterName) => form(name));
  return new RegExp(`^${source}$`);
}

const placesOf = (part: string): readonly string[] => [...part.matchAll(PLACE)].map(([, name = '']) => name);

function writtenValue(name: ParameterName, value: unknown): string {
  const write: (value: never) => string = PARAMETERS[name].write;
  return write(value as never);
}

const escaped = (text: string): string => text.replaceAll(/[.+]/g, '\\$&');
