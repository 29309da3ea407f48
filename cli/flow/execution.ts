/** Plan of a command: its steps and the user's choices for them. */

import type { SimulatorName } from '../steps/check.ts';
import type { Step } from '../steps/select.ts';
import type { SynthesisChoices } from '../steps/synth.ts';
import type { NetworkChoice } from '../verify-network/choice.ts';
import type { OwnDesign } from '../verify-rtl/own-design.ts';

/** Steps of a command with their options. */
export interface CommandPlan {
  /** Every step of the command. */
  readonly all: readonly Step[];
  /** Those that are run; of the others, results that are stored in the folder are used. */
  readonly steps: readonly Step[];
  readonly simulators: readonly SimulatorName[];
  /** In place of vectors, a network that `verify` puts through the serial neurons. */
  readonly network?: NetworkChoice;
  /** In place of the emitted Verilog, a design of the user's own. */
  readonly own?: OwnDesign;
  /** Chips of the mismatch Monte Carlo. */
  readonly samples: number;
  /** Cells, library and FPGA for `synth`. */
  readonly synthesis: SynthesisChoices;
  readonly quiet: boolean;
}
