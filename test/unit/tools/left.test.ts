import { expect, test } from 'vitest';
import { readWithAdms } from '../../../analog/verilog-a/adms.ts';
import { embeddedSimulator } from '../../../sim/embedded/embedded.ts';
import { icarusSimulator } from '../../../sim/simulator/icarus.ts';
import { synthesize } from '../../../synth/yosys.ts';
import { bytesLeft, type Files, readLeft, type Tool, ToolError, textLeft } from '../../../tools/tool.ts';

const ran = (files: Files) => ({ tool: 'Yosys', args: ['-q'], result: { files, log: 'a warning' } });

test('what a tool left is text or bytes, as it is asked for', () => {
  expect(textLeft(ran({ a: 'µ' }), 'a')).toBe('µ');
  expect([...bytesLeft(ran({ a: Uint8Array.of(0xff, 0) }), 'a')]).toEqual([0xff, 0]);
  expect(() => textLeft(ran({ a: Uint8Array.of(0xff, 0) }), 'a')).toThrow('left a a that is no text');
  expect(() => bytesLeft(ran({ a: 'µ' }), 'a')).toThrow('left a a that is text');
  expect(readLeft(ran({ a: '[1]' }), 'a', JSON.parse)).toEqual([1]);
});

test.each<[string, Files, string]>([
  ['nothing', {}, 'Yosys ended well but left no a:\na warning'],
  ['an empty file', { a: '' }, 'Yosys ended well but left no a:\na warning'],
  ['no bytes', { a: new Uint8Array() }, 'Yosys ended well but left no a:\na warning'],
  ['what is no JSON', { a: '{' }, 'Yosys left a a that cannot be read: '],
])('%s is a failure of the tool, with its log', (_, files, message) => {
  expect(() => readLeft(ran(files), 'a', JSON.parse)).toThrow(ToolError);
  expect(() => readLeft(ran(files), 'a', JSON.parse)).toThrow(message);
});

const design = {
  files: { 'a.v': '' },
  top: 'a',
  ports: [
    { name: 'x', direction: 'input', bits: 1 },
    { name: 'y', direction: 'output', bits: 1 },
  ],
} as const;

test.each<[string, (silent: Tool) => Promise<unknown>]>([
  ['Yosys, synthesizing', (silent) => synthesize(silent, {}, 'a', false)],
  ['Yosys, reading', (silent) => embeddedSimulator(silent)(design)],
  ['Icarus Verilog', (silent) => icarusSimulator({ iverilog: silent, vvp: silent })(design)],
  ['ADMS', (silent) => readWithAdms(silent, '')],
])('%s that ends well and leaves nothing has failed', async (_, use) => {
  await expect(use(async () => ({ files: {}, log: 'did nothing' }))).rejects.toThrow(ToolError);
  await expect(use(async () => ({ files: {}, log: 'did nothing' }))).rejects.toThrow('did nothing');
});
