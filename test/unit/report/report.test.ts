import { describe, expect, test } from 'vitest';
import { PAPER_CLAIMS } from '../../../compare/paper-claims.ts';
import { buildReport } from '../../../report/index.ts';
import { conclusionsOf, DIG8, DOCUMENT, filesOf, inputOf, MSN8, specOf } from './fixture.ts';

const DOTS =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>\n';
const INPUT = inputOf({ digital: [{ ...DIG8, dotDiagramSvg: DOTS }], analog: [MSN8], document: oneOfEach() });
const FILES = await filesOf(INPUT);

function oneOfEach() {
  return {
    ...DOCUMENT,
    neurons: DOCUMENT.neurons.filter(({ name }) => name.endsWith('8')),
    compare: { ...DOCUMENT.compare, pairs: [['dig8', 'msn8']] },
  };
}

/** Text of a file of the report. */
function file(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
}

/** Every element is closed in order, every attribute quoted, no bare ampersand: what an XML reader insists on. */
function wellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml.replaceAll(
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, __, empty) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
}

describe('the files', () => {
  test('report in two formats, and every figure with its data', () => {
    expect(Object.keys(FILES).sort()).toEqual(
      [
        'figures/bandwidth.csv',
        'figures/bandwidth.svg',
        'figures/dots-dig8.svg',
        'figures/energy.csv',
        'figures/energy.svg',
        'figures/error-mnist-fcn.csv',
        'figures/error-mnist-fcn.svg',
        'figures/noise.csv',
        'figures/noise.svg',
        'figures/power.csv',
        'figures/power.svg',
        'figures/ratio.csv',
        'figures/ratio.svg',
        'figures/transistors.csv',
        'figures/transistors.svg',
        'report.html',
        'report.md',
      ].sort(),
    );
  });

  test('the same input gives the same bytes, also a second time in one process', async () => {
    expect(await filesOf(INPUT)).toEqual(FILES);
  });

  test.each(Object.keys(FILES).filter((path) => path.endsWith('.svg')))('%s is well-formed', (path) => {
    wellFormed(file(path).replace(/^<\?xml[^>]*\?>\s*/, ''));
  });

  test('no name is used twice on the page', () => {
    const names = [...file('report.html').matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the power chart ends its lines at the corners: the data has the bandwidth of the smallest bias twice', () => {
    const lines = file('figures/power.csv').split('\r\n');
    expect(lines[0]).toBe('neuron,frequency_Hz,power_W,at_smallest_bias');
    expect(lines).toContain('msn8,1700000,7.65e-9,1');
    expect(lines).toContain('msn8,1700000,7.65e-9,0');
  });
});

describe('Markdown', () => {
  const markdown = file('report.md');

  test('has every claim, in the table and with its reasons', () => {
    for (const { id } of PAPER_CLAIMS) {
      expect(markdown).toContain(`| ${id} |`);
      expect(markdown).toContain(`**${id}**`);
    }
  });

  test('every mark with a number has a source in the list', () => {
    const cited = [...markdown.matchAll(/`(?:paper|syn|sim|mod|asm) (\d+)`/g)].map(([, number]) => Number(number));
    const listed = [...markdown.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(cited.length).toBeGreaterThan(10);
    expect(new Set(cited)).toEqual(new Set(listed));
  });

  test('tables keep their columns, whatever a source holds', () => {
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect(row.endsWith(' |') || row.endsWith('-|') || row.endsWith('--: |')).toBe(true);
    expect(markdown).toContain('FA 28 \\| HA 18');
  });

  test('shows each figure', () => {
    for (const path of Object.keys(FILES).filter((name) => name.endsWith('.svg')))
      expect(markdown).toContain(`](${path})`);
  });
});

describe('HTML', () => {
  const html = file('report.html');

  test('stands alone: no script, no style sheet, image or font from elsewhere', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed)\b/i);
    expect(html).not.toMatch(/@import|url\(\s*['"]?(?!#)/i);
    const targets = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, target]) => target ?? '');
    for (const target of targets) expect(target).toMatch(/^(#|https:\/\/arxiv\.org\/abs\/)/);
  });

  test('every link within the page has its target', () => {
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(` id="${target}"`);
  });

  test('holds the drawings themselves', () => {
    expect(html.match(/<svg /g)).toHaveLength(Object.keys(FILES).filter((path) => path.endsWith('.svg')).length);
    expect(html).not.toContain('<?xml');
  });

  test('marks are links with the origin in words', () => {
    expect(html).toMatch(/<a class="origin synthesized" title="synthesized, source \d+" href="#sources">syn \d+<\/a>/);
    expect(html).toContain('<td><span class="origin synthesized" title="synthesized">syn</span></td>');
  });

  test('a neuron whose name is a tag is shown by its name', async () => {
    const { 'report.html': page = '' } = await filesOf(
      inputOf({
        digital: [{ ...DIG8, name: 'syn' }],
        analog: [],
        document: { name: 'tagged', neurons: [{ name: 'syn', kind: 'digital', bits: 8 }] },
      }),
    );
    expect(page).toContain('<td><code>syn</code></td>');
    expect(page).not.toContain('>syn</span>');
    expect(page).toMatch(/<a class="origin synthesized" [^>]*>syn \d+<\/a>/);
  });
});

describe('parts that were not run', () => {
  test('a spec of neurons alone, with nothing run, says so', async () => {
    const { 'report.md': markdown = '' } = await filesOf(
      inputOf({ document: { name: 'bare', neurons: DOCUMENT.neurons }, digital: [], analog: [], evaluations: [] }),
    );
    expect(markdown).toContain('# bare: nothing measured');
    expect(markdown).toContain(
      'this run did not measure: the digital neurons (`somagen synth`), the mixed-signal neurons (`somagen analog`).\n',
    );
    expect(markdown).not.toContain('## Power and energy');
    expect(markdown).not.toContain('## Classification error');
    expect(markdown).not.toContain('](figures/');
  });

  test('a spec of evaluations alone has no sections of neurons', async () => {
    const { 'report.md': markdown = '', 'figures/error-mnist-fcn.svg': svg } = await filesOf(
      inputOf({ document: { name: 'nets', evaluate: DOCUMENT.evaluate }, digital: [], analog: [] }),
    );
    expect(svg).toBeDefined();
    expect(markdown).not.toContain('## Digital neurons');
    expect(markdown).toContain('### mnist-fcn');
    expect(markdown).toContain('# nets: classification error against noise\n');
  });

  test('pairs that could not be compared are said', async () => {
    const { 'report.md': markdown = '' } = await filesOf(inputOf({ digital: [], evaluations: [] }));
    expect(markdown).toContain('# paper: mixed-signal neurons\n');
    expect(markdown).toContain(
      'the networks (`somagen evaluate`). No pair is compared: that takes both of its neurons.',
    );
    expect(markdown).not.toContain('## Power and energy');
  });
});

describe('the paper', () => {
  const { paper: _, ...compare } = DOCUMENT.compare;

  test('is nowhere in the report of a spec that does not ask for it', async () => {
    const input = inputOf({ document: { ...DOCUMENT, name: 'own', compare } });
    const files = await filesOf(input);
    for (const [path, text] of Object.entries(files))
      if (!path.endsWith('.html')) expect(`${path}: ${text}`).not.toMatch(/paper|claim|arxiv/i);
    expect(files['report.md']).toContain('# own: digital and mixed-signal neurons compared; classification error');
    expect(conclusionsOf(input).measurements.filter(({ key }) => key.startsWith('claim.'))).toEqual([]);
  });

  test('is asked for without pairs as well, for the networks', () => {
    const { compare: asked } = specOf({ name: 'x', compare: { paper: true }, evaluate: DOCUMENT.evaluate });
    expect(asked).toMatchObject({ paper: true, pairs: [] });
  });
});

test('a number without a measurement is refused', async () => {
  const input = inputOf();
  const measurements = input.measurements.filter(({ key }) => key !== 'dig8.leakage');
  await expect(buildReport(conclusionsOf({ ...input, measurements }), [])).rejects.toThrow(
    'measurements must hold every number shown: dig8.leakage is missing',
  );
});

describe('a report tells the conclusions that it is handed and derives none of its own', () => {
  const conclusions = conclusionsOf(inputOf());

  test('measurements: those of the steps, of the pairs and of the claims', () => {
    const keys = new Set(conclusions.measurements.map(({ key }) => key));
    for (const { key } of conclusions.input.measurements) expect(keys).toContain(key);
    expect(keys).toContain('dig8/msn8.powerRatio@1000');
    for (const { id } of PAPER_CLAIMS) expect(keys).toContain(`claim.${id}`);
    expect(keys.size).toBe(conclusions.measurements.length);
  });

  test('without claims and curves among them it has none, whatever the figures say', async () => {
    const { files } = await buildReport({ ...conclusions, claims: [], curves: [] }, []);
    expect(files['report.md']).not.toContain('claims');
    expect(files['report.md']).toContain('No pair is compared');
    expect(files['figures/power.svg']).toBeUndefined();
  });
});
