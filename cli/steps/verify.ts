/** Verilog in the output folder, bit for bit against the golden model: step `verify`. */

import { join } from 'node:path';
import { z } from 'zod';
import { checkVectors, type GeneratedNeuron, verifyNeuron } from '../../flow/index.ts';
import { type DigitalNeuron, neuronPorts } from '../../gen/index.ts';
import { specLine } from '../../rtl/index.ts';
import { sha256, writeFiles } from '../../tools/index.ts';
import { readIfThere } from '../run/cache.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import { checkLine, type SimulatedNeuron, type SimulatorName } from './check.ts';
import { designReason, simulatorOf } from './simulators.ts';

/** Step `verify`. */
export async function verifyStep(
  run: Run,
  digital: readonly GeneratedNeuron[],
  simulators: readonly SimulatorName[],
  onProgress: (text: string) => void,
): Promise<readonly SimulatedNeuron[]> {
  const done: SimulatedNeuron[] = [];
  for (const { neuron, verilog } of digital) {
    const files = await standingFiles(run.options.out, neuron, verilog);
    const vectors = checkVectors(neuron, run.options.seed);
    for (const simulator of simulators) {
      run.options.signal.throwIfAborted();
      onProgress(`${neuron.name} in ${simulator}: ${vectors.length} vectors`);
      const verified = await verifyNeuron(neuron, files, simulatorOf(run, simulator), vectors).catch((error) => {
        const reason = designReason(error);
        if (reason === undefined) throw error;
        throw new InputError(
          `${join(run.options.out, 'rtl')}, ${neuron.name}: does not run in ${simulator}: ${reason}`,
        );
      });
      const entry = { ...verified, ports: neuronPorts(neuron), simulator, subject: 'the emitted Verilog' };
      run.log('verify', checkLine(entry));
      done.push(entry);
    }
  }
  return done;
}

/**
 * Verilog of `neuron` as it stands in the output folder, changes by hand included. Files that are not there, or that
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

/** Files that the manifest in `out` tells of, each as `path hash`. */
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
