/** The whole report: every file it consists of, as text. */

import type { Measurement } from '../gen/index.ts';
import { bandwidthChart } from './charts/bandwidth.ts';
import { energyChart } from './charts/energy.ts';
import { errorChart } from './charts/error.ts';
import type { Figure } from './charts/figure.ts';
import { figure3 } from './charts/figure3.ts';
import { noiseChart } from './charts/noise.ts';
import { powerChart } from './charts/power.ts';
import { ratioChart } from './charts/ratio.ts';
import { neuronColours } from './charts/theme.ts';
import { transistorChart } from './charts/transistors.ts';
import { createCitations } from './citations.ts';
import { judgeClaims } from './claims.ts';
import { csv } from './csv.ts';
import { htmlPage } from './html.ts';
import type { ReportInput } from './input.ts';
import { metricsCsv, metricsJson } from './metrics.ts';
import { pairMeasurements } from './pair-measurements.ts';
import { type PairCurve, pairCurves } from './power.ts';
import { analogSection } from './sections/analog.ts';
import { claimsSection } from './sections/claims.ts';
import { errorSection } from './sections/errors.ts';
import { powerSection } from './sections/power.ts';
import type { ReportData, Section } from './sections/section.ts';
import { sourcesSection } from './sections/sources.ts';
import { summarySection } from './sections/summary.ts';
import { transistorSection } from './sections/transistors.ts';
import { renderSvg } from './svg.ts';

const SECTIONS: readonly Section[] = [
  summarySection,
  powerSection,
  transistorSection,
  analogSection,
  studySections,
  errorSection,
  claimsSection,
  sourcesSection,
];

function studySections({ input, citations }: ReportData): readonly string[] {
  return (input.studies ?? []).flatMap(({ blocks }) => blocks(citations));
}

/** What the report adds to the measurements: powers, energies and ratios of the pairs, and the paper's claims. */
export function derivedMeasurements(input: ReportInput): readonly Measurement[] {
  const curves = pairCurves(input.spec, input.digital, input.analog);
  return [...pairMeasurements(curves), ...judgeClaims({ input, curves }).map(({ measurement }) => measurement)];
}

/**
 * Relative path to content of `metrics.json`, `metrics.csv`, `report.md`, `report.html` and `figures/*`. The same input
 * gives the same bytes. Throws when a number of the input has no measurement, and so no origin.
 */
export async function buildReport(input: ReportInput): Promise<Readonly<Record<string, string>>> {
  const { spec, version } = input;
  const curves = pairCurves(spec, input.digital, input.analog);
  const claims = judgeClaims({ input, curves });
  const measurements = [...input.measurements, ...derivedMeasurements(input)];
  const figures = figuresOf(input, curves);
  const svgs = await renderSvg(figures);
  const drawings = new Map<string, string>();
  figures.forEach((figure, index) => {
    drawings.set(`figures/${figure.name}.svg`, svgs[index] ?? '');
  });
  for (const { name, dotDiagramSvg } of input.digital)
    if (dotDiagramSvg !== undefined) drawings.set(`figures/dots-${name}.svg`, dotDiagramSvg);
  const names = new Set([...drawings.keys()].map((path) => path.slice('figures/'.length, -'.svg'.length)));
  const data = { input, curves, claims, citations: createCitations(measurements), figures: names };
  const markdown = `${SECTIONS.flatMap((section) => section(data)).join('\n\n')}\n`;
  return {
    'metrics.json': metricsJson(version, spec.name, measurements),
    'metrics.csv': metricsCsv(measurements),
    'report.md': markdown,
    'report.html': htmlPage(`${spec.name}: somagen report`, markdown, drawings),
    ...Object.fromEntries(drawings),
    ...Object.fromEntries(figures.map(({ name, columns, rows }) => [`figures/${name}.csv`, csv(columns, rows)])),
  };
}

function figuresOf(
  { spec, digital, analog, evaluations, studies = [] }: ReportInput,
  curves: readonly PairCurve[],
): readonly Figure[] {
  const colours = neuronColours(spec);
  const networks = [...new Set(evaluations.map(({ network }) => network))];
  return [
    powerChart(curves, colours),
    energyChart(curves, colours),
    ratioChart(curves),
    transistorChart(digital),
    bandwidthChart(analog, colours),
    noiseChart(analog, colours),
    figure3(evaluations),
    ...networks.map((network) => errorChart(network, evaluations)),
    ...studies.flatMap((study) => study.figures),
  ].filter((figure) => figure !== undefined);
}
