import { describe, expect, test } from 'vitest';
import { type FpgaTools, fpgaMeasurements, fpgaScript, placeNeuron } from '../../../synth/fpga.ts';
import { boardPins, FPGA_BOARD_FACTS } from '../../../synth/fpga-boards.ts';
import {
  FPGA_DEVICES,
  FPGA_PARTS,
  type FpgaPart,
  FpgaPinError,
  FpgaSizeError,
  type FpgaTarget,
} from '../../../synth/fpga-parts.ts';
import { type Tool, ToolError } from '../../../tools/tool.ts';
import { digital } from '../gen/neurons.ts';

const MAC = digital({ bits: 8, architecture: 'fused', bias: 16 });
const at = (part: FpgaPart): FpgaTarget => ({ part, io: 'parallel', bitstream: true });

/** Tools that record what they are called with and give what they are told to. */
function fakeTools(place: Tool) {
  const calls: { readonly args: readonly string[]; readonly files: readonly string[] }[] = [];
  const recorded =
    (tool: Tool): Tool =>
    (args, files) => {
      calls.push({ args, files: Object.keys(files) });
      return tool(args, files);
    };
  const cells = { SB_LUT4: 178, SB_CARRY: 12, SB_DFF: 40, SB_DFFSR: 9, SB_MAC16: 2 };
  const tools: FpgaTools = {
    yosys: recorded(async () => ({
      files: { 'design.json': '{}', 'stat.json': JSON.stringify({ design: { num_cells_by_type: cells } }) },
      log: 'yosys\n',
    })),
    place: recorded(place),
    pack: recorded(async () => ({ files: { 'design.bin': Uint8Array.of(1, 2) }, log: 'icepack\n' })),
  };
  return { calls, tools };
}

const placed =
  (cells: number, megahertz: readonly number[]): Tool =>
  async (args) => {
    const seed = Number(args[args.indexOf('--seed') + 1]);
    const fmax = megahertz.length > 0 ? { clk: { achieved: megahertz[seed % megahertz.length] } } : {};
    const report = JSON.stringify({ utilization: { ICESTORM_LC: { used: cells, available: 7680 } }, fmax });
    return { files: { 'design.asc': `seed ${seed}`, 'report.json': report }, log: `seed ${seed}\n` };
  };

