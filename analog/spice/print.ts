/** Printer of every SPICE circuit, in the words of ngspice. */

import type { Call, Circuit, Parameters, Stimulus, Subcircuit, Transistor } from './circuit.ts';

/** Text of `circuit`, without a line break at its end. */
export const printCircuit = (circuit: Circuit): string => circuitLines(circuit).join('\n');

/** Text of `circuit`, entry by entry; a long entry goes on in lines that begin with `+`. */
export const circuitLines = (circuit: Circuit): readonly string[] => circuit.map(printEntry);

function printEntry(entry: Circuit[number]): string {
  switch (entry.kind) {
    case 'transistor':
      return printTransistor(entry);
    case 'source':
      return words(entry.name, ...entry.nodes, printStimulus(entry.stimulus));
    case 'resistor':
      return words(entry.name, ...entry.nodes, entry.resistance, ...(entry.model ? [entry.model] : []));
    case 'capacitor':
      return words(entry.name, ...entry.nodes, entry.capacitance);
    case 'behavioural':
      return words(entry.name, ...entry.nodes, `${entry.quantity}=${entry.expression}`);
    case 'controlled':
      return words(entry.name, ...entry.nodes, ...entry.control, entry.gain);
    case 'call':
      return printCall(entry);
    case 'comment':
      return `* ${entry.text}`.trimEnd();
    case 'include':
      return `.include ${entry.file}`;
    case 'options':
      return words('.options', ...(entry.of ? [entry.of] : []), ...assignments(entry.values));
    case 'parameter':
      return `.param ${entry.name}=${entry.value}`;
    case 'model':
      return words(
        '.model',
        entry.name,
        entry.of,
        lines(entry.parameters.map((group) => words(...assignments(group)))),
      );
    case 'nodeset':
      return `.nodeset v(${entry.node})=${entry.voltage}`;
    case 'subcircuit':
      return printSubcircuit(entry);
  }
}

/**
 * Text of a transistor. Without its internal gate and bulk resistors it has 5 nodes less; they change the gain in the
 * 8th digit.
 */
function printTransistor(transistor: Transistor): string {
  const { name, drain, gate, source, bulk, model, width, length, count, thresholdShift } = transistor;
  const parameters = {
    w: width,
    l: length,
    ...(count === undefined ? {} : { m: count }),
    ...(thresholdShift === undefined ? {} : { delvto: thresholdShift }),
    ...{ rbodymod: 0, rgatemod: 0 },
  };
  return words(name, drain, gate, source, bulk, model, ...assignments(parameters));
}

function printStimulus(stimulus: Stimulus): string {
  if (typeof stimulus === 'number') return `${stimulus}`;
  if ('pwl' in stimulus) return `pwl(${stimulus.pwl.flat().join(' ')})`;
  if ('pulse' in stimulus) {
    const { low, high, delay, rise, fall, width, period } = stimulus.pulse;
    return words('pulse', low, high, delay, rise, fall, width, period);
  }
  return words('dc', stimulus.dc, ...(stimulus.ac === undefined ? [] : ['ac', stimulus.ac]));
}

/** Text of a call. A single group of nodes stands on one line with all else. */
function printCall({ name, nodes, of, parameters = {} }: Call): string {
  const groups = nodes.map((group) => words(...group));
  const what = words(of, ...assignments(parameters));
  return words(name, groups.length === 1 ? words(...groups, what) : lines([...groups, what]));
}

function printSubcircuit({ name, ports, parameters, circuit }: Subcircuit): string {
  const values = parameters ? ['params:', ...assignments(parameters)] : [];
  return [
    words('.subckt', name, lines([...ports.map((group) => words(...group)), ...values])),
    ...circuitLines(circuit),
    parameters ? `.ends ${name}` : '.ends',
  ].join('\n');
}

const words = (...parts: readonly (string | number)[]): string => parts.join(' ');
const lines = (parts: readonly string[]): string => parts.join('\n+ ');
const assignments = (parameters: Parameters): readonly string[] =>
  Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
