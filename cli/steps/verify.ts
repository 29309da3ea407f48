/** Step `verify`: the Verilog that stands in the output folder, bit for bit against the golden model. */

import { join } from 'node:path';
import { z } from 'zod';
import { type DigitalNeuron, type NeuronPort, neuronPorts } from '../../gen/index.ts';
import { CHECK_KEYS, type KeyValues, type Measurement, measured } from '../../measurement/index.ts';
import { specLine } from '../../rtl/index.ts';
import {
  type CheckResult,
  checkNeuron,
  embeddedSimulator,
  icarusSimulator,
  inputVectors,
  isExhaustive,
  type Simulator,
  verilatorSimulator,
} from '../../sim/index.ts';
import { createIcarus, createVerilator, sha256, writeFiles } from '../../tools/index.ts';
import { readIfThere } from '../run/cache.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import type { GeneratedNeuron } from './generate.ts';

export const SIMULATORS = ['embedded', 'verilator', 'iverilog'] as const;
export type SimulatorName = (typeof SIMULATORS)[number];

/** One neuron in one simulator. */
export interface VerifiedNeuron extends CheckResult {
  readonly neuron: string;
  readonly ports: readonly NeuronPort[];
  readonly simulator: SimulatorName;
  readonly exhaustive: boolean;
}

/** Vectors of a neuron with too many inputs to try them all. */
const SAMPLE = 20_000;

/** A serial neuron takes a clock cycle a synapse. */
export const sampleSize = (neuron: DigitalNeuron): number =>
  neuron.architecture === 'serial' ? Math.max(16, Math.ceil(SAMPLE / neuron.synapses)) : SAMPLE;

/** Step `verify`. */
export async function verifyStep(
  run: Run,
  digital: readonly GeneratedNeuron[],
  simulators: readonly SimulatorName[],
  onProgress: (text: string) => void,
): Promise<VerifiedNeuron[]> {
  const done: VerifiedNeuron[] = [];
  for (const { neuron, verilog } of digital) {
    const files = await standingFiles(run.options.out, neuron, verilog);
    const vectors = inputVectors(neuron, sampleSize(neuron), run.options.seed);
    for (const simulator of simulators) {
      run.options.signal.throwIfAborted();
      onProgress(`${neuron.name} in ${simulator}: ${vectors.length} vectors`);
      const result = await checkNeuron(neuron, files, simulatorOf(run, simulator), vectors);
      const entry = {
        neuron: neuron.name,
        ports: neuronPorts(neuron),
        simulator,
        exhaustive: isExhaustive(neuron),
        ...result,
      };
      run.log('verify', checkLine(entry));
      done.push(entry);
    }
  }
  return done;
}

/** One line about a check, with the first vector or clock cycle that failed. */
export function checkLine({
  neuron,
  ports,
  simulator,
  vectors,
  mismatches,
  exhaustive,
  first,
}: VerifiedNeuron): string {
  const extent = exhaustive ? `all ${vectors} input vectors` : `${vectors} input vectors`;
  if (!first) return `${neuron} in ${simulator}: ${extent} equal the golden model`;
  const clocked = ports.some((port) => port.name === 'clk');
  const named = (direction: NeuronPort['direction'], values: readonly (bigint | undefined)[]): string =>
    ports
      .filter((port) => port.direction === direction && port.name !== 'clk')
      .flatMap(({ name }, k) => (values[k] === undefined ? [] : [`${name} 0x${values[k].toString(16)}`]))
      .join(', ');
  return (
    `${neuron} in ${simulator}: ${clocked ? `${mismatches} clock cycles of ${extent} differ` : `${mismatches} of ${extent} differ`}; ` +
    `first: ${clocked ? 'cycle' : 'vector'} ${first.index}, ${named('input', first.inputs)}: ` +
    `expected ${named('output', first.expected)}, found ${named('output', first.found)}`
  );
}

/** `NAME.verify.SIMULATOR.vectors` and `.mismatches`. */
export function verifyMeasurements(results: readonly VerifiedNeuron[]): Measurement[] {
  return results.flatMap(({ neuron, simulator, vectors, mismatches, exhaustive }) => {
    const source = `${simulator} simulator on the emitted Verilog, outputs compared with the golden model, ${exhaustive ? 'all inputs' : 'corners and seeded random inputs'}`;
    return checkMeasurements(neuron, simulator, { vectors, mismatches }, source);
  });
}

/** `NAME.verify.CHECK.vectors` and `.mismatches`. */
export function checkMeasurements(
  neuron: string,
  check: KeyValues<(typeof CHECK_KEYS)['vectors']['pattern']>['check'],
  { vectors, mismatches }: Pick<CheckResult, 'vectors' | 'mismatches'>,
  source: string,
): Measurement[] {
  return [
    measured(CHECK_KEYS.vectors, { neuron, check }, vectors, 'simulated', source),
    measured(CHECK_KEYS.mismatches, { neuron, check }, mismatches, 'simulated', source),
  ];
}

function simulatorOf(run: Run, name: SimulatorName): Simulator {
  const { signal, onLog } = run.options;
  const options = { signal, ...(onLog ? { onLog } : {}) };
  switch (name) {
    case 'embedded':
      return embeddedSimulator(run.yosys());
    case 'verilator':
      return verilatorSimulator(createVerilator(options));
    case 'iverilog':
      return icarusSimulator(createIcarus(options));
  }
}

/**
 * The Verilog of `neuron` as it stands in the output folder, changes by hand included. Files that are not there, or that
 * an earlier run left unchanged, are written first. Throws `InputError` for a changed file of another spec.
 */
export async function standingFiles(
  out: string,
  neuron: DigitalNeuron,
  generated: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const left = await leftHashes(out);
  const files: Record<string, string> = {};
  for (const [name, text] of Object.entries(generated)) {
    const path = `rtl/${name}`;
    const standing = await readIfThere(join(out, path));
    const ours = standing === undefined || left.has(`${path} ${sha256(Buffer.from(standing))}`);
    if (ours && standing !== text) await writeFiles(out, { [path]: text });
    files[name] = ours ? text : standing;
  }
  const top = `${neuron.name}.v`;
  if (!files[top]?.includes(specLine(neuron)))
    throw new InputError(
      `${join(out, 'rtl', top)} was made from another spec and then changed; somagen generate SPEC --out ${out} makes it again`,
    );
  return files;
}

const manifestFiles = z.object({
  neurons: z.array(z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string() })) })),
});

/** `path hash` of every file that the manifest in `out` tells of. */
async function leftHashes(out: string): Promise<ReadonlySet<string>> {
  const text = await readIfThere(join(out, 'manifest.json'));
  if (text === undefined) return new Set();
  let manifest: z.infer<typeof manifestFiles>;
  try {
    manifest = manifestFiles.parse(JSON.parse(text));
  } catch (error) {
    throw new InputError(`${join(out, 'manifest.json')} is damaged; remove it (${(error as Error).message})`);
  }
  return new Set(manifest.neurons.flatMap(({ files }) => files.map((file) => `${file.path} ${file.sha256}`)));
}
