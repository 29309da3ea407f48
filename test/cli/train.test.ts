import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NETWORK, SIDE, writeBars } from './bars.ts';
import { inFolder, somagen } from './somagen.ts';

/** A folder with a network and data of one's own. */
const withBars = <T>(use: (folder: string, train: (...args: string[]) => ReturnType<typeof somagen>) => Promise<T>) =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, 'data'));
    writeBars(join(folder, 'data'), 'train', 500);
    writeBars(join(folder, 'data'), 't10k', 100);
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(NETWORK));
    return use(folder, (...args) =>
      somagen(['train', 'mine.json', '--data', 'data', '--validation', '100', ...args], { cwd: folder }),
    );
  });

describe("a network and data of the user's own", () => {
  test('learns; 1, 2 and 3 threads give the same bytes; rounding, noise and a chip are known to later trainings', () =>
    withBars(async (folder, train) => {
      const read = (out: string, name = 'mine') => ({
        weights: readFileSync(join(folder, out, `${name}.safetensors`)),
        manifest: readFileSync(join(folder, out, `${name}.json`), 'utf8'),
      });
      for (const jobs of ['1', '2', '3']) {
        const { code, stderr } = await train('--epochs', '6', '--learning-rate', '0.02', '--jobs', jobs, '--out', jobs);
        expect([code, stderr.match(/epoch 6 of 6: .*$/m)?.[0]]).toEqual([
          0,
          expect.stringContaining('validation error'),
        ]);
      }
      expect(read('2')).toEqual(read('1'));
      expect(read('3')).toEqual(read('1'));
      const manifest = JSON.parse(read('1').manifest);
      expect(manifest.command).toBe(
        'somagen train mine.json --seed 1 --epochs 6 --learning-rate 0.02 --validation 100',
      );
      expect(manifest.accuracy.test).toBeGreaterThan(0.9);
      expect(manifest.data).toMatchObject({ trained: 400, validated: 100 });
      expect(readdirSync(join(folder, '1'))).toEqual(['mine.json', 'mine.safetensors']);

      const more = ['--from', '1/mine.safetensors', '--noise', '0.05', '--mismatch', '0.2', '--chip', '7'];
      for (const jobs of ['1', '2']) {
        const ended = await train('--bits', '3', ...more, '--epochs', '2', '--jobs', jobs, '--out', `aware${jobs}`);
        expect(ended.code).toBe(0);
      }
      const aware = read('aware1', 'mine-3bit-noise-chip7');
      expect(read('aware2', 'mine-3bit-noise-chip7')).toEqual(aware);
      expect(JSON.parse(aware.manifest).training).toMatchObject({
        noise: 0.05,
        mismatch: { deviation: 0.2, chip: 7 },
        quantization: { bits: 3, activationBits: 3 },
      });
    }));

  test('rows and columns exchanged and labels from 1: the same weights', () =>
    withBars(async (folder, train) => {
      mkdirSync(join(folder, 'turned'));
      for (const part of ['train', 't10k']) {
        const images = readFileSync(join(folder, 'data', `${part}-images-idx3-ubyte`));
        const turned = images.map((value, at) => {
          const [image, place] = [Math.floor((at - 16) / SIDE ** 2), (at - 16) % SIDE ** 2];
          return at < 16 ? value : images[16 + image * SIDE ** 2 + (place % SIDE) * SIDE + Math.floor(place / SIDE)]!;
        });
        const labels = readFileSync(join(folder, 'data', `${part}-labels-idx1-ubyte`));
        const name = `emnist-bars-${part === 'train' ? 'train' : 'test'}`;
        writeFileSync(join(folder, 'turned', `${name}-images-idx3-ubyte.gz`), gzipSync(turned));
        const fromOne = labels.map((label, at) => (at < 8 ? label : label + 1));
        writeFileSync(join(folder, 'turned', `${name}-labels-idx1-ubyte.gz`), gzipSync(fromOne));
      }
      const stored = ['--data', 'turned/emnist-bars', '--transposed', '--first-label', '1'];
      expect((await train('--epochs', '1', '--out', 'plain')).code).toBe(0);
      expect((await train('--epochs', '1', '--out', 'turned-out', ...stored)).code).toBe(0);
      const weights = (out: string) => readFileSync(join(folder, out, 'mine.safetensors'));
      expect(weights('turned-out')).toEqual(weights('plain'));
    }));

  test('interrupted and resumed: the bytes of a run without a break; a checkpoint of another run is refused', () =>
    withBars(async (folder, train) => {
      const long = ['--epochs', '40', '--jobs', '2'];
      expect((await train(...long, '--out', 'whole')).code).toBe(0);
      const args = ['train', 'mine.json', '--data', 'data', '--validation', '100', ...long, '--out', 'parts'];
      const broken = await somagen(args, { cwd: folder, signalAfter: /epoch 4 of 40/ });
      expect([broken.code, existsSync(join(folder, 'parts', 'mine.checkpoint'))]).toEqual([130, true]);
      const other = await train(...long, '--out', 'parts', '--resume', '--seed', '2');
      expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('mine.checkpoint: is of another run')]);
      const resumed = await train(...long, '--out', 'parts', '--resume');
      expect([resumed.code, resumed.stderr.includes('epoch 1 of 40')]).toEqual([0, false]);
      for (const name of ['mine.safetensors', 'mine.json'])
        expect(readFileSync(join(folder, 'parts', name))).toEqual(readFileSync(join(folder, 'whole', name)));
      expect(readdirSync(join(folder, 'parts'))).toEqual(['mine.json', 'mine.safetensors']);
    }));

  test.each([
    [['--from', 'missing.safetensors'], 'cannot read the weights to go on from: '],
    [['--from', 'mine.json'], 'mine.json: '],
    [['--validation', '500'], 'training data must hold more than 500 images: 500'],
    [['--resume'], 'cannot read the checkpoint to go on from: '],
    [['--bits', '17'], 'It must be a whole number from 2 to 16.'],
    [['--noise', '-1'], 'It must be a number above 0.'],
    [['--optimizer', 'lion'], 'Allowed choices are momentum, adam.'],
  ])('%j: exit code 2', (args, message) =>
    withBars(async (_, train) => {
      const { code, stderr } = await train(...args);
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }),
  );

  test("a manifest does not take the place of the network's file", () =>
    withBars(async (folder, train) => {
      const { code, stderr } = await train('--quiet', '--out', '.', '--epochs', '1');
      expect([code, stderr.trim()]).toEqual([
        2,
        'the manifest would be written over mine.json: --out must be another folder, or --name another name',
      ]);
      expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe(JSON.stringify(NETWORK));
      expect((await train('--quiet', '--out', '.', '--epochs', '1', '--name', 'trained')).code).toBe(0);
    }));

  test('an unknown network and one without data are refused', () =>
    withBars(async (folder) => {
      const unknown = await somagen(['train', 'mnist']);
      expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('network must be one of mnist-fcn')]);
      const without = await somagen(['train', 'mine.json'], { cwd: folder });
      expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--data must name their folder')]);
    }));
});
