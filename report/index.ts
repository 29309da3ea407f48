/** Reports: sections, charts and claims as Markdown, HTML and SVG. */

export type { Draw, Figure } from './charts/figure.ts';
export type { ClaimResult } from './claims/claims.ts';
export { type Conclusions, conclude } from './claims/conclusions.ts';
export type { Evidence } from './claims/finding.ts';
export type { Citations } from './page/citations.ts';
export type { Block } from './page/markdown.ts';
export { buildReport, type Report } from './report.ts';
export { fourWaysStudy } from './sections/four-ways.ts';
export { largeSignalStudy } from './sections/large-signal.ts';
export { networkCostStudy } from './sections/network-costs.ts';
export { type NoiseEntry, noiseStudy } from './sections/noise.ts';
export { signedPoints, suspicion } from './sections/rounding.ts';
export { sizingStudies } from './sections/sizing-studies.ts';
export { transientStudy } from './sections/transient.ts';
export { variabilityStudy } from './sections/variability.ts';
export type { VariabilityEntry } from './sections/variability-corners.ts';
export type { ReportInput } from './study/input.ts';
export type { Study } from './study/study.ts';
