/** Specs whose digital neurons have what their objective decides. */

import type { QuantityParser } from '../spec/fields.ts';
import { parseSpec as parseUndecided } from '../spec/spec.ts';
import { decided, type Mapping } from './objective.ts';

/**
 * Spec of `document` with every default filled in, or the mistakes in it. The document is parsed YAML or JSON. What the
 * objective decides suits the `mapping` that its circuits are for.
 */
export const parseSpec = (document: unknown, parseQuantity: QuantityParser, mapping: Mapping = 'cells') =>
  parseUndecided(document, parseQuantity, (entry, thresholdShift) => decided(entry, thresholdShift, mapping));
