/**
 * The user's own table of transistors per cell. It is a YAML or JSON list of {cell, transistors, source}, which
 * replaces the static CMOS figures of the cells that it names.
 */

import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { CELL_KINDS, type CellKind } from '../gen/index.ts';
import { CELL_TRANSISTORS, type CellTransistors, REGISTER_TRANSISTORS, type TransistorTable } from './transistors.ts';

/** Problems in a table of cells, a line each: `FILE:LINE:COLUMN: transistors must be ...: -3`. */
export class CellTableError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'CellTableError';
  }
}

/** Names of a table's cells: those of the netlists, and their flip-flop. */
const NAMES: readonly string[] = [...CELL_KINDS, 'register'];
const FIELDS: readonly string[] = ['cell', 'transistors', 'source'];
const LARGEST = 1000;

/** Table of transistors in `text`. `file` stands in messages and in the source of counts. Throws `CellTableError`. */
export function parseCellTable(text: string, file: string): TransistorTable {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const problems: string[] = [];
  const complain = (offset: number, message: string): void => {
    const { line, col } = counter.linePos(offset);
    problems.push(`${file}:${line}:${col}: ${message}`);
  };
  for (const error of document.errors) complain(error.pos[0], error.message);
  const entries = new Map<string, CellTransistors>();
  if (problems.length === 0) {
    const list = document.contents;
    if (!isSeq(list) || list.items.length === 0) complain(start(list), 'must be a list of {cell, transistors, source}');
    else for (const item of list.items) readEntry(item, entries, complain);
  }
  if (problems.length > 0) throw new CellTableError(problems);
  const cells = { ...CELL_TRANSISTORS };
  for (const kind of CELL_KINDS) cells[kind] = entries.get(kind) ?? CELL_TRANSISTORS[kind];
  const sources = [...entries].map(([cell, { transistors, source }]) => `${cell} ${transistors} (${source})`);
  return {
    cells: cells satisfies Readonly<Record<CellKind, CellTransistors>>,
    register: entries.get('register') ?? REGISTER_TRANSISTORS,
    source: `cells of the generated netlist, transistors by ${file}: ${sources.join(', ')}; others static CMOS`,
  };
}

/** Offset of a node in its text. */
const start = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

function readEntry(
  item: unknown,
  entries: Map<string, CellTransistors>,
  complain: (offset: number, message: string) => void,
): void {
  if (!isMap(item)) {
    complain(start(item), 'must be {cell, transistors, source}');
    return;
  }
  for (const { key } of item.items)
    if (isScalar(key) && !FIELDS.includes(String(key.value)))
      complain(start(key), `${String(key.value)} is not a known key; a cell has ${FIELDS.join(', ')}`);
  const field = (name: string): { readonly node: Node; readonly value: unknown } => {
    const node = item.get(name, true);
    return { node: node ?? item, value: node?.value };
  };
  const wrong = (name: string, rule: string): void => {
    const { node, value } = field(name);
    complain(start(node), value === undefined ? `${name} is missing; it ${rule}` : `${name} ${rule}: ${shown(value)}`);
  };
  const cell = field('cell').value;
  const transistors = field('transistors').value;
  const source = field('source').value;
  const isCell = typeof cell === 'string' && NAMES.includes(cell);
  const isCount =
    typeof transistors === 'number' && Number.isInteger(transistors) && transistors >= 0 && transistors <= LARGEST;
  const isSource = typeof source === 'string' && source.trim() !== '';
  if (!isCell) wrong('cell', `must be one of: ${NAMES.join(', ')}`);
  else if (entries.has(cell)) wrong('cell', 'must be named once');
  if (!isCount) wrong('transistors', `must be a whole number from 0 to ${LARGEST}`);
  if (!isSource) wrong('source', 'must say where the number comes from');
  if (isCell && isCount && isSource) entries.set(cell, { transistors, source });
}

/** Value as JSON; JSON has no word for the numbers beyond the finite ones. */
const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));
