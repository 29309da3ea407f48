/** Verb `synth`: the user's cells and FPGA. */

import { Option } from 'commander';
import { FPGA_PARTS, type FpgaPart } from '../../synth/index.ts';
import { requireNextpnr } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';
import { loadCells } from '../spec/load-cells.ts';
import { loadTechnology } from '../steps/technology.ts';
import type { Choices, SpecVerb } from './spec-verb.ts';

/** Options of `synth`. */
interface SynthOptions {
  readonly liberty: readonly string[];
  readonly spice: readonly string[];
  readonly dontUse: readonly string[];
  readonly wireLoad: 'default' | 'none';
  readonly cells?: string;
  readonly fpga?: FpgaPart;
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
      .option('--cells <file>', 'transistors per cell, a YAML or JSON list of {cell, transistors, source}')
      .addOption(
        new Option('--fpga <part>', 'place and route for an iCE40 FPGA, with a bitstream').choices(FPGA_PARTS),
      );
  },
  mapping: ({ liberty }) => (liberty.length > 0 ? 'optimizer' : 'cells'),
  choose: synthesisChoice,
};

const collect = (path: string, all: readonly string[]): string[] => [...all, path];

async function synthesisChoice(options: SynthOptions): Promise<Choices> {
  const { liberty, spice, dontUse, wireLoad, cells: file, fpga } = options;
  if (spice.length > 0 && liberty.length === 0)
    throw new InputError('--spice needs --liberty, whose cells it describes');
  if (dontUse.length > 0 && liberty.length === 0)
    throw new InputError('--dont-use needs --liberty, whose cells it bars');
  if (wireLoad === 'none' && liberty.length === 0)
    throw new InputError('--wire-load needs --liberty, whose wires it leaves out');
  if (fpga !== undefined) requireNextpnr();
  const cells = file === undefined ? undefined : await loadCells(file);
  return {
    synthesis: {
      ...(liberty.length === 0
        ? {}
        : { technology: await loadTechnology({ liberty, spice }, cells, { dontUse, wireLoad }) }),
      ...(cells === undefined ? {} : { cells }),
      ...(fpga === undefined ? {} : { part: fpga }),
    },
  };
}
