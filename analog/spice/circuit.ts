/** SPICE circuit as data: elements with their nodes, parameters and roles, and the statements beside them. */

/** Value of a parameter: a number in SI units, or a number or an expression in braces as SPICE writes it. */
export type Quantity = number | string;

/** Parameters by name, in the order in which they are printed. */
export type Parameters = Readonly<Record<string, Quantity>>;

/** Purpose of an element in its circuit. */
export type Role =
  /** One side of a differential pair. */
  | 'pair'
  | 'load'
  /** Source of a pair's current. */
  | 'tail'
  /** Reference of the tails' mirror. */
  | 'mirror'
  /** Switch of a weight bit. */
  | 'switch'
  /** Part of a digital cell. */
  | 'logic'
  /** Device under measurement. */
  | 'specimen'
  /** Part of the bench: it gives noise, or a node its path to ground. */
  | 'auxiliary';

/** `count` BSIM4 transistors side by side. */
export interface Transistor {
  readonly kind: 'transistor';
  readonly role: Role;
  readonly name: `m${string}`;
  readonly model: string;
  readonly drain: string;
  readonly gate: string;
  readonly source: string;
  readonly bulk: string;
  /** m */
  readonly width: Quantity;
  /** m */
  readonly length: Quantity;
  /** Number side by side; default: one, unsaid. */
  readonly count?: number;
  /** Shift of the model's threshold, whose sign is negative for a P, V; default: none, unsaid. */
  readonly thresholdShift?: number;
}

/** Course of an independent source, V or A: a bare number, a constant beside a small signal, or a function of time. */
export type Stimulus =
  | number
  | { readonly dc: Quantity; readonly ac?: number }
  | { readonly pulse: Pulse }
  /** Points of time (s) and value, straight lines between them. */
  | { readonly pwl: readonly (readonly [number, number])[] };

/** Periodic pulse, in V or A and s. */
export interface Pulse {
  readonly low: number;
  readonly high: number;
  readonly delay: number;
  readonly rise: number;
  readonly fall: number;
  readonly width: number;
  readonly period: number;
}

/** Independent source of a voltage, or of a current drawn from the first node. */
export interface Source {
  readonly kind: 'source';
  readonly name: `${'v' | 'i'}${string}`;
  readonly nodes: readonly [string, string];
  readonly stimulus: Stimulus;
}

/** Resistor, of a noise model where it has one. */
export interface Resistor {
  readonly kind: 'resistor';
  readonly role: Role;
  readonly name: `r${string}`;
  readonly nodes: readonly [string, string];
  /** ohm */
  readonly resistance: Quantity;
  readonly model?: string;
}

/** Capacitor between two nodes. */
export interface Capacitor {
  readonly kind: 'capacitor';
  readonly name: `c${string}`;
  readonly nodes: readonly [string, string];
  /** F */
  readonly capacitance: Quantity;
}

/** Source whose voltage or current is an expression of the circuit's own. */
export interface BehaviouralSource {
  readonly kind: 'behavioural';
  readonly name: `b${string}`;
  readonly nodes: readonly [string, string];
  readonly quantity: 'v' | 'i';
  readonly expression: string;
}

/** Linear source: voltage (e) or current (g) by the voltage between two nodes, voltage (h) by a source's current. */
export type ControlledSource = {
  readonly kind: 'controlled';
  readonly nodes: readonly [string, string];
  /** 1, S or ohm. */
  readonly gain: Quantity;
} & (
  | { readonly name: `${'e' | 'g'}${string}`; readonly control: readonly [string, string] }
  | { readonly name: `h${string}`; readonly control: readonly [`v${string}`] }
);

/** Instance of a subcircuit (x), or of a Verilog-A module: ngspice (n), Xyce (y). */
export interface Call {
  readonly kind: 'call';
  readonly name: `${'x' | 'n' | 'y'}${string}`;
  /** Nodes in groups that stand on a line each. */
  readonly nodes: readonly (readonly string[])[];
  /** Name of the subcircuit or of the module's model. */
  readonly of: string;
  readonly parameters?: Parameters;
}

/** Element of a circuit. */
export type Element = Transistor | Source | Resistor | Capacitor | BehaviouralSource | ControlledSource | Call;

/** Line of a circuit beside its elements: a comment, a setting, a definition. */
export type Statement =
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'include'; readonly file: string }
  | { readonly kind: 'options'; readonly of?: 'device'; readonly values: Parameters }
  | { readonly kind: 'parameter'; readonly name: string; readonly value: Quantity }
  /** Device model, its `parameters` in groups that stand on a line each. */
  | {
      readonly kind: 'model';
      readonly name: string;
      readonly of: string;
      readonly parameters: readonly Parameters[];
    }
  /** Start of a node's voltage in the search for the operating point, V. */
  | { readonly kind: 'nodeset'; readonly node: string; readonly voltage: number }
  | Subcircuit;

/** Definition of a circuit with ports, to be called. */
export interface Subcircuit {
  readonly kind: 'subcircuit';
  readonly name: string;
  /** Ports in groups that stand on a line each. */
  readonly ports: readonly (readonly string[])[];
  readonly parameters?: Parameters;
  readonly circuit: Circuit;
}

/** Circuit: its elements and statements in the order of their lines. */
export type Circuit = readonly (Element | Statement)[];

/** Transistors of `circuit`, those of its subcircuits once. */
export function transistorsOf(circuit: Circuit): readonly Transistor[] {
  return circuit.flatMap((entry) => {
    switch (entry.kind) {
      case 'transistor':
        return [entry];
      case 'subcircuit':
        return transistorsOf(entry.circuit);
      default:
        return [];
    }
  });
}

/** Unit transistors of `circuit`, or of those with one of `roles`. */
export function unitTransistors(circuit: Circuit, roles?: readonly Role[]): number {
  return transistorsOf(circuit)
    .filter(({ role }) => roles?.includes(role) ?? true)
    .reduce((sum, { count = 1 }) => sum + count, 0);
}
