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

/** A figure and the sentence below it, by the figure's name. */
export interface Picture {
  readonly figure: string;
  readonly description: string;
  readonly caption: string;
}

/** A piece of the report: Markdown, or a picture, which is left out where its figure was not drawn. */
export type Block = string | Picture;

/** A picture; `description` is for those who cannot see it. */
export function figure(name: string, description: string, caption: string): Picture {
  return { figure: name, description, caption };
}

/** Blocks as one text, separated by empty lines; `drawn` holds the names of the figures that are there. */
export function markdownOf(blocks: readonly Block[], drawn: ReadonlySet<string>): string {
  const pieces = blocks.flatMap((block) => {
    if (typeof block === 'string') return [block];
    const { figure: name, description, caption } = block;
    return drawn.has(name) ? [`![${literal(description)}](figures/${name}.svg)`, `*${caption}*`] : [];
  });
  return `${pieces.join('\n\n')}\n`;
}
