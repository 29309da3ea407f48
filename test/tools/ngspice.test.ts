import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { CARD } from '../../analog/device/card.ts';
import { type Deck, scalar, simulate, wave } from '../../analog/spice/spice.ts';
import { ToolError } from '../../tools/tool.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { untilTrue, withPassingTime } from '../passing-time.ts';

const ngspice = createNgspice({ jobs: 1 });
afterAll(() => ngspice.close());

const BOLTZMANN = 1.380649e-23;
const R = 1e3;
const C = 1e-9;
/** Corner of R and C, Hz. */
const CORNER = 1 / (2 * Math.PI * R * C);

const lowPass = `v1 in 0 dc 2 ac 1\nr1 in out ${R}\nc1 out 0 ${C}`;
const op = (circuit: string): Deck => ({ circuit, runs: [{ analysis: { kind: 'op' } }] });
/** Two voltage sources across one node pair: has no operating point. */
const NO_SOLUTION = op('v1 a 0 1\nv2 a 0 2');

async function failure(deck: Deck): Promise<ToolError> {
  const error = await simulate(ngspice, deck).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ToolError)) throw new Error(`expected a ToolError: ${error}`);
  return error;
}

describe('embedded ngspice', () => {
  test('a first deck without operating point fails, and the next one runs', async () => {
    const error = await failure(NO_SOLUTION);
    expect(error.message).toContain('wrote no data (Operating Point)');
    expect(error.log).toContain('operating point could not be simulated');
    const [run] = await simulate(ngspice, op('v1 a 0 3\nr1 a 0 1'));
    expect(run && scalar(run, 'v(a)')).toBe(3);
  });

  test('a deck without operating point never gives the data of the deck before', async () => {
    await simulate(ngspice, op('v1 a 0 3\nr1 a 0 1'));
    const error = await failure(NO_SOLUTION);
    expect(error.tool).toBe('ngspice');
    expect(String(error.files['deck.cir'])).toContain('v2 a 0 2');
  });

  test('AC: the corner of R and C is at 1/(2 pi R C), 3.0103 dB down', async () => {
    const [run] = await simulate(ngspice, {
      circuit: lowPass,
      runs: [{ analysis: { kind: 'ac', pointsPerDecade: 10, from: CORNER, to: 100 * CORNER }, vectors: ['v(out)'] }],
    });
    if (!run) throw new Error('no run');
    const magnitude = Math.hypot(wave(run, 'v(out)')[0]!, wave(run, 'v(out)', 'imaginary')[0]!);
    expect(magnitude).toBeCloseTo(Math.SQRT1_2, 9);
    expect(run.program).toBe(CARD.simulator.replace(' ', '-'));
  });

  test('noise: the spectrum is 4 k T R and the total is k T / C', async () => {
    const [run] = await simulate(ngspice, {
      circuit: `${lowPass}\n.options temp=27`,
      runs: [
        {
          analysis: { kind: 'noise', output: 'v(out)', source: 'v1', pointsPerDecade: 50, from: 1, to: 1e4 * CORNER },
        },
      ],
    });
    if (!run) throw new Error('no run');
    const kT = BOLTZMANN * 300.15;
    expect(wave(run, 'onoise_spectrum')[0]! ** 2 / (4 * kT * R)).toBeCloseTo(1, 5);
    expect(scalar(run, 'onoise_total') ** 2 / (kT / C)).toBeCloseTo(1, 3);
  });

  test('transient and DC sweep reach their ends', async () => {
    const [tran, dc] = await simulate(ngspice, {
      circuit: lowPass,
      runs: [
        { analysis: { kind: 'tran', step: 1e-8, stop: 1e-6 } },
        { analysis: { kind: 'dc', source: 'v1', from: 0, to: 1, step: 0.1 } },
      ],
    });
    if (!tran || !dc) throw new Error('no runs');
    expect(wave(tran, 'time').at(-1)).toBeCloseTo(1e-6, 15);
    expect(wave(dc, 'v(out)')).toHaveLength(11);
    expect(wave(dc, 'v(out)').at(-1)).toBeCloseTo(1, 9);
  });

  test('a transient that stops early fails', async () => {
    const error = await failure({
      circuit: 'b1 a 0 v = ln(5e-7 - time)\nr1 a b 1\nc1 b 0 1n',
      runs: [{ analysis: { kind: 'tran', step: 1e-8, stop: 1e-6 } }],
    });
    expect(error.message).toMatch(/ngspice stopped early: at [0-9.e-]+ of 0.000001 s/);
  });

  test('a parse error names the line and what is wrong', async () => {
    const error = await failure(op('v1 a 0 1\nm1 a a 0 0 NO_SUCH_MODEL w=1u l=1u'));
    expect(error.message).toContain('m1 a a 0 0 no_such_model');
    expect(error.message).toContain('could not find a valid modelname');
  });

  test('a vector that does not exist fails', async () => {
    const deck: Deck = { circuit: lowPass, runs: [{ analysis: { kind: 'op' }, vectors: ['v(nowhere)'] }] };
    expect((await failure(deck)).message).toContain('wrote no data');
  });

  test('a missing include is refused, and the engine lives', async () => {
    const error = await failure(op('r1 a 0 1\n.include nothing.cir'));
    expect(error.message).toBe('ngspice refused the deck: deck.cir: line 3: included file does not exist: nothing.cir');
    await simulate(ngspice, op('v1 a 0 3\nr1 a 0 1'));
  });

  test('a missing include of an included file is refused', async () => {
    const files = { 'deck.cir': '* title\n.include part.cir\n.end\n', 'part.cir': 'r1 a 0 1\n.inc "gone.cir"\n' };
    await expect(ngspice(['-b', 'deck.cir'], files)).rejects.toThrow(
      'part.cir: line 2: included file does not exist: gone.cir',
    );
  });

  test('an included file of the same call is found', async () => {
    const circuit = 'v1 a 0 3\n.include part.cir';
    const withPart = (args: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) =>
      ngspice(args, { ...files, 'part.cir': 'r1 a 0 1.5\n' });
    const [run] = await simulate(withPart, op(circuit));
    expect(run && scalar(run, 'i(v1)')).toBeCloseTo(-2, 9);
  });

  test.each(['quit', 'QUIT', ' exit 0'])('the command %j is refused', async (command) => {
    const error = await failure(op(`r1 a 0 1\n.control\n${command}\n.endc`));
    expect(error.message).toContain(`line 4: must not hold the command ${command.trim().split(' ')[0]?.toLowerCase()}`);
  });

  test('a deck that names its plots finds its own, whatever ran before', async () => {
    const deck = (ohms: number): string =>
      `* noise of ${ohms} ohm\nr1 a 0 ${ohms}\ni1 0 a dc 0 ac 1\n.control\nnoise v(a) i1 dec 1 1 10\nsetplot noise2\nprint onoise_total\n.endc\n.end\n`;
    const printed = async (ohms: number): Promise<string | undefined> => {
      const { log } = await ngspice(['-b', 'deck.cir'], { 'deck.cir': deck(ohms) });
      return /onoise_total = (\S+)/.exec(log)?.[1];
    };
    const [small, large] = [await printed(1), await printed(1e4)];
    expect(Number(large) / Number(small)).toBeCloseTo(100, 2);
  });

  test('two runs of a deck give the same bits', async () => {
    const deck: Deck = {
      circuit: `${lowPass}`,
      runs: [{ analysis: { kind: 'ac', pointsPerDecade: 10, from: 1, to: 1e9 } }],
    };
    expect(await simulate(ngspice, deck)).toEqual(await simulate(ngspice, deck));
  });

  test('the engine is the one whose hash the card states', () => {
    const path = fileURLToPath(import.meta.resolve('eecircuit-engine'));
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(CARD.sha256);
  });
});

