import { expect, test } from 'vitest';
import { icarusSimulator, runTestBench, vectorBench } from '../../../sim/simulator/icarus.ts';
import type { VerilogDesign } from '../../../sim/simulator/simulator.ts';
import type { Files, Tool } from '../../../tools/tool.ts';

const design: VerilogDesign = {
  top: 'dig3',
  ports: [
    { name: 'x', direction: 'input', bits: 3 },
    { name: 'w', direction: 'input', bits: 12 },
    { name: 'sum', direction: 'output', bits: 16 },
    { name: 'y', direction: 'output', bits: 1 },
  ],
  files: { 'dig3.v': 'module dig3; endmodule\n', 'full_adder.v': '' },
};

/** A tool that notes how it was called and gives `files`. */
function fake(files: Files, log = ''): Tool & { readonly calls: [readonly string[], Files][] } {
  const calls: [readonly string[], Files][] = [];
  const tool: Tool = async (args, given) => {
    calls.push([args, given]);
    return { files, log };
  };
  return Object.assign(tool, { calls });
}

test('the bench slices the input record and joins the output record, bytes whole', () => {
  const lines = vectorBench(design).split('\n');
  expect(lines).toContain('  reg [23:0] record;');
  expect(lines).toContain('  dig3 dut (.x(record[2:0]), .w(record[19:8]), .sum(sum_value), .y(y_value));');
  expect(lines).toContain(`      $fdisplay(outputs, "%h", {7'b0, y_value, sum_value});`);
});

test('compiled once as Verilog-2005 with all warnings, run once a batch on files of fixed names', async () => {
  const iverilog = fake({ 'model.vvp': 'compiled' }, 'dig3.v:2: warning: something\n');
  const vvp = fake({ 'outputs.hex': '010002\n00abcd\n' });
  const simulation = await icarusSimulator({ iverilog, vvp })(design);
  expect(simulation.warnings).toBe('dig3.v:2: warning: something');
  const records = Uint8Array.of(1, 2, 3, 4, 5, 6);
  expect([...(await simulation.run(records)).records]).toEqual([2, 0, 1, 0xcd, 0xab, 0]);
  expect(iverilog.calls).toEqual([
    [
      ['-g2005', '-Wall', '-s', 'dig3_vectors', '-o', 'model.vvp', 'dig3.v', 'full_adder.v', 'dig3_vectors.v'],
      { ...design.files, 'dig3_vectors.v': vectorBench(design) },
    ],
  ]);
  expect(vvp.calls).toEqual([[['-n', 'model.vvp'], { 'model.vvp': 'compiled', 'vectors.hex': '030201\n060504\n' }]]);
});

test('an answer with too few vectors is an error', async () => {
  const tools = { iverilog: fake({ 'model.vvp': 'compiled' }), vvp: fake({ 'outputs.hex': '000000\n' }, 'ran dry') };
  const simulation = await icarusSimulator(tools)(design);
  await expect(simulation.run(new Uint8Array(6))).rejects.toThrow('answered 1 of 2 vectors:\nran dry');
});

test('a design that ends before its last vector is told', async () => {
  const log = 'dig3.v:3: $finish called at 5 (1s)\n';
  const tools = { iverilog: fake({ 'model.vvp': 'compiled' }), vvp: fake({ 'outputs.hex': '000000\n' }, log) };
  const simulation = await icarusSimulator(tools)(design);
  await expect(simulation.run(new Uint8Array(6))).rejects.toThrow(
    'it ends the simulation after 1 of 2 vectors\ndig3.v:3: $finish called at 5 (1s)',
  );
});

test('a self-checking bench is compiled as the top and gives what it printed', async () => {
  const iverilog = fake({ 'model.vvp': 'compiled' });
  const files = { 'dig3.v': '', 'dig3_tb.v': '' };
  const result = await runTestBench({ iverilog, vvp: fake({}, 'PASS 64 vectors\n') }, 'dig3_tb', files);
  expect(result).toEqual({ warnings: '', log: 'PASS 64 vectors\n' });
  expect(iverilog.calls[0]?.[0]).toEqual([
    '-g2005',
    '-Wall',
    '-s',
    'dig3_tb',
    '-o',
    'model.vvp',
    'dig3.v',
    'dig3_tb.v',
  ]);
});
