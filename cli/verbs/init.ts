/** Verb `init`: a commented starter spec. */

import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Command } from 'commander';
import { packagePath, writeFileAtomic } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';

const SCHEMA = packagePath('schema/somagen.schema.json');

/** Declaration of the verb on `program`. */
export function addInitVerb(program: Command): void {
  program
    .command('init')
    .description('write a commented starter spec')
    .argument('[file]', 'where to', 'neuron.yaml')
    .option('--force', 'overwrite the file', false)
    .action(async (file: string, options: { readonly force: boolean }) => {
      if (existsSync(file) && !options.force) throw new InputError(`${file} exists; --force overwrites it`);
      await writeFileAtomic(file, starterSpec(relative(dirname(file), SCHEMA)));
      process.stderr.write(`${file} written; next: somagen compare ${file}\n`);
    });
}

/** Spec that holds every part, with its JSON Schema at `schema`. */
export function starterSpec(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# A digital and a mixed-signal neuron, compared. Quantities are numbers in SI units or strings with a unit.
name: starter
neurons:
  - name: dig
    kind: digital
    bits: 4                 # weight bits, 1 to 64
    inputBits: 4            # default: bits
    synapses: 1             # 1 to 4096
    signed: false           # false | true | {inputs: false, weights: true}
    architecture: parallel  # parallel: n multipliers and an adder tree | fused: one bit heap for all | serial: one MAC and an accumulator
    objective: balanced     # balanced | transistors | delay: decides the four choices below where they are left out
    multiplier: wallace     # wallace (rows in threes) | wallace-column | dadda | reduced-area | array | timing-driven
    partialProducts: simple # simple (AND, Baugh-Wooley) | booth (radix 4, recoded) | radix4 (0, B, 2B, 3B selected)
    adderCells: library     # library (full and half adders as cells) | gates (26 and 10 transistors)
    adder: ripple           # ripple | sklansky | kogge-stone | brent-kung | han-carlson | carry-select | hybrid
    accumulator: exact      # exact | a number of bits, with overflow: wrap | saturate
    bias: false             # false | true (as wide as a product) | a number of bits
    activation: none        # none | threshold | relu | hard-tanh | sigmoid-pwl | sigmoid-lut | tanh-lut
    threshold: 0            # y = 1 where sum >= threshold; used with activation: threshold
    pipeline: 0             # register stages, 0 to 8
  - name: msn
    kind: analog
    bits: 4                 # weight bits, 1 to 16
    synapses: 1
    unitCurrent: 100 pA     # through the least significant branch
    supply: 1.0 V           # 0.3 V to 1.4 V
    temperature: 27 degC    # -40 to 125 degC
    corner: typical         # typical | slow | fast | slow-n-fast-p | fast-n-slow-p
    sizing: unit            # unit (binary-weighted unit transistors) | segmented | tail-steered | minimum
    tails: ideal            # ideal | mirror (NMOS)
    switches: ideal         # ideal | transistors
    loadCapacitance: 0 F    # added at each output
    mode: small-signal      # small-signal | large-signal (the weight sets the bias current)
compare:
  pairs: [[dig, msn]]       # [digital, analog]
  frequencies: { from: 1 kHz, to: 1 GHz, pointsPerDecade: 5 }
evaluate:
  networks: [mnist-fcn]     # mnist-fcn | mnist-cnn | cifar10-cnn | NETWORK.json or .onnx, your own
  weights: [post-training]  # post-training | aware (trained with the rounding, at the widths that come with such weights)
  bits: [4, 8]              # 2 to 16; activationBits: other bits for inputs and activations
  noise: { model: weight }  # weight | per-branch | input-referred; mismatch, offset, resolution beside it
  noisePower: { from: 1e-9 V^2, to: 1e-4 V^2, pointsPerDecade: 1 }
  fullScale: 12 mV          # differential input voltage that stands for |x| = 1
  draws: 5                  # independent noise draws a point
`;
}
