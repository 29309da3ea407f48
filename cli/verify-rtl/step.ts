/** A design of the user's own against the golden model of a neuron: `verify --rtl`. */

import { checkVectors, verifyNeuron } from '../../flow/index.ts';
import { type DigitalNeuron, digitalNeurons, neuronPorts } from '../../gen/index.ts';
import { moduleNames, modulePorts, portProblems } from '../../sim/index.ts';
import { sha256 } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import { checkLine, type SimulatedNeuron, type SimulatorName } from '../steps/check.ts';
import { designReason, simulatorOf } from '../steps/simulators.ts';
import type { OwnDesign } from './own-design.ts';
import { inUsersWords } from './own-files.ts';

/** Findings of the simulators that run a design, with the reasons of the others. */
interface OwnFindings {
  readonly verified: readonly SimulatedNeuron[];
  readonly notes: readonly string[];
}

/**
 * Step `verify` with a design of the user's own. Rejects with `InputError` where it does not keep the port contract, where
 * no simulator runs it, or where one that was asked for does not.
 */
export async function verifyOwnDesign(
  run: Run,
  design: OwnDesign,
  simulators: readonly SimulatorName[],
  onProgress: (text: string) => void,
): Promise<OwnFindings> {
  const neuron = chosenNeuron(run, design);
  const top = design.top ?? neuron.name;
  onProgress(`${top}: ports`);
  await checkPorts(run, design, neuron, top);
  const vectors = checkVectors(neuron, run.options.seed);
  const verified: SimulatedNeuron[] = [];
  const unable: string[] = [];
  for (const simulator of simulators) {
    run.options.signal.throwIfAborted();
    onProgress(`${top} in ${simulator}: ${vectors.length} vectors`);
    try {
      const found = await verifyNeuron(neuron, design.files, simulatorOf(run, simulator), vectors, top);
      verified.push({ ...found, ports: neuronPorts(neuron), simulator, ...titles(design, neuron, top) });
    } catch (error) {
      const reason = designReason(error);
      if (reason === undefined) throw error;
      unable.push(`${top} does not run in ${simulator}: ${inUsersWords(design, reason)}`);
    }
  }
  if (verified.length === 0 || (design.demanded && unable.length > 0)) throw new InputError(...unable);
  for (const line of [...verified.map(checkLine), ...unable]) run.log('verify', line);
  return { verified, notes: unable };
}

function titles({ files, paths }: OwnDesign, neuron: DigitalNeuron, top: string) {
  const hashed = Object.entries(files).map(([name, text]) => `${paths[name]}, sha256 ${sha256(Buffer.from(text))}`);
  return {
    subject: `module ${top} of the user's own Verilog (${hashed.join('; ')})`,
    ...(top === neuron.name ? {} : { title: `${top} as ${neuron.name}` }),
  };
}

/** Neuron that the design stands for: as the user says, the only one, or that which the top module is called like. */
function chosenNeuron({ spec }: Run, { neuron: wanted, top }: OwnDesign): DigitalNeuron {
  const all = digitalNeurons(spec);
  const names = all.map(({ name }) => name).join(', ');
  if (all.length === 0) throw new InputError(`verify --rtl needs a digital neuron in the spec: ${spec.name} has none`);
  const named = (name: string | undefined) => all.find((neuron) => neuron.name === name);
  if (wanted !== undefined) {
    const found = named(wanted);
    if (!found) throw new InputError(`--neuron must be a digital neuron of ${spec.name} (${names}): ${wanted}`);
    return found;
  }
  const found = all.length === 1 ? all[0] : named(top);
  if (found) return found;
  const given = top === undefined ? 'no --top names one' : `--top ${top} is none of them`;
  throw new InputError(
    `${spec.name} has several digital neurons, and ${given}; --neuron NAME says which the Verilog stands for: ${names}`,
  );
}

/** Check of the module's name and ports as Yosys reads them. What Yosys does not read is left to the simulators. */
async function checkPorts(run: Run, design: OwnDesign, neuron: DigitalNeuron, top: string): Promise<void> {
  try {
    const modules = await moduleNames(run.yosys(), design.files);
    if (!modules.includes(top)) {
      const where = Object.values(design.paths).join(', ');
      throw new InputError(
        `${where}: no module ${top}; --top NAME names another: ${modules.join(', ') || 'there is none'}`,
      );
    }
    const problems = portProblems(neuron, top, await modulePorts(run.yosys(), design.files, top));
    if (problems.length > 0) throw new InputError(...problems);
  } catch (error) {
    if (designReason(error) === undefined) throw error;
  }
}
