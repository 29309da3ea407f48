/** Pooling of size x size windows, forward and backward, for 16 images at once. */

import {
  add,
  advance,
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
  VALUE_BYTES,
  VECTOR_BYTES,
  VECTORS,
  v128,
} from './float-text.ts';

const PARAMETERS = ['x', 'xRow', 'xTable', 'out', 'outRow', 'outTable', 'planes', 'height', 'width', 'size'];
const LOCALS = {
  i32: ['p', 'y', 'c', 'v', 'xp', 'op', 'xa', 'oa', 'window', 'down', 'right', 'rp', 'at'],
  v128: ['most', 'value', 'taken', 'here', 'gradient'],
};

/** `body` for each vector of each output: `xa` is the address of its window's first value, `oa` its own. */
const everyOutput = (body: string): string =>
  repeat(
    'p',
    get('planes'),
    `
    ${set('xp', add(get('x'), loadWord(get('xTable'))))}
    ${set('op', add(get('out'), loadWord(get('outTable'))))}
    ${repeat(
      'y',
      get('height'),
      `
      ${set('window', get('xp'))}
      ${set('oa', get('op'))}
      ${repeat(
        'c',
        get('width'),
        `
        ${set('xa', get('window'))}
        ${repeat('v', i32(VECTORS), `${body} ${advance('xa', i32(VECTOR_BYTES))} ${advance('oa', i32(VECTOR_BYTES))}`)}
        ${advance('window', `(i32.mul ${get('size')} ${i32(VALUE_BYTES)})`)}`,
      )}
      ${advance('xp', `(i32.mul ${get('size')} ${get('xRow')})`)}
      ${advance('op', get('outRow'))}`,
    )}
    ${advance('xTable', i32(4))}
    ${advance('outTable', i32(4))}`,
  );

/** What is done with each value of a window, at an address and an offset from it. */
type Each = (address: string, offset: number) => string;

/** How the values of the window at `xa` are gone through. */
type Window = (each: Each) => string;

/** Any size. */
const anyWindow: Window = (each) => `
  ${set('rp', get('xa'))}
  ${repeat(
    'down',
    get('size'),
    `
    ${set('at', get('rp'))}
    ${repeat('right', get('size'), `${each(get('at'), 0)} ${advance('at', i32(VALUE_BYTES))}`)}
    ${advance('rp', get('xRow'))}`,
  )}`;

/** 2 x 2, the usual size: five times as fast as by loops. */
const window2: Window = (each) => `
  ${set('rp', add(get('xa'), get('xRow')))}
  ${[get('xa'), get('rp')].flatMap((address) => [each(address, 0), each(address, VALUE_BYTES)]).join('\n')}`;

const largest = (window: Window): string => `
  ${set('most', load(get('xa')))}
  ${window((address, offset) => set('most', f32x4('max', get('most'), load(address, offset))))}`;

const sumOfWindow = `
  ${set('most', splat(0))}
  ${anyWindow((address, offset) => set('most', f32x4('add', get('most'), load(address, offset))))}`;

/** The gradient goes to the first of the largest values; x becomes its gradient, times the slope at its value. */
const route = (window: Window, slope: Slope): string => `
  ${largest(window)}
  ${set('gradient', slope('most', load(get('oa'))))}
  ${set('taken', splat(0))}
  ${window(
    (address, offset) => `
    ${set('here', v128('andnot', f32x4('eq', load(address, offset), get('most')), get('taken')))}
    ${set('taken', v128('or', get('taken'), get('here')))}
    ${store(address, v128('and', get('here'), get('gradient')), offset)}`,
  )}`;

/** Every value gets the same part of the gradient, times the slope at its value. */
const spread = (slope: Slope): string => `
  ${set('gradient', f32x4('mul', load(get('oa')), f32x4('splat', get('part'))))}
  ${anyWindow(
    (address, offset) => `
    ${set('value', load(address, offset))}
    ${store(address, slope('value', get('gradient')), offset)}`,
  )}`;

type Slope = (y: string, gradient: string) => string;

/** The functions of this file; `part` is 1 / size^2. */
export const poolText = (slope: Slope): string =>
  [
    ...[['', anyWindow] as const, ['2', window2] as const].flatMap(([size, window]) => [
      exported(
        `maxPool${size}`,
        PARAMETERS,
        LOCALS,
        everyOutput(`${largest(window)} ${store(get('oa'), get('most'))}`),
      ),
      exported(`maxPoolBackward${size}`, [...PARAMETERS, 'slope'], LOCALS, everyOutput(route(window, slope))),
    ]),
    exported(
      'averagePool',
      [...PARAMETERS, 'part:f32'],
      LOCALS,
      everyOutput(`${sumOfWindow} ${store(get('oa'), f32x4('mul', get('most'), f32x4('splat', get('part'))))}`),
    ),
    exported('averagePoolBackward', [...PARAMETERS, 'slope', 'part:f32'], LOCALS, everyOutput(spread(slope))),
  ].join('\n');
