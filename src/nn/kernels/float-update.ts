/**
 * Steps of the weights from the gradients of a mini-batch's slices, and the forms of the weights that the layers read.
 * Momentum: B. T. Polyak, USSR Comp. Math. 4, 1964. Adam: D. P. Kingma and J. Ba, ICLR 2015, with the decoupled weight decay
 * of I. Loshchilov and F. Hutter, ICLR 2019.
 */

import {
  accumulate,
  add,
  advance,
  exported,
  f32x4,
  get,
  i32,
  load,
  repeat,
  set,
  splat,
  store,
  VECTOR_BYTES,
  v128,
} from './float-text.ts';

const splatOf = (name: string): string => f32x4('splat', get(name));

/** The sum of the slices' gradients, first to last, times `part` (1 / images of the mini-batch), in `g`. */
const gradient = `
  ${set('at', get('gradient'))}
  ${set('g', load(get('at')))}
  ${set('left', get('slices'))}
  (block $summed (loop $slice
    (br_if $summed (i32.eqz (local.tee $left (i32.sub ${get('left')} (i32.const 1)))))
    ${advance('at', get('sliceBytes'))}
    ${accumulate('g', load(get('at')))}
    (br $slice)))
  ${set('g', f32x4('mul', get('g'), splatOf('part')))}`;

const PARAMETERS = ['w', 'gradient', 'slices', 'sliceBytes', 'vectors', 'part:f32', 'rate:f32', 'decay:f32'];
const next = (pointers: readonly string[]): string =>
  pointers.map((name) => advance(name, i32(VECTOR_BYTES))).join('\n');

/** velocity = momentum velocity - rate (g + decay w); w += velocity. */
const momentumStep = (): string =>
  exported(
    'momentumStep',
    [...PARAMETERS, 'velocity', 'momentum:f32'],
    { i32: ['at', 'left', 'k'], v128: ['g', 'm', 'value'] },
    repeat(
      'k',
      get('vectors'),
      `
      ${gradient}
      ${set('value', load(get('w')))}
      ${set('g', f32x4('add', get('g'), f32x4('mul', splatOf('decay'), get('value'))))}
      ${set('m', f32x4('sub', f32x4('mul', splatOf('momentum'), load(get('velocity'))), f32x4('mul', splatOf('rate'), get('g'))))}
      ${store(get('velocity'), get('m'))}
      ${store(get('w'), f32x4('add', get('value'), get('m')))}
      ${next(['w', 'gradient', 'velocity'])}`,
    ),
  );

/**
 * mean = beta1 mean + (1 - beta1) g, square likewise of g^2; w -= rate (mean / bias1) / (sqrt(square / bias2) + epsilon) +
 * rate decay w, where bias1 = 1 - beta1^t and bias2 = 1 - beta2^t.
 */
const adamStep = (): string =>
  exported(
    'adamStep',
    [...PARAMETERS, 'mean', 'square', 'beta1:f32', 'beta2:f32', 'bias1:f32', 'bias2:f32', 'epsilon:f32'],
    { i32: ['at', 'left', 'k'], v128: ['g', 'm', 's', 'value'] },
    repeat(
      'k',
      get('vectors'),
      `
      ${gradient}
      ${set('value', load(get('w')))}
      ${set('m', load(get('mean')))}
      ${set('m', f32x4('add', get('m'), f32x4('mul', f32x4('sub', splat(1), splatOf('beta1')), f32x4('sub', get('g'), get('m')))))}
      ${store(get('mean'), get('m'))}
      ${set('s', load(get('square')))}
      ${set('s', f32x4('add', get('s'), f32x4('mul', f32x4('sub', splat(1), splatOf('beta2')), f32x4('sub', f32x4('mul', get('g'), get('g')), get('s')))))}
      ${store(get('square'), get('s'))}
      ${set('m', f32x4('div', get('m'), splatOf('bias1')))}
      ${set('s', f32x4('add', f32x4('sqrt', f32x4('div', get('s'), splatOf('bias2'))), splatOf('epsilon')))}
      ${set('g', f32x4('add', f32x4('div', get('m'), get('s')), f32x4('mul', splatOf('decay'), get('value'))))}
      ${store(get('w'), f32x4('sub', get('value'), f32x4('mul', splatOf('rate'), get('g'))))}
      ${next(['w', 'gradient', 'mean', 'square'])}`,
    ),
  );

const sign = '(v128.const i32x4 0x80000000 0x80000000 0x80000000 0x80000000)';

