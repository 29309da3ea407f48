/** Figures as SVG text. */

import type { LoggerInterface } from 'vega';
import type { Figure } from './charts/figure.ts';

/**
 * The figures as SVG documents, the same text every time: names within a document are numbered from 0 and carry the
 * figure's name, so several documents can stand in one page. Vega is loaded here, because that takes a second.
 */
export async function renderSvg(figures: readonly Figure[]): Promise<readonly string[]> {
  if (figures.length === 0) return [];
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const documents: string[] = [];
  for (const figure of figures) {
    const logger = strictLogger(figure.name);
    const { spec } = vegaLite.compile(figure.spec, { logger });
    const view = new vega.View(vega.parse(spec), { renderer: 'none', logger });
    const svg = await view.toSVG();
    view.finalize();
    documents.push(accessible(renumbered(svg, figure.name), figure.description));
  }
  return documents;
}

/** A warning of Vega's is a mistake in a chart of ours: it throws instead of writing to the console. */
function strictLogger(name: string): LoggerInterface {
  const refuse = (...messages: readonly unknown[]): never => {
    throw new Error(`figure ${name}: ${messages.join(' ')}`);
  };
  const logger: LoggerInterface = {
    level: ((level?: number) => (level === undefined ? 2 : logger)) as LoggerInterface['level'],
    error: refuse,
    warn: refuse,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

/** Vega numbers clip paths and gradients through the whole process; here they count from 0 in each document. */
function renumbered(svg: string, name: string): string {
  const names = new Map<string, string>();
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g))
    if (id !== undefined && !names.has(id)) names.set(id, `${name}-${names.size}`);
  return svg
    .replaceAll(/ id="([^"]+)"/g, (_, id: string) => ` id="${names.get(id) ?? id}"`)
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${names.get(id) ?? id})`);
}

/** Says to a screen reader what the picture shows, instead of every mark of it. */
function accessible(svg: string, description: string): string {
  return svg.replace(
    '<svg ',
    `<svg role="img" aria-label="${description.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" `,
  );
}
