/** Pieces of Markdown. */

/**
 * Table in Markdown. A header that ends in `>` aligns its column to the right. Cells are Markdown and stay on one line.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(header.map((cell) => cell.replace(/>$/, ''))),
    line(header.map((cell) => (cell.endsWith('>') ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** Literal text, shown as it stands, also in a cell of a table. */
export function literal(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~]/g, '\\$&');
}

/** Place of a figure, by its name, with the sentence below it. */
export interface Picture {
  readonly figure: string;
  readonly description: string;
  readonly caption: string;
}

/** Piece of the report: Markdown, or a picture. A picture is left out where its figure was not drawn. */
export type Block = string | Picture;

/** Picture whose `description` is for those who cannot see it. */
export function figure(name: string, description: string, caption: string): Picture {
  return { figure: name, description, caption };
}

/** Text of blocks, separated by empty lines. `drawn` holds the names of the figures that are there. */
export function markdownOf(blocks: readonly Block[], drawn: ReadonlySet<string>): string {
  const pieces = blocks.flatMap((block) => {
    if (typeof block === 'string') return [block];
    const { figure: name, description, caption } = block;
    return drawn.has(name) ? [`![${literal(description)}](figures/${name}.svg)`, `*${caption}*`] : [];
  });
  return `${pieces.join('\n\n')}\n`;
}
