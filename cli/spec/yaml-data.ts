/** Data of one YAML document, every mistake told with its place. */

import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { InputError } from '../session/input-error.ts';

/** Most values that a document holds once its aliases are written out. */
const MOST_VALUES = 100_000;

/** Most brackets within one another. */
const MOST_DEPTH = 100;

/** Document with its data and the places in its text. */
export interface YamlData {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly data: unknown;
}

/** Data of the YAML in `text`; merge keys are carried out. Throws `InputError`, each line with the place in `name`. */
export function yamlData(text: string, name: string): YamlData {
  const lines = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}: `;
  };
  if (nestsTooDeep(text)) throw new InputError(`${name}: is nested too deep`);
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true, logLevel: 'error' });
    const mistakes = [...document.errors, ...document.warnings];
    if (mistakes.some(({ message }) => message.includes('call stack'))) throw new RangeError('nested too deep');
    if (mistakes.length > 0) throw new InputError(...mistakes.map(({ pos, message }) => `${at(pos[0])}${message}`));
    const wrong = [...wrongAliases(document), ...wrongMerges(document)];
    if (wrong.length > 0)
      throw new InputError(...wrong.map(({ node, message }) => `${at(node.range?.[0] ?? 0)}${message}`));
    return { document, lines, data: document.toJS({ maxAliasCount: -1 }) };
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`${name}: is nested too deep`);
    throw error;
  }
}

/** Test for deeper nesting than a reader bears: brackets, or items on a line. */
function nestsTooDeep(text: string): boolean {
  let [brackets, items] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (token === '-' || token === '?' || token === ':') items++;
    else if (token.includes('\n')) items = 0;
    if (brackets > MOST_DEPTH || (brackets === 0 && items > MOST_DEPTH)) return true;
  }
  return false;
}

interface Wrong {
  readonly node: Node;
  readonly message: string;
}

/** Aliases of what is not there, of what holds them, and of too much. */
function wrongAliases(document: Document): Wrong[] {
  const wrong: Wrong[] = [];
  const sizes = new Map<Node, number>();
  const open = new Set<Node>();
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (isAlias(node)) return aliasSize(node);
    if (!isCollection(node)) return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    open.add(node);
    const size = node.items.reduce((sum: number, item) => sum + sizeOf(item), 1);
    open.delete(node);
    sizes.set(node, size);
    return size;
  };
  const aliasSize = (alias: Alias): number => {
    const target = alias.resolve(document);
    const tell = (message: string): number => {
      wrong.push({ node: alias, message: `alias *${alias.source} ${message}` });
      return 1;
    };
    if (target === undefined) return tell('has no anchor before it');
    if (open.has(target)) return tell('stands in what it names');
    const size = sizeOf(target);
    return size > MOST_VALUES ? tell(`stands for more than ${MOST_VALUES} values`) : size;
  };
  const whole = document.contents;
  const size = sizeOf(whole);
  if (wrong.length === 0 && whole && size > MOST_VALUES)
    wrong.push({ node: whole, message: `the document holds more than ${MOST_VALUES} values` });
  return wrong;
}

/** Merge keys `<<` of other things than mappings. */
function wrongMerges(document: Document): Wrong[] {
  const wrong: Wrong[] = [];
  const target = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.source !== '<<' || key.type !== 'PLAIN') return;
      const from = target(value);
      if (isMap(from) || (isSeq(from) && from.items.every((item) => isMap(target(item))))) return;
      wrong.push({ node: key, message: '<< must be a mapping or a list of mappings' });
    },
  });
  return wrong;
}
