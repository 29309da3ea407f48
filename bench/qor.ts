/**
 * Quality of results of the mapped circuits, `npm run bench:qor -- [--json] [--front] [--only PART_OF_A_NAME]`. Ours
 * stand beside the plain `*` and beside the public generators, with the same library (OSU 0.18 um, Debian's
 * qflow-tech-osu018), the same Yosys and the same timing (Debian's OpenSTA). Every mapped netlist is checked against
 * the golden model. `--front` adds the constructions that no other beats.
 */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { DigitalNeuron } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';
import { checkNeuron, embeddedSimulator, inputVectors } from '../sim/index.ts';
import { type LibraryFile, libraryModels, mapNeuron, mappedTexts, readTechnology, trials } from '../synth/index.ts';
import { createYosys } from '../tools/index.ts';
import { type BenchDesign, DESIGNS, neuronOf } from './designs.ts';
import { paretoFront } from './front.ts';
import { openStaDelay } from './opensta.ts';
import { synthesizePlain } from './plain.ts';

const FOLDER = '/usr/share/qflow/tech/osu018';
/** The inverter that drives the inputs, and the load at every output, F. */
const AROUND = { driver: 'INVX2', load: 20e-15 };
const VECTORS = 20_000;

interface Row {
  readonly design: string;
  readonly circuit: string;
  readonly transistors: number;
  /** Area, um^2. */
  readonly area: number;
  /** Leakage, W. */
  readonly leakage: number;
  /** Delay by OpenSTA, s. */
  readonly delay: number;
  readonly target?: { readonly text: string; readonly met: boolean };
}

function libraryFile(name: string): LibraryFile {
  const path = `${FOLDER}/${name}`;
  if (!existsSync(path)) {
    process.stderr.write(`${path}: no such file. Install it: apt-get install qflow-tech-osu018, or npm run setup\n`);
    process.exit(3);
  }
  const text = readFileSync(path, 'utf8');
  return { path, name, text, sha256: createHash('sha256').update(text).digest('hex') };
}

const LIBERTY = libraryFile('osu018_stdcells.lib');
const technology = readTechnology([LIBERTY], [libraryFile('osu018_stdcells.sp')]);
const yosys = createYosys();

/** Check of Verilog against the golden model. Throws where they differ. */
async function check(neuron: DigitalNeuron, verilog: string, models: string, circuit: string): Promise<void> {
  const files = { 'dut.v': verilog, 'library_cells.v': models };
  const { mismatches } = await checkNeuron(neuron, files, embeddedSimulator(yosys), inputVectors(neuron, VECTORS, 1));
  if (mismatches > 0) throw new Error(`${circuit}: ${mismatches} outputs differ from the golden model`);
}

const timed = (verilog: string): Promise<number> => openStaDelay(verilog, 'dut', [LIBERTY.text], AROUND);

async function plainRow(design: BenchDesign, objective: 'balanced' | 'delay'): Promise<Row> {
  const { library } = technology;
  const neuron = neuronOf(design, {});
  const { commands } = nth(trials(objective, 0), 0);
  const script = commands ? `${commands.prepare};${commands.map}` : '';
  const around = `set_driving_cell ${AROUND.driver}\nset_load ${AROUND.load * 1e15}\n`;
  const { verilog, cells } = await synthesizePlain(neuron, technology, around, script, yosys);
  const circuit = objective === 'delay' ? 'plain *, delay' : 'plain *, area';
  await check(
    neuron,
    verilog,
    libraryModels(library.liberty.cells.filter(({ name }) => cells[name])),
    `${design.name}, ${circuit}`,
  );
  const sum = (value: (name: string) => number): number =>
    Object.entries(cells).reduce((total, [name, count]) => total + count * value(name), 0);
  const cell = (name: string) => library.liberty.cells.find((entry) => entry.name === name);
  return {
    design: design.name,
    circuit,
    transistors: sum((name) => library.transistors(name) ?? Number.NaN),
    area: sum((name) => cell(name)?.area ?? Number.NaN),
    leakage: sum((name) => cell(name)?.leakage ?? Number.NaN),
    delay: await timed(verilog),
  };
}

