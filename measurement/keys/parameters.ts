/** Parameters of keys, with the form of their values and their meaning. */

/** Place in a key that is filled in. */
export interface Parameter<Value> {
  readonly write: (value: Value) => string;
  /** Regular expression of what is written. */
  readonly form: string;
  readonly meaning: string;
}

const NAME = '[A-Za-z_][A-Za-z0-9_-]*';
const NUMBER = '-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?';

/** Number in scientific notation as keys have it: 0, 1e-6, 3.162e-6. */
function scientific(value: number): string {
  return value === 0 ? '0' : value.toExponential().replace('+', '');
}

const name = (meaning: string): Parameter<string> => ({ write: (value) => value, form: NAME, meaning });
const decimal = (meaning: string): Parameter<number> => ({ write: String, form: NUMBER, meaning });
const power = (meaning: string): Parameter<number> => ({ write: scientific, form: NUMBER, meaning });
const powerOrName = (meaning: string): Parameter<number | string> => ({
  write: (value) => (typeof value === 'number' ? scientific(value) : value),
  form: `(?:${NUMBER}|${NAME})`,
  meaning,
});
const oneOf = <const Value extends string>(values: readonly Value[], meaning: string): Parameter<Value> => ({
  write: (value) => value,
  form: `(?:${values.join('|')})`,
  meaning: `${values.map((value) => `\`${value}\``).join(', ')}: ${meaning}`,
});

/** Parameters that stand in braces in a key. */
export const PARAMETERS = {
  neuron: name('a neuron of the spec'),
  digital: name('the digital neuron of a pair of `compare.pairs`'),
  analog: name('the mixed-signal neuron of a pair of `compare.pairs`'),
  network: name('a network of `evaluate.networks`'),
  layer: name('a layer with weights'),
  sizing: name('a sizing as the report names it: `A`, `S4`, `C16m`'),
  check: oneOf(
    ['embedded', 'verilator', 'iverilog', 'mapped', 'fpga'],
    'the simulator of the generated Verilog, or the other form of the neuron that was simulated',
  ),
  model: oneOf(['closedForm'], 'by the closed form; left out: by ngspice'),
  behaviour: oneOf(['verilogA', 'macro'], 'a behavioural description of a mixed-signal neuron'),
  execution: oneOf(['verilogA', 'macro', 'transistors'], 'a description of a mixed-signal neuron that is executed'),
  noiseSource: oneOf(['pairs', 'loads', 'tails', 'switches'], 'transistors by their part in the circuit'),
  error: oneOf(['noise', 'mismatch', 'offsetShift', 'compression', 'together'], 'an error of the analog output'),
  circuit: oneOf(
    ['smallSignal', 'resistor', 'idealResistor', 'diode'],
    'the small-signal neuron, or the large-signal neuron by its loads',
  ),
  event: oneOf(['input', 'weight', 'carry'], 'a step of the input, of the weight, of the weight by one at mid-range'),
  part: oneOf(['bias', 'dac', 'adc', 'memory'], 'a part of the periphery'),
  end: oneOf(['low', 'high'], 'an end of the 95 % interval; left out: the mean'),
  frequency: decimal('operations a second, Hz'),
  thresholdShift: decimal('added to the size of every threshold voltage, V'),
  unitCurrent: power('unit current, A; left out: that of the spec'),
  supply: decimal('supply voltage, V'),
  temperature: decimal('temperature, K'),
  process: oneOf(['typical', 'slow', 'fast', 'slow-n-fast-p', 'fast-n-slow-p'], 'process corner'),
  weight: decimal('a weight, units'),
  synapses: decimal('synapses on one output'),
  class: decimal('a class of the data set'),
  bits: decimal('bits of the weights'),
  noise: powerOrName('noise power, V^2, or the mixed-signal neuron whose noise it is'),
  points: decimal('rise of the error, percentage points'),
  activationBits: decimal('bits of the activations where they are not those of the weights'),
  weights: oneOf(['aware'], 'trained knowing the rounding; left out: rounded after training'),
  noiseModel: oneOf(['per-branch', 'input-referred'], 'where the noise power stands; left out: on the weights'),
  mismatch: powerOrName('standard deviation of a weight, part of it, or the neuron whose mismatch it is'),
  offset: power('standard deviation of the offset of an output, V'),
  resolution: decimal('bits of the converters between layers'),
} as const satisfies Readonly<Record<string, Parameter<never>>>;

/** Name of a parameter. */
export type ParameterName = keyof typeof PARAMETERS;

/** Values of a parameter. */
export type ParameterValue<Name> = Name extends ParameterName
  ? Parameters<(typeof PARAMETERS)[Name]['write']>[0]
  : never;
