import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { icarusSimulator, runTestBench } from '../../sim/simulator/icarus.ts';
import { designLayouts, type Simulator, simulate, type VerilogDesign } from '../../sim/simulator/simulator.ts';
import { packVectors, unpackVectors, type VectorPort } from '../../sim/simulator/vectors.ts';
import { verilatorSimulator } from '../../sim/simulator/verilator.ts';
import { createIcarus } from '../../tools/native/iverilog.ts';
import { createVerilator, verilatorArguments } from '../../tools/native/verilator.ts';
import { MissingToolError, ToolError } from '../../tools/tool.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const SIMULATORS: readonly (readonly [string, Simulator])[] = [
  ['Verilator', verilatorSimulator(createVerilator())],
  ['Icarus', icarusSimulator(createIcarus())],
];

const multiplier = (body: string): VerilogDesign => ({
  top: 'mult',
  ports: [
    { name: 'x', direction: 'input', bits: 8 },
    { name: 'w', direction: 'input', bits: 8 },
    { name: 'sum', direction: 'output', bits: 16 },
  ],
  files: { 'mult.v': `module mult(input [7:0] x, input [7:0] w, output [15:0] sum);\n${body}\nendmodule\n` },
});

const PRODUCT = 'module product(input [7:0] a, input [7:0] b, output [15:0] p);\n  assign p = a * b;\nendmodule\n';

/** [vector][output] for `vectors`, in batches of `batch`. */
async function outputsOf(
  simulator: Simulator,
  design: VerilogDesign,
  vectors: bigint[][],
  batch: number,
): Promise<bigint[][]> {
  const { inputs, outputs } = designLayouts(design);
  const batches: Uint8Array[] = [];
  for (let k = 0; k < vectors.length; k += batch) batches.push(packVectors(inputs, vectors.slice(k, k + batch)));
  const results: bigint[][] = [];
  for await (const { records } of simulate(simulator, design, batches))
    results.push(...unpackVectors(outputs, records));
  return results;
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}

