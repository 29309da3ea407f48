/**
 * Stages of a pipeline by delay. For a period, each atom stands in the earliest stage (or the latest) in which every
 * path ends in time; the least period is the least that so many stages suffice for.
 */

import { nth } from '../../numeric/index.ts';
import type { Atom, PipelinedLogic } from './atoms.ts';
import { settle, type Times } from './delay.ts';

/** Earliest stages for a period. */
export interface EarliestStages {
  /** Stage of each atom. */
  readonly atoms: Uint8Array;
  /** True where the last stage ends in time too. */
  readonly fits: boolean;
  /** Longest path within a stage. */
  readonly longest: number;
  /** Shortest path that was too long for the period. Every shorter period has the same stages or more. */
  readonly exceeded: number;
}

/** Earliest stages of the atoms in `stages` registers with no path longer than `period`. */
export function earliestStages(logic: PipelinedLogic, stages: number, period: number): EarliestStages {
  const nets = netStages(logic, stages);
  const arrivals: Times = new Float64Array(logic.netCount);
  const local: Times = new Float64Array(logic.netCount);
  const atoms = new Uint8Array(logic.atoms.length);
  let longest = 0;
  let exceeded = Number.POSITIVE_INFINITY;
  let fits = true;
  const timeIn = (atom: Atom, stage: number): number => {
    for (const net of atom.inputs) local[net] = nets[net] === stage ? nth(arrivals, net) : 0;
    return latestOf(logic, atom, local);
  };
  logic.atoms.forEach((atom, index) => {
    let stage = atom.isLast ? stages : 0;
    for (const net of atom.inputs) stage = Math.max(stage, nth(nets, net));
    let time = timeIn(atom, stage);
    if (time > period) {
      exceeded = Math.min(exceeded, time);
      if (stage < stages) time = timeIn(atom, ++stage);
      if (time > period) {
        exceeded = Math.min(exceeded, time);
        fits = false;
      }
    }
    longest = Math.max(longest, time);
    atoms[index] = stage;
    for (const net of atom.outputs) {
      nets[net] = stage;
      arrivals[net] = nth(local, net);
    }
  });
  return { atoms, fits, longest, exceeded };
}

/** Stage in which each net stands before the atoms are placed. */
export function netStages({ netCount, prompt }: PipelinedLogic, stages: number): Uint8Array {
  const nets = new Uint8Array(netCount);
  for (let net = 0; net < netCount; net++) if (prompt[net]) nets[net] = stages;
  return nets;
}

/** Latest arrival within `atom`, whose inputs have settled at `local`. */
export function latestOf({ delays }: PipelinedLogic, atom: Atom, local: Times): number {
  for (const cell of atom.cells) settle(cell, delays, local);
  return atom.outputs.reduce((latest, net) => Math.max(latest, nth(local, net)), 0);
}

/** Earliest stages of the least period. It is the longest path in them. */
export function fastestStages(logic: PipelinedLogic, stages: number): EarliestStages {
  let best = earliestStages(logic, stages, Number.POSITIVE_INFINITY);
  for (let least = 0; least < best.longest; ) {
    const middle = least + (best.longest - least) / 2;
    const tried = earliestStages(logic, stages, middle < best.longest ? middle : least);
    if (tried.fits) best = tried;
    else least = tried.exceeded;
  }
  return best;
}

/** Latest stages of the atoms. No path is longer than `period` but by rounding. */
export function latestStages(logic: PipelinedLogic, stages: number, period: number): Uint8Array {
  const nets = new Uint8Array(logic.netCount).fill(stages);
  /** Longest path from each net to the end of its stage. */
  const tails: Times = new Float64Array(logic.netCount);
  const local: Times = new Float64Array(logic.netCount);
  const atoms = new Uint8Array(logic.atoms.length);
  const limit = period * (1 + ROUNDING);
  const timeIn = (atom: Atom, stage: number): number => {
    for (const net of atom.inputs) local[net] = 0;
    for (const net of atom.outputs) local[net] = nets[net] === stage ? nth(tails, net) : 0;
    for (const { kind, inputs, outputs } of atom.cells.toReversed())
      outputs.forEach((net, output) => {
        inputs.forEach((input, pin) => {
          local[input] = Math.max(nth(local, input), nth(local, net) + nth(nth(logic.delays[kind], output), pin));
        });
      });
    return atom.inputs.reduce((longest, net) => Math.max(longest, nth(local, net)), 0);
  };
  for (let index = logic.atoms.length - 1; index >= 0; index--) {
    const atom = nth(logic.atoms, index);
    let stage = stages;
    if (!atom.isLast) for (const net of atom.outputs) stage = Math.min(stage, nth(nets, net));
    if (timeIn(atom, stage) > limit && stage > 0) timeIn(atom, --stage);
    atoms[index] = stage;
    for (const net of atom.inputs) {
      if (nth(nets, net) > stage) tails[net] = 0;
      if (nth(nets, net) >= stage) tails[net] = Math.max(nth(tails, net), nth(local, net));
      nets[net] = Math.min(nth(nets, net), stage);
    }
  }
  return atoms;
}

/** Share by which sums of the same delays in another order may differ. */
const ROUNDING = 1e-9;
