/** Checks of what a Verilog-A module declares: ports, nodes, parameters, names. */

import { constantValue } from './evaluate.ts';
import { checkConstant } from './lint-expression.ts';
import { allows, rangeText } from './parameters.ts';
import type { Declarations } from './parse.ts';
import type { VaProblem } from './token.ts';
import { type Expression, VA_FUNCTIONS, VA_TERMS, type VaModule, type VaParameter } from './tree.ts';

const DISCIPLINE = 'electrical';

/**
 * Keywords of Verilog-AMS that could pass for a name, and the node that ADMS adds. The list is from LRM 2.4, annex B.
 */
const RESERVED = new Set(
  `above abs absdelay ac_stim acos acosh always analog analysis and asin asinh assign atan atan2 atanh begin branch buf bufif0
  bufif1 case casex casez ceil cell config connect connectmodule connectrules continuous cos cosh cross ddt ddt_nature ddx
  deassign default defparam design disable discipline discrete domain driver_update edge electrical else end endcase
  endconfig endfunction endgenerate endmodule endprimitive endspecify endtable endtask event exclude exp final_step
  flicker_noise floor flow for force forever fork from function generate genvar ground highz0 highz1 hypot idt idtmod if
  ifnone incdir include inf initial initial_step inout input instance integer join laplace_nd laplace_np laplace_zd
  laplace_zp large last_crossing library liblist limexp ln localparam log macromodule max medium merged min module nand
  nature negedge net_resolution nmos noise_table nor noshowcancelled not notif0 notif1 or output parameter paramset pmos
  posedge potential pow primitive pull0 pull1 pulldown pullup rcmos real realtime reg release repeat resolveto rnmos rpmos
  rtran scalared sin sinh slew small specify specparam split sqrt string strong0 strong1 supply0 supply1 table tan tanh
  task time timer tran transition tri trireg unsigned use vectored wait wand weak0 weak1 while white_noise wire wor wreal
  xnor xor zi_nd zi_np zi_zd zi_zp GND`.split(/\s+/),
);

/** Problems of the declarations. */
export function declarationProblems(
  module: VaModule,
  declarations: Declarations,
  includes: readonly string[],
): readonly VaProblem[] {
  return [
    ...(includes.includes('disciplines.vams')
      ? []
      : [
          {
            line: module.line ?? 1,
            message: `no disciplines: allowed is \`include "disciplines.vams" before the module`,
          },
        ]),
    ...portProblems(declarations),
    ...nameProblems(module, declarations),
    ...(module.parameters.length > 0
      ? []
      : [{ line: module.line ?? 1, message: `module ${module.name} has no parameter: at least one is wanted` }]),
    ...parameterProblems(module.parameters),
  ];
}

function portProblems({ ports, directions, disciplines }: Declarations): readonly VaProblem[] {
  const declared = new Set(ports.map(({ text }) => text));
  const has = (list: readonly { readonly token: { readonly text: string } }[], name: string): boolean =>
    list.some(({ token }) => token.text === name);
  return [
    ...ports.flatMap(({ text, line }) => [
      ...(has(directions, text) ? [] : [{ line, message: `port ${text} has no direction: allowed is inout ${text};` }]),
      ...(has(disciplines, text)
        ? []
        : [{ line, message: `port ${text} has no discipline: allowed is ${DISCIPLINE} ${text};` }]),
    ]),
    ...directions
      .filter(({ token }) => !declared.has(token.text))
      .map(({ token, direction }) => ({
        line: token.line,
        message: `${direction} ${token.text} is not in the module's list of ports: ${[...declared].join(', ')}`,
      })),
    ...disciplines
      .filter(({ discipline }) => discipline !== DISCIPLINE)
      .map(({ token, discipline }) => ({
        line: token.line,
        message: `discipline ${discipline} of ${token.text}: allowed is ${DISCIPLINE}`,
      })),
    ...repeated(directions.map(({ token }) => token)).map(({ text, line }) => ({
      line,
      message: `port ${text} has a second direction: allowed is one`,
    })),
    ...repeated(disciplines.map(({ token }) => token)).map(({ text, line }) => ({
      line,
      message: `node ${text} has a second discipline: allowed is one`,
    })),
  ];
}

/**
 * Problems of names. They are declared once, differ in more than case (netlists of SPICE ignore it) and are no words of
 * the language.
 */
function nameProblems(module: VaModule, { ports }: Declarations): readonly VaProblem[] {
  const placed = ({ name, line }: { readonly name: string; readonly line?: number }) => ({
    text: name,
    line: line ?? 1,
  });
  const names = [
    ...ports,
    ...module.nodes.filter(({ port }) => !port).map(placed),
    ...[...module.parameters, ...module.variables, ...module.functions].map(placed),
  ];
  const inner = module.functions.flatMap(({ name, inputs, variables, line = 1 }) => {
    const typed = new Set(variables.map((variable) => variable.name));
    return [
      ...inputs
        .filter((input) => !typed.has(input))
        .map((input) => ({
          line,
          message: `input ${input} of function ${name} has no type: allowed is real ${input};`,
        })),
      ...repeated(variables.map(placed)).map((token) => ({
        line: token.line,
        message: `${token.text} is declared twice in function ${name}`,
      })),
    ];
  });
  return [
    ...repeated(names).map(({ text, line }) => ({ line, message: `${text} is declared twice` })),
    ...names
      .filter(({ text }, at) =>
        names.some(
          (other, index) => index < at && other.text !== text && other.text.toLowerCase() === text.toLowerCase(),
        ),
      )
      .map(({ text, line }) => ({ line, message: `${text} differs from another name in case only` })),
    ...[placed(module), ...names]
      .filter(({ text }) => RESERVED.has(text) || VA_FUNCTIONS.has(text) || VA_TERMS.has(text) || text.startsWith('$'))
      .map(({ text, line }) => ({ line, message: `${text} is a word of Verilog-A and no name` })),
    ...inner,
  ];
}

function repeated<T extends { readonly text: string }>(tokens: readonly T[]): readonly T[] {
  return tokens.filter(({ text }, at) => tokens.findIndex((other) => other.text === text) < at);
}

/** Problems of defaults, which are constants of earlier parameters, in their ranges. */
function parameterProblems(parameters: readonly VaParameter[]): readonly VaProblem[] {
  const problems: VaProblem[] = [];
  const earlier = new Map<string, number>();
  for (const parameter of parameters) {
    const { name, line = 1, value, ranges, integer } = parameter;
    const wrong = (message: string): unknown => problems.push({ line, message });
    const parts: readonly Expression[] = [value, ...ranges.flatMap(({ from, to }) => [from, to])];
    const found = parts.flatMap((part) => checkConstant(part, [...earlier.keys()]));
    for (const message of found) wrong(`parameter ${name}: ${message}`);
    if (found.length > 0) continue;
    const number = constantValue(value, earlier);
    for (const { from, to } of ranges)
      if (!(constantValue(from, earlier) <= constantValue(to, earlier)))
        wrong(`parameter ${name}: empty range ${rangeText(parameter, earlier)}`);
    if (!Number.isFinite(number)) wrong(`parameter ${name}: default ${number}: allowed are finite numbers`);
    else if (!allows(parameter, number, earlier))
      wrong(`parameter ${name}: default ${number} is out of range: allowed is ${rangeText(parameter, earlier)}`);
    if (integer && !Number.isInteger(number)) wrong(`parameter ${name}: default ${number}: allowed are whole numbers`);
    earlier.set(name, number);
  }
  return problems;
}
