/** Digital neurons in an FPGA: placed, routed, and checked against the golden model. */

import type { DigitalNeuron } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { fpgaNeuron, fpgaVerilog } from '../../rtl/index.ts';
import { type FpgaPart, FpgaSizeError, fpgaMeasurements, placeNeuron } from '../../synth/index.ts';
import { createNextpnr, type Nextpnr } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import { checkForm } from './check.ts';

/** Stored part of a placement, JSON-able. */
interface StoredPlacement {
  readonly measurements: readonly Measurement[];
  readonly log: string;
  readonly report: string;
  /** In base 64. */
  readonly bitstream: string;
}

/** Measurements of `neurons` in `part`, by name. Writes `rtl/NAME_fpga.v`, `fpga/NAME.bin` and `fpga/NAME.json`. */
export async function placeNeurons(
  run: Run,
  neurons: readonly DigitalNeuron[],
  part: FpgaPart,
  onProgress: (text: string) => void,
): Promise<ReadonlyMap<string, readonly Measurement[]>> {
  let nextpnr: Nextpnr | undefined;
  const start = (): Nextpnr => (nextpnr ??= createNextpnr(run.toolOptions));
  const done = new Map<string, readonly Measurement[]>();
  try {
    for (const neuron of neurons) {
      onProgress(`${neuron.name} in ${part}`);
      const { name } = neuron;
      const verilog = fpgaVerilog(neuron);
      const input = { neuron, verilog, part, seed: run.options.seed };
      const stored = await run.cached({ kind: 'fpga', input }, () => placed(run, neuron, part, start()));
      run.log('synth', stored.log);
      const own = Object.entries(verilog).filter(([file]) => file === `${name}_fpga.v`);
      await run.write({
        ...Object.fromEntries(own.map(([file, text]) => [`rtl/${file}`, text])),
        [`fpga/${name}.bin`]: Buffer.from(stored.bitstream, 'base64'),
        [`fpga/${name}.json`]: stored.report,
      });
      done.set(name, stored.measurements);
    }
  } finally {
    await nextpnr?.close();
  }
  return done;
}

async function placed(run: Run, neuron: DigitalNeuron, part: FpgaPart, nextpnr: Nextpnr): Promise<StoredPlacement> {
  const form = fpgaNeuron(neuron);
  // Clock by clock, beside the golden model.
  const check = await checkForm(run, form, fpgaVerilog(neuron), {
    ...{ neuron: neuron.name, check: 'fpga', name: form.name, subject: 'the FPGA form' },
  });
  const yosys = run.yosys();
  const tools = { yosys, place: nextpnr.place, pack: nextpnr.pack };
  const result = await placeNeuron(neuron, part, run.options.seed, tools).catch((error: unknown) => {
    throw error instanceof FpgaSizeError ? new InputError(error.message) : error;
  });
  const versions = [await yosys.version(), nextpnr.version];
  return {
    measurements: [...fpgaMeasurements(neuron.name, part, result, versions), ...check.measurements],
    log: `${check.line}\n${result.log}`,
    report: result.report,
    bitstream: Buffer.from(result.bitstream).toString('base64'),
  };
}
