/** Transistors of library cells, counted in the library's SPICE or CDL files. */

import { type SpiceStatement, spiceStatements } from './spice-lines.ts';

/** A SPICE file that cannot be used. The message names file, line and what is wrong. */
export class SpiceError extends Error {
  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`);
    this.name = 'SpiceError';
  }
}

/** Transistors of a subcircuit, or why they are not known. */
export type SpiceCount = { readonly transistors: number } | { readonly reason: string };

/** A netlist and the name that messages call it. */
export interface SpiceFile {
  readonly path: string;
  readonly text: string;
}

interface Instance {
  readonly name: string;
  readonly place: string;
  /** Number of them in parallel, `m=`; NaN where it is no number. */
  readonly count: number;
  /** Number of nodes. */
  readonly nodes: number;
  /** Names of its parameters, in small letters. */
  readonly parameters: readonly string[];
}

interface Subcircuit {
  readonly place: string;
  /** Transistors that stand in it as they are, and other subcircuits. */
  readonly transistors: Instance[];
  readonly instances: Instance[];
}

/** Deepest hierarchy of subcircuits. */
const DEEPEST = 64;
/** Most transistors of a cell. */
const MOST = 1e6;

/**
 * Number of MOS transistors in each subcircuit of `files`, by its name: its own (`M`), those that stand as instances of
 * a model (`X... sg13_lv_nmos`) and those of the subcircuits in it. A device counts `m=` times; its fingers (`nf=`,
 * `ng=`) are one transistor. Throws `SpiceError` about a file without subcircuits, one that ends within one, and a
 * subcircuit that stands in two places.
 */
export function spiceTransistors(files: readonly SpiceFile[]): ReadonlyMap<string, SpiceCount> {
  const found = new Map<string, Subcircuit>();
  const includes: string[] = [];
  for (const file of files) readFile(file, found, includes);
  const small = new Map([...found].map(([name, entry]) => [name.toLowerCase(), entry]));
  const done = new Map<Subcircuit, SpiceCount>();

  const countOf = (subcircuit: Subcircuit, depth: number): SpiceCount => {
    const known = done.get(subcircuit);
    if (known) return known;
    if (depth > DEEPEST) return { reason: `${subcircuit.place}: subcircuits stand more than ${DEEPEST} deep` };
    done.set(subcircuit, { reason: `${subcircuit.place}: the subcircuit holds itself` });
    let transistors = 0;
    let reason: string | undefined;
    const add = ({ place, count }: Instance, one: SpiceCount): void => {
      if ('reason' in one) reason ??= one.reason;
      else if (!(Number.isInteger(count) && count > 0)) reason ??= `${place}: m= must be a whole number above 0`;
      else transistors += count * one.transistors;
    };
    for (const entry of subcircuit.transistors) add(entry, { transistors: 1 });
    for (const entry of subcircuit.instances) add(entry, ofInstance(entry, depth));
    if (transistors > MOST) reason ??= `${subcircuit.place}: holds more than ${MOST} transistors`;
    const count = reason === undefined ? { transistors } : { reason };
    done.set(subcircuit, count);
    return count;
  };
  const ofInstance = (instance: Instance, depth: number): SpiceCount => {
    const inner = found.get(instance.name) ?? small.get(instance.name.toLowerCase());
    const count = inner && countOf(inner, depth + 1);
    // A model may be wrapped in a subcircuit that holds no M but the simulator's own device.
    if (count && !('transistors' in count && count.transistors === 0)) return count;
    const kind = deviceOf(instance);
    if (kind !== undefined) return { transistors: kind === 'transistor' ? 1 : 0 };
    if (count) return count;
    const hint = includes.length > 0 ? `; ${includes[0]} is not followed: name it too` : '';
    return { reason: `${instance.place}: no file holds the subcircuit ${instance.name}${hint}` };
  };
  return new Map([...found].map(([name, subcircuit]) => [name, countOf(subcircuit, 0)]));
}

/** Words in names of models: of transistors, and of other devices that are written alike. */
const TRANSISTOR = /^[a-z]*(mos|fet)[a-z]*$|^[a-z]*[np](ch|svt|lvt|hvt)$|^[np]$/;
const OTHER =
  /^([a-z]*cap|cmim|var|varactor|res|resistor|rppd|rsil|rhigh|[a-z]*diode|dio|[a-z]*antenna|ind|inductor|[np]?tap|bjt|npn|pnp)$/;

/** Kind of device that an instance of an unknown subcircuit is; undefined where its name does not tell. */
function deviceOf({ name, nodes, parameters }: Instance): 'transistor' | 'other' | undefined {
  if (nodes > 5) return undefined;
  const words = name.toLowerCase().split(/[^a-z]+/);
  if (words.some((word) => OTHER.test(word))) return 'other';
  const sized = parameters.includes('l') && (parameters.includes('w') || parameters.includes('nfin'));
  return nodes >= 3 && (sized || words.some((word) => TRANSISTOR.test(word))) ? 'transistor' : undefined;
}

function readFile({ path, text }: SpiceFile, found: Map<string, Subcircuit>, includes: string[]): void {
  const before = found.size;
  let open: { name: string; subcircuit: Subcircuit } | undefined;
  for (const { words, line } of spiceStatements(text)) {
    const place = `${path}:${line}`;
    const [first = '', name = ''] = words;
    const word = first.toLowerCase();
    if (word === '.subckt') {
      if (name === '') throw new SpiceError(place, '.subckt has no name');
      if (open) throw new SpiceError(place, `.subckt ${name} stands within ${open.name}`);
      const other = found.get(name);
      if (other) throw new SpiceError(place, `.subckt ${name} stands in ${other.place} too`);
      open = { name, subcircuit: { place, transistors: [], instances: [] } };
      found.set(name, open.subcircuit);
    } else if (word === '.ends') {
      if (open && name !== '' && name.toLowerCase() !== open.name.toLowerCase())
        throw new SpiceError(place, `.ends ${name} stands in .subckt ${open.name}`);
      open = undefined;
    } else if (/^\.(include|inc|lib)$/.test(word) && name !== '') includes.push(`${place}: ${first} ${name}`);
    else if (open && word.startsWith('m')) open.subcircuit.transistors.push(instance(words, place));
    else if (open && word.startsWith('x')) open.subcircuit.instances.push(instance(words, place));
  }
  if (open) throw new SpiceError(path, `the file ends within .subckt ${open.name}: it is truncated`);
  if (found.size === before) throw new SpiceError(path, 'holds no .subckt');
}

/** Instance of a model or subcircuit: a name, nodes, the name of the model, parameters. */
function instance(words: SpiceStatement['words'], place: string): Instance {
  const named = words.filter(
    (word) => !word.includes('=') && !word.startsWith('$') && word.toLowerCase() !== 'params:',
  );
  const parameters = words.flatMap((word) => {
    const at = word.indexOf('=');
    return at > 0 ? [[word.slice(0, at).toLowerCase(), word.slice(at + 1).replaceAll(/['"{}]/g, '')] as const] : [];
  });
  const parallel = parameters.find(([name]) => name === 'm')?.[1];
  return {
    name: named.at(-1) ?? '',
    place,
    count: parallel === undefined ? 1 : /^\d+(\.0*)?$/.test(parallel) ? Number(parallel) : Number.NaN,
    nodes: named.length - 2,
    parameters: parameters.map(([name]) => name),
  };
}
