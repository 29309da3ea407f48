/**
 * Liberty files as data: cells with pins, functions, capacitances, leakage and delay tables, in SI units. Everything is
 * checked here, since synthesis tools hang, crash or say little about files that are not what they should be.
 */

import { type LibertyCell, readCell } from './cell.ts';
import { LibertyError } from './liberty-error.ts';
import { type Place, placesIn } from './source.ts';
import { groupLabel, type LibertyGroup, parseLibertySyntax } from './syntax.ts';
import { type Fail, readTemplates } from './tables.ts';
import { type LibraryThresholds, readThresholds } from './thresholds.ts';
import { attribute, capacitanceUnit, isPlainName, numberOf, prefixed, timeUnit } from './values.ts';
import { readWireLoad, type WireLoad } from './wire-load.ts';

/** A cell that cannot be used, left out of a library that can. */
export interface SkippedCell {
  readonly name: string;
  /** Place of what is wrong, the cell, and what is wrong. */
  readonly reason: string;
}

export interface LibertyLibrary {
  readonly name: string;
  /** Names of the files for messages and sources. */
  readonly file: string;
  readonly cells: readonly LibertyCell[];
  readonly skipped: readonly SkippedCell[];
  readonly thresholds: LibraryThresholds;
  /** Wire load by default, where the library has one; of several files, that of the first. */
  readonly wireLoad?: WireLoad;
}

/** An odd cell, of a kind that libraries do hold. The cell is left out and named. */
class OddCell extends LibertyError {}

/**
 * Library in the text of a Liberty file, checked. A cell that is odd is left out and named; where the library's own
 * statements or the file's form are wrong, or a number is none, the file is refused with a `LibertyError`. `place` tells
 * where a line came from.
 */
export function readLiberty(text: string, file: string, place: Place = placesIn(file)): LibertyLibrary {
  const top = parseLibertySyntax(text, place);
  if (top.name !== 'library') throw new LibertyError(place(top.line), groupLabel(top), 'must be a library');
  const fail: Fail = (line, problem) => {
    throw new LibertyError(place(line), groupLabel(top), problem);
  };
  const groups = top.groups.filter(({ name }) => name === 'cell');
  if (groups.length === 0) fail(top.line, 'holds no cell');
  const shared = {
    units: { time: timeUnit(top, fail), capacitance: capacitanceUnit(top, fail) },
    leakageUnit: prefixed(attribute(top, 'leakage_power_unit'), 'W', fail),
    templates: readTemplates(top),
    defaultLeakage: numberOf(top, 'default_cell_leakage_power', fail),
  };
  const skipped: SkippedCell[] = [];
  const cells = new Map<string, LibertyCell>();
  for (const group of groups) {
    const name = cellName(group, fail);
    const failCell: Fail = (line, problem, kind = 'odd') => {
      const Problem = kind === 'odd' ? OddCell : LibertyError;
      throw new Problem(place(line), groupLabel(group), problem);
    };
    try {
      if (cells.has(name)) failCell(group.line, `stands there twice; the one of ${cells.get(name)?.place} is taken`);
      cells.set(name, readCell(group, place(group.line), { ...shared, fail: failCell }));
    } catch (error) {
      if (!(error instanceof OddCell)) throw error;
      skipped.push({ name, reason: error.message });
    }
  }
  const wireLoad = readWireLoad(top, shared.units.capacitance, fail);
  const thresholds = readThresholds(top, fail);
  const found = { cells: [...cells.values()], skipped, thresholds, ...(wireLoad ? { wireLoad } : {}) };
  return { name: top.args[0] ?? '', file, ...found };
}

/** Most cells left out that are told one by one. */
const MOST_TOLD = 10;

/** Lines on the cells that are left out of a library. */
export function skippedLines({ skipped }: LibertyLibrary): string[] {
  if (skipped.length === 0) return [];
  const more = skipped.length - MOST_TOLD;
  return [
    `${skipped.length === 1 ? '1 cell is' : `${skipped.length} cells are`} left out of the library:`,
    ...skipped.slice(0, MOST_TOLD).map(({ reason }) => `  ${reason}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** Name of a cell, which stands in files and scripts of other programs. */
function cellName(group: LibertyGroup, fail: Fail): string {
  const [name = ''] = group.args;
  if (group.args.length !== 1 || name === '') fail(group.line, `${groupLabel(group)} must have one name`);
  if (!isPlainName(name)) fail(group.line, `${groupLabel(group)}: the name must be of letters, digits and _`);
  return name;
}

/** One library of several files, each read with its own units and templates. Throws `LibertyError`. */
export function joinLibraries(libraries: readonly LibertyLibrary[]): LibertyLibrary {
  const [first, ...others] = libraries;
  if (!first) throw new RangeError('a library must have at least one file');
  const cells = new Map(first.cells.map((cell) => [cell.name, cell]));
  for (const other of others)
    for (const cell of other.cells) {
      const before = cells.get(cell.name);
      if (before) throw new LibertyError(cell.place, `cell(${cell.name})`, `stands in ${before.place} too`);
      cells.set(cell.name, cell);
    }
  return {
    ...first,
    file: libraries.map(({ file }) => file).join(', '),
    cells: [...cells.values()],
    skipped: libraries.flatMap(({ skipped }) => skipped),
  };
}
