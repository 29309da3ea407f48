import { afterAll, expect, test } from 'vitest';
import { timeless } from '../../tools/timeless.ts';
import { ToolError } from '../../tools/tool.ts';
import { createYosys } from '../../tools/wasm/yosys.ts';
import { withPassingTime } from '../passing-time.ts';

const yosys = createYosys();
afterAll(() => yosys.close());

const FULL_ADDER = 'module fa(input a, b, c, output s, co); assign {co, s} = a + b + c; endmodule\n';

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}

test('a full adder is synthesized and its netlist and counts come back', async () => {
  const { files, log } = await yosys(['-q', '-s', 'run.ys'], {
    'fa.v': FULL_ADDER,
    'run.ys':
      'read_verilog fa.v\nsynth -top fa\nabc -g AND,XOR,OR\ntee -q -o stat.json stat -json\nwrite_json -noscopeinfo fa.json\n',
  });
  const netlist: unknown = JSON.parse(String(files['fa.json']));
  expect(netlist).toMatchObject({
    modules: { fa: { ports: { a: { direction: 'input' }, co: { direction: 'output' } } } },
  });
  const stat: unknown = JSON.parse(String(files['stat.json']));
  // Two XOR for the sum at least; the carry needs an AND or an OR.
  expect(stat).toMatchObject({ modules: { '\\fa': { num_cells_by_type: { $_XOR_: 2 } } } });
  expect(log).not.toMatch(/error/i);
});

test('a syntax error names file and line', async () => {
  const error = await failure(
    yosys(['-p', 'read_verilog bad.v'], { 'bad.v': 'module bad(input a);\n  assign = a;\nendmodule\n' }),
  );
  expect(error).toBeInstanceOf(ToolError);
  expect((error as ToolError).code).toBe(1);
  expect((error as ToolError).message).toMatch(/^Yosys failed with exit code 1:\n/);
  expect((error as ToolError).message).toMatch(/bad\.v:2: ERROR: syntax error/);
});

test('files made before the failure are in the error', async () => {
  const error = await failure(
    yosys(['-p', 'read_verilog fa.v; write_verilog part.v; no_such_command'], { 'fa.v': FULL_ADDER }),
  );
  expect(String((error as ToolError).files['part.v'])).toContain('module fa');
});

test('there is no shell in it', async () => {
  const error = await failure(yosys(['-p', '!echo pwned'], {}));
  expect(error).toBeInstanceOf(ToolError);
  expect((error as ToolError).log).not.toMatch(/^pwned/m);
});

test('it names its version', async () => {
  expect(await yosys.version()).toMatch(/^Yosys 0\.55\b/);
});

test('runs asked for at once are all done, each with its own log', async () => {
  const results = await Promise.all(['one', 'two', 'three'].map((word) => yosys(['-p', `log ${word}`], {})));
  for (const [index, word] of ['one', 'two', 'three'].entries()) expect(results[index]?.log).toContain(`\n${word}\n`);
});

test('its log is passed on while it works', async () => {
  let seen = '';
  const loud = createYosys({ onLog: (text) => (seen += text) });
  const { log } = await loud(['-p', 'log hello'], {});
  expect(timeless(seen)).toBe(log);
  expect(seen).toContain('hello');
  await loud.close();
});

test('a time limit ends a run that would take hours, and the next run works', () =>
  withPassingTime(async (pass) => {
    let said = '';
    const short = createYosys({
      timeLimit: 6,
      onLog: (text) => {
        said += text;
        if (!said.includes('Executing SAT pass')) return;
        said = '';
        pass(6);
      },
    });
    // A 24-bit multiplier is commutative, but no SAT solver proves it this century.
    const error = await failure(
      short(['-p', 'read_verilog m.v; synth -flatten; sat -verify -prove o 1'], {
        'm.v': 'module m(input [23:0] a, b, output o); assign o = a * b == b * (a + 1) - b; endmodule\n',
      }),
    );
    expect(error).toBeInstanceOf(ToolError);
    expect((error as ToolError).message).toMatch(/^Yosys was ended after its time limit of 6 s/);
    expect((error as ToolError).code).toBe(null);
    expect((await short(['-p', 'log again'], {})).log).toContain('again');
    await short.close();
  }));

test('an aborted signal ends the run and is the reason given', async () => {
  const controller = new AbortController();
  const stopped = createYosys({ signal: controller.signal, onLog: () => controller.abort(new Error('Ctrl-C')) });
  expect(((await failure(stopped(['-p', 'log a'], {}))) as Error).message).toBe('Ctrl-C');
  await stopped.close();
});
