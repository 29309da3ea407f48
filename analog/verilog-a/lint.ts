/**
 * Check of emitted Verilog-A against a portable subset, which OpenVAF, Spectre and Xyce/ADMS all take. The subset:
 * scalar ports declared apart, real parameters with ranges, plain variables, if and ?:, analog functions, ln exp pow
 * sqrt tanh limexp, `ddt` as a term and noise as the whole of an `I() <+`. It finds what ADMS lets pass: undeclared
 * nodes, wrong numbers of inputs, assigned parameters, defaults out of range, `ddt` under a condition, missing
 * directions and disciplines, variables read before they have a value. Where the syntax is wrong already, that is the
 * only thing it tells.
 */

import { cursorOf, VaSyntaxError } from './cursor.ts';
import { bodyProblems } from './lint-body.ts';
import { declarationProblems } from './lint-declarations.ts';
import { parseModule } from './parse.ts';
import { tokensOf, type VaProblem } from './token.ts';
import type { VaModule } from './tree.ts';

/** Problem of a text with the name of its file. */
export interface VerilogAProblem extends VaProblem {
  readonly file: string;
}

/** Problems of `text` outside the subset, by line; empty when there are none. `file` is its name in the problems. */
export function lintVerilogA(text: string, file: string): readonly VerilogAProblem[] {
  const { tokens, includes, problems } = tokensOf(text);
  return [...problems, ...moduleProblems()].map((problem) => ({ file, ...problem })).sort((a, b) => a.line - b.line);

  function moduleProblems(): readonly VaProblem[] {
    try {
      const { module, declarations } = parseModule(cursorOf(tokens));
      return [...declarationProblems(module, declarations, includes), ...bodyProblems(module)];
    } catch (error) {
      if (!(error instanceof VaSyntaxError)) throw error;
      return [{ line: error.line, message: error.message }];
    }
  }
}

/** Line of a problem, `file:line: message`. */
export function problemText({ file, line, message }: VerilogAProblem): string {
  return `${file}:${line}: ${message}`;
}

/** Module in `text`, read by our own parser. Throws `VaSyntaxError` where it is outside the subset. */
export function readVerilogA(text: string): VaModule {
  const { tokens, problems } = tokensOf(text);
  const [first] = problems;
  if (first) throw new VaSyntaxError(first.line, first.message);
  return parseModule(cursorOf(tokens)).module;
}