describe('the flow', () => {
  test('scripts: multiplier blocks where there are some, joined products and sums elsewhere', () => {
    expect(fpgaScript(['a.v', 'b.v'], 'a', 'hx8k').split('\n')).toEqual([
      'read_verilog a.v',
      'read_verilog b.v',
      'hierarchy -check -top a',
      'proc',
      'flatten',
      'opt_expr',
      'opt_clean',
      'alumacc',
      'synth_ice40 -top a -device hx -dff -json design.json',
      'check -assert',
      'tee -o stat.json stat -json',
    ]);
    expect(fpgaScript(['a.v'], 'a', 'up5k')).toContain('synth_ice40 -top a -device u -dff -dsp -json design.json');
    expect(fpgaScript(['a.v'], 'a', 'up5k')).not.toContain('alumacc');
  });

  test('a small design is placed three times and the fastest stands', async () => {
    const { calls, tools } = fakeTools(placed(212, [90, 101, 120, 99]));
    const result = await placeNeuron(MAC, at('hx8k'), 7, tools);
    expect(calls.map(({ args }) => args.join(' '))).toEqual([
      '-q -s fpga.ys',
      ...[7, 8, 9].map(
        (seed) =>
          `--hx8k --package ct256 --json design.json --asc design.asc --report report.json --freq 300 --seed ${seed} --timing-allow-fail`,
      ),
      'design.asc design.bin',
    ]);
    expect(calls[0]?.files).toEqual(['dut_fpga.v', 'dut_reference.v', 'fpga.ys']);
    expect(result).toMatchObject({ luts: 178, carries: 12, registers: 49, multipliers: 2, cells: 212, fmax: 101e6 });
    expect(result.log).toBe('yosys\nseed 7\nseed 8\nseed 9\nicepack\n');
  });

  test('a large one once; a design without a path between registers has no largest frequency', async () => {
    const { calls, tools } = fakeTools(placed(5000, []));
    const result = await placeNeuron(MAC, at('hx8k'), 1, tools);
    expect(calls.length).toBe(3);
    expect(result.fmax).toBeNull();
    const rows = fpgaMeasurements('dut', at('hx8k'), result, ['Yosys 0.55', 'nextpnr-ice40 0.8']);
    expect(rows.map(({ key, value, unit }) => [key, value, unit])).toEqual([
      ['dut.fpga.luts', 178, '1'],
      ['dut.fpga.carries', 12, '1'],
      ['dut.fpga.registers', 49, '1'],
      ['dut.fpga.multipliers', 2, '1'],
      ['dut.fpga.cells', 5000, '1'],
      ['dut.fpga.fmax', null, 'Hz'],
    ]);
    expect(rows[0]?.source).toBe(
      'Yosys 0.55, nextpnr-ice40 0.8: synth_ice40, placed and routed in hx8k (package ct256)',
    );
    expect(rows.at(-1)?.source).toContain('no path joins two registers outside a block');
  });

  test('too few pins: what is needed and what there is, before a tool runs', async () => {
    const { calls, tools } = fakeTools(placed(1, [1]));
    // clk, x, w, bias, sum
    const needed = 1 + 8 + 8 + 16 + 17;
    await expect(placeNeuron(MAC, at('up5k'), 1, tools)).rejects.toThrow(
      new FpgaSizeError('dut', at('up5k'), 'pins', needed, 39),
    );
    expect(new FpgaSizeError('dut', at('up5k'), 'pins', 50, 39).message).toBe(
      'dut does not fit in up5k (package sg48): it needs 50 pins, there are 39; --fpga-io serial shifts its words through a few',
    );
    expect(calls).toEqual([]);
  });

  test('too few logic cells: what is needed and what there is, from the log of nextpnr', async () => {
    const log = [
      'Info: Device utilisation:',
      'Info: \t         ICESTORM_LC:    2785/   1280   217%',
      'Info: \t               SB_IO:      65/    112    58%',
      "ERROR: Unable to place cell 'a', no BELs remaining to implement cell type 'ICESTORM_LC'",
    ].join('\n');
    const { tools } = fakeTools(async (args) => {
      throw new ToolError('nextpnr-ice40', args, null, log);
    });
    await expect(placeNeuron(MAC, at('hx1k'), 1, tools)).rejects.toThrow(
      'dut does not fit in hx1k (package tq144): it needs 2785 logic cells, there are 1280',
    );
  });

  test('another failure of nextpnr stays what it is', async () => {
    const { tools } = fakeTools(async (args) => {
      throw new ToolError('nextpnr-ice40', args, null, 'ERROR: out of luck');
    });
    await expect(placeNeuron(MAC, at('hx1k'), 1, tools)).rejects.toThrow(
      'nextpnr-ice40 was ended:\nERROR: out of luck',
    );
  });

  test('a pin that is not there is told in the words of nextpnr; the pin list is given to it', async () => {
    const { calls, tools } = fakeTools(async (args) => {
      throw new ToolError(
        'nextpnr-ice40',
        args,
        null,
        "Info: x\nERROR: package does not have a pin named '99' (on line 1)\n",
      );
    });
    const target = { ...at('hx1k'), package: 'vq100', pins: 'set_io clk 99\n' };
    await expect(placeNeuron(MAC, target, 1, tools)).rejects.toThrow(
      new FpgaPinError("package does not have a pin named '99' (on line 1)"),
    );
    expect(calls[1]?.args.join(' ')).toContain('--hx1k --package vq100 --pcf pins.pcf --json design.json');
    expect(calls[1]?.files).toEqual(['design.json', 'pins.pcf']);
  });

  test('a package that is not there is told with those of the part', async () => {
    const { tools } = fakeTools(async (args) => {
      throw new ToolError('nextpnr-ice40', args, null, "ERROR: Unsupported package 'zz'.\n");
    });
    // FPGA-DS-02008: an iCE40 UP5K comes in SG48 and UWG30.
    await expect(placeNeuron(MAC, { ...at('up5k'), package: 'zz', pins: '' }, 1, tools)).rejects.toThrow(
      new FpgaPinError("Unsupported package 'zz'. up5k comes in sg48, uwg30."),
    );
  });

  test('behind shift registers a wide neuron needs four pins; without a bitstream nothing is packed', async () => {
    const { calls, tools } = fakeTools(placed(5000, [50]));
    const target = { ...at('up5k'), io: 'serial', bitstream: false } as const;
    const result = await placeNeuron(digital({ bits: 16, synapses: 4 }), target, 1, tools);
    expect(result.bitstream).toBeUndefined();
    // Both forms have the same cells here, so that nothing is left for the shift registers.
    expect(result.shifting).toEqual({ luts: 0, registers: 0 });
    expect(calls.map(({ args }) => args[0])).toEqual(['-q', '-q', '--up5k']);
  });

  test('pins of a board: the clock, then the connectors in their order; undefined where they do not reach', () => {
    const ports = [
      { name: 'clk', bits: 1 },
      { name: 'x', bits: 2 },
      { name: 'sum', bits: 1 },
    ];
    expect(boardPins('icebreaker', ports)?.split('\n').slice(1)).toEqual([
      ...['set_io clk 35', 'set_io x[0] 4', 'set_io x[1] 2', 'set_io sum 47', ''],
    ]);
    expect(boardPins('icestick', [{ name: 'x', bits: 30 }])).toBeUndefined();
    for (const { clock, pins } of Object.values(FPGA_BOARD_FACTS))
      expect(new Set([clock.pin, ...pins]).size).toBe(pins.length + 1);
  });

  test('every part has a device', () => {
    expect(Object.keys(FPGA_DEVICES)).toEqual([...FPGA_PARTS]);
  });
});
