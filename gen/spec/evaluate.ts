/** Networks to evaluate, with their widths and noise: `evaluate` of a spec. */

import { z } from 'zod';
import { logPoints } from '../../numeric/index.ts';
import { NETWORKS, networkSchema } from './evaluated-network.ts';
import { choice, choiceOf, logRangeOf, type quantityWith, whole } from './fields.ts';
import { plainQuantity } from './quantity-text.ts';

type Quantity = ReturnType<typeof quantityWith>;

/** Ways in which weights came to their codes. */
export const WEIGHT_KINDS = ['post-training', 'aware'] as const;

/** Quantities whose power a noise power states. */
export const NOISE_MODELS = ['weight', 'per-branch', 'input-referred'] as const;

const MISMATCH_RULE = 'must be a part from 0 to 1 (0 % to 100 %) or the name of an analog neuron';

/** Part of 1, a text with a percent sign as well; any other text is a name. */
function partOrName(value: number | string, context: z.RefinementCtx): number | string {
  const [, percent] = typeof value === 'string' ? (/^\s*([-+.\deE]+)\s*%\s*$/.exec(plainQuantity(value)) ?? []) : [];
  const part = percent === undefined ? value : Number((Number(percent) / 100).toPrecision(15));
  if (typeof part === 'string' || (part >= 0 && part <= 1)) return part;
  context.addIssue({ code: 'custom', message: MISMATCH_RULE, input: value });
  return z.NEVER;
}

const noiseSchema = (quantity: Quantity) =>
  z
    .strictObject({
      model: choice(NOISE_MODELS).meta({
        description:
          'what noisePower (V^2) is the power of. weight: each weight of each product has its own noise, sigma = sqrt(P) / fullScale of the largest weight, so that ' +
          "an output's grows with its inputs. per-branch: the same of each of the 2^bits - 1 unit branches of a weight, sigma smaller by sqrt(2^bits - 1). " +
          'input-referred: noise voltage at the input of each synapse, whatever input and weight are: the synapses of an output add up',
      }),
      mismatch: z
        .union([z.number().min(0, { error: MISMATCH_RULE }).max(1, { error: MISMATCH_RULE }), z.string()], {
          error: MISMATCH_RULE,
        })
        .default(0)
        .meta({
          description:
            'static: standard deviation of each weight as a part of itself, a chip a draw; or the analog neuron whose unit transistors decide it',
        })
        .transform(partOrName),
      offset: quantity('V', 0, 1, 'a voltage from 0 V to 1 V').default(0).meta({
        description:
          'static: standard deviation of the offset of each output, V at the input of a largest weight, a chip a draw',
      }),
      resolution: whole(1, 16).optional().meta({
        description:
          'bits of the converter at the output of every neuron but those of the last layer, which are compared; 1: a comparator',
      }),
    })
    .prefault({});

