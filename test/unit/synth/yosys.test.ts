import { describe, expect, test } from 'vitest';
import { parseStatistics, synthesisScript, synthesize } from '../../../synth/yosys.ts';
import type { Tool } from '../../../tools/tool.ts';

const statistics = (transistors: string): string =>
  JSON.stringify({
    design: { num_cells: 3, num_cells_by_type: { $_AND_: 1, $_XOR_: 2 }, estimated_num_transistors: transistors },
  });

describe('Yosys', () => {
  test('is called with a script of fixed file names', async () => {
    const calls: unknown[] = [];
    const yosys: Tool = async (args, files) => {
      calls.push([args, files]);
      return { files: { 'stat.json': statistics('30'), 'mapped.v': 'module a; endmodule' }, log: 'fine' };
    };
    expect(await synthesize(yosys, { 'a.v': 'text' }, 'a', false)).toEqual({
      cells: { $_AND_: 1, $_XOR_: 2 },
      cellCount: 3,
      transistors: 30,
      netlist: 'module a; endmodule',
      log: 'fine',
    });
    expect(calls).toEqual([
      [['-q', '-s', 'synth.ys'], { 'a.v': 'text', 'synth.ys': synthesisScript(['a.v'], 'a', false) }],
    ]);
  });

  test('whose transistor count ends in + left cells out: that is no count', () => {
    expect(() => parseStatistics(statistics('30+'))).toThrow("Yosys' transistor count leaves cells out: 30+");
  });

  test('that leaves out a file it was to write is an error', async () => {
    const yosys: Tool = async () => ({ files: { 'stat.json': statistics('30') }, log: '' });
    await expect(synthesize(yosys, {}, 'a', false)).rejects.toThrow('Yosys ended well but left no');
  });
});
