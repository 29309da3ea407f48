/** Measurements of a neuron mapped to a library. */

import type { DigitalNeuron } from '../../gen/index.ts';
import { DIGITAL_KEYS, type Measurement, measured, type Origin } from '../../measurement/index.ts';
import type { LibraryFile, MappedNeuron, Technology } from './map.ts';
import type { MappedCount } from './mapped-netlist.ts';
import { OUTPUT_INVERTERS, surroundings } from './surroundings.ts';

/** Unit of a library's areas, m^2. Liberty files do not state it; it is the square micrometre by custom. */
const AREA_UNIT = 1e-12;

/** Measurements `NAME.transistors.mapped`, `.cells`, `.area`, `.leakage`, `.delay` and `.energy`. `version` is that of Yosys. */
export function mappingMeasurements(
  neuron: DigitalNeuron,
  result: MappedNeuron,
  technology: Technology,
  version: string,
): Measurement[] {
  const { library, liberty, wires } = technology;
  const { count, delay } = result;
  const { driver, load } = surroundings(library, wires);
  const filesOf = (files: readonly LibraryFile[]): string =>
    files.map(({ name, sha256 }) => `${name}, sha256 ${sha256}`).join(', ');
  const flow =
    neuron.objective === 'transistors'
      ? 'mapped cell by cell'
      : `mapped by ABC in ${version}, objective ${neuron.objective}, ${result.trials === 1 ? 'one way' : `the fastest of ${result.trials} ways`}`;
  const entry = (
    key: keyof typeof DIGITAL_KEYS,
    value: number | null,
    source: string,
    origin: Origin = 'synthesized',
  ): Measurement =>
    measured(
      DIGITAL_KEYS[key],
      { neuron: neuron.name },
      value,
      origin,
      `${source}; ${flow}; library ${filesOf(liberty)}`,
    );
  const transistors = transistorSource(count, technology, filesOf);
  const registers = result.circuit.netlist.registers.length > 0 ? ', clock-to-q and setup of registers included' : '';
  return [
    entry('mappedTransistors', count.transistors, transistors.source, transistors.origin),
    entry('cells', count.cellCount, `library cells${skippedPart(technology)}`),
    entry('area', count.area * AREA_UNIT, 'sum of the cells, areas taken as um^2'),
    entry('leakage', count.leakage, count.leakage === null ? 'the library does not state it' : 'sum of the cells'),
    entry(
      'delay',
      delay,
      `static timing with the delay tables, inputs driven by ${driver.name}, ${OUTPUT_INVERTERS} ${driver.name} (${Number((load * 1e15).toPrecision(4))} fF) at each output, ${wires ? `wire load ${wires.name}` : 'no wires'}${registers}`,
      'modelled',
    ),
    measured(
      DIGITAL_KEYS.energy,
      { neuron: neuron.name },
      null,
      'modelled',
      'not computed in the cells of a library, whose internal power is not read',
    ),
  ];
}

/** Most cells that a source names. */
const MOST_NAMED = 10;

/** Names of cells, cut where they are many. */
const namesOf = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [])].join(
    ', ',
  );

/** Part of a source about the cells that are left out of the library; empty where there are none. */
function skippedPart({ library: { liberty } }: Technology): string {
  const names = liberty.skipped.map(({ name }) => name);
  return names.length > 0 ? `, of a library without its odd cells ${namesOf(names)}` : '';
}

/** Source and origin of the transistors: counted in a netlist, or modelled where a cell's netlist is not known. */
function transistorSource(
  { cells, unknown }: MappedCount,
  { library, spice, table }: Technology,
  filesOf: (files: readonly LibraryFile[]) => string,
): { source: string; origin: Origin } {
  if (unknown.length > 0) {
    const reasons = unknown.map((name) => {
      const count = library.counts.get(name);
      return `${name} (${count && 'reason' in count ? count.reason : 'no such cell'})`;
    });
    const hint = "; the library's netlist, given with --spice, tells them";
    return { source: `not known for ${namesOf(reasons)}${hint}`, origin: 'synthesized' };
  }
  const from = (kind: string): string[] =>
    Object.keys(cells).filter((name) => {
      const count = library.counts.get(name);
      return count && 'from' in count && count.from === kind;
    });
  const [counted, tabled, modelled] = [from('netlist'), from('table'), from('function')];
  const parts = [
    ...(counted.length > 0 ? [`transistors in ${filesOf(spice)}`] : []),
    ...(tabled.length > 0 ? [`of ${namesOf(tabled)} by what each computes: ${table.source}`] : []),
    ...(modelled.length > 0 ? [`of ${namesOf(modelled)} as static CMOS of its function, series and parallel`] : []),
  ];
  return {
    source: parts.join('; '),
    origin: counted.length === Object.keys(cells).length ? 'synthesized' : 'modelled',
  };
}
