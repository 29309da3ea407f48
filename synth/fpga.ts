/** A neuron in an iCE40 FPGA: Yosys, place and route with nextpnr, a bitstream. */

import { z } from 'zod';
import { type DigitalNeuron, type NeuronPort, neuronPorts } from '../gen/index.ts';
import { FPGA_KEYS, type Measurement, measured } from '../measurement/index.ts';
import { nth } from '../numeric/index.ts';
import { fpgaNeuron, fpgaSerialModule, fpgaSerialPins, fpgaSerialVerilog, fpgaVerilog } from '../rtl/index.ts';
import { bytesLeft, type Files, readLeft, type Tool, ToolError, textLeft } from '../tools/tool.ts';
import {
  FPGA_DEVICES,
  type FpgaPart,
  FpgaPinError,
  FpgaSizeError,
  type FpgaTarget,
  packageOf,
  packagesOf,
} from './fpga-parts.ts';

/** The tools of the flow. */
export interface FpgaTools {
  readonly yosys: Tool;
  /** Place and route, nextpnr-ice40. */
  readonly place: Tool;
  /** Bitstream packer, icepack. */
  readonly pack: Tool;
}

export interface FpgaResult {
  /** Four-input lookup tables. */
  readonly luts: number;
  readonly carries: number;
  readonly registers: number;
  /** Multiply-accumulate blocks. */
  readonly multipliers: number;
  /** Logic cells in use; each holds a lookup table, a carry and a register. */
  readonly cells: number;
  /** Largest clock frequency, Hz; null where no path joins two registers outside a block. */
  readonly fmax: number | null;
  /** Undefined where the target asks for none. */
  readonly bitstream: Uint8Array | undefined;
  /** Cells of the shift registers around the neuron, which are among the others. Undefined without them. */
  readonly shifting: Pick<FpgaResult, 'luts' | 'registers'> | undefined;
  /** Report of nextpnr, JSON. */
  readonly report: string;
  readonly log: string;
}

/** A clock that no neuron reaches, so that placement keeps improving, MHz. */
const WANTED = 300;
/** Number of placements, of which the fastest stands. A placement is a matter of luck. */
const PLACEMENTS = 3;
/** Largest design, in cells, that is placed more than once. */
const SMALL = 1000;
/** Name of the pin list that nextpnr is given. */
const PINS = 'pins.pcf';

/**
 * Yosys commands that map `top` to a part. Without multiplier blocks, products and sums are joined before `synth_ice40`
 * cuts a product to the bits that it can have: one carry-save tree and one adder then, which is faster by a fifth.
 */
export function fpgaScript(files: readonly string[], top: string, part: FpgaPart): string {
  const { family, multipliers } = FPGA_DEVICES[part];
  return [
    ...files.map((file) => `read_verilog ${file}`),
    `hierarchy -check -top ${top}`,
    'proc',
    'flatten',
    'opt_expr',
    'opt_clean',
    ...(multipliers ? [] : ['alumacc']),
    `synth_ice40 -top ${top} -device ${family} -dff ${multipliers ? '-dsp ' : ''}-json design.json`,
    'check -assert',
    'tee -o stat.json stat -json',
  ].join('\n');
}

/** Form of a neuron for a target: top module, its pins and its files. */
export function fpgaForm(neuron: DigitalNeuron, { io }: Pick<FpgaTarget, 'io'>) {
  const pins: readonly Pick<NeuronPort, 'name' | 'bits'>[] =
    io === 'serial' ? fpgaSerialPins(neuron) : neuronPorts(fpgaNeuron(neuron));
  return io === 'serial'
    ? { top: fpgaSerialModule(neuron), pins, files: fpgaSerialVerilog(neuron) }
    : { top: `${neuron.name}_fpga`, pins, files: fpgaVerilog(neuron) };
}

/**
 * Placement of the FPGA form of `neuron` in a target, started from `seed`. Throws `FpgaSizeError` for a part that is too
 * small; rejects with `ToolError` when a tool fails otherwise.
 */
export async function placeNeuron(
  neuron: DigitalNeuron,
  target: FpgaTarget,
  seed: number,
  { yosys, place, pack }: FpgaTools,
): Promise<FpgaResult> {
  const { name } = neuron;
  const device = FPGA_DEVICES[target.part];
  const form = fpgaForm(neuron, target);
  const pins = form.pins.reduce((sum, port) => sum + port.bits, 0);
  if (packageOf(target) === device.package && pins > device.pins)
    throw new FpgaSizeError(name, target, 'pins', pins, device.pins);

  const args = ['-q', '-s', 'fpga.ys'];
  const map = async (top: string) => {
    const script = fpgaScript(Object.keys(form.files), top, target.part);
    return { tool: 'Yosys', args, result: await yosys(args, { ...form.files, 'fpga.ys': script }) };
  };
  const ran = await map(form.top);
  const design = {
    'design.json': textLeft(ran, 'design.json'),
    ...(target.pins === undefined ? {} : { [PINS]: target.pins }),
  };
  const counts = readLeft(ran, 'stat.json', cellCounts);
  const alone = target.io === 'serial' ? readLeft(await map(`${name}_fpga`), 'stat.json', cellCounts) : undefined;

  const attempts: Placement[] = [];
  do attempts.push(await placeOnce(name, target, seed + attempts.length, design, place));
  while (attempts.length < PLACEMENTS && nth(attempts, 0).cells <= SMALL);
  const best = attempts.reduce((a, b) => ((b.fmax ?? 0) > (a.fmax ?? 0) ? b : a));
  const packed = target.bitstream ? await packedOf(best.configuration, pack) : undefined;
  return {
    ...counts,
    cells: best.cells,
    fmax: best.fmax,
    bitstream: packed?.bitstream,
    shifting: alone && { luts: counts.luts - alone.luts, registers: counts.registers - alone.registers },
    report: best.report,
    log: [ran.result.log, ...attempts.map(({ log }) => log), packed?.log ?? ''].join(''),
  };
}

