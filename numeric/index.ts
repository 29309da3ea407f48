/** Numbers: elementary functions, random words, fits, ranges and intervals. */

export { adjust } from './adjust.ts';
export { type ComplexVector, solveComplex } from './complex-linear.ts';
export { BOLTZMANN, ELEMENTARY_CHARGE, VACUUM_PERMITTIVITY, ZERO_CELSIUS } from './constants.ts';
export { cosSinOfWord, exp, lnOfWord, tanh } from './elementary.ts';
export { logPoints } from './log-points.ts';
export { nth } from './nth.ts';
export { checkedSeed, philox4x32, STREAM } from './philox.ts';
export { CONFIDENCE, type Interval, tInterval } from './t-interval.ts';
