/** Options of `synth` about FPGAs. */

import { type Command, Option } from 'commander';
import { FPGA_BOARD_FACTS, FPGA_BOARDS, FPGA_PARTS, type FpgaBoardName, type FpgaPart } from '../../synth/index.ts';
import { requireNextpnr } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';
import { MOST_TEXT, readNamed } from '../session/input-file.ts';
import type { FpgaChoice } from '../steps/fpga.ts';

/** Parsed options of `synth` about FPGAs. */
export interface FpgaOptions {
  readonly fpga?: FpgaPart;
  readonly board?: FpgaBoardName;
  readonly package?: string;
  readonly pcf?: string;
  readonly autoPins?: boolean;
  readonly fpgaIo?: FpgaChoice['io'];
}

/** Declaration of the options on `command`. */
export function addFpgaOptions(command: Command): void {
  command
    .addOption(new Option('--fpga <part>', 'place and route for an iCE40 FPGA').choices(FPGA_PARTS))
    .addOption(new Option('--board <name>', 'the same for the part and the pins of a board').choices(FPGA_BOARDS))
    .option('--package <name>', 'with --fpga: package of the part, as nextpnr calls it')
    .option('--pcf <file>', 'with --fpga: pin list of your own, which a bitstream needs')
    .option('--auto-pins', "with --fpga: a bitstream with pins of nextpnr's choice")
    .addOption(
      new Option(
        '--fpga-io <way>',
        'with --fpga or --board: a pin for each bit, or words by shift registers (default: parallel)',
      ).choices(['parallel', 'serial']),
    );
}

/** Choice of an FPGA by `options`. Rejects with `InputError` for options that do not go together. */
export async function fpgaChoice(options: FpgaOptions): Promise<FpgaChoice | undefined> {
  const { fpga, board, package: packaged, pcf, autoPins = false, fpgaIo: io = 'parallel' } = options;
  if (fpga === undefined && board === undefined) {
    const given = { package: packaged, pcf, 'auto-pins': options.autoPins, 'fpga-io': options.fpgaIo };
    for (const [key, value] of Object.entries(given))
      if (value !== undefined) throw new InputError(`--${key} needs --fpga${key === 'fpga-io' ? ' or --board' : ''}`);
    return undefined;
  }
  if (pcf !== undefined && autoPins) throw new InputError('--pcf goes without --auto-pins');
  requireNextpnr();
  if (board !== undefined) {
    const facts = FPGA_BOARD_FACTS[board];
    if (autoPins) throw new InputError('--board goes without --auto-pins: it has pins of its own');
    if (fpga !== undefined && fpga !== facts.part)
      throw new InputError(`--fpga ${fpga}: ${board} has an ${facts.part}; leave --fpga out`);
    if (packaged !== undefined && packaged !== facts.package)
      throw new InputError(`--package ${packaged}: ${board} has the package ${facts.package}; leave --package out`);
    const own = pcf === undefined ? { board } : { pins: await pinList(pcf), pinFile: pcf };
    return { part: facts.part, package: facts.package, io, bitstream: true, ...own };
  }
  if (fpga === undefined) return undefined;
  return {
    ...{ part: fpga, io, bitstream: autoPins || pcf !== undefined },
    ...(packaged === undefined ? {} : { package: packaged }),
    ...(pcf === undefined ? {} : { pins: await pinList(pcf), pinFile: pcf }),
  };
}

/** Text of a pin list, each line checked. */
async function pinList(file: string): Promise<string> {
  const text = (await readNamed(file, { what: 'a pin list', most: MOST_TEXT })).toString('utf8');
  const wrong = text.split('\n').flatMap((line, k) => {
    const words = line.replace(/#.*$/, '').trim();
    return words === '' || /^set_(io|frequency)\s+(-\S+\s+)*\S+\s+\S+$/.test(words)
      ? []
      : [`${file}:${k + 1}: must be set_io PORT PIN or set_frequency PORT MHZ: ${words}`];
  });
  if (wrong.length > 0) throw new InputError(...wrong);
  return text;
}