describe('workers', () => {
  test('a deck past the time limit fails and its worker is replaced', () =>
    withPassingTime(async (pass) => {
      const short = createNgspice({ jobs: 1, timeLimit: 4 });
      const endless: Deck = { circuit: lowPass, runs: [{ analysis: { kind: 'tran', step: 1e-15, stop: 1 } }] };
      const ending = expect(simulate(short, endless)).rejects.toThrow('took longer than 4 s');
      await untilTrue(() => vi.getTimerCount() === 1);
      pass(4);
      await ending;
      const [run] = await simulate(short, op('v1 a 0 3\nr1 a 0 1'));
      expect(run && scalar(run, 'v(a)')).toBe(3);
      await short.close();
    }));

  test('a worker replaced after every second deck gives the same results', async () => {
    const two = createNgspice({ jobs: 2, decksPerWorker: 2 });
    const runs = await Promise.all([1, 2, 3, 4, 5].map((volts) => simulate(two, op(`v1 a 0 ${volts}\nr1 a 0 1`))));
    expect(runs.map(([run]) => run && scalar(run, 'v(a)'))).toEqual([1, 2, 3, 4, 5]);
    await two.close();
  });

  test('close ends what runs, and refuses what comes after', async () => {
    const closing = createNgspice({ jobs: 1 });
    const endless: Deck = { circuit: lowPass, runs: [{ analysis: { kind: 'tran', step: 1e-15, stop: 1 } }] };
    const running = expect(simulate(closing, endless)).rejects.toThrow('ended without an answer');
    await new Promise((resolve) => setImmediate(resolve));
    await closing.close();
    await running;
    await expect(simulate(closing, NO_SOLUTION)).rejects.toThrow('was closed');
  });

  test('jobs must be a whole number from 1', () => {
    expect(() => createNgspice({ jobs: 0 })).toThrow('jobs must be a whole number from 1: 0');
    expect(() => createNgspice({ jobs: 1.5 })).toThrow('jobs must be a whole number from 1: 1.5');
  });

  test('arguments other than -b and a file are refused', async () => {
    await expect(ngspice(['-i'], { 'deck.cir': '' })).rejects.toThrow('must be called as -b NAME');
  });
});
