import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { CARD } from '../../src/analog/card.ts';
import { designOf } from '../../src/analog/sizing.ts';
import { type Deck, scalar, simulate, wave } from '../../src/analog/spice.ts';
import { analysedCircuit } from '../../src/analog/transistor-deck.ts';
import { createNgspice } from '../../src/tools/ngspice.ts';
import { nativeTool } from '../../src/tools/process.ts';
import { PROGRAMS } from '../../src/tools/program.ts';
import type { Tool } from '../../src/tools/tool.ts';
import { analog } from '../analog/neuron.ts';

const embedded = createNgspice({ jobs: 1 });
afterAll(() => embedded.close());

/** The card's text as the installed package holds it. */
function cardText(): string {
  const engine = readFileSync(fileURLToPath(import.meta.resolve('eecircuit-engine')), 'utf8');
  const literal = new RegExp(`writeFile\\("/${CARD.file}", ("(?:[^"\\\\]|\\\\.)*")`).exec(engine)?.[1];
  if (!literal) throw new Error(`the engine holds no ${CARD.file}`);
  return JSON.parse(literal) as string;
}

/** The native program with the same card; in batch mode it ends well only when told to. */
const native: Tool = (args, files) => {
  const deck = String(files['deck.cir']).replace('.endc', 'quit 0\n.endc');
  return nativeTool(PROGRAMS.ngspice, { timeLimit: 60 })(args, { ...files, 'deck.cir': deck, [CARD.file]: cardText() });
};

test('native ngspice and the embedded one agree on the neuron: operating point, AC and noise within 1e-6', async () => {
  const neuron = analog({ name: 'n', synapses: 2 });
  const deck: Deck = {
    circuit: analysedCircuit(designOf(neuron)),
    runs: [
      { analysis: { kind: 'op' }, vectors: ['v(outp)', 'v(t0)', 'i(vdd)'] },
      { analysis: { kind: 'ac', pointsPerDecade: 5, from: 1e3, to: 1e10 }, vectors: ['v(outp)'] },
      { analysis: { kind: 'noise', output: 'v(outp,outn)', source: 'vin', pointsPerDecade: 5, from: 1, to: 1e9 } },
    ],
  };
  const [here, there] = await Promise.all([simulate(embedded, deck), simulate(native, deck)]);
  const same = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(1e-6);
  for (const name of ['v(outp)', 'v(t0)', 'i(vdd)']) same(scalar(here[0]!, name), scalar(there[0]!, name));
  const magnitudes = (waves: (typeof here)[number]): number[] =>
    Array.from(wave(waves, 'v(outp)'), (re, k) => Math.hypot(re, wave(waves, 'v(outp)', 'imaginary')[k]!));
  const other = magnitudes(there[1]!);
  magnitudes(here[1]!).forEach((value, k) => {
    same(value, other[k]!);
  });
  const spectrum = wave(there[2]!, 'onoise_spectrum');
  wave(here[2]!, 'onoise_spectrum').forEach((value, k) => {
    same(value, spectrum[k]!);
  });
  same(scalar(here[2]!, 'onoise_total'), scalar(there[2]!, 'onoise_total'));
  expect(there[0]!.program).not.toBe(here[0]!.program);
});
