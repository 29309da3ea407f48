/** Names of the constructions that a spec chooses among. */

export const MULTIPLIERS = ['wallace', 'wallace-column', 'dadda', 'reduced-area', 'array', 'timing-driven'] as const;

export const ADDERS = [
  'ripple',
  'sklansky',
  'kogge-stone',
  'brent-kung',
  'han-carlson',
  'carry-select',
  'hybrid',
] as const;

export const ADDER_CELLS = ['library', 'gates'] as const;

export const PARTIAL_PRODUCTS = ['simple', 'booth', 'radix4'] as const;
