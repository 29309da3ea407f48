import type { LogRange } from '../gen/index.ts';
export function logPoints(range: LogRange): number[] {
  const decades = Math.log10(range.to / range.from);
  const count = Math.round(decades * range.pointsPerDecade);
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    out.push(Number((range.from * 10 ** (i / range.pointsPerDecade)).toPrecision(4)));
  }
  out.push(range.to);
  return out;
}
