import { describe, expect, test } from 'vitest';
import { type FlowStep, foldSteps, foldStored, foldWorks, type Work } from '../../../cli/flow/fold.ts';
import { NotStored } from '../../../cli/run/run.ts';

/** A flow of letters: what each work saw is what stood before it. */
interface Found {
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

const NOTHING: Found = { a: '', b: '', c: '' };
const QUIET = true;
const silent = (): void => undefined;

const adds =
  (key: keyof Found): Work<Found> =>
  async ({ a, b, c }) => ({ [key]: `after ${a ? 'a' : ''}${b ? 'b' : ''}${c ? 'c' : ''}` });

const fails =
  (error: Error): Work<Found> =>
  async () => {
    throw error;
  };

const step = (title: string, ...works: readonly Work<Found>[]): FlowStep<Found> => ({ title, works });

describe('steps', () => {
  test('each sees the parts of those before it and adds its own', async () => {
    const found = await foldSteps([step('one', adds('b')), step('two', adds('a'), adds('c'))], NOTHING, QUIET);
    expect(found).toEqual({ b: 'after ', a: 'after b', c: 'after ab' });
  });

  test('the start stays as it is', async () => {
    const start = Object.freeze({ ...NOTHING, a: 'stored' });
    expect(await foldSteps([step('one', adds('b'))], start, QUIET)).toEqual({ ...start, b: 'after a' });
    expect(start).toEqual({ ...NOTHING, a: 'stored' });
  });

  test('no steps find nothing', async () => {
    expect(await foldSteps([], NOTHING, QUIET)).toBe(NOTHING);
  });

  test('the first that fails ends the flow with its error; those before it were finished, those after it never begin', async () => {
    const begun: string[] = [];
    const noted =
      (name: string, work: Work<Found>): Work<Found> =>
      async (found, tell) => {
        begun.push(`${name} ${Object.values(found).join('')}`.trim());
        return await work(found, tell);
      };
    const error = new RangeError('broken');
    const steps = [
      step('one', noted('one', adds('a'))),
      step('two', noted('two', fails(error)), noted('never', adds('b'))),
      step('three', noted('three', adds('c'))),
    ];
    await expect(foldSteps(steps, NOTHING, QUIET)).rejects.toBe(error);
    expect(begun).toEqual(['one', 'two after']);
  });

  test('works tell how far they are', async () => {
    const told: string[] = [];
    const work: Work<Found> = async (_, tell) => {
      tell('half');
      return { a: 'done' };
    };
    expect(await foldWorks([work], NOTHING, (text) => void told.push(text))).toEqual({ ...NOTHING, a: 'done' });
    expect(told).toEqual(['half']);
  });
});

describe('recalled steps', () => {
  test('all works stored: all parts', async () => {
    expect(await foldStored([adds('a'), adds('b')], NOTHING)).toEqual({ a: 'after ', b: 'after a', c: '' });
  });

  test('up to the first that is not stored', async () => {
    const works = [adds('a'), fails(new NotStored()), adds('c')];
    expect(await foldStored(works, NOTHING)).toEqual({ ...NOTHING, a: 'after ' });
  });

  test('any other error is none of a missing result', async () => {
    const error = new Error('the file is damaged');
    await expect(foldStored([fails(error)], NOTHING)).rejects.toBe(error);
    await expect(foldWorks([fails(new NotStored())], NOTHING, silent)).rejects.toThrow(NotStored);
  });
});
