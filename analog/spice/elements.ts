/** Elements in the words of a SPICE line: name, nodes, value. */

import type {
  BehaviouralSource,
  Capacitor,
  ControlledSource,
  Resistor,
  Role,
  Source,
  Statement,
  Stimulus,
} from './circuit.ts';

/** Independent source between two nodes. */
export const source = (name: Source['name'], positive: string, negative: string, stimulus: Stimulus): Source => ({
  kind: 'source',
  name,
  nodes: [positive, negative],
  stimulus,
});

/** Resistor between two nodes, ohm. */
export const resistor = (
  role: Role,
  name: Resistor['name'],
  nodes: Resistor['nodes'],
  resistance: Resistor['resistance'],
): Resistor => ({ kind: 'resistor', role, name, nodes, resistance });

/** Capacitor from a node to another one, F. */
export const capacitor = (
  name: Capacitor['name'],
  node: string,
  other: string,
  capacitance: Capacitor['capacitance'],
): Capacitor => ({ kind: 'capacitor', name, nodes: [node, other], capacitance });

/** Copy of the voltage between the control nodes, `gain` times as large. */
export const voltageCopy = (
  name: `e${string}`,
  nodes: ControlledSource['nodes'],
  control: readonly [string, string],
  gain: ControlledSource['gain'],
): ControlledSource => ({ kind: 'controlled', name, nodes, control, gain });

/** Source of current (`i`) or voltage (`v`) by an expression. */
export const behavioural = (
  name: BehaviouralSource['name'],
  nodes: BehaviouralSource['nodes'],
  quantity: BehaviouralSource['quantity'],
  expression: string,
): BehaviouralSource => ({ kind: 'behavioural', name, nodes, quantity, expression });

/** Line of comment. */
export const comment = (text: string): Statement => ({ kind: 'comment', text });
