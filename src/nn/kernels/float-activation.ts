/**
 * Activations of all values of a tensor, in place, from IEEE operations alone.
 * e^x: S. L. Moshier, "Methods and Programs for Mathematical Functions", 1989 (Cephes, expf): within 2 ulp.
 */

import type { Activation } from '../network.ts';
import {
  add,
  advance,
  declareLocals,
  exported,
  f32x4,
  get,
  i32,
  load,
  loadWord,
  repeat,
  set,
  splat,
  store,
  VECTOR_BYTES,
  v128,
} from './float-text.ts';

/** ln 2 in two parts, the first with so few bits that its products with small whole numbers are exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.12194440054690583e-4;
const EXP_SERIES = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
/** Beyond it e^x or e^-x leaves the normal numbers. */
const LARGEST_EXPONENT = 87;
/** tanh rounds to 1 from here on. */
const TANH_SATURATES = 9.1;

const vectorFunction = (name: string, locals: readonly string[], body: string): string =>
  `(func $${name} (param $x v128) (result v128) ${declareLocals({ v128: locals })} ${body})`;

/** e^x for |x| <= 87. */
const exp = (): string =>
  vectorFunction(
    'exp',
    ['n', 'r'],
    `
    ${set('n', f32x4('nearest', f32x4('mul', get('x'), splat(Math.LOG2E))))}
    ${set('r', f32x4('sub', get('x'), f32x4('mul', get('n'), splat(LN2_HIGH))))}
    ${set('r', f32x4('sub', get('r'), f32x4('mul', get('n'), splat(LN2_LOW))))}
    ${f32x4(
      'mul',
      f32x4(
        'add',
        f32x4(
          'add',
          f32x4(
            'mul',
            EXP_SERIES.map(splat).reduce((sum, term) => f32x4('add', f32x4('mul', sum, get('r')), term)),
            f32x4('mul', get('r'), get('r')),
          ),
          get('r'),
        ),
        splat(1),
      ),
      `(i32x4.shl (i32x4.add (i32x4.trunc_sat_f32x4_s ${get('n')}) (v128.const i32x4 127 127 127 127)) (i32.const 23))`,
    )}`,
  );

const clamp = (low: number, high: number): string => f32x4('max', f32x4('min', get('x'), splat(high)), splat(low));

const sign = '(v128.const i32x4 0x80000000 0x80000000 0x80000000 0x80000000)';

/** 1 - 2 / (e^2|x| + 1), with the sign of x: within 2e-7. */
const tanh = (): string =>
  vectorFunction(
    'tanh',
    ['e'],
    `
    ${set('e', f32x4('min', f32x4('abs', get('x')), splat(TANH_SATURATES)))}
    ${set('e', `(call $exp ${f32x4('add', get('e'), get('e'))})`)}
    ${v128(
      'or',
      f32x4('sub', splat(1), f32x4('div', splat(2), f32x4('add', get('e'), splat(1)))),
      v128('and', get('x'), sign),
    )}`,
  );

/** 1 / (1 + e^-x). */
const sigmoid = (): string =>
  vectorFunction(
    'sigmoid',
    [],
    f32x4(
      'div',
      splat(1),
      f32x4('add', splat(1), `(call $exp ${f32x4('neg', clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT))})`),
    ),
  );

const relu = (): string => vectorFunction('relu', [], f32x4('max', get('x'), splat(0)));
const hardTanh = (): string => vectorFunction('hard-tanh', [], clamp(-1, 1));

/** Export of an activation's kernel. */
export type ActivationKernel = Exclude<Activation, 'none'>;

/** x = activation(x), row by row: planes at the byte offsets of `table`, rows of `vectors` vectors `row` bytes apart. */
const inPlace = (activation: ActivationKernel): string =>
  exported(
    activation,
    ['x', 'row', 'table', 'planes', 'height', 'vectors'],
    { i32: ['p', 'y', 'c', 'rp', 'at'] },
    repeat(
      'p',
      get('planes'),
      `
      ${set('rp', add(get('x'), loadWord(get('table'))))}
      ${repeat(
        'y',
        get('height'),
        `
        ${set('at', get('rp'))}
        ${repeat(
          'c',
          get('vectors'),
          `${store(get('at'), `(call $${activation} ${load(get('at'))})`)} ${advance('at', i32(VECTOR_BYTES))}`,
        )}
        ${advance('rp', get('row'))}`,
      )}
      ${advance('table', i32(4))}`,
    ),
  );

/** The functions of this file. */
export const activationText = (): string =>
  [
    exp(),
    tanh(),
    sigmoid(),
    relu(),
    hardTanh(),
    ...(['tanh', 'sigmoid', 'relu', 'hard-tanh'] as const).map(inPlace),
  ].join('\n');