async function ourRow(design: BenchDesign, objective: DigitalNeuron['objective']): Promise<Row> {
  const neuron = neuronOf(design, { objective });
  const mapped = await mapNeuron(neuron, technology, yosys);
  const { verilog, models } = mappedTexts(mapped, technology);
  await check(neuron, verilog, models, `${design.name}, ${objective}`);
  const delay = await timed(verilog);
  const { transistors, area, leakage } = mapped.count;
  const construction = `${neuron.multiplier}, ${neuron.partialProducts}, ${neuron.adderCells}, ${neuron.adder}`;
  const row = {
    design: design.name,
    circuit: `${objective} (${construction})`,
    transistors: transistors ?? Number.NaN,
    area,
    leakage: leakage ?? Number.NaN,
    delay,
  };
  switch (objective) {
    case 'transistors':
      return {
        ...row,
        target: { text: `${design.target.transistors} transistors`, met: row.transistors <= design.target.transistors },
      };
    case 'delay':
      return { ...row, target: { text: `${nanoseconds(design.target.delay)} ns`, met: delay <= design.target.delay } };
    case 'balanced':
      return row;
  }
}

const nanoseconds = (seconds: number): string => (seconds * 1e9).toFixed(2);

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

const only = process.argv.at(process.argv.indexOf('--only') + 1) ?? '';
const wanted = process.argv.includes('--only') ? DESIGNS.filter(({ name }) => name.includes(only)) : DESIGNS;
const rows: Row[] = [];
const fronts: { readonly design: string; readonly points: readonly Record<string, string | number>[] }[] = [];
try {
  for (const design of wanted) {
    rows.push(await plainRow(design, 'balanced'), await plainRow(design, 'delay'));
    for (const objective of ['transistors', 'balanced', 'delay'] as const) rows.push(await ourRow(design, objective));
    process.stderr.write(`${design.name}: done\n`);
    if (!process.argv.includes('--front')) continue;
    const points = await paretoFront(design, technology, yosys);
    for (const { mapped, construction } of points) {
      const { verilog, models } = mappedTexts(mapped, technology);
      await check(mapped.circuit.neuron, verilog, models, construction);
    }
    fronts.push({
      design: design.name,
      points: points.map(({ construction, flow, mapped }) => ({
        construction,
        flow,
        transistors: mapped.count.transistors ?? Number.NaN,
        area: mapped.count.area,
        delay: mapped.delay,
      })),
    });
  }
} finally {
  await yosys.close();
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ rows, fronts }, null, 2)}\n`);
else {
  process.stdout.write(
    markdown(
      ['design', 'circuit', 'transistors', 'area um^2', 'leakage nW', 'OpenSTA ns', 'target', 'met'],
      rows.map(({ design, circuit, transistors, area, leakage, delay, target }) => [
        design,
        circuit,
        `${transistors}`,
        `${Math.round(area)}`,
        (leakage * 1e9).toFixed(1),
        nanoseconds(delay),
        target?.text ?? '',
        target ? (target.met ? 'yes' : 'no') : '',
      ]),
    ),
  );
  process.stdout.write('\nPublic generators, same library and timing:\n\n');
  process.stdout.write(
    markdown(
      ['design', 'fewest transistors', 'least delay ns'],
      DESIGNS.map(({ name, generators }) => [name, `${generators.transistors}`, nanoseconds(generators.delay)]),
    ),
  );
  for (const { design, points } of fronts) {
    process.stdout.write(`\nConstructions of ${design} that no other beats in transistors and delay:\n\n`);
    process.stdout.write(
      markdown(
        ['construction', 'flow', 'transistors', 'area um^2', 'delay ns'],
        points.map((point) => [
          `${point.construction}`,
          `${point.flow}`,
          `${point.transistors}`,
          `${point.area}`,
          nanoseconds(Number(point.delay)),
        ]),
      ),
    );
  }
}