describe.each(SIMULATORS)('%s', (_, simulator) => {
  test('8 bits: every product', async () => {
    const vectors = Array.from({ length: 65_536 }, (_, k) => [BigInt(k & 255), BigInt(k >> 8)]);
    const got = await outputsOf(simulator, multiplier('  assign sum = x * w;'), vectors, 20_000);
    expect(got.map(([sum]) => Number(sum))).toEqual(vectors.map(([x, w]) => Number(x) * Number(w)));
  });

  test('every width: each output bit is the inverse of its input bit', async () => {
    const widths = [1, 7, 8, 9, 16, 17, 24, 31, 32, 33, 40, 48, 63, 64, 65, 95, 96, 97, 4096];
    const ports = widths.flatMap((bits, k): VectorPort[] => [
      { name: `o${k}`, direction: 'output', bits },
      { name: `i${k}`, direction: 'input', bits },
    ]);
    const heads = ports.map(({ name, direction, bits }) => `${direction} [${bits - 1}:0] ${name}`);
    const body = widths.map((_, k) => `  assign o${k} = ~i${k};`);
    const text = `module inverse(${heads.join(', ')});\n${body.join('\n')}\nendmodule\n`;
    const design: VerilogDesign = { top: 'inverse', ports, files: { 'inverse.v': text } };
    const full = widths.map((bits) => (1n << BigInt(bits)) - 1n);
    const vectors = Array.from({ length: 50 }, (_, row) =>
      full.map((ones) => (row === 0 ? 0n : row === 1 ? ones : (ones / BigInt(3 * row + 1)) * BigInt(row))),
    );
    expect(await outputsOf(simulator, design, vectors, 7)).toEqual(
      vectors.map((vector) => vector.map((value, k) => full[k]! - value)),
    );
  });

  test('4096 words of 64 bits', async () => {
    const bits = 4096 * 64;
    const ports: VectorPort[] = [
      { name: 'x', direction: 'input', bits },
      { name: 'sum', direction: 'output', bits },
    ];
    const text = `module wide(input [${bits - 1}:0] x, output [${bits - 1}:0] sum);\n  assign sum = {x[0], x[${bits - 1}:1]};\nendmodule\n`;
    const design: VerilogDesign = { top: 'wide', ports, files: { 'wide.v': text } };
    const top = 1n << BigInt(bits - 1);
    expect(await outputsOf(simulator, design, [[1n], [top], [top | 2n], [0n]], 2)).toEqual([
      [top],
      [top >> 1n],
      [(top >> 1n) | 1n],
      [0n],
    ]);
  });

  test('modules in files of their own are found, and clean Verilog gives no warning', async () => {
    const design = multiplier('  wire [15:0] p;\n  product u (.a(x), .b(w), .p(p));\n  assign sum = p;');
    const simulation = await simulator({ ...design, files: { ...design.files, 'product.v': PRODUCT } });
    expect(simulation.warnings).toBe('');
    expect([...(await simulation.run(Uint8Array.of(200, 100))).records]).toEqual([20_000 & 255, 20_000 >> 8]);
    expect(await simulation.run(new Uint8Array(0))).toEqual({ records: new Uint8Array(0) });
    await expect(simulation.run(new Uint8Array(3))).rejects.toThrow('records must be a multiple of 2 bytes: 3');
    await simulation.close();
  });

  test.each(['main', 'Vmodel', 'a__b', 'c_', 'std', 'int32_t', 'vectors', 'obj'])('a module called %s', async (top) => {
    const text = `module ${top}(input [7:0] x, output [7:0] sum);\n  assign sum = x + 8'd1;\nendmodule\n`;
    const ports = multiplier('')
      .ports.map((port) => ({ ...port, bits: 8 }))
      .filter(({ name }) => name !== 'w');
    expect(await outputsOf(simulator, { top, ports, files: { [`${top}.v`]: text } }, [[41n]], 1)).toEqual([[42n]]);
  });

  test('a warning names the file and does not stop the simulation', async () => {
    const design = multiplier(
      `  product u (.a(x), .b(w[3:0]), .p(sum));\nendmodule\n${PRODUCT.replace('endmodule\n', '')}`,
    );
    const simulation = await simulator(design);
    expect(simulation.warnings).toMatch(/mult\.v:2.*/);
    expect([...(await simulation.run(Uint8Array.of(3, 5))).records]).toEqual([15, 0]);
    await simulation.close();
  });

  test('a syntax error names file and line', async () => {
    const error = await failure(simulator(multiplier('  assign sum = ;')));
    expect(error).toBeInstanceOf(ToolError);
    expect((error as Error).message).toMatch(/mult\.v:2/);
  });

  test('a module that is not there is named', async () => {
    const error = await failure(simulator(multiplier('  nowhere u (x, w, sum);')));
    expect(error).toBeInstanceOf(ToolError);
    expect((error as Error).message).toMatch(/nowhere/);
  });

  test('a missing program says how to install it', async () => {
    vi.stubEnv('PATH', '/nowhere');
    const error = await failure(simulator(multiplier('  assign sum = x * w;')));
    expect(error).toBeInstanceOf(MissingToolError);
    expect((error as Error).message).toMatch(
      / not found \(sought: i?veril\w+ in PATH=\/nowhere\)\. Install it: apt-get install i?veril\w+, or npm run setup$/,
    );
  });

  test('nothing is left in the temporary folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
    vi.stubEnv('TMPDIR', folder);
    await outputsOf(simulator, multiplier('  assign sum = x * w;'), [[1n, 2n]], 1);
    await failure(simulator(multiplier('  assign sum = ;')));
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

test('Icarus: the digit of an output that nothing drives is unknown', async () => {
  const simulation = await icarusSimulator(createIcarus())(multiplier('  assign sum[14:0] = x * w;'));
  const found = await simulation.run(Uint8Array.of(3, 3));
  expect(found).toEqual({ records: Uint8Array.of(9, 0), unknown: Uint8Array.of(0, 0xf0) });
});

test('Icarus: a self-checking bench is run to its end', async () => {
  const bench = 'module t;\n  initial begin\n    $display("PASS 0 vectors");\n    $finish;\n  end\nendmodule\n';
  expect((await runTestBench(createIcarus(), 't', { 't.v': bench })).log).toContain('PASS 0 vectors');
});

test('Verilator: a model that does not settle is ended and says so', async () => {
  const loop = multiplier("  wire ring;\n  assign ring = ~(ring & x[0]);\n  assign sum = {15'd0, ring ^ w[0]};");
  const error = await failure(outputsOf(verilatorSimulator(createVerilator()), loop, [[1n, 0n]], 1));
  expect(error).toBeInstanceOf(ToolError);
  expect((error as Error).message).toMatch(/did not converge/i);
});

test('Verilator: an aborted signal ends the model', async () => {
  const controller = new AbortController();
  const simulation = await verilatorSimulator(createVerilator({ signal: controller.signal }))(
    multiplier('  assign sum = x * w;'),
  );
  await simulation.run(Uint8Array.of(1, 1));
  controller.abort(new Error('Ctrl-C'));
  await expect(simulation.run(Uint8Array.of(1, 1))).rejects.toThrow('Ctrl-C');
  await expect(simulation.close()).rejects.toThrow('Ctrl-C');
});

test.each(['/tmp/a b', '/tmp/$(touch gone)', '/tmp/`x`', '/tmp/a;b', "/tmp/a'b", '/tmp/a\nb', '/tmp/a&b', '/tmp/*'])(
  'a temporary folder %j, which a shell would read in, is refused before a program starts',
  async (folder) => {
    vi.stubEnv('TMPDIR', folder);
    const message = `cannot write ${JSON.stringify(folder)}: programs that run there may hand its path to a shell`;
    await expect(createVerilator()({ top: 'a', files: {}, harness: '' })).rejects.toThrow(message);
    await expect(createIcarus().iverilog(['a.v'], { 'a.v': '' })).rejects.toThrow(message);
  },
);

test("Verilator's command line", () => {
  expect(verilatorArguments('dig8', ['dig8.v', 'full_adder.v'], 4, true).join(' ')).toBe(
    '-O3 --cc --exe --build -j 4 --output-split-cfuncs 200 -Wall -Wno-fatal --no-timing --x-assign unique --max-num-width 262144 --prefix Vmodel --top-module dig8 -Mdir obj ' +
      '-MAKEFLAGS OBJCACHE=ccache dig8.v full_adder.v harness.cpp',
  );
  expect(verilatorArguments('dig8', ['dig8.v'], 2, false)).not.toContain('-MAKEFLAGS');
});
