/** Drawings of figures as SVG documents. */

import type { LoggerInterface } from 'vega';
import type { Draw, Figure } from '../charts/figure.ts';

/** Figure with its picture. */
export interface Drawn {
  readonly figure: Figure;
  /** SVG document of the figure. */
  readonly svg: string;
}

/** Pictures of figures, and failures of others. */
export interface Drawings {
  readonly drawn: readonly Drawn[];
  /** Failures, a line each, which begins with the figure's name where that is known. */
  readonly failures: readonly string[];
}

/** Drawings of all figures, made one after the other. One that fails costs itself alone. */
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
 * SVG document of a figure, the same text every time. Names within it are numbered from 0 and carry the figure's name,
 * so several documents can stand in one page. Vega is loaded here, because that takes a second.
 */
export async function renderSvg({ name, description, spec }: Figure): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const logger = strictLogger(name);
  const view = new vega.View(vega.parse(vegaLite.compile(spec, { logger }).spec), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();
  return accessible(renumbered(svg, name), description);
}

/** Logger that throws instead of writing. A warning of Vega's is a mistake in a chart of ours. */
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

/** Document whose clip paths and gradients count from 0. Vega numbers them through the whole process. */
function renumbered(svg: string, name: string): string {
  const names = new Map<string, string>();
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g))
    if (id !== undefined && !names.has(id)) names.set(id, `${name}-${names.size}`);
  return svg
    .replaceAll(/ id="([^"]+)"/g, (_, id: string) => ` id="${names.get(id) ?? id}"`)
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${names.get(id) ?? id})`);
}

/** Document that tells a screen reader its description instead of every mark. */
function accessible(svg: string, description: string): string {
  return svg.replace(
    '<svg ',
    `<svg role="img" aria-label="${description.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" `,
  );
}
