/** The port contract: a module's ports beside those that a neuron's module has. */

import { type DigitalNeuron, type NeuronPort, neuronPorts } from '../gen/index.ts';

/** A port as a module declares it. */
export interface ModulePort {
  readonly name: string;
  readonly direction: string;
  readonly bits: number;
}

const bitsText = (bits: number): string => (bits === 1 ? '1 bit' : `${bits} bits`);
const article = (direction: string): string => (/^[aeiou]/.test(direction) ? `an ${direction}` : `a ${direction}`);

/** Differences of the `ports` of module `top` from those of `neuron`, a sentence each. */
export function portProblems(neuron: DigitalNeuron, top: string, ports: readonly ModulePort[]): string[] {
  const wanted = neuronPorts(neuron);
  const words = ({ direction, bits, meaning }: NeuronPort): string =>
    `${article(direction)} of ${bitsText(bits)} (${meaning})`;
  const problems = wanted.flatMap((port) => {
    const found = ports.find(({ name }) => name === port.name);
    if (!found) return [`port ${port.name} is missing; it must be ${words(port)}`];
    if (found.direction === port.direction && found.bits === port.bits) return [];
    return [`port ${port.name} is ${article(found.direction)} of ${bitsText(found.bits)}; it must be ${words(port)}`];
  });
  const more = ports
    .filter(({ name }) => !wanted.some((port) => port.name === name))
    .map(({ name, direction }) => `port ${name} (${direction}) must not be there`);
  return [...problems, ...more].map((problem) => `module ${top}, ${neuron.name} of the spec: ${problem}`);
}
