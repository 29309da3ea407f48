/**
 * Delays in libraries of the user's beside OpenSTA, `npm run bench:libraries -- LIBRARY ...`. A library is a Liberty file,
 * plain or .gz, or several with commas between. A combinational, a pipelined and a serial neuron are mapped, checked
 * against the golden model and timed.
 */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkNeuron, embeddedSimulator, inputVectors } from '../sim/index.ts';
import { type LibraryFile, mapNeuron, mappedTexts, readTechnology, surroundings } from '../synth/index.ts';
import { createYosys } from '../tools/index.ts';
import { neuronOf } from './designs.ts';
import { openStaDelay } from './opensta.ts';

const NEURONS = [
  { name: 'combinational', fields: { bits: 8, objective: 'balanced' } },
  { name: 'pipelined', fields: { bits: 8, pipeline: 2, objective: 'balanced' } },
  { name: 'serial', fields: { bits: 8, architecture: 'serial', synapses: 16, objective: 'transistors' } },
];
const VECTORS = 1000;

function libraryFile(path: string): LibraryFile {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return { path, name: basename(path), text, sha256: 'not stated' };
}

const yosys = createYosys();
try {
  for (const argument of process.argv.slice(2)) {
    const files = argument.split(',').map(libraryFile);
    const technology = readTechnology(files);
    const { driver, load } = surroundings(technology.library, technology.wires);
    for (const { name, fields } of NEURONS) {
      const neuron = neuronOf({ fields }, {});
      const mapped = await mapNeuron(neuron, technology, yosys);
      const { verilog, models } = mappedTexts(mapped, technology);
      const design = { 'dut.v': verilog, 'library_cells.v': models };
      const vectors = inputVectors(neuron, VECTORS, 1);
      const { mismatches } = await checkNeuron(neuron, design, embeddedSimulator(yosys), vectors);
      if (mismatches > 0) throw new Error(`${name}: ${mismatches} outputs differ from the golden model`);
      const texts = files.map(({ text }) => text);
      const judged = await openStaDelay(verilog, neuron.name, texts, { driver: driver.name, load });
      const [ours, theirs] = [mapped.delay, judged].map((seconds) => (seconds * 1e12).toFixed(2));
      const off = ((mapped.delay / judged - 1) * 100).toFixed(3);
      process.stdout.write(`${files[0]?.name}, ${name}: ${ours} ps, OpenSTA ${theirs} ps, ${off} %\n`);
    }
  }
} finally {
  await yosys.close();
}
