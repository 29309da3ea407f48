import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT, workerUrl } from '../../tools/package-root.ts';

const root = pathToFileURL(`${process.cwd()}/`).href;

test('sources and what is built of them find the same folder', async () => {
  expect(PACKAGE_ROOT.href).toBe(root);
  const built: typeof import('../../tools/package-root.ts') = await import(`${root}dist/tools/package-root.js`);
  expect(built.PACKAGE_ROOT.href).toBe(root);
});

test('a worker is a compiled file', () => {
  const url = workerUrl('tools/wasm/yosys-worker');
  expect(url.href).toBe(`${root}dist/tools/wasm/yosys-worker.js`);
  expect(existsSync(url)).toBe(true);
});

test('a worker that was not compiled is an error that says what to run', () => {
  expect(() => workerUrl('tools/none')).toThrow(/dist\/tools\/none\.js is missing: run npm run build$/);
});
