/** Tables for a person, no wider than 80 columns: cells are broken first, then the columns stand in several tables. */

import Table from 'cli-table3';
import { printable } from '../../measurement/index.ts';

const WIDTH = 80;
/** Least width of a cell that is broken between any two characters. */
const NARROW = 16;
/** Places where a cell may be broken: after blanks that part no number from its unit, and signs inside names. */
const BREAKS = /(?<=[^\d ] )|(?<=\| ?)(?=[^ |])|(?<=[./,=@:_-])(?=[A-Za-z])/;

/** Rows that grow, and the text of the table. */
export interface TextTable {
  push(...rows: readonly (readonly (string | number)[])[]): void;
  toString(): string;
}

/** New table; `aligns` by column, the last one for the others too. Default: left, then right. */
export function textTable(
  head: readonly string[],
  aligns: readonly ('left' | 'right')[] = ['left', 'right'],
): TextTable {
  const rows: string[][] = [];
  const align = (column: number): 'left' | 'right' => aligns[Math.min(column, aligns.length - 1)] ?? 'left';
  return {
    push: (...more) => void rows.push(...more.map((row) => row.map((cell) => printable(`${cell}`)))),
    toString() {
      const all = [head.map(printable), ...rows];
      const groups = columnGroups(all);
      return groups.map(({ columns, widths }) => drawn(all, columns, widths, columns.map(align))).join('\n');
    },
  };
}

/** Columns of a table with the widths of their cells. */
interface Group {
  readonly columns: readonly number[];
  readonly widths: readonly number[];
}

/** Columns in tables that fit, the first column in each. */
function columnGroups(rows: readonly (readonly string[])[]): readonly Group[] {
  const columns = (rows[0] ?? []).map((_, k) => k);
  const cells = columns.map((k) => rows.map((row) => row[k] ?? ''));
  const wanted = cells.map((column) => Math.max(0, ...column.map((cell) => cell.length)));
  const body = cells.map(([, ...column]) => Math.max(1, ...column.map((cell) => cell.length)));
  const least = cells.map((column) => Math.max(1, ...column.map(leastWidth)));
  const groups: number[][] = [];
  const first = columns.slice(0, 1);
  for (const column of columns.slice(1)) {
    const last = groups.at(-1);
    if (last && sum([...last, column], least) <= WIDTH) last.push(column);
    else groups.push([...first, column]);
  }
  return (groups.length > 0 ? groups : [first]).map((group) => ({
    columns: group,
    widths: widthsOf(
      group.map((k) => wanted[k] ?? 0),
      // The heads are broken first.
      group.map((k) => Math.max(body[k] ?? 0, least[k] ?? 0)),
      group.map((k) => least[k] ?? 0),
    ),
  }));
}

/** Width of a table of these columns: each has two blanks, and a line before it; one comes after the last. */
const sum = (columns: readonly number[], widths: readonly number[]): number =>
  columns.reduce((total, k) => total + (widths[k] ?? 0) + 3, 1);

/** Widths that fit: the widest column that can be broken gives way, one character at a time. */
function widthsOf(wanted: readonly number[], ...floors: readonly (readonly number[])[]): readonly number[] {
  const widths = [...wanted];
  const all = widths.map((_, k) => k);
  while (sum(all, widths) > WIDTH) {
    const open = floors.map((floor) => all.filter((k) => (widths[k] ?? 0) > (floor[k] ?? 0)));
    const widest = (open.find((columns) => columns.length > 0) ?? all).reduce((a, b) =>
      (widths[b] ?? 0) > (widths[a] ?? 0) ? b : a,
    );
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

const leastWidth = (cell: string): number =>
  Math.min(NARROW, Math.max(0, ...cell.split(BREAKS).map((piece) => piece.trim().length)));

/** Lines of `cell`, none wider than `width`. */
function broken(cell: string, width: number): string {
  const lines = [''];
  for (const piece of cell.split(BREAKS)) {
    const line = lines.at(-1) ?? '';
    if ((line + piece.trimEnd()).length <= width) lines[lines.length - 1] = line + piece;
    else for (let at = 0; at < piece.trimEnd().length; at += width) lines.push(piece.slice(at, at + width));
  }
  return lines
    .filter((line, k) => k > 0 || line !== '')
    .map((line) => line.trimEnd())
    .join('\n');
}

function drawn(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  widths: readonly number[],
  colAligns: ('left' | 'right')[],
): string {
  const [head = [], ...body] = rows.map((row) => columns.map((k, place) => broken(row[k] ?? '', widths[place] ?? 1)));
  const table = new Table({ head, colAligns, style: { head: [], border: [], compact: true } });
  table.push(...body);
  return table.toString();
}
