/** Section on the paper's claims beside this run's values. */

import { claimQuantity } from '../../compare/index.ts';
import { CLAIM_KEYS } from '../../measurement/index.ts';
import { ABOUT_FACTOR, type ClaimResult } from '../claims/claims.ts';
import type { Citations } from '../page/citations.ts';
import { literal, table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

/** Table of all claims, then the reasons for each; nothing where the spec does not ask for them. */
export function claimsSection({ claims, citations }: ReportData): readonly string[] {
  if (claims.length === 0) return [];
  return [
    '## Claims of the paper',
    'B. Chatterjee, P. Panda, S. Maity, K. Roy, S. Sen, "An Energy-Efficient Mixed-Signal Neuron for Inherently ' +
      'Error-Resilient Neuromorphic Systems", [arXiv 1710.09012](https://arxiv.org/abs/1710.09012), 2017. "About" a number ' +
      `is read as within a factor of ${ABOUT_FACTOR}; a number without such a word as equal in the digits printed.`,
    table(
      ['claim', 'what', 'paper>', 'ours>', 'verdict'],
      claims.map((claim) => row(claim, citations)),
    ),
    ...claims.map(
      ({ claim, explanation }) =>
        `**${claim.id}** (${literal(claim.source)}). ${explanation.map((sentence) => sentence.trim()).join(' ')}`,
    ),
  ];
}

function row({ claim, measurement, verdict, verdictText }: ClaimResult, { tag }: Citations): readonly string[] {
  const ours =
    measurement.value === null ? '–' : `${claimQuantity(claim, measurement.value)} ${tag(measurement.origin)}`;
  const shown = verdict === 'agrees' || verdict === 'differs' ? `**${verdictText}**` : verdictText;
  return [claim.id, literal(CLAIM_KEYS[claim.id].meaning), `${claim.printed} ${tag('paper')}`, ours, shown];
}
