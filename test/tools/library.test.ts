import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../cli/somagen.ts';
import { install, pack, printed } from './packed.ts';

const folder = mkdtempSync(join(tmpdir(), 'somagen-library-'));
const TSC = join(ROOT, 'node_modules/.bin/tsc');
const manifest: { readonly version: string; readonly exports: Readonly<Record<string, object | string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

const GUIDE = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');

/** The examples of the guide, each with its heading and what stands below it. */
const examples = GUIDE.split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const of = section.slice(0, section.indexOf('\n'));
    const blocks = section.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g);
    return [...blocks].map(([, code = '', prints = '']) => ({ of, code, prints }));
  });

/** Type errors of modules of a user, each as `NAME(line,column): error ...`. */
function typeErrors(modules: Readonly<Record<string, string>>, resolution: readonly string[]): Promise<string> {
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--types', 'node', '--resolveJsonModule'];
  return printed(TSC, [...options, ...resolution, ...Object.keys(modules)], folder);
}

const NODENEXT = ['--module', 'nodenext'];
const BUNDLER = ['--module', 'preserve', '--moduleResolution', 'bundler'];

let tarball = '';
let installed = '';
beforeAll(async () => {
  tarball = await pack(folder);
  installed = await install(tarball, folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package', () => {
  test('publint has nothing to say', async () => {
    const packed = readFileSync(tarball);
    const bytes = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength);
    expect((await publint({ pack: { tarball: bytes }, strict: true })).messages).toEqual([]);
  });

  test('it holds what was built, the schema, examples and weights, and nothing else', () => {
    expect(readdirSync(installed).sort()).toEqual(
      ['LICENSE', 'README.md', 'dist', 'examples', 'nn', 'package.json', 'schema'].sort(),
    );
    expect(readdirSync(join(installed, 'nn'))).toEqual(['weights']);
    const built = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const sources = built.filter((path) => path.endsWith('.js')).map((path) => path.replace(/\.js$/, '.ts'));
    const strangers = sources.filter(
      (path) => !readdirSync(join(ROOT, path, '..')).includes(path.split('/').at(-1) ?? ''),
    );
    expect(strangers).toEqual([]);
    expect(built.filter((path) => !/(\.js|\.d\.ts|\/[^.]*|^[^.]*)$/.test(path))).toEqual([]);
  });

  test('its command finds version and schema where it is installed', async () => {
    const command = (...args: string[]): Promise<string> =>
      printed(process.execPath, [join(installed, 'dist/cli/main.js'), ...args], folder);
    expect(await command('--version')).toContain(manifest.version);
    await command('init', 'neuron.yaml');
    expect(readFileSync(join(folder, 'neuron.yaml'), 'utf8')).toContain('$schema=node_modules/somagen/schema/');
  });
});

describe('docs/library.md', () => {
  test('every entry has an example', () => {
    const entries = Object.keys(manifest.exports).filter((path) => path !== './package.json');
    expect(examples).toHaveLength(GUIDE.split('```js').length - 1);
    expect([...new Set(examples.map(({ of }) => of))].sort()).toEqual(
      entries.map((path) => path.replace(/^\./, 'somagen')).sort(),
    );
  });

  test.each(examples.map((example, index) => ({ ...example, index })))(
    '$of, example $index, prints what stands below it',
    async ({ code, prints, index }) => {
      writeFileSync(join(folder, `example-${index}.mjs`), code);
      expect(await printed(process.execPath, [`example-${index}.mjs`], folder)).toBe(prints);
    },
  );

  test.each([
    ['nodenext', NODENEXT],
    ['bundler', BUNDLER],
  ])('the types of its examples fit: %s', async (_, resolution) => {
    const modules = Object.fromEntries(examples.map(({ code }, index) => [`example-${index}.mts`, code]));
    expect(await typeErrors(modules, resolution)).toBe('');
  });
});

describe('wrong use is a type error that says what is wrong', () => {
  const wrong = {
    "await readSpec({ name: 'a', neurons: [{ name: 'b', kind: 'digital', bits: 8, multiplier: 'walace' }] });":
      /is not assignable to type '"array" \| "dadda" \| .*\. Did you mean '"wallace"'\?$/,
    'await synthesize(spec);': /Expected 2-3 arguments, but got 1\.$/,
    'await verify(spec, { simulator: createYosys() });': /Type 'Yosys' is not assignable to type 'Simulator'\./,
    'generate(spec).digital.pop();': /Property 'pop' does not exist on type 'readonly GeneratedNeuron\[\]'\.$/,
    'compare(spec, await analyse(spec, { ngspice: createNgspice() }), []);':
      /'readonly AnalysedNeuron\[\]' is not assignable to parameter of type 'readonly MeasuredNeuron\[\]'\./,
  };
  const head = [
    "import { analyse, compare, createNgspice, createYosys, generate, readSpec, synthesize, verify } from 'somagen';",
    "const spec = await readSpec('name: a');",
  ];
  const lines = Object.keys(wrong);
  let found: readonly string[] = [];
  beforeAll(async () => {
    const errors = await typeErrors({ 'wrong.mts': `${[...head, ...lines].join('\n')}\n` }, NODENEXT);
    found = errors.split(/\n(?=wrong)/);
  });

  test.each(Object.entries(wrong))('%s', (line, message) => {
    const place = `wrong.mts(${head.length + 1 + lines.indexOf(line)},`;
    const own = found.filter((error) => error.startsWith(place)).map((error) => error.split('\n')[0]);
    expect(own).toEqual([expect.stringMatching(message)]);
  });
});
