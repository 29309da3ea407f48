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

/** An independent source between two nodes. */
export const source = (name: Source['name'], positive: string, negative: string, stimulus: Stimulus): Source => ({
  kind: 'source',
  name,
  nodes: [positive, negative],
  stimulus,
});

/** A resistor between two nodes, ohm. */
export const resistor = (
  role: Role,
  name: Resistor['name'],
  nodes: Resistor['nodes'],
  resistance: Resistor['resistance'],
): Resistor => ({ kind: 'resistor', role, name, nodes, resistance });

/** A capacitor from a node to another one, F. */
export const capacitor = (
  name: Capacitor['name'],
  node: string,
  other: string,
  capacitance: Capacitor['capacitance'],
): Capacitor => ({ kind: 'capacitor', name, nodes: [node, other], capacitance });

/** A voltage that is `gain` times that between the control nodes. */
export const voltageCopy = (
  name: `e${string}`,
  nodes: ControlledSource['nodes'],
  control: readonly [string, string],
  gain: ControlledSource['gain'],
): ControlledSource => ({ kind: 'controlled', name, nodes, control, gain });

/** A source of current (`i`) or voltage (`v`) by an expression. */
export const behavioural = (
  name: BehaviouralSource['name'],
  nodes: BehaviouralSource['nodes'],
  quantity: BehaviouralSource['quantity'],
  expression: string,
): BehaviouralSource => ({ kind: 'behavioural', name, nodes, quantity, expression });

/** A line of comment. */
export const comment = (text: string): Statement => ({ kind: 'comment', text });
