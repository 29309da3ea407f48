/** Checks of neurons against the golden model: lines for a person and measurements. */

import { checkVectors, type VerifiedNeuron, verifyNeuron } from '../../flow/index.ts';
import { type DigitalNeuron, type NeuronPort, neuronPorts } from '../../gen/index.ts';
import { CHECK_KEYS, type KeyValues, type Measurement, measured } from '../../measurement/index.ts';
import { type CheckResult, embeddedSimulator } from '../../sim/index.ts';
import type { Run } from '../run/run.ts';
import { CheckFailed } from '../session/check-failed.ts';

/** Simulators that the user can choose. */
export const SIMULATORS = ['embedded', 'verilator', 'iverilog'] as const;
/** Name of a simulator. */
export type SimulatorName = (typeof SIMULATORS)[number];

/** Check of one neuron in one simulator. */
export interface SimulatedNeuron extends VerifiedNeuron {
  readonly ports: readonly NeuronPort[];
  readonly simulator: SimulatorName;
  /** Design that was checked, in the sources of measurements. */
  readonly subject: string;
  /** Its name in lines for a person; default: the neuron's. */
  readonly title?: string;
}

/** Line about a check, with the first vector or clock cycle that failed. */
export function checkLine({
  neuron,
  title = neuron,
  ports,
  simulator,
  vectors,
  mismatches,
  exhaustive,
  first,
}: SimulatedNeuron): string {
  const extent = exhaustive ? `all ${vectors} input vectors` : `${vectors} input vectors`;
  if (!first) return `${title} in ${simulator}: ${extent} equal the golden model`;
  const clocked = ports.some((port) => port.name === 'clk');
  const named = (
    direction: NeuronPort['direction'],
    values: readonly (bigint | undefined)[],
    unknown: readonly bigint[] = [],
  ): string =>
    ports
      .filter((port) => port.direction === direction && port.name !== 'clk')
      .flatMap(({ name, bits }, k) =>
        values[k] === undefined ? [] : [`${name} ${patternText(bits, values[k], unknown[k] ?? 0n)}`],
      )
      .join(', ');
  return (
    `${title} in ${simulator}: ${clocked ? `${mismatches} clock cycles of ${extent} differ` : `${mismatches} of ${extent} differ`}; ` +
    `first: ${clocked ? 'cycle' : 'vector'} ${first.index}, ${named('input', first.inputs)}: ` +
    `expected ${named('output', first.expected)}, found ${named('output', first.found, first.unknown)}`
  );
}

/** Bit pattern in hexadecimal; as Verilog writes it, with x, where bits are unknown. */
function patternText(bits: number, value: bigint, unknown: bigint): string {
  const seen = BigInt.asUintN(bits, unknown);
  if (seen === 0n) return `0x${value.toString(16)}`;
  const digits = Array.from({ length: Math.ceil(bits / 4) }, (_, k) => {
    const place = BigInt(4 * k);
    return (seen >> place) & 15n ? 'x' : ((value >> place) & 15n).toString(16);
  });
  return `${bits}'h${digits.toReversed().join('')} (undefined)`;
}

/** Measurements `NAME.verify.SIMULATOR.vectors` and `.mismatches`. */
export function verifyMeasurements(results: readonly SimulatedNeuron[]): Measurement[] {
  return results.flatMap((result) => checkMeasurements(result.neuron, result.simulator, result, sourceOf(result)));
}

/** A form of a neuron that was made from its Verilog. */
export interface NeuronForm {
  /** The neuron that the form's measurements are named after. */
  readonly neuron: string;
  readonly check: CheckName;
  /** The form in lines for a person. */
  readonly name: string;
  /** The form in the sources of its measurements. */
  readonly subject: string;
}

type CheckName = KeyValues<(typeof CHECK_KEYS)['vectors']['pattern']>['check'];

/** Check of a form in the embedded simulator, as a line and as measurements. Throws `CheckFailed`. */
export async function checkForm(
  run: Run,
  neuron: DigitalNeuron,
  verilog: Readonly<Record<string, string>>,
  form: NeuronForm,
): Promise<{ readonly line: string; readonly measurements: readonly Measurement[] }> {
  const vectors = checkVectors(neuron, run.options.seed);
  const verified = await verifyNeuron(neuron, verilog, embeddedSimulator(run.yosys()), vectors);
  const result: SimulatedNeuron = {
    ...verified,
    ...{ title: form.name, subject: form.subject },
    ports: neuronPorts(neuron),
    simulator: 'embedded',
  };
  const line = checkLine(result);
  if (result.mismatches > 0) throw new CheckFailed(line);
  return { line, measurements: checkMeasurements(form.neuron, form.check, result, sourceOf(result)) };
}

const sourceOf = ({ simulator, exhaustive, subject }: SimulatedNeuron): string =>
  `${simulator} simulator on ${subject}, outputs compared with the golden model, ${exhaustive ? 'all inputs' : 'corners and seeded random inputs'}`;

/** Measurements `NAME.verify.CHECK.vectors` and `.mismatches`. */
function checkMeasurements(
  neuron: string,
  check: CheckName,
  { vectors, mismatches }: Pick<CheckResult, 'vectors' | 'mismatches'>,
  source: string,
): Measurement[] {
  return [
    measured(CHECK_KEYS.vectors, { neuron, check }, vectors, 'simulated', source),
    measured(CHECK_KEYS.mismatches, { neuron, check }, mismatches, 'simulated', source),
  ];
}
