/** Flip-flop of the digital cells. */

/**
 * Transistors of a static master-slave flip-flop: two latches of transmission gate, inverter and clocked inverter,
 * input, output and two clock inverters.
 */
export const REGISTER_TRANSISTORS = 24;
