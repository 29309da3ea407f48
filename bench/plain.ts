/** The plain `*` as Yosys maps it to the same library: the reference that every circuit stands beside. */

import type { DigitalNeuron } from '../gen/index.ts';
import { behaviouralVerilog } from '../rtl/index.ts';
import type { Technology } from '../synth/index.ts';
import type { Tool } from '../tools/tool.ts';

export interface Plain {
  readonly verilog: string;
  /** Library cells by name. */
  readonly cells: Readonly<Record<string, number>>;
}

/** A neuron's Verilog operators through `synth` and ABC with `script`, as in our own flow. */
export async function synthesizePlain(
  neuron: DigitalNeuron,
  { liberty }: Technology,
  around: string,
  script: string,
  yosys: Tool,
): Promise<Plain> {
  const top = `${neuron.name}_reference`;
  const files = {
    'plain.v': behaviouralVerilog(neuron),
    'cells.lib': liberty[0]?.text ?? '',
    'around.constr': around,
    'flow.abc': `${script.split(';').join('\n')}\n`,
    'plain.ys': [
      'read_verilog plain.v',
      `synth -flatten -top ${top}`,
      'abc -liberty cells.lib -constr around.constr -script flow.abc',
      'opt_clean',
      `rename ${top} ${neuron.name}`,
      'opt_clean -purge',
      'write_verilog -noattr -noexpr mapped.v',
    ].join('\n'),
  };
  const result = await yosys(['-q', '-s', 'plain.ys'], files);
  const verilog = result.files['mapped.v'];
  if (typeof verilog !== 'string') throw new Error('Yosys left out mapped.v');
  const cells: Record<string, number> = {};
  for (const [, name = ''] of verilog.matchAll(/^ {2}(\w+) \S+ \($/gm)) cells[name] = (cells[name] ?? 0) + 1;
  return { verilog, cells };
}
