import { expect, test } from 'vitest';
import { designLayouts, simulate, type VerilogDesign } from '../../../sim/simulator/simulator.ts';
import { verilatorSimulator, verilatorSources } from '../../../sim/simulator/verilator.ts';

const design: VerilogDesign = {
  top: 'dig8',
  ports: [
    { name: 'x', direction: 'input', bits: 12 },
    { name: 'w', direction: 'input', bits: 70 },
    { name: 'sum', direction: 'output', bits: 33 },
    { name: 'wide', direction: 'output', bits: 96 },
  ],
  files: { 'dig8.v': 'module dig8; endmodule\n' },
};

test('the harness moves each port between its bytes and the type that Verilator gives it', () => {
  const { top, files, harness } = verilatorSources(design);
  expect(top).toBe('dig8');
  expect(files).toBe(design.files);
  const lines = harness.split('\n').map((line) => line.trim());
  expect(lines).toEqual(
    expect.arrayContaining([
      'static const size_t INPUT_BYTES = 11;',
      'static const size_t OUTPUT_BYTES = 17;',
      'static const size_t RECORDS = 5957;', // floor(65536 / 11)
      '{ uint64_t value = 0; memcpy(&value, record + 0, 2); model.x = value & 0xfffULL; }',
      'model.w[2] = 0;',
      'memcpy(&model.w[0], record + 2, 9);',
      'model.w[2] &= 0x3fU;',
      'memcpy(record + 0, &model.sum, 5);',
      'memcpy(record + 5, &model.wide[0], 12);',
    ]),
  );
});

test('of a build only the warnings are kept', async () => {
  const simulator = verilatorSimulator(async () => ({
    log: 'make: Entering\n%Warning-UNUSED: dig8.v:3:8: Signal is not used\n        : ... In instance\ng++ -Os\n',
    run: async () => new Uint8Array(0),
    close: async () => undefined,
  }));
  expect((await simulator(design)).warnings).toBe('%Warning-UNUSED: dig8.v:3:8: Signal is not used');
});

test.each([
  [{ ...design, top: 'a b' }, 'module name must be a letter, then letters, digits and _: "a b"'],
  [
    { ...design, ports: [{ name: 'x__y', direction: 'input', bits: 1 } as const] },
    'port name must be letters and digits, joined by single _: "x__y"',
  ],
  [{ ...design, files: { '../a.v': '' } }, 'file name must be letters, digits, _, - and . with an ending: "../a.v"'],
])('a name that could not stand in a program is refused: %#', (bad, message) => {
  expect(() => designLayouts(bad)).toThrow(new RangeError(message));
});

test('batches are answered in order, two of them under way at once, and the simulation is closed', async () => {
  const events: string[] = [];
  const simulator = async () => ({
    warnings: '',
    run: async (records: Uint8Array) => {
      events.push(`run ${records[0]}`);
      return { records: records.slice(0, 1) };
    },
    close: async () => {
      events.push('close');
    },
  });
  const batches = [1, 2, 3].map((value) => new Uint8Array(11).fill(value));
  for await (const { records } of simulate(simulator, design, batches)) events.push(`got ${records[0]}`);
  expect(events).toEqual(['run 1', 'run 2', 'got 1', 'run 3', 'got 2', 'got 3', 'close']);
});

test('a simulation whose reader stops is closed', async () => {
  let closed = 0;
  const simulator = async () => ({
    warnings: '',
    run: async (records: Uint8Array) => ({ records }),
    close: async () => {
      closed++;
    },
  });
  for await (const _ of simulate(simulator, design, [new Uint8Array(11), new Uint8Array(22)])) break;
  expect(closed).toBe(1);
  const half = simulate(simulator, design, [new Uint8Array(12)]).next();
  await expect(half).rejects.toThrow('records must be a multiple of 11 bytes: 12');
  expect(closed).toBe(2);
});
