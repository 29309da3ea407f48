/** What a mapped neuron has, as measurements. */

import type { DigitalNeuron } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import type { LibraryFile, MappedNeuron, Technology } from './map.ts';
import { surroundings } from './static-timing.ts';

/** Liberty files do not state the unit of areas; it is the square micrometre by custom. m^2. */
const AREA_UNIT = 1e-12;

/** `NAME.transistors.mapped`, `.cells`, `.area`, `.leakage` and `.delay`; `version` is that of Yosys. */
export function mappingMeasurements(
  neuron: DigitalNeuron,
  result: MappedNeuron,
  technology: Technology,
  version: string,
): Measurement[] {
  const { library, liberty, spice, table } = technology;
  const { count, delay } = result;
  const { driver, load } = surroundings(library);
  const fileOf = ({ name, sha256 }: LibraryFile): string => `${name}, sha256 ${sha256}`;
  const flow =
    neuron.objective === 'transistors'
      ? 'mapped cell by cell'
      : `mapped by ABC in ${version}, objective ${neuron.objective}, ${result.trials === 1 ? 'one way' : `the fastest of ${result.trials} ways`}`;
  const measured = (key: string, value: number | null, unit: string, source: string): Measurement => ({
    key: `${neuron.name}.${key}`,
    value,
    unit,
    origin: 'synthesized',
    source: `${source}; ${flow}; library ${fileOf(liberty)}`,
  });
  const transistors =
    count.unknown.length > 0
      ? `not known for ${count.unknown.join(', ')}`
      : spice
        ? `transistors in ${fileOf(spice)}`
        : `transistors by what each cell computes: ${table.source}`;
  return [
    measured('transistors.mapped', count.transistors, '1', transistors),
    measured('cells', count.cellCount, '1', 'library cells'),
    measured('area', count.area * AREA_UNIT, 'm^2', 'sum of the cells, areas taken as um^2'),
    measured(
      'leakage',
      count.leakage,
      'W',
      count.leakage === null ? 'the library does not state it' : 'sum of the cells',
    ),
    {
      ...measured(
        'delay',
        delay,
        's',
        `static timing with the delay tables, inputs driven by ${driver.name}, ${load * 1e15} fF at outputs, no wires`,
      ),
      origin: 'modelled',
    },
  ];
}
