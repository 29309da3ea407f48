/** Pieces of Markdown. */

/** A table; a header that ends in `>` aligns its column to the right. Cells are Markdown and stay on one line. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(header.map((cell) => cell.replace(/>$/, ''))),
    line(header.map((cell) => (cell.endsWith('>') ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** Text that is shown as it stands, also in a cell of a table. */
export function literal(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~]/g, '\\$&');
}

/** A figure and the sentence below it. */
export function figure(name: string, description: string, caption: string): string {
  return `![${literal(description)}](figures/${name}.svg)\n\n*${caption}*`;
}
