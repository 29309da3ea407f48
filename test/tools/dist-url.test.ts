import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { workerUrl } from '../../src/tools/dist-url.ts';

const root = pathToFileURL(`${process.cwd()}/`);

test('a module under src finds its worker under dist', () => {
  const url = workerUrl(new URL('src/tools/pool.ts', root).href, './tool.js');
  expect(url.href).toBe(new URL('dist/tools/tool.js', root).href);
  expect(existsSync(url)).toBe(true);
});

test('a compiled module finds its worker beside itself', () => {
  expect(workerUrl(new URL('dist/nn/pool.js', root).href, '../tools/tool.js').href).toBe(
    new URL('dist/tools/tool.js', root).href,
  );
});

test('a worker that was not compiled is an error that says what to run', () => {
  expect(() => workerUrl(new URL('src/tools/pool.ts', root).href, './none.js')).toThrow(
    /dist\/tools\/none\.js is missing: run npm run build$/,
  );
});
