/** Page of the report: its Markdown as one HTML file with style and figures. */

import { Marked, type Tokens } from 'marked';
import type { Mark } from './citations.ts';
import { STYLE } from './style.ts';

/**
 * Page of a report in Markdown, as HTML. Each image `figures/NAME.svg` is replaced by the document of that path in
 * `figures`, each code span whose text is one of `marks` by that mark.
 */
export function htmlPage(
  title: string,
  markdown: string,
  figures: ReadonlyMap<string, string>,
  marks: ReadonlyMap<string, Mark>,
): string {
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      paragraph({ tokens }: Tokens.Paragraph): string {
        const only = tokens.length === 1 ? tokens[0] : undefined;
        const inner = this.parser.parseInline(tokens);
        return only?.type === 'image' ? `${inner}\n` : `<p>${inner}</p>\n`;
      },
      image({ href }: Tokens.Image): string {
        const svg = figures.get(href);
        if (svg === undefined) throw new RangeError(`figures must hold every image of the report: ${href}`);
        return `<figure>${withoutProlog(svg)}</figure>`;
      },
      codespan({ text }: Tokens.Codespan): string {
        const mark = marks.get(text);
        return mark === undefined ? `<code>${escaped(text)}</code>` : markElement(text, mark);
      },
      table(token: Tokens.Table): string {
        const row = (cells: readonly Tokens.TableCell[]) =>
          `<tr>${cells.map((cell) => tableCell(cell, this.parser.parseInline(cell.tokens))).join('')}</tr>\n`;
        return `<div class="table"><table>\n<thead>\n${row(token.header)}</thead>\n<tbody>\n${token.rows.map(row).join('')}</tbody>\n</table></div>\n`;
      },
    },
  });
  const body = marked.parse(markdown, { async: false });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

/** Element of a mark: a link to the list of sources, or its origin alone. */
function markElement(text: string, { origin, number }: Mark): string {
  return number === null
    ? `<span class="origin ${origin}" title="${origin}">${text}</span>`
    : `<a class="origin ${origin}" title="${origin}, source ${number}" href="#sources">${text}</a>`;
}

function tableCell(cell: Tokens.TableCell, inner: string): string {
  const tag = cell.header ? 'th' : 'td';
  return cell.align === 'right' ? `<${tag} class="right">${inner}</${tag}>` : `<${tag}>${inner}</${tag}>`;
}

/** Drawing without its XML declaration and document type, as it stands inside HTML. */
function withoutProlog(svg: string): string {
  return svg.replace(/^\s*<\?xml[^>]*\?>\s*/, '').replace(/^\s*<!DOCTYPE[^>]*>\s*/, '');
}

/**
 * Identifier of a heading, as in links on GitHub. Lower case, hyphens for spaces, nothing but letters and digits
 * besides.
 */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
