/** Names of the activations, with what each asks of the fields beside it. */

export const ACTIVATIONS = [
  'none',
  'threshold',
  'relu',
  'hard-tanh',
  'sigmoid-pwl',
  'sigmoid-lut',
  'tanh-lut',
] as const;

/** Bits of `y` where the spec says nothing. */
export const DEFAULT_OUTPUT_BITS = 8;

interface ActivationFields {
  readonly activation: (typeof ACTIVATIONS)[number];
  readonly threshold: number;
  readonly outputBits: number;
  readonly shift: number;
}

interface FieldProblem {
  readonly field: 'threshold' | 'outputBits' | 'shift';
  readonly message: string;
}

/** Fields that the activation does not use, or that leave it without a meaning. */
export function activationProblems(entry: ActivationFields): FieldProblem[] {
  const { activation } = entry;
  const unused = `must be left out with activation ${activation}`;
  const problems: FieldProblem[] = [];
  if (activation !== 'threshold' && entry.threshold !== 0) problems.push({ field: 'threshold', message: unused });
  if (activation === 'none' || activation === 'threshold') {
    if (entry.shift !== 0) problems.push({ field: 'shift', message: unused });
    if (entry.outputBits !== DEFAULT_OUTPUT_BITS) problems.push({ field: 'outputBits', message: unused });
  } else if (activation !== 'relu' && entry.outputBits < 2)
    problems.push({
      field: 'outputBits',
      message: `must be a whole number from 2 to 16 with activation ${activation}`,
    });
  return problems;
}
