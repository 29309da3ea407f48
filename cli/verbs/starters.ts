/** Commented starter specs, one for each kind of user and one of every part. */

/** Kinds of users that have a starter of their own. */
export const STARTERS = ['digital', 'analog', 'network', 'fpga'] as const;
export type Starter = (typeof STARTERS)[number];

const CONSTRUCTION = `    # Decided by the objective where left out:
    # multiplier: wallace     # wallace (rows in threes) | wallace-column | dadda | reduced-area | array | timing-driven
    # partialProducts: simple # simple (AND, Baugh-Wooley) | booth (radix 4, recoded) | radix4 (0, B, 2B, 3B selected)
    # adderCells: library     # library (full and half adders as cells) | gates (26 and 10 transistors)
    # adder: ripple           # ripple | sklansky | kogge-stone | brent-kung | han-carlson | carry-select | hybrid
`;

interface DigitalStart {
  readonly bits: number;
  readonly synapses: number;
  readonly signed: boolean;
  readonly architecture: string;
  readonly objective: string;
  readonly stages: string;
}

const digital = ({ bits, synapses, signed, architecture, objective, stages }: DigitalStart): string => `  - name: dig
    kind: digital
    bits: ${bits}                 # weight bits, 1 to 64
    inputBits: ${bits}            # default: bits
    synapses: ${synapses}${' '.repeat(14 - String(synapses).length)}# 1 to 4096
    signed: ${signed}${signed ? ' ' : ''}           # false | true | {inputs: false, weights: true}
    architecture: ${architecture.padEnd(9)} # parallel: n multipliers and an adder tree | fused: one bit heap for all | serial: one MAC and an accumulator
    objective: ${objective.padEnd(12)} # balanced | transistors | delay
${CONSTRUCTION}    accumulator: exact      # exact | a number of bits, with overflow: wrap | saturate
    bias: false             # false | true (as wide as a product) | a number of bits
    activation: none        # none | threshold | relu | hard-tanh | sigmoid-pwl | sigmoid-lut | tanh-lut
    threshold: 0            # y = 1 where sum >= threshold; used with activation: threshold
${stages}`;

const analog = (bits: number): string => `  - name: msn
    kind: analog
    bits: ${bits}                 # weight bits, 1 to 16
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
`;

const NETWORK = `evaluate:
  networks: [mnist-fcn]     # mnist-fcn | mnist-cnn | cifar10-cnn | NETWORK.json, a network of your own
  weights: [post-training]  # post-training | aware (trained with the rounding, at the widths that come with such weights)
  bits: [4, 8]              # 2 to 16; activationBits: other bits for inputs and activations
  noise: { model: weight }  # weight | per-branch | input-referred; mismatch, offset, resolution beside it
  noisePower: { from: 1e-9 V^2, to: 1e-4 V^2, pointsPerDecade: 1 }
  fullScale: 12 mV          # differential input voltage that stands for |x| = 1
  draws: 5                  # independent noise draws a point
`;

const STAGES = '    pipeline: 0             # register stages, 0 to 8; or clock: 500 MHz for the fewest that meet it\n';
const CLOCK =
  '    clock: 500 MHz          # the fewest pipeline stages that meet it; in their place pipeline: 0 to 8\n';
const SMALL = { bits: 4, synapses: 1, signed: false, architecture: 'parallel', objective: 'balanced', stages: STAGES };

interface Text {
  readonly purpose: string;
  readonly name: string;
  readonly parts: string;
}

const ALL: Text = {
  purpose: 'A digital and a mixed-signal neuron, compared.',
  name: 'starter',
  parts: `neurons:
${digital(SMALL)}${analog(4)}compare:
  pairs: [[dig, msn]]       # [digital, analog]
  frequencies: { from: 1 kHz, to: 1 GHz, pointsPerDecade: 5 }
${NETWORK}`,
};

const TEXTS: Readonly<Record<Starter, Text>> = {
  digital: {
    purpose: 'A digital neuron for a chip: somagen generate, synth (--liberty cells.lib), verify.',
    name: 'digital',
    parts: `neurons:\n${digital({ ...SMALL, bits: 8, synapses: 16, signed: true, objective: 'delay', stages: CLOCK })}`,
  },
  analog: {
    purpose: 'A mixed-signal neuron: somagen generate, analog.',
    name: 'analog',
    parts: `neurons:\n${analog(6)}`,
  },
  network: {
    purpose: 'Classification error of a network against bits and noise: somagen evaluate.',
    name: 'network',
    parts: NETWORK,
  },
  fpga: {
    purpose: 'A serial neuron for an FPGA: somagen verify, synth --fpga up5k.',
    name: 'fpga',
    parts: `neurons:\n${digital({ ...SMALL, bits: 6, synapses: 64, signed: true, architecture: 'serial', stages: STAGES })}`,
  },
};

/** Starter of every part or for one kind of user. Its JSON Schema is at `schema`. */
export function starterSpec(schema: string, starter?: Starter): string {
  const { purpose, name, parts } = starter ? TEXTS[starter] : ALL;
  return `# yaml-language-server: $schema=${schema}
# ${purpose} Quantities are numbers in SI units or strings with a unit.
name: ${name}
${parts}`;
}
