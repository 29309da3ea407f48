/**
 * The JSON Schema of a spec in `schema/somagen.schema.json`, written from the code. Run: `npx tsx
 * scripts/write-schema.ts`.
 */

import { writeFileSync } from 'node:fs';
import { specJsonSchema } from '../gen/index.ts';

writeFileSync(
  new URL('../schema/somagen.schema.json', import.meta.url),
  `${JSON.stringify(specJsonSchema(), null, 2)}\n`,
);
