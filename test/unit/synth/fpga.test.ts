import { describe, expect, test } from 'vitest';
import { type FpgaTools, fpgaMeasurements, fpgaScript, placeNeuron } from '../../../synth/fpga.ts';
import { FPGA_DEVICES, FPGA_PARTS, FpgaSizeError } from '../../../synth/fpga-parts.ts';
import { type Tool, ToolError } from '../../../tools/tool.ts';
import { digital } from '../gen/neurons.ts';

const MAC = digital({ bits: 8, architecture: 'fused', bias: 16 });

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
    const result = await placeNeuron(MAC, 'hx8k', 7, tools);
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
    const result = await placeNeuron(MAC, 'hx8k', 1, tools);
    expect(calls.length).toBe(3);
    expect(result.fmax).toBeNull();
    const rows = fpgaMeasurements('dut', 'hx8k', result, ['Yosys 0.55', 'nextpnr-ice40 0.8']);
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
    await expect(placeNeuron(MAC, 'up5k', 1, tools)).rejects.toThrow(
      new FpgaSizeError('dut', 'up5k', 'pins', needed, 39),
    );
    expect(new FpgaSizeError('dut', 'up5k', 'pins', 50, 39).message).toBe(
      'dut does not fit in up5k (package sg48): it needs 50 pins, there are 39',
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
    await expect(placeNeuron(MAC, 'hx1k', 1, tools)).rejects.toThrow(
      'dut does not fit in hx1k (package tq144): it needs 2785 logic cells, there are 1280',
    );
  });

  test('another failure of nextpnr stays what it is', async () => {
    const { tools } = fakeTools(async (args) => {
      throw new ToolError('nextpnr-ice40', args, null, "ERROR: Unsupported package 'x'.");
    });
    await expect(placeNeuron(MAC, 'hx1k', 1, tools)).rejects.toThrow(
      "nextpnr-ice40 was ended:\nERROR: Unsupported package 'x'.",
    );
  });

  test('every part has a device', () => {
    expect(Object.keys(FPGA_DEVICES)).toEqual([...FPGA_PARTS]);
  });
});
