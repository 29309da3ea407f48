/** Figures as SVG text. */

import type { LoggerInterface } from 'vega';
import type { Draw, Figure } from '../charts/figure.ts';

/** A figure and its picture. */
export interface Drawn {
  readonly figure: Figure;
  /** An SVG document. */
  readonly svg: string;
}

/** The pictures, and why others could not be made. */
export interface Drawings {
  readonly drawn: readonly Drawn[];
  /** A line each, which begins with the figure's name where that is known. */
  readonly failures: readonly string[];
}

/** Makes the figures and draws them, one after the other; one that fails costs itself alone. */
export async function drawAll(draws: readonly Draw[]): Promise<Drawings> {
  const drawn: Drawn[] = [];
  const failures: string[] = [];
  for (const draw of draws) {
    try {
      const figure = draw();
      if (figure) drawn.push({ figure, svg: await renderSvg(figure) });
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { drawn, failures };
}

/**
 * A figure as an SVG document, the same text every time: names within it are numbered from 0 and carry the
 * figure's name, so several documents can stand in one page. Vega is loaded here, because that takes a second.
 */
export async function renderSvg({ name, description, spec }: Figure): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const logger = strictLogger(name);
  const view = new vega.View(vega.parse(vegaLite.compile(spec, { logger }).spec), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();
  return accessible(renumbered(svg, name), description);
}

/** A warning of Vega's is a mistake in a chart of ours: it throws instead of writing to the console. */
function strictLogger(name: string): LoggerInterface {
  const refuse = (...messages: readonly unknown[]): never => {
    throw new Error(`${name}: ${messages.join(' ')}`);
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
