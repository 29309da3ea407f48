/** Modules of a Verilog text, and the ports of one, as Yosys reads them. */

import type { Tool } from '../../tools/tool.ts';
import type { ModulePort } from '../port-contract.ts';
import { sourceFiles, type VerilogDesign } from '../simulator/simulator.ts';
import { readCommands } from './yosys-netlist.ts';

/** Names of the modules in `files`. Rejects with `ToolError` where Yosys does not read them. */
export async function moduleNames(yosys: Tool, files: VerilogDesign['files']): Promise<string[]> {
  const text = await told(yosys, files, [], 'select -list-mod *');
  return [...text.matchAll(/^(\w+)$/gm)].map(([, name = '']) => name);
}

/** Ports of the module `top`, in their order. Rejects with `ToolError` where Yosys does not read them. */
export async function modulePorts(yosys: Tool, files: VerilogDesign['files'], top: string): Promise<ModulePort[]> {
  const text = await told(yosys, files, [`hierarchy -check -top ${top}`], `portlist ${top}`);
  return [...text.matchAll(/^(\w+) \[(-?\d+):(-?\d+)\] (\S+)$/gm)].map(([, direction = '', from, to, name = '']) => ({
    ...{ name, direction, bits: Math.abs(Number(from) - Number(to)) + 1 },
  }));
}

async function told(yosys: Tool, files: VerilogDesign['files'], commands: readonly string[], last: string) {
  const script = [...readCommands(sourceFiles(files)), ...commands, `tee -q -o told.txt ${last}`].join('\n');
  const { files: made } = await yosys(['-q', '-s', 'ports.ys'], { ...files, 'ports.ys': script });
  return String(made['told.txt'] ?? '');
}