/** x as the nearest multiple of 1 / perUnit, halves away from zero, within limit of them; `x` is a local. */
const nearestCode = (x: string): string =>
  v128(
    'or',
    f32x4(
      'mul',
      f32x4(
        'min',
        f32x4('floor', f32x4('add', f32x4('mul', f32x4('abs', get(x)), splatOf('perUnit')), splat(0.5))),
        splatOf('limit'),
      ),
      splatOf('unit'),
    ),
    v128('and', get(x), sign),
  );

/** out = code(w) times the factor of each weight. */
const quantizeWeights = (): string =>
  exported(
    'quantizeWeights',
    ['w', 'factor', 'out', 'vectors', 'unit:f32', 'perUnit:f32', 'limit:f32'],
    { i32: ['k'], v128: ['value'] },
    repeat(
      'k',
      get('vectors'),
      `
      ${set('value', load(get('w')))}
      ${store(get('out'), f32x4('mul', nearestCode('value'), load(get('factor'))))}
      ${next(['w', 'factor', 'out'])}`,
    ),
  );

/** out = w times the factor of each weight. */
const scaleWeights = (): string =>
  exported(
    'scaleWeights',
    ['w', 'factor', 'out', 'vectors'],
    { i32: ['k'] },
    repeat(
      'k',
      get('vectors'),
      `${store(get('out'), f32x4('mul', load(get('w')), load(get('factor'))))} ${next(['w', 'factor', 'out'])}`,
    ),
  );

/** w within -limit to limit. */
const clampWeights = (): string =>
  exported(
    'clampWeights',
    ['w', 'vectors', 'limit:f32'],
    { i32: ['k'] },
    repeat(
      'k',
      get('vectors'),
      `${store(get('w'), f32x4('max', f32x4('min', load(get('w')), splatOf('limit')), f32x4('neg', splatOf('limit'))))} ${next(['w'])}`,
    ),
  );

/**
 * The weights as the gradient of the inputs reads them: [outputs, inputs, taps] in rows of wRow bytes becomes
 * [inputs, outputs, taps] in rows of outRow bytes.
 */
const transpose = (): string =>
  exported(
    'transpose',
    ['w', 'wRow', 'outputs', 'inputs', 'taps', 'out', 'outRow'],
    { i32: ['o', 'i', 'k', 'from', 'to', 'at'] },
    repeat(
      'o',
      get('outputs'),
      `
      ${set('from', get('w'))}
      ${set('to', get('out'))}
      ${repeat(
        'i',
        get('inputs'),
        `
        ${set('at', get('to'))}
        ${repeat(
          'k',
          get('taps'),
          `(i32.store ${get('at')} (i32.load ${get('from')})) ${advance('from', i32(4))} ${advance('at', i32(4))}`,
        )}
        ${advance('to', get('outRow'))}`,
      )}
      ${advance('w', get('wRow'))}
      ${advance('out', `(i32.shl ${get('taps')} (i32.const 2))`)}`,
    ),
  );

/** out = code(x) for all values of a tensor, row by row; the planes of x and out stand at the offsets of their tables. */
const quantizeValues = (): string =>
  exported(
    'quantizeValues',
    [
      'x',
      'xRow',
      'xTable',
      'out',
      'outRow',
      'outTable',
      'planes',
      'height',
      'vectors',
      'unit:f32',
      'perUnit:f32',
      'limit:f32',
    ],
    { i32: ['p', 'y', 'c', 'xp', 'op', 'xa', 'oa'], v128: ['value'] },
    repeat(
      'p',
      get('planes'),
      `
      ${set('xp', add(get('x'), `(i32.load ${get('xTable')})`))}
      ${set('op', add(get('out'), `(i32.load ${get('outTable')})`))}
      ${repeat(
        'y',
        get('height'),
        `
        ${set('xa', get('xp'))}
        ${set('oa', get('op'))}
        ${repeat(
          'c',
          get('vectors'),
          `${set('value', load(get('xa')))} ${store(get('oa'), nearestCode('value'))} ${next(['xa', 'oa'])}`,
        )}
        ${advance('xp', get('xRow'))}
        ${advance('op', get('outRow'))}`,
      )}
      ${advance('xTable', i32(4))}
      ${advance('outTable', i32(4))}`,
    ),
  );

/** The functions of this file. */
export const updateText = (): string =>
  [momentumStep(), adamStep(), quantizeWeights(), scaleWeights(), clampWeights(), transpose(), quantizeValues()].join(
    '\n',
  );
