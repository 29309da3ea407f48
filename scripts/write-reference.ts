/** The reference designs in rtl/reference, written by `npm run reference`. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type DigitalNeuron, neuronCircuit, parseSpec } from '../gen/index.ts';
import { neuronVerilog } from '../rtl/index.ts';

const FOLDER = new URL('../rtl/reference/', import.meta.url);

/** Neurons of examples/reference.yaml. */
export function referenceNeurons(): DigitalNeuron[] {
  const document: unknown = parse(readFileSync(new URL('../examples/reference.yaml', import.meta.url), 'utf8'));
  const result = parseSpec(document, Number);
  if ('problems' in result)
    throw new Error(result.problems.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  return (result.spec.neurons ?? []).filter((neuron) => neuron.kind === 'digital');
}

/** Text of every design by file name. */
export function referenceDesigns(): Readonly<Record<string, string>> {
  return Object.assign({}, ...referenceNeurons().map((neuron) => neuronVerilog(neuronCircuit(neuron))));
}

if (process.argv[1]?.endsWith('write-reference.ts')) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [name, text] of Object.entries(referenceDesigns())) writeFileSync(new URL(name, FOLDER), text);
}
