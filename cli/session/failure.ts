/** Errors as exit codes and messages. */

import { CommanderError } from 'commander';
import { FormatError } from '../../nn/index.ts';
import { DataError, fileMessage, isFileError, MissingToolError, OutputError, ToolError } from '../../tools/index.ts';
import { CheckFailed } from './check-failed.ts';
import { InputError } from './input-error.ts';

/**
 * Exit code. 0 done; 1 a check failed; 2 wrong command, spec or input; 3 a tool is missing or died; 4 a defect of somagen's
 * own; 130 interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130;

/** Interruption of a run: Ctrl-C, or a signal to end. */
export class Interrupted extends Error {}

/** Exit code and message of `error`. An empty message was told before. */
export function failureOf(error: unknown): { readonly code: ExitCode; readonly message: string } {
  if (error instanceof Interrupted) return { code: 130, message: 'interrupted; what was finished is kept' };
  if (error instanceof CheckFailed) return { code: 1, message: error.message };
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, message: '' };
  if (
    error instanceof InputError ||
    error instanceof OutputError ||
    error instanceof DataError ||
    error instanceof FormatError
  )
    return { code: 2, message: error.message };
  if (isFileError(error)) return { code: 2, message: fileMessage(error) };
  if (error instanceof MissingToolError || error instanceof ToolError) return { code: 3, message: error.message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 4, message: `somagen failed in a way it should not; please report this:\n${text}` };
}
