import { describe, expect, test, vi } from 'vitest';
import { placeNeuron } from '../../synth/index.ts';
import { createNextpnr, createYosys } from '../../tools/index.ts';
import * as packages from '../../tools/package-version.ts';
import { MissingToolError, ToolError } from '../../tools/tool.ts';
import { digital } from '../unit/gen/neurons.ts';

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the embedded nextpnr', () => {
  test('an 8-bit MAC with a 16-bit addend runs at 100 MHz in an hx8k, and its bitstream is that of the part', async () => {
    const yosys = createYosys();
    const nextpnr = createNextpnr();
    try {
      const neuron = digital({ bits: 8, architecture: 'fused', bias: 16 });
      const tools = { yosys, place: nextpnr.place, pack: nextpnr.pack };
      const result = await placeNeuron(neuron, { part: 'hx8k', io: 'parallel', bitstream: true }, 1, tools);
      expect(result.fmax).toBeGreaterThan(100e6);
      expect(result.registers).toBe(8 + 8 + 16 + 17);
      expect(result.luts).toBeGreaterThan(100);
      expect(result.luts).toBeLessThan(200);
      // The preamble of a bitstream, after a comment: iCE40 Programming and Configuration, FPGA-TN-02001.
      expect(Buffer.from(result.bitstream ?? []).indexOf(Uint8Array.of(0x7e, 0xaa, 0x99, 0x7e))).toBeGreaterThanOrEqual(
        0,
      );
      expect(result.bitstream?.length).toBe(135100);
    } finally {
      await Promise.all([yosys.close(), nextpnr.close()]);
    }
  });

  test('the multiply-accumulate block of an up5k takes a whole product', async () => {
    const yosys = createYosys();
    const nextpnr = createNextpnr();
    try {
      const neuron = digital({ bits: 8, signed: true });
      const tools = { yosys, place: nextpnr.place, pack: nextpnr.pack };
      expect(await placeNeuron(neuron, { part: 'up5k', io: 'parallel', bitstream: true }, 1, tools)).toMatchObject({
        multipliers: 1,
        carries: 0,
      });
    } finally {
      await Promise.all([yosys.close(), nextpnr.close()]);
    }
  });

  test('an error of nextpnr, a bare trap, is told with its arguments and the tail of its log; the next run works', async () => {
    const nextpnr = createNextpnr();
    try {
      const error = await failure(nextpnr.place(['--hx8k', '--package', 'x', '--json', 'a.json'], { 'a.json': '{}' }));
      expect(error).toBeInstanceOf(ToolError);
      expect(error).toMatchObject({ tool: 'nextpnr-ice40', code: null });
      expect((error as Error).message).toContain("ERROR: Unsupported package 'x'.");
      expect((await nextpnr.place(['--version'], {})).log).toMatch(/nextpnr-ice40/);
    } finally {
      await nextpnr.close();
    }
  });

  test('icepack tells its exit code', async () => {
    const nextpnr = createNextpnr();
    try {
      const error = await failure(nextpnr.pack(['a.asc', 'a.bin'], { 'a.asc': 'nonsense' }));
      expect(error).toBeInstanceOf(ToolError);
      expect((error as Error).message).toMatch(/^icepack /);
    } finally {
      await nextpnr.close();
    }
  });

  test('a time limit ends a run', async () => {
    const nextpnr = createNextpnr({ timeLimit: 0.05 });
    try {
      await expect(nextpnr.place(['--hx8k', '--json', 'a.json'], { 'a.json': '{}' })).rejects.toThrow(
        /^nextpnr-ice40 was ended after its time limit of 0.05 s/,
      );
    } finally {
      await nextpnr.close();
    }
  });

  test('a missing package says how to install it', () => {
    const spy = vi.spyOn(packages, 'packageFolder').mockReturnValue(undefined);
    try {
      expect(() => createNextpnr()).toThrow(
        new MissingToolError(
          'nextpnr-ice40',
          'the npm package @yowasp/nextpnr-ice40',
          'npm ci --include=optional, or npm install @yowasp/nextpnr-ice40@0.8.621',
        ),
      );
    } finally {
      spy.mockRestore();
    }
  });
});
