/** Digital neurons in an FPGA: placed, routed, and checked against the golden model. */

import { join } from 'node:path';
import { checkVectors } from '../../flow/index.ts';
import { type DigitalNeuron, neuronPorts } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { fpgaNeuron, fpgaVerilog } from '../../rtl/index.ts';
import { checkSerialPins, embeddedSimulator } from '../../sim/index.ts';
import {
  boardPins,
  FPGA_BOARD_FACTS,
  type FpgaBoardName,
  FpgaPinError,
  FpgaSizeError,
  type FpgaTarget,
  fpgaForm,
  fpgaMeasurements,
  placeNeuron,
} from '../../synth/index.ts';
import { createNextpnr, type Nextpnr } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import { CheckFailed } from '../session/check-failed.ts';
import { InputError } from '../session/input-error.ts';
import { checkForm } from './check.ts';

/** Choice of an FPGA and of how its pins are found. */
export interface FpgaChoice extends FpgaTarget {
  readonly board?: FpgaBoardName;
  /** File of the user's pin list. */
  readonly pinFile?: string;
}

/** Placed neurons: measurements by name, and what a person does next. */
export interface PlacedNeurons {
  readonly measurements: ReadonlyMap<string, readonly Measurement[]>;
  readonly notes: readonly string[];
}

/** Stored part of a placement, JSON-able. */
interface StoredPlacement {
  readonly measurements: readonly Measurement[];
  readonly log: string;
  readonly report: string;
  /** In base 64; null without one. */
  readonly bitstream: string | null;
}

/**
 * Placement of `neurons` in an FPGA. Writes `rtl/NAME_fpga.v`, `fpga/NAME.json`, and where the pins are known, or may be
 * anything, `fpga/NAME.bin`.
 */
export async function placeNeurons(
  run: Run,
  neurons: readonly DigitalNeuron[],
  choice: FpgaChoice,
  onProgress: (text: string) => void,
): Promise<PlacedNeurons> {
  const { out } = run.options;
  let nextpnr: Nextpnr | undefined;
  const start = (): Nextpnr => (nextpnr ??= createNextpnr(run.toolOptions));
  const measurements = new Map<string, readonly Measurement[]>();
  const notes: string[] = [];
  try {
    for (const neuron of neurons) {
      onProgress(`${neuron.name} in ${choice.part}`);
      const { name } = neuron;
      const target = targetOf(neuron, choice);
      const { files: verilog } = fpgaForm(neuron, target);
      const input = { neuron, verilog, target, seed: run.options.seed };
      const stored = await run.cached({ kind: 'fpga', input }, () =>
        placed(run, neuron, target, start()).catch((error: unknown) => {
          throw error instanceof FpgaPinError
            ? new InputError(`${choice.pinFile ?? `--fpga ${choice.part}`}: ${error.message}`)
            : error;
        }),
      );
      run.log('synth', stored.log);
      const own = Object.entries(verilog).filter(([file]) => file.startsWith(`${name}_fpga`));
      await run.write({
        ...Object.fromEntries(own.map(([file, text]) => [`rtl/${file}`, text])),
        ...(stored.bitstream === null ? {} : { [`fpga/${name}.bin`]: Buffer.from(stored.bitstream, 'base64') }),
        ...(target.pins === undefined ? {} : { [`fpga/${name}.pcf`]: target.pins }),
        [`fpga/${name}.json`]: stored.report,
      });
      notes.push(noteOf(name, target, out));
      measurements.set(name, stored.measurements);
    }
  } finally {
    await nextpnr?.close();
  }
  return { measurements, notes };
}

/** Way to the board, or the reason why there is no bitstream. */
function noteOf(name: string, { bitstream, pins }: FpgaTarget, out: string): string {
  if (!bitstream)
    return `${name}: no bitstream without pins; --board, --pcf FILE or --auto-pins (nextpnr's choice) gives them`;
  const list = pins === undefined ? 'the pins are nextpnr’s choice' : `pins in ${join(out, 'fpga', `${name}.pcf`)}`;
  return `${name}: ${list}; iceprog ${join(out, 'fpga', `${name}.bin`)}`.replace('’', "'");
}

/** Target with the pins of the board. Throws `InputError` for a board with too few. */
function targetOf(neuron: DigitalNeuron, { board, pinFile: _, ...target }: FpgaChoice): FpgaTarget {
  if (board === undefined) return target;
  const { pins: ports } = fpgaForm(neuron, target);
  const pins = boardPins(board, ports);
  if (pins !== undefined) return { ...target, pins };
  const needed = ports.reduce((sum, { bits }) => sum + bits, 0);
  throw new InputError(
    `${neuron.name} does not fit on ${board}: it needs ${needed} pins, there are ${FPGA_BOARD_FACTS[board].pins.length} and the clock` +
      (target.io === 'parallel' ? '; --fpga-io serial shifts its words through a few' : ''),
  );
}

async function placed(run: Run, neuron: DigitalNeuron, target: FpgaTarget, nextpnr: Nextpnr): Promise<StoredPlacement> {
  const form = fpgaNeuron(neuron);
  // Clock by clock, beside the golden model.
  const check = await checkForm(run, form, fpgaVerilog(neuron), {
    ...{ neuron: neuron.name, check: 'fpga', name: form.name, subject: 'the FPGA form' },
  });
  const shifted = target.io === 'serial' ? await checkShifting(run, neuron) : '';
  const yosys = run.yosys();
  const tools = { yosys, place: nextpnr.place, pack: nextpnr.pack };
  const result = await placeNeuron(neuron, target, run.options.seed, tools).catch((error: unknown) => {
    throw error instanceof FpgaSizeError ? new InputError(error.message) : error;
  });
  const versions = [await yosys.version(), nextpnr.version];
  return {
    measurements: [...fpgaMeasurements(neuron.name, target, result, versions), ...check.measurements],
    log: `${check.line}\n${shifted}${result.log}`,
    report: result.report,
    bitstream: result.bitstream === undefined ? null : Buffer.from(result.bitstream).toString('base64'),
  };
}

/** Check of the shift registers around a neuron, as a line. Throws `CheckFailed`. */
async function checkShifting(run: Run, neuron: DigitalNeuron): Promise<string> {
  const { top, files } = fpgaForm(neuron, { io: 'serial' });
  const vectors = checkVectors(neuron, run.options.seed);
  const result = await checkSerialPins(neuron, files, embeddedSimulator(run.yosys()), vectors);
  if (result.first)
    throw new CheckFailed(
      `${top} in embedded: ${result.mismatches} clock cycles differ, the first ${result.first.index}`,
    );
  return `${top} in embedded: ${result.vectors} input vectors, shifted in and out of ${neuronPorts(neuron).length} ports, equal the golden model\n`;
}
