import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createYosys, generate, readSpec, synthesize, VERSION } from '../../index.ts';
import { metricsJson } from '../../measurement/index.ts';
import { inFolder, ROOT, somagen } from './somagen.ts';

test('the library gives the files and measurements of the command line', () =>
  inFolder(async (folder) => {
    const file = join(ROOT, 'examples/mac8.yaml');
    const { stdout } = await somagen(['synth', file, '--out', folder, '--json', '--quiet']);
    const spec = await readSpec(readFileSync(file, 'utf8'));
    const { files } = generate(spec);
    expect(Object.keys(files)).not.toEqual([]);
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    const yosys = createYosys();
    const synthesized = await synthesize(spec, { yosys });
    await yosys.close();
    const measurements = synthesized.flatMap((entry) => entry.measurements);
    expect(metricsJson(VERSION, spec.name, measurements)).toBe(stdout);
    for (const { figures, netlist } of synthesized)
      expect(readFileSync(join(folder, `netlist/${figures.name}.mapped.v`), 'utf8')).toBe(netlist);
  }));
