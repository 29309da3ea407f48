/** Dot diagrams (SVG) of reductions. Every bit is a dot, every full and half adder an outline, stage below stage. */

import type { Compressor, DotMatrix, MultiplierCircuit, Net } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';

const PITCH = 16;
const MARGIN = 24;
const LABELS = 150;
const COLOURS = { fullAdder: '#0072b2', halfAdder: '#d55e00', dot: '#222222', text: '#333333' } as const;

/** Picture of `circuit`. The least significant column stands at the right. */
export function dotDiagram(circuit: MultiplierCircuit, title: string): string {
  const columns = nth(circuit.partialProducts, 0).length;
  const width = Math.max(2 * MARGIN + LABELS + columns * PITCH, 480);
  const left = width - MARGIN - columns * PITCH;
  const blocks: string[] = [];
  let top = 72;

  const place = (matrix: DotMatrix, compressors: readonly Compressor[], lines: readonly string[]): void => {
    const at = (column: number, row: number): readonly [number, number] => [
      left + (columns - 1 - column) * PITCH + PITCH / 2,
      top + row * PITCH + PITCH / 2,
    ];
    lines.forEach((line, k) => {
      const weight = k === 0 ? ' font-weight="600"' : '';
      blocks.push(`<text x="${MARGIN}" y="${top + 13 + 15 * k}"${weight}>${line}</text>`);
    });
    const rowOf = rowsByColumn(matrix);
    for (const { kind, column, nets } of compressors) {
      const rows = nets.map((net) => rowOf.get(column)?.get(net) ?? 0);
      const [x, y] = at(column, Math.min(...rows));
      const height = (Math.max(...rows) - Math.min(...rows)) * PITCH + 12;
      blocks.push(
        `<rect x="${x - 6}" y="${y - 6}" width="12" height="${height}" rx="6" fill="${COLOURS[kind]}" fill-opacity="0.15" stroke="${COLOURS[kind]}"/>`,
      );
    }
    matrix.forEach((row, r) => {
      row.forEach((net, column) => {
        if (net === null) return;
        const [x, y] = at(column, r);
        blocks.push(
          net === 1
            ? `<text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11">1</text>`
            : `<circle cx="${x}" cy="${y}" r="3" fill="${COLOURS.dot}"/>`,
        );
      });
    });
    top += Math.max(matrix.length * PITCH, 15 * lines.length) + 22;
  };

  circuit.reduction.stages.forEach(({ matrix, compressors }, k) => {
    const count = (kind: Compressor['kind']): number => compressors.filter((entry) => entry.kind === kind).length;
    place(matrix, compressors, [
      k === 0 ? 'partial products' : `after stage ${k}`,
      `stage ${k + 1}: ${count('fullAdder')} FA, ${count('halfAdder')} HA`,
    ]);
  });
  const { heap, stages } = circuit.reduction;
  place(
    Array.from({ length: Math.max(...heap.map((column) => column.length)) }, (_, row) =>
      heap.map((column) => column[row] ?? null),
    ),
    [],
    [stages.length ? `after stage ${stages.length}` : 'partial products', 'to the final adder'],
  );

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12" fill="${COLOURS.text}" role="img">
<title>${title}</title>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="${MARGIN}" y="28" font-size="15" font-weight="600">${title}</text>
<rect x="${MARGIN}" y="40" width="12" height="20" rx="6" fill="${COLOURS.fullAdder}" fill-opacity="0.15" stroke="${COLOURS.fullAdder}"/>
<text x="${MARGIN + 18}" y="55">full adder</text>
<rect x="${MARGIN + 100}" y="40" width="12" height="20" rx="6" fill="${COLOURS.halfAdder}" fill-opacity="0.15" stroke="${COLOURS.halfAdder}"/>
<text x="${MARGIN + 118}" y="55">half adder</text>
${blocks.join('\n')}
</svg>
`;
}

function rowsByColumn(matrix: DotMatrix): ReadonlyMap<number, ReadonlyMap<Net, number>> {
  const columns = new Map<number, Map<Net, number>>();
  matrix.forEach((row, r) => {
    row.forEach((net, column) => {
      if (net === null) return;
      const rows = columns.get(column) ?? new Map<Net, number>();
      rows.set(net, r);
      columns.set(column, rows);
    });
  });
  return columns;
}
