/** Verilog-A module as data: the tree that a reader makes of the text. */

/** Line of something in the text, from 1, where the reader knows it. */
interface Placed {
  readonly line?: number;
}

type Unary = '-' | '!';
type Binary = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||';

/** Expression of a Verilog-A module. */
export type Expression = Placed &
  (
    | { readonly kind: 'number'; readonly value: number; readonly integer: boolean }
    | { readonly kind: 'string'; readonly text: string }
    /** Parameter or variable. */
    | { readonly kind: 'name'; readonly name: string }
    /** Voltage of a branch, `V(positive,negative)`. */
    | Branch<'probe'>
    | { readonly kind: 'unary'; readonly operator: Unary; readonly of: Expression }
    | { readonly kind: 'binary'; readonly operator: Binary; readonly left: Expression; readonly right: Expression }
    | {
        readonly kind: 'choice';
        readonly condition: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    /** Call of a function by its name, `$vt` and `$temperature` among them. */
    | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Expression[] }
  );

/** Two nodes and what is meant of them; a missing second node is `GROUND`. */
interface Branch<Kind extends string> {
  readonly kind: Kind;
  /** Access function, `V` or `I`. */
  readonly access: string;
  readonly positive: string;
  readonly negative: string;
}

/** Name of the reference node; no identifier of Verilog-A looks like it. */
export const GROUND = '0';

/** Statement of an analog block or function. */
export type Statement = Placed &
  (
    | { readonly kind: 'block'; readonly items: readonly Statement[] }
    | { readonly kind: 'assignment'; readonly name: string; readonly value: Expression }
    | {
        readonly kind: 'conditional';
        readonly condition: Expression;
        readonly yes: Statement;
        readonly no: Statement | null;
      }
    | (Branch<'contribution'> & { readonly value: Expression })
  );

/** Node of a module: a port or an inner one. */
export interface VaNode extends Placed {
  readonly name: string;
  /** Direction of a port. */
  readonly direction: 'input' | 'output' | 'inout' | null;
  readonly discipline: string | null;
  readonly port: boolean;
}

/** Range by `from` or `exclude`: an interval, or one value when both ends are that and closed. */
export interface VaRange {
  readonly exclude: boolean;
  readonly from: Expression;
  readonly to: Expression;
  /** Membership of the two ends in the range. */
  readonly closed: readonly [boolean, boolean];
}

/** Variable of a module or an analog function. */
export interface VaVariable extends Placed {
  readonly name: string;
  readonly integer: boolean;
}

/** Parameter of a module with its default and its ranges. */
export interface VaParameter extends VaVariable {
  readonly value: Expression;
  readonly ranges: readonly VaRange[];
}

/** Analog function: what its own name is assigned is its value. */
export interface VaFunction extends VaVariable {
  readonly inputs: readonly string[];
  readonly variables: readonly VaVariable[];
  readonly body: Statement;
}

/** Module with its nodes, parameters, variables, functions and analog block. */
export interface VaModule extends Placed {
  readonly name: string;
  readonly nodes: readonly VaNode[];
  readonly parameters: readonly VaParameter[];
  readonly variables: readonly VaVariable[];
  readonly functions: readonly VaFunction[];
  readonly body: Statement;
}

/** Functions of the subset that every reader knows, with least and most numbers of inputs. */
export const VA_FUNCTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ln', [1, 1]],
  ['exp', [1, 1]],
  ['limexp', [1, 1]],
  ['sqrt', [1, 1]],
  ['tanh', [1, 1]],
  ['pow', [2, 2]],
  ['abs', [1, 1]],
  ['min', [2, 2]],
  ['max', [2, 2]],
  ['$vt', [0, 1]],
  ['$temperature', [0, 0]],
]);

/** Terms that only a contribution may hold. */
export const VA_TERMS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ddt', [1, 1]],
  ['white_noise', [1, 2]],
  ['flicker_noise', [2, 3]],
]);
