import { expect, test } from 'vitest';
import { CheckFailed } from '../../cli/session/check-failed.ts';
import { failureOf, Interrupted } from '../../cli/session/failure.ts';
import { InputError } from '../../cli/session/input-error.ts';
import { ToolError } from '../../tools/tool.ts';

test.each([
  [new CheckFailed('dig8 differs'), 1],
  [new InputError('wrong'), 2],
  [new ToolError('Yosys', [], 1, '', {}), 3],
  [new TypeError('x is undefined'), 4],
  ['thrown', 4],
  [new Interrupted(), 130],
])('%s: exit code %i', (error, code) => {
  expect(failureOf(error).code).toBe(code);
});

test('an internal error says that it is one, and where', () => {
  expect(failureOf(new TypeError('x is undefined')).message).toMatch(
    /^somagen failed in a way it should not; please report this:\nTypeError: x is undefined\n +at /,
  );
});