const fields = (quantity: Quantity) =>
  z.strictObject({
    networks: z.array(networkSchema).min(1, { error: `must hold one of: ${NETWORKS.join(', ')}` }),
    weights: z
      .array(choiceOf(WEIGHT_KINDS))
      .min(1, { error: `must hold one of: ${WEIGHT_KINDS.join(', ')}` })
      .default(['post-training'])
      .meta({
        description:
          'post-training: trained without rounding, then rounded; aware: trained with it, for the widths that come with such weights',
      }),
    bits: z.array(whole(2, 16)).min(1, { error: 'must hold a number of bits' }).default([3, 8, 16]).meta({
      description: 'of the weights',
    }),
    activationBits: whole(2, 16)
      .optional()
      .meta({ description: 'of inputs and activations; default: those of the weights' }),
    noisePower: z
      .union(
        [
          z.array(quantity('V^2', 0, 1, 'a noise power from 0 to 1 V^2')),
          logRangeOf(quantity('V^2', 1e-18, 1, 'a noise power from 1e-18 to 1 V^2')),
        ],
        { error: 'must be a list of noise powers or {from, to, pointsPerDecade}' },
      )
      .optional()
      .meta({ description: 'default: 1e-9 V^2 to 1e-4 V^2, two a decade' }),
    sigma: z
      .union(
        [
          z.array(quantity('1', 0, 10, 'a part of the largest weight from 0 to 10, such as 5 %')),
          logRangeOf(quantity('1', 1e-6, 10, 'a part of the largest weight from 1e-6 to 10, such as 5 %')),
        ],
        { error: 'must be a list of parts of the largest weight, such as 5 %, or {from, to, pointsPerDecade}' },
      )
      .optional()
      .meta({
        description:
          'noise of each weight as standard deviation over the largest weight, in place of noisePower: P = (sigma fullScale)^2',
      }),
    noise: noiseSchema(quantity).meta({ description: 'what the noise is put on, and what is static' }),
    noiseFrom: z.array(z.string()).default([]).meta({
      description:
        'analog neurons of this spec whose own noise is evaluated, layer by layer with its number of synapses',
    }),
    fullScale: quantity('V', 1e-6, 1, 'a voltage from 1 uV to 1 V').default(0.012).meta({
      description:
        'differential input voltage that stands for |x| = 1, or for the range of an unbounded activation; 12 mV is where the cubic term of the pair in weak inversion reaches 1 %',
    }),
    draws: whole(1, 1000)
      .default(10)
      .meta({ description: 'independent noise draws a point; with mismatch or offset, chips' }),
    parallel: whole(1, 1_000_000).default(1).meta({
      description: 'neurons at work at once, for the energy, time and transistors of a whole network',
    }),
    memory: quantity('J', 0, 1, 'an energy from 0 J to 1 J').optional().meta({
      description: 'reading a bit of a weight, J; default: of a memory that holds the weights, at 45 nm',
    }),
    images: whole(1, 1_000_000).optional().meta({ description: 'only the first test images; default: all' }),
  });

type Fields = z.infer<ReturnType<typeof fields>>;

/** Evaluation of networks with every default filled in; noise given as `sigma` has become a noise power. */
export const evaluateSchema = (quantity: Quantity) => fields(quantity).superRefine(oneNoise).transform(withPower);

/** Mistakes of noise given twice, or as a part of weights without theirs. */
function oneNoise({ noisePower, sigma, noise }: Fields, context: z.RefinementCtx): void {
  if (sigma === undefined) return;
  const refuse = (message: string): void =>
    context.addIssue({ code: 'custom', path: ['sigma'], message, input: sigma });
  if (noisePower !== undefined) refuse('must stand alone: noisePower states the noise already');
  if (noise.model !== 'weight') refuse(`must come with model weight, whose noise it is, not ${noise.model}`);
}

function withPower({ sigma, noisePower, ...rest }: Fields) {
  const power = (part: number): number => Number(((part * rest.fullScale) ** 2).toPrecision(12));
  if (sigma === undefined) return { ...rest, noisePower: noisePower ?? { from: 1e-9, to: 1e-4, pointsPerDecade: 2 } };
  return { ...rest, noisePower: ('from' in sigma ? logPoints(sigma) : sigma).map(power) };
}

export type EvaluateSpec = Readonly<z.infer<ReturnType<typeof evaluateSchema>>>;

interface SpecWithNeurons {
  readonly neurons?: readonly { readonly name: string; readonly kind: string }[] | undefined;
  readonly evaluate?: EvaluateSpec | undefined;
}

/** Mistakes of noise or mismatch asked for neurons that are not there. */
export function noisyNeuronsExist({ neurons = [], evaluate }: SpecWithNeurons, context: z.RefinementCtx): void {
  const analog = neurons.filter(({ kind }) => kind === 'analog').map(({ name }) => name);
  const check = (name: string, path: readonly (string | number)[]): void => {
    if (analog.includes(name)) return;
    context.addIssue({
      code: 'custom',
      path: ['evaluate', ...path],
      message: `must name an analog neuron of this spec (${analog.join(', ') || 'there is none'})`,
      input: name,
    });
  };
  for (const [k, name] of (evaluate?.noiseFrom ?? []).entries()) check(name, ['noiseFrom', k]);
  const mismatch = evaluate?.noise.mismatch;
  if (typeof mismatch === 'string') check(mismatch, ['noise', 'mismatch']);
}
