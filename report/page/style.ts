/** Style sheet of the HTML report: readable on a phone and on paper. */

/** Style sheet of the page. */
export const STYLE = `:root { color-scheme: light; --ink: #1b1b1b; --quiet: #555; --line: #d8d8d8; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.55 "DejaVu Sans", Verdana, Helvetica, Arial, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { margin-top: 3rem; padding-top: 0.5rem; border-top: 2px solid var(--ink); font-size: 1.35rem; }
h3 { margin-top: 2rem; font-size: 1.1rem; }
a { color: #005a94; }
figure { margin: 1.5rem 0 0; }
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figure + p { margin-top: 0.25rem; text-align: center; color: var(--quiet); }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.35rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
.right { text-align: right; }
td.right { white-space: nowrap; }
code { font: 0.92em "DejaVu Sans Mono", Consolas, monospace; }
.origin { padding: 0 0.3em; border-radius: 0.3em; background: #eee; color: #333; font-size: 0.72em; font-weight: normal; text-decoration: none; white-space: nowrap; }
.simulated { background: #d9ecf8; } .synthesized { background: #dff1e6; } .modelled { background: #fbeacb; }
.assumed { background: #f6dcea; } .paper { background: #e6e6e6; }
li, p { overflow-wrap: anywhere; }
@media print {
  main { max-width: none; padding: 0; }
  body { font-size: 10pt; }
  figure, tr, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .table { overflow-x: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: 0.15rem 0.35rem; }
}
`;
