/** Synthesis with Yosys' generic cells: a second, independent count of the same Verilog. */

import { z } from 'zod';
import { DIGITAL_KEYS, type Measurement, measured } from '../measurement/index.ts';
import { type Files, readLeft, type Tool, textLeft } from '../tools/tool.ts';

/** Yosys' synthesis of a design to generic cells. */
export interface GenericSynthesis {
  /** Number of cells after mapping to two-input gates, by Yosys' names. */
  readonly cells: Readonly<Record<string, number>>;
  readonly cellCount: number;
  /** Transistors by `stat -tech cmos`: NOT 2, NAND and NOR 4, AND and OR 6, XOR, XNOR and MUX 12. */
  readonly transistors: number;
  /** Netlist as Verilog. */
  readonly netlist: string;
  readonly log: string;
}

/**
 * Yosys commands that synthesize `top` from `files`. Cells `$scopeinfo` are deleted since the count would miss them.
 */
export function synthesisScript(files: readonly string[], top: string, clocked: boolean): string {
  return [
    ...files.map((file) => `read_verilog ${file}`),
    `hierarchy -check -top ${top}`,
    'check -assert',
    `synth -flatten -top ${top}`,
    // Flip-flops with enable or reset would not be counted: they become plain ones with gates.
    ...(clocked ? ['dfflegalize -cell $_DFF_P_ 01', 'abc -fast', 'opt_clean'] : []),
    'delete t:$scopeinfo',
    'check -assert',
    'tee -o stat.json stat -json -tech cmos',
    'write_verilog -noattr mapped.v',
  ].join('\n');
}

const statistics = z.object({
  design: z.object({
    num_cells: z.int(),
    num_cells_by_type: z.record(z.string(), z.int()),
    estimated_num_transistors: z.string(),
  }),
});

/** Generic synthesis of `top`. Rejects with `ToolError` when Yosys fails; throws when its count leaves cells out. */
export async function synthesize(yosys: Tool, files: Files, top: string, clocked: boolean): Promise<GenericSynthesis> {
  const script = synthesisScript(Object.keys(files), top, clocked);
  const args = ['-q', '-s', 'synth.ys'];
  const result = await yosys(args, { ...files, 'synth.ys': script });
  const ran = { tool: 'Yosys', args, result };
  return {
    ...readLeft(ran, 'stat.json', parseStatistics),
    netlist: textLeft(ran, 'mapped.v'),
    log: result.log,
  };
}

/**
 * Statistics in the output of `stat -json -tech cmos`. The transistors stand in a string that ends in `+` when cells
 * were left out.
 */
export function parseStatistics(json: string): Omit<GenericSynthesis, 'netlist' | 'log'> {
  const { design } = statistics.parse(JSON.parse(json));
  if (!/^\d+$/.test(design.estimated_num_transistors))
    throw new Error(`Yosys' transistor count leaves cells out: ${design.estimated_num_transistors}`);
  return {
    cells: design.num_cells_by_type,
    cellCount: design.num_cells,
    transistors: Number(design.estimated_num_transistors),
  };
}

/** Measurements of the mapped counts of neuron `name`. `version` is Yosys' own. */
export function synthesisMeasurements(name: string, result: GenericSynthesis, version: string): Measurement[] {
  const source = `${version}: synth -flatten, stat -tech cmos`;
  return [
    measured(DIGITAL_KEYS.mappedTransistors, { neuron: name }, result.transistors, 'synthesized', source),
    measured(DIGITAL_KEYS.cells, { neuron: name }, result.cellCount, 'synthesized', source),
  ];
}
