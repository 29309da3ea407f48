/** Versions that the stored results of mixed-signal neurons depend on. */

import { CARD } from '../../analog/index.ts';

/** Simulator, transistor card, and the form of the results. With another form they are not found but made anew. */
export const ANALOG_VERSIONS: readonly string[] = [CARD.package, CARD.sha256, 'one bias sweep, power of the controls'];
