/** Arithmetic expressions in the values of Liberty attributes, `0.001 * 2`. */

/** One number; neither hexadecimal nor `Infinity`. */
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
/** Deepest nesting of parentheses and signs. */
const DEEPEST = 50;

/**
 * Value of numbers, `+ - * /` and parentheses. NaN where the text is none of it, undefined where it is an expression
 * over names, which stand for voltages of the library.
 */
export function evaluateExpression(text: string): number | undefined {
  if (DECIMAL.test(text)) return Number(text);
  const pieces = text.match(/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|\S/g) ?? [];
  const hasOperator = pieces.length > 1 && pieces.some((piece) => /^[-+*/]$/.test(piece));
  if (!hasOperator) return Number.NaN;
  if (pieces.some((piece) => /^[A-Za-z_]/.test(piece))) return undefined;
  let at = 0;
  const operand = (depth: number): number => {
    const piece = pieces[at++] ?? '';
    if (depth > DEEPEST) return Number.NaN;
    if (piece === '-') return -operand(depth + 1);
    if (piece === '+') return operand(depth + 1);
    if (piece !== '(') return piece === '' ? Number.NaN : Number(piece);
    const inner = sum(depth + 1);
    return pieces[at++] === ')' ? inner : Number.NaN;
  };
  const product = (depth: number): number => {
    let value = operand(depth);
    for (let sign = pieces[at]; sign === '*' || sign === '/'; sign = pieces[at]) {
      at++;
      const next = operand(depth);
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  };
  const sum = (depth: number): number => {
    let value = product(depth);
    for (let sign = pieces[at]; sign === '+' || sign === '-'; sign = pieces[at]) {
      at++;
      const next = product(depth);
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  };
  const value = sum(0);
  return at === pieces.length ? value : Number.NaN;
}
