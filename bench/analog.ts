/**
 * Wall clock of the mixed-signal analyses, warm, beside ngspice. Ours takes two workers where ngspice runs, one thread
 * else. The peer of the closed form is ngspice on the same circuits; what only ngspice can do has none.
 */

import { analyse, CARD, fourWays, readVerilogA, readWithAdms, studyVariability } from '../analog/index.ts';
import { type AnalogNeuron, parseSpec } from '../gen/index.ts';
import { createAdms, createNativeNgspice, createNgspice, findProgram, PROGRAMS } from '../tools/index.ts';

/** A figure whose peer may be missing. */
export interface AnalogFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 's';
  readonly against: { readonly name: string; readonly value: number };
  readonly ratio: number;
}

const DESIGNS = 100_000;
/** Number of the sweep's designs that the peer simulates. The time of all of them is taken in proportion. */
const PEER_DESIGNS = 40;
const CHIPS = 1000;

/** Figures of the four ways, Monte Carlo, a wide AC analysis and the sweep. */
export async function analogFigures(): Promise<readonly AnalogFigure[]> {
  const embedded = createNgspice({ jobs: 2 });
  const native = findProgram(PROGRAMS.ngspice.command) === undefined ? undefined : createNativeNgspice(CARD.file);
  if (!native) process.stderr.write(`left out: native ngspice is not installed (${PROGRAMS.ngspice.install})\n`);
  const read =
    findProgram(PROGRAMS.adms.command) === undefined
      ? async (text: string) => readVerilogA(text)
      : (text: string) => readWithAdms(createAdms(), text);
  try {
    const eight = neuron({});
    await fourWays(eight, read, embedded);
    const figures: AnalogFigure[] = [];
    const add = async (name: string, run: (ngspice: typeof embedded) => Promise<unknown>): Promise<void> => {
      const value = await seconds(() => run(embedded));
      if (!native) return;
      const peer = await seconds(() => run(native));
      figures.push({
        name,
        value,
        unit: 's',
        against: { name: 'the same with native ngspice', value: peer },
        ratio: peer / value,
      });
    };
    await add('analog.fourWays8', (ngspice) => fourWays(eight, read, ngspice));
    await add('analog.ac16x8', (ngspice) => analyse(neuron({ synapses: 16 }), 1e-10, ngspice));
    await add('analog.monteCarlo1000', (ngspice) => studyVariability(eight, { seed: 1, samples: CHIPS }, ngspice));
    figures.push(await sweep(embedded));
    return figures;
  } finally {
    await embedded.close();
  }
}

/** Figure of 10^5 designs by the closed form on one thread. A few of them are simulated in ngspice. */
async function sweep(ngspice: ReturnType<typeof createNgspice>): Promise<AnalogFigure> {
  const sizings = [neuron({}), neuron({ bits: 3 }), neuron({ sizing: 'tail-steered' }), neuron({ synapses: 16 })];
  const design = (k: number): AnalogNeuron => ({
    ...(sizings[k % sizings.length] as AnalogNeuron),
    unitCurrent: 10 ** (-10 + 3 * ((k * 0.6180339887498949) % 1)),
    supply: 0.8 + 0.4 * ((k * 0.7548776662466927) % 1),
  });
  const all = Array.from({ length: DESIGNS }, (_, k) => design(k));
  // The build, as users run it: tsx wraps every function to keep its name, which small ones feel.
  const built = (await import(
    new URL('../dist/analog/index.js', import.meta.url).href
  )) as typeof import('../analog/index.ts');
  for (const entry of all) built.closedForm(entry);
  const value = await seconds(async () => {
    for (const entry of all) built.closedForm(entry);
  });
  const few = await seconds(() =>
    Promise.all(all.slice(0, PEER_DESIGNS).map((entry) => analyse(entry, entry.unitCurrent, ngspice))),
  );
  const peer = (few * DESIGNS) / PEER_DESIGNS;
  const name = `ngspice (WASM, two workers), from ${PEER_DESIGNS} of the designs`;
  return { name: 'analog.closedForm100000', value, unit: 's', against: { name, value: peer }, ratio: peer / value };
}

function neuron(fields: object): AnalogNeuron {
  const spec = parseSpec({ name: 'bench', neurons: [{ name: 'msn', kind: 'analog', bits: 8, ...fields }] }, Number);
  const found = 'spec' in spec ? spec.spec.neurons?.[0] : undefined;
  if (found?.kind !== 'analog') throw new Error('the spec of the bench is wrong');
  return found;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1e3;
}
