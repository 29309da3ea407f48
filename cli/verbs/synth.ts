/** Verb `synth`: the user's cells and FPGA. */

import { Option } from 'commander';
import { InputError } from '../session/input-error.ts';
import { loadCells } from '../spec/load-cells.ts';
import { loadTechnology } from '../steps/technology.ts';
import { addFpgaOptions, type FpgaOptions, fpgaChoice } from './fpga-options.ts';
import type { Choices, SpecVerb } from './spec-verb.ts';

/** Options of `synth`. */
interface SynthOptions extends FpgaOptions {
  readonly liberty: readonly string[];
  readonly spice: readonly string[];
  readonly dontUse: readonly string[];
  readonly wireLoad: 'default' | 'none';
  readonly cells?: string;
}

/** Verb `synth`. */
export const SYNTH: SpecVerb<SynthOptions> = {
  name: 'synth',
  description: 'transistors, cells, leakage, delay and energy of the digital neurons',
  steps: ['generate', 'synth'],
  declare: (command) => {
    command
      .option(
        '--liberty <file>',
        "map to the cells of this library in place of Yosys' generic ones (repeatable, also .gz)",
        collect,
        [],
      )
      .option(
        '--spice <file>',
        "the library's SPICE or CDL netlist, whose transistors are counted (repeatable, also .gz)",
        collect,
        [],
      )
      .option(
        '--dont-use <pattern>',
        'cells of the library that are not used, by name with * and ? (repeatable)',
        collect,
        [],
      )
      .addOption(
        new Option('--wire-load <which>', "wires by the library's default wire load, or none")
          .choices(['default', 'none'])
          .default('default'),
      )
      .option('--cells <file>', 'transistors per cell, a YAML or JSON list of {cell, transistors, source}');
    addFpgaOptions(command);
  },
  mapping: ({ liberty }) => (liberty.length > 0 ? 'optimizer' : 'cells'),
  choose: synthesisChoice,
};

const collect = (path: string, all: readonly string[]): string[] => [...all, path];

async function synthesisChoice(options: SynthOptions): Promise<Choices> {
  const { liberty, spice, dontUse, wireLoad, cells: file } = options;
  if (spice.length > 0 && liberty.length === 0)
    throw new InputError('--spice needs --liberty, whose cells it describes');
  if (dontUse.length > 0 && liberty.length === 0)
    throw new InputError('--dont-use needs --liberty, whose cells it bars');
  if (wireLoad === 'none' && liberty.length === 0)
    throw new InputError('--wire-load needs --liberty, whose wires it leaves out');
  const fpga = await fpgaChoice(options);
  const cells = file === undefined ? undefined : await loadCells(file);
  return {
    synthesis: {
      ...(liberty.length === 0
        ? {}
        : { technology: await loadTechnology({ liberty, spice }, cells, { dontUse, wireLoad }) }),
      ...(cells === undefined ? {} : { cells }),
      ...(fpga === undefined ? {} : { fpga }),
    },
  };
}