async function packedOf(configuration: string, pack: Tool) {
  const args = ['design.asc', 'design.bin'];
  const result = await pack(args, { 'design.asc': configuration });
  return { bitstream: bytesLeft({ tool: 'icepack', args, result }, 'design.bin'), log: result.log };
}

interface Placement {
  readonly cells: number;
  readonly fmax: number | null;
  readonly configuration: string;
  readonly report: string;
  readonly log: string;
}

async function placeOnce(
  name: string,
  target: FpgaTarget,
  seed: number,
  design: Files,
  place: Tool,
): Promise<Placement> {
  const args = [
    `--${target.part}`,
    ...['--package', packageOf(target)],
    ...(target.pins === undefined ? [] : ['--pcf', PINS]),
    ...['--json', 'design.json', '--asc', 'design.asc', '--report', 'report.json'],
    ...['--freq', String(WANTED), '--seed', String(seed), '--timing-allow-fail'],
  ];
  const result = await place(args, design).catch((error: unknown) => {
    throw error instanceof ToolError
      ? (pinError(error.log, target) ?? sizeError(name, target, error.log) ?? error)
      : error;
  });
  const ran = { tool: 'nextpnr-ice40', args, result };
  const report = textLeft(ran, 'report.json');
  const { utilization, fmax } = readLeft(ran, 'report.json', (text) => placed.parse(JSON.parse(text)));
  const [clock] = Object.values(fmax);
  return {
    cells: utilization.ICESTORM_LC.used,
    fmax: clock ? clock.achieved * 1e6 : null,
    configuration: textLeft(ran, 'design.asc'),
    report,
    log: result.log,
  };
}

/** Error about a package or a pin, in nextpnr's words. */
function pinError(log: string, { part }: FpgaTarget): FpgaPinError | undefined {
  const [, message] = /^ERROR: (.*(?:[Uu]nsupported package|\bpin\b|PCF|pcf|constrain).*)$/m.exec(log) ?? [];
  if (message === undefined) return undefined;
  const known = message.startsWith('Unsupported package') ? ` ${part} comes in ${packagesOf(part)}.` : '';
  return new FpgaPinError(`${message}${known}`);
}

/** Error about the scarce resource in nextpnr's table of the device: `Info: ICESTORM_LC: 2785/ 1280 217%`. */
function sizeError(name: string, target: FpgaTarget, log: string): FpgaSizeError | undefined {
  const scarce = [...log.matchAll(/^Info:\s+(\w+):\s*(\d+)\/\s*(\d+)\s+\d+%$/gm)]
    .map(([, kind = '', used, available]) => ({ kind, used: Number(used), available: Number(available) }))
    .find(({ used, available }) => used > available);
  if (!scarce) return undefined;
  const words: Readonly<Record<string, string>> = {
    ICESTORM_LC: 'logic cells',
    ICESTORM_DSP: 'multiply-accumulate blocks',
    ICESTORM_RAM: 'memory blocks',
  };
  return new FpgaSizeError(name, target, words[scarce.kind] ?? scarce.kind, scarce.used, scarce.available);
}

const placed = z.object({
  utilization: z.object({ ICESTORM_LC: z.object({ used: z.int() }) }),
  fmax: z.record(z.string(), z.object({ achieved: z.number() })),
});

const statistics = z.object({ design: z.object({ num_cells_by_type: z.record(z.string(), z.int()) }) });

function cellCounts(json: string): Pick<FpgaResult, 'luts' | 'carries' | 'registers' | 'multipliers'> {
  const cells = Object.entries(statistics.parse(JSON.parse(json)).design.num_cells_by_type);
  const count = (kind: string): number =>
    cells.filter(([name]) => name.startsWith(kind)).reduce((sum, [, number]) => sum + number, 0);
  return {
    luts: count('SB_LUT4'),
    carries: count('SB_CARRY'),
    registers: count('SB_DFF'),
    multipliers: count('SB_MAC16'),
  };
}

/**
 * Measurements `NAME.fpga.luts`, `.carries`, `.registers`, `.multipliers`, `.cells` and `.fmax`. `versions` are those
 * of the tools.
 */
export function fpgaMeasurements(
  name: string,
  target: FpgaTarget,
  result: FpgaResult,
  versions: readonly string[],
): Measurement[] {
  const source = `${versions.join(', ')}: synth_ice40, placed and routed in ${target.part} (package ${packageOf(target)})`;
  const counted = (key: Exclude<keyof typeof FPGA_KEYS, `shift${string}`>, note = ''): Measurement =>
    measured(FPGA_KEYS[key], { neuron: name }, result[key], 'synthesized', `${source}${note}`);
  return [
    counted('luts'),
    counted('carries'),
    counted('registers'),
    counted('multipliers'),
    counted('cells'),
    counted('fmax', result.fmax === null ? '; no path joins two registers outside a block' : ''),
    ...(result.shifting ? shiftingMeasurements(name, result.shifting, source) : []),
  ];
}

/** Measurements of the shift registers around a neuron, which its other figures hold. */
function shiftingMeasurements(
  neuron: string,
  { luts, registers }: NonNullable<FpgaResult['shifting']>,
  source: string,
): Measurement[] {
  const how = `${source}; those of the neuron alone subtracted`;
  return [
    measured(FPGA_KEYS.shiftLuts, { neuron }, luts, 'synthesized', how),
    measured(FPGA_KEYS.shiftRegisters, { neuron }, registers, 'synthesized', how),
  ];
}
