/** Specs whose digital neurons have what their objective decides. */

import type { QuantityParser } from '../spec/fields.ts';
import { parseSpec as parseUndecided } from '../spec/spec.ts';
import { decided } from './objective.ts';

/** Spec of `document` with every default filled in, or the mistakes in it. The document is parsed YAML or JSON. */
export const parseSpec = (document: unknown, parseQuantity: QuantityParser) =>
  parseUndecided(document, parseQuantity, decided);
