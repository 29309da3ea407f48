/**
 * Sums of products over a table of places: convolutions and dense layers, forward and backward, for 16 images at once.
 * A dense layer is a convolution with one position, its inputs the places.
 */

import { slope } from './float-slope.ts';
import {
  accumulate,
  add,
  advance,
  exported,
  f32x4,
  get,
  i32,
  load,
  loadSplat,
  loadWord,
  numbered,
  repeat,
  set,
  shuffle,
  splat,
  store,
  until,
  VALUE_BYTES,
  VECTOR_BYTES,
  VECTORS,
} from './float-text.ts';

const EACH = [...Array(VECTORS).keys()];
const ACCUMULATORS = numbered('a', 2 * VECTORS);

const PARAMETERS = ['x', 'xRow', 'table', 'places', 'w', 'wRow', 'bias', 'out', 'outRow', 'outTable'];
const SIZES = ['height', 'width', 'pairs'];

/**
 * out[o][y][x] = start(o) + sum over k of w[o][k] * x at table[k] from position (y, x); two outputs o a tile. `table` holds
 * byte offsets from a position, `outTable` those of the outputs' planes, and w has rows of wRow bytes.
 */
function sumOfPlaces(name: string, parameters: readonly string[], start: string, finish: string): string {
  const tile = `
    ${set('o0', add(get('op'), loadWord(get('ot'))))}
    ${set('o1', add(get('op'), loadWord(get('ot'), 4)))}
    ${set('w0', get('wp'))}
    ${set('w1', add(get('wp'), get('wRow')))}
    ${set('t', get('table'))}
    ${start}
    ${until(
      't',
      get('end'),
      `
      ${set('at', add(get('xp'), loadWord(get('t'))))}
      ${set('s0', loadSplat(get('w0')))}
      ${set('s1', loadSplat(get('w1')))}
      ${EACH.map(
        (v) => `
      ${set('b', load(get('at'), VECTOR_BYTES * v))}
      ${accumulate(`a${v}`, f32x4('mul', get('b'), get('s0')))}
      ${accumulate(`a${VECTORS + v}`, f32x4('mul', get('b'), get('s1')))}`,
      ).join('')}
      ${advance('w0', i32(4))}
      ${advance('w1', i32(4))}
      ${advance('t', i32(4))}`,
    )}
    ${finish}
    ${advance('wp', add(get('wRow'), get('wRow')))}
    ${advance('ot', i32(8))}
    ${advance('bp', i32(8))}`;
  return exported(
    name,
    parameters,
    {
      i32: ['end', 'y', 'c', 'p', 'xp', 'op', 'wp', 'bp', 'ot', 'o0', 'o1', 'w0', 'w1', 't', 'at'],
      v128: [...ACCUMULATORS, 'b', 's0', 's1', 'v', 'inside'],
    },
    `
    ${set('end', add(get('table'), `(i32.shl ${get('places')} (i32.const 2))`))}
    ${repeat(
      'y',
      get('height'),
      `
      ${set('xp', get('x'))}
      ${set('op', get('out'))}
      ${repeat(
        'c',
        get('width'),
        `
        ${set('wp', get('w'))}
        ${set('bp', get('bias'))}
        ${set('ot', get('outTable'))}
        ${repeat('p', get('pairs'), tile)}
        ${advance('xp', i32(VALUE_BYTES))}
        ${advance('op', i32(VALUE_BYTES))}`,
      )}
      ${advance('x', get('xRow'))}
      ${advance('out', get('outRow'))}`,
    )}`,
  );
}

const outputs = EACH.flatMap((v) => [
  { accumulator: `a${v}`, plane: 'o0', offset: VECTOR_BYTES * v },
  { accumulator: `a${VECTORS + v}`, plane: 'o1', offset: VECTOR_BYTES * v },
]);

/** Sums from the bias of each output. */
const forward = (): string =>
  sumOfPlaces(
    'forward',
    [...PARAMETERS, ...SIZES],
    EACH.map(
      (v) => `
      ${set(`a${v}`, loadSplat(get('bp')))}
      ${set(`a${VECTORS + v}`, loadSplat(get('bp'), 4))}`,
    ).join(''),
    outputs.map(({ accumulator, plane, offset }) => store(get(plane), get(accumulator), offset)).join('\n'),
  );

/** Gradient of the inputs, times the slope of the activation whose output stands where the gradient goes. */
const backward = (): string =>
  sumOfPlaces(
    'backward',
    [...PARAMETERS, ...SIZES, 'slope'],
    ACCUMULATORS.map((name) => set(name, splat(0))).join('\n'),
    outputs
      .map(
        ({ accumulator, plane, offset }) => `
      ${set('v', load(get(plane), offset))}
      ${store(get(plane), slope('v', get(accumulator)), offset)}`,
      )
      .join(''),
  );

