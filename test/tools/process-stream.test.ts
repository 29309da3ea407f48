import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { startStream } from '../../tools/native/stream.ts';
import { withPassingTime } from '../passing-time.ts';

const shell = (script: string, options = {}) =>
  startStream({ name: 'Shell', command: 'sh', install: 'dash' }, ['-c', script], tmpdir(), options);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

test('answers come in the order of the calls, cut where each call asks', async () => {
  const stream = shell('exec cat');
  const answers = await Promise.all([
    stream.run(bytes('abc'), 3),
    stream.run(bytes(''), 0),
    stream.run(bytes('defg'), 4),
  ]);
  expect(answers.map(text)).toEqual(['abc', '', 'defg']);
  await stream.close();
  await expect(stream.run(bytes('h'), 1)).rejects.toThrow('Shell is closed');
});

test('more than the pipes hold passes through', async () => {
  const stream = shell('exec cat');
  const input = Uint8Array.from({ length: 5_000_000 }, (_, k) => (k * 7919) >> 5);
  expect(Buffer.compare(await stream.run(input, input.length), input)).toBe(0);
  await stream.close();
});

test.each([
  ['a child that dies', 'head -c 1 > /dev/null; echo broken >&2; exit 4', /^Shell failed with exit code 4:\nbroken$/],
  ['a child that is killed', 'kill -SEGV $$', /^Shell was killed by SIGSEGV$/],
  ['a child that ends too early', 'exit 0', /^Shell ended too early$/],
  ['a child that says too much', 'echo far too much; exec sleep 987', /^Shell gave more output than it was asked for$/],
])('%s: every call says why', async (_, script, message) => {
  const stream = shell(script);
  const calls = await Promise.allSettled([stream.run(bytes('a'), 4), stream.run(bytes('b'), 2)]);
  const closed = await Promise.allSettled([stream.close()]);
  const later = await Promise.allSettled([stream.run(bytes('c'), 1)]);
  const reasons = [...calls, ...closed, ...later].flatMap((call) => (call.status === 'rejected' ? [call.reason] : []));
  expect(reasons.length).toBeGreaterThanOrEqual(2);
  for (const reason of reasons) expect((reason as Error).message).toMatch(message);
});

test('a child that gives no answer is ended after the time limit', async () => {
  const stream = shell('exec sleep 987', { timeLimit: 0.2 });
  await expect(stream.run(bytes('a'), 1)).rejects.toThrow('Shell gave no answer within 0.2 s');
  await expect(stream.close()).rejects.toThrow('Shell gave no answer within 0.2 s');
});

test('the time limit is for an answer, not for the life of the child', () =>
  withPassingTime(async (pass) => {
    const stream = shell('exec cat', { timeLimit: 2 });
    for (let k = 0; k < 12; k++) {
      const answer = stream.run(bytes('a\n'), 2);
      pass(1.9);
      expect(text(await answer)).toBe('a\n');
    }
    await stream.close();
  }));
