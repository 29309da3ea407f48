/** Names inside a module that are also its own. */

/**
 * Body of the module `name` with another name for what is called like it. The two are apart in Verilog, but lints take
 * the one for the other. Pins, numbers and comments stay.
 */
export function besideOwnName(name: string, body: readonly string[]): string[] {
  const own = new RegExp(`(?<![\\w.'$])${name}(?!\\w)`, 'g');
  return body.map((line) => (line.trimStart().startsWith('//') ? line : line.replace(own, `${name}_inside`)));
}
