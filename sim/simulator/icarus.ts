/** Icarus Verilog as a simulator: a bench that exchanges vectors by files, and its runs. */

import { type Tool, ToolError, textLeft } from '../../tools/tool.ts';
import {
  DesignError,
  designLayouts,
  isSystemVerilog,
  type Outputs,
  type Simulator,
  sourceFiles,
  type VerilogDesign,
} from './simulator.ts';
import { hexToRecords, type RecordField, type RecordLayout, recordCount, recordsToHex } from './vectors.ts';

export interface Icarus {
  readonly iverilog: Tool;
  readonly vvp: Tool;
}

const PROGRAM = 'model.vvp';
const VECTORS = 'vectors.hex';
const OUTPUTS = 'outputs.hex';

/** Simulator of Icarus' compiler and runtime. Every batch is a run of its own. */
export function icarusSimulator({ iverilog, vvp }: Icarus): Simulator {
  return async (design) => {
    const { inputs, outputs } = designLayouts(design);
    const bench = benchName(design);
    const compiled = await compile(iverilog, bench, { ...design.files, [`${bench}.v`]: vectorBench(design) });
    const run = async (records: Uint8Array): Promise<Outputs> => {
      const count = recordCount(inputs, records);
      const files = { [PROGRAM]: compiled.program, [VECTORS]: recordsToHex(inputs, records) };
      const args = ['-n', PROGRAM];
      const result = await vvp(args, files);
      const text = count === 0 ? '' : textLeft({ tool: 'Icarus Verilog runtime', args, result }, OUTPUTS);
      const answer = hexToRecords(outputs, text);
      const answered = recordCount(outputs, answer.records);
      if (answered === count) return answer;
      if (/\$finish called/.test(result.log))
        throw new DesignError(`it ends the simulation after ${answered} of ${count} vectors\n${result.log}`.trimEnd());
      const reason = `answered ${answered} of ${count} vectors`;
      throw new ToolError('Icarus Verilog runtime', args, 0, result.log, result.files, reason);
    };
    return { warnings: compiled.warnings, run, close: async () => undefined };
  };
}

/** Output of a self-checking bench. */
export interface BenchResult {
  /** Warnings of the compiler; empty for clean Verilog. */
  readonly warnings: string;
  /** Text that the bench printed. */
  readonly log: string;
}

/** Run of `files` with the module `bench` at the top, until it finishes. */
export async function runTestBench(
  { iverilog, vvp }: Icarus,
  bench: string,
  files: Readonly<Record<string, string>>,
): Promise<BenchResult> {
  const { program, warnings } = await compile(iverilog, bench, files);
  const { log } = await vvp(['-n', PROGRAM], { [PROGRAM]: program });
  return { warnings, log };
}

async function compile(
  iverilog: Tool,
  top: string,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly program: string; readonly warnings: string }> {
  const sources = sourceFiles(files);
  const language = sources.some(isSystemVerilog) ? '-g2012' : '-g2005';
  const args = [language, '-Wall', '-s', top, '-o', PROGRAM, ...sources];
  const result = await iverilog(args, files);
  const program = textLeft({ tool: 'Icarus Verilog', args, result }, PROGRAM);
  return { program, warnings: result.log.trimEnd() };
}

/**
 * Bench that reads an input record a line and writes an output record a line. The lines are as `recordsToHex` writes
 * them. An undefined output bit shows as x or z.
 */
export function vectorBench(design: VerilogDesign): string {
  const { inputs, outputs } = designLayouts(design);
  const ports = [
    ...(design.clock ? [`.${design.clock.port}(clock)`] : []),
    ...inputs.fields.map((field) => `.${field.name}(${slice('record', field)})`),
    ...outputs.fields.map((field) => `.${field.name}(${field.name}_value)`),
  ];
  return `// Reads ${VECTORS}, one input record a line, and writes ${OUTPUTS}, one output record a line.
module ${benchName(design)};
  reg [${8 * inputs.bytes - 1}:0] record;
${outputs.fields.map(({ name, bits }) => `  wire [${bits - 1}:0] ${name}_value;`).join('\n')}
  integer vectors;
  integer outputs;
  integer got;
${design.clock ? '  reg clock;\n' : ''}
  ${design.top} dut (${ports.join(', ')});

  initial begin
    vectors = $fopen("${VECTORS}", "r");
    outputs = $fopen("${OUTPUTS}", "w");
${design.clock ? '    clock = 0;\n' : ''}    got = $fscanf(vectors, "%h\\n", record);
    while (got == 1) begin
      #1;
      $fdisplay(outputs, "%h", {${joined(outputs).join(', ')}});
${design.clock ? '      clock = 1;\n      #1;\n      clock = 0;\n' : ''}      got = $fscanf(vectors, "%h\\n", record);
    end
    $fclose(outputs);
    $finish;
  end
endmodule
`;
}

/** Name of the bench's module and file. No module that `top` is made of is called like this. */
export const benchName = ({ top }: Pick<VerilogDesign, 'top'>): string => `${top}_vectors`;

/** Bits of `field` in the record \`name\`. */
function slice(name: string, { start, bits }: RecordField): string {
  return `${name}[${8 * start + bits - 1}:${8 * start}]`;
}

/** Output record as a concatenation, most significant part first. */
function joined(outputs: RecordLayout): string[] {
  return outputs.fields.toReversed().flatMap(({ name, bits, bytes }) => {
    const padding = 8 * bytes - bits;
    return padding === 0 ? [`${name}_value`] : [`${padding}'b0`, `${name}_value`];
  });
}
