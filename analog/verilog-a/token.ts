/** Tokens of a Verilog-A text, and problems of single words in the portable subset. */

/** Problem of a text and the line it stands in. */
export interface VaProblem {
  /** Line, counted from 1. */
  readonly line: number;
  /** Message on what is wrong, and what is allowed. */
  readonly message: string;
}

/** Word of a Verilog-A text with its kind and line. */
export interface Token {
  readonly kind: 'identifier' | 'number' | 'string' | 'symbol' | 'end';
  readonly text: string;
  readonly line: number;
}

/** Files that every simulator brings along. */
const INCLUDES = ['disciplines.vams', 'constants.vams'];

/** Alternatives of one token; the first that fits is taken. */
const PATTERN = new RegExp(
  [
    String.raw`(?<space>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    '(?<include>`include[ \\t]+"(?<file>[^"\\n]*)")',
    '(?<directive>`(?:define|undef|if|else|elsif|endif|timescale|default_|line)\\w*[^\\n]*|`\\w*)',
    String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?<suffix>[A-Za-z_]\w*)?`,
    String.raw`(?<identifier>[A-Za-z_$][\w$]*)`,
    String.raw`(?<string>"[^"\n]*")`,
    String.raw`(?<symbol><\+|<=|>=|==|!=|&&|\|\||\*\*|<<|>>|[-+*/%<>!?:;,=()[\]{}@#&|^~.'])`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'y',
);

/** Tokens of a text, an `end` last, and problems of single words. */
export function tokensOf(text: string): {
  readonly tokens: readonly Token[];
  readonly includes: readonly string[];
  readonly problems: readonly VaProblem[];
} {
  const tokens: Token[] = [];
  const includes: string[] = [];
  const problems: VaProblem[] = [];
  let line = 1;
  for (const match of text.matchAll(new RegExp(PATTERN, 'gy'))) {
    const { groups = {} } = match;
    const wrong = (message: string): unknown => problems.push({ line, message });
    for (const kind of ['number', 'identifier', 'string', 'symbol'] as const) {
      const word = groups[kind];
      if (word !== undefined) tokens.push({ kind, text: word, line });
    }
    if (groups.number !== undefined) checkNumber(groups.number, groups.suffix, wrong);
    if (groups.file !== undefined) {
      includes.push(groups.file);
      if (!INCLUDES.includes(groups.file)) wrong(`include of "${groups.file}": allowed are ${INCLUDES.join(' and ')}`);
    }
    if (groups.directive !== undefined)
      wrong(`directive ${groups.directive.split(/\s/, 1)[0]}: allowed is \`include of ${INCLUDES.join(' and ')}`);
    if (groups.other !== undefined) wrong(`character ${JSON.stringify(groups.other)}: no text of Verilog-A holds it`);
    line += match[0].split('\n').length - 1;
  }
  return { tokens: [...tokens, { kind: 'end', text: 'end of the text', line }], includes, problems };
}

function checkNumber(digits: string, suffix: string | undefined, wrong: (message: string) => unknown): void {
  if (suffix !== undefined)
    wrong(`scale factor or letters ${suffix} after ${digits}: allowed are plain exponents, as in 1e-6`);
  if (/^\.|\.(?!\d)/.test(digits)) wrong(`number ${digits}: allowed are digits on both sides of the point, as in 0.5`);
  if (!Number.isFinite(Number(digits))) wrong(`number ${digits} is too large: allowed is up to 1.7e308`);
}