/** Sums of the four lanes of `a0` to `a3` as the lanes of a vector; uses the locals `b` and `v`. */
const laneSums = (names: readonly string[]): string => {
  const [a = '', b = '', c = '', d = ''] = names.map(get);
  const pair = (one: string, other: string): string =>
    f32x4('add', shuffle(one, other, [0, 4, 1, 5]), shuffle(one, other, [2, 6, 3, 7]));
  return `
    ${set('b', pair(a, b))}
    ${set('v', pair(c, d))}
    ${set('b', f32x4('add', shuffle(get('b'), get('v'), [0, 1, 4, 5]), shuffle(get('b'), get('v'), [2, 3, 6, 7])))}`;
};

/**
 * Gradient of the weights: gradient[o][k] = sum over positions and images of d[o] * x at table[k]. Two outputs and four places
 * a tile; `quads` is the number of tiles of places, `vectors` those of a row of d.
 */
const weightGradient = (): string => {
  const xs = numbered('x', 4);
  const tile = `
    ${xs.map((name, k) => set(name, add(get('x'), loadWord(get('t'), 4 * k)))).join('\n')}
    ${set('r0', get('d0'))}
    ${set('r1', get('d1'))}
    ${ACCUMULATORS.map((name) => set(name, splat(0))).join('\n')}
    ${repeat(
      'y',
      get('height'),
      `
      ${set('row', add(get('r0'), `(i32.shl ${get('vectors')} (i32.const 4))`))}
      ${until(
        'r0',
        get('row'),
        `
        ${set('s0', load(get('r0')))}
        ${set('s1', load(get('r1')))}
        ${xs
          .map(
            (name, k) => `
        ${set('b', load(get(name)))}
        ${accumulate(`a${k}`, f32x4('mul', get('b'), get('s0')))}
        ${accumulate(`a${4 + k}`, f32x4('mul', get('b'), get('s1')))}`,
          )
          .join('')}
        ${[...xs, 'r1', 'r0'].map((name) => advance(name, i32(VECTOR_BYTES))).join('\n')}`,
      )}
      ${['r0', 'r1'].map((name) => advance(name, get('dSkip'))).join('\n')}
      ${xs.map((name) => advance(name, get('xSkip'))).join('\n')}`,
    )}
    ${laneSums(ACCUMULATORS.slice(0, 4))}
    ${store(get('gp'), get('b'))}
    ${laneSums(ACCUMULATORS.slice(4))}
    ${store(add(get('gp'), get('gradientRow')), get('b'))}
    ${advance('gp', i32(VECTOR_BYTES))}
    ${advance('t', i32(16))}`;
  return exported(
    'weightGradient',
    ['x', 'xRow', 'table', 'quads', 'd', 'dRow', 'dTable', 'gradient', 'gradientRow', 'height', 'vectors', 'pairs'],
    {
      i32: ['p', 'g', 'y', 't', 'gp', 'd0', 'd1', 'r0', 'r1', 'row', 'xSkip', 'dSkip', ...xs],
      v128: [...ACCUMULATORS, 'b', 's0', 's1', 'v'],
    },
    `
    ${set('xSkip', `(i32.sub ${get('xRow')} (i32.shl ${get('vectors')} (i32.const 4)))`)}
    ${set('dSkip', `(i32.sub ${get('dRow')} (i32.shl ${get('vectors')} (i32.const 4)))`)}
    ${repeat(
      'p',
      get('pairs'),
      `
      ${set('d0', add(get('d'), loadWord(get('dTable'))))}
      ${set('d1', add(get('d'), loadWord(get('dTable'), 4)))}
      ${set('t', get('table'))}
      ${set('gp', get('gradient'))}
      ${repeat('g', get('quads'), tile)}
      ${advance('gradient', add(get('gradientRow'), get('gradientRow')))}
      ${advance('dTable', i32(8))}`,
    )}`,
  );
};

/** Gradient of the bias: gradient[o] = sum over positions and images of d[o]. */
const biasGradient = (): string =>
  exported(
    'biasGradient',
    ['d', 'dRow', 'dTable', 'gradient', 'height', 'vectors', 'outputs'],
    { i32: ['o', 'y', 'c', 'r', 'at'], v128: ['a0', 'b', 'v'] },
    repeat(
      'o',
      get('outputs'),
      `
      ${set('r', add(get('d'), loadWord(get('dTable'))))}
      ${set('a0', splat(0))}
      ${repeat(
        'y',
        get('height'),
        `
        ${set('at', get('r'))}
        ${repeat('c', get('vectors'), `${accumulate('a0', load(get('at')))} ${advance('at', i32(VECTOR_BYTES))}`)}
        ${advance('r', get('dRow'))}`,
      )}
      ${laneSums(['a0', 'a0', 'a0', 'a0'])}
      (f32.store ${get('gradient')} (f32x4.extract_lane 0 ${get('b')}))
      ${advance('gradient', i32(4))}
      ${advance('dTable', i32(4))}`,
    ),
  );

/** The functions of this file. */
export const convolveText = (): string => [forward(), backward(), weightGradient(), biasGradient()].join('\n');
