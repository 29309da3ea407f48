/** Report as a whole: every file of it as text. */

import { besidePaper } from '../compare/index.ts';
import type { Spec } from '../gen/index.ts';
import { csv, printable } from '../measurement/index.ts';
import { bandwidthChart } from './charts/bandwidth.ts';
import { energyChart } from './charts/energy.ts';
import { errorChart } from './charts/error.ts';
import type { Draw } from './charts/figure.ts';
import { figure3 } from './charts/figure3.ts';
import { noiseChart } from './charts/noise.ts';
import { powerChart } from './charts/power.ts';
import { ratioChart } from './charts/ratio.ts';
import { neuronColours } from './charts/theme.ts';
import { transistorChart } from './charts/transistors.ts';
import type { Conclusions } from './claims/conclusions.ts';
import { type Citations, createCitations, type Mark } from './page/citations.ts';
import { htmlPage } from './page/html.ts';
import { type Block, literal, markdownOf } from './page/markdown.ts';
import { drawAll } from './page/svg.ts';
import { analogSection } from './sections/analog.ts';
import { claimsSection } from './sections/claims.ts';
import { errorSection } from './sections/errors.ts';
import { powerSection } from './sections/power.ts';
import type { ReportData, Section } from './sections/section.ts';
import { sourcesSection } from './sections/sources.ts';
import { summarySection } from './sections/summary.ts';
import { reportTitle } from './sections/title.ts';
import { transistorSection } from './sections/transistors.ts';
import type { Study } from './study/study.ts';

const SECTIONS: readonly Section[] = [
  summarySection,
  failureSection,
  powerSection,
  transistorSection,
  analogSection,
  studySections,
  errorSection,
  claimsSection,
  sourcesSection,
];

function studySections({ studies, citations }: ReportData): readonly Block[] {
  return studies.flatMap(({ blocks }) => blocks(citations));
}

function failureSection({ failures }: ReportData): readonly Block[] {
  if (failures.length === 0) return [];
  return [`**Figures that could not be drawn:** ${failures.map(literal).join('; ')}.`];
}

/** Report as files, with its failures. */
export interface Report {
  /** Content by relative path: `report.md`, `report.html`, `figures/*`. */
  readonly files: Readonly<Record<string, string>>;
  /** Figures that could not be drawn, a line with the reason each. */
  readonly failures: readonly string[];
}

/**
 * Report with its figures, `studies` in the order given. A figure that fails is left out and named. The same input
 * gives the same bytes, none of them a control character that a terminal or browser obeys. Throws when a number of the input has no measurement, and so no origin.
 */
export async function buildReport(conclusions: Conclusions, studies: readonly Study[]): Promise<Report> {
  const { input, measurements } = conclusions;
  const { drawn, failures } = await drawAll(figuresOf(conclusions, studies));
  const drawings = new Map(drawn.map(({ figure, svg }) => [`figures/${figure.name}.svg`, printable(svg)]));
  for (const { name, dotDiagramSvg } of input.digital)
    if (dotDiagramSvg !== undefined) drawings.set(`figures/dots-${name}.svg`, dotDiagramSvg);
  const names = new Set([...drawings.keys()].map((path) => path.slice('figures/'.length, -'.svg'.length)));
  const citations = createCitations(measurements);
  const data = { ...conclusions, studies, citations, figures: names, failures };
  const markdown = printable(
    markdownOf(
      SECTIONS.flatMap((section) => section(data)),
      names,
    ),
  );
  return {
    files: {
      'report.md': markdown,
      'report.html': printable(htmlPage(reportTitle(conclusions), markdown, drawings, marksOf(citations, input.spec))),
      ...Object.fromEntries(drawings),
      ...Object.fromEntries(
        drawn.map(({ figure: { name, columns, rows } }) => [`figures/${name}.csv`, csv(columns, rows)]),
      ),
    },
    failures,
  };
}

/** Marks of the page. A tag that is also the name of a neuron is none, since both would be the same code span. */
function marksOf(citations: Citations, { neurons = [] }: Spec): ReadonlyMap<string, Mark> {
  const marks = new Map(citations.marks());
  for (const { name } of neurons) marks.delete(name);
  return marks;
}

function figuresOf({ input, curves }: Conclusions, studies: readonly Study[]): readonly Draw[] {
  const { spec, digital, analog, evaluations } = input;
  const colours = neuronColours(spec);
  const paper = besidePaper(spec);
  const networks = [...new Set(evaluations.map(({ network }) => network))];
  return [
    () => powerChart(curves, colours),
    () => energyChart(curves, colours),
    () => ratioChart(curves, paper),
    () => transistorChart(digital, paper),
    () => bandwidthChart(analog, colours),
    () => noiseChart(analog, colours),
    () => figure3(evaluations),
    ...networks.map((network) => () => errorChart(network, evaluations)),
    ...studies.flatMap((study) => study.figures),
  ];
}
