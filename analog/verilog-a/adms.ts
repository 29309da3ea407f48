/**
 * Verilog-A as ADMS reads it: an independent reader of what is emitted. A script (`adms-script.ts`) prints ADMS's tree
 * of the model as JSON. ADMS's check of the text is not whole (see `lint.ts`); its reading of expressions is its own.
 */

import { z } from 'zod';
import { readLeft, type Tool } from '../../tools/tool.ts';
import { admsScript } from './adms-script.ts';
import { type Expression, GROUND, type Statement, type VaModule } from './tree.ts';

const MODEL = 'model.va';
const SCRIPT = 'tree.xml';
const TREE = 'tree.json';

/**
 * ADMS's whole check of `text`, dependencies of every contribution included. Its time grows with the cube of the ports
 * (128 weight ports: half a minute). Throws `ToolError` where ADMS refuses the text.
 */
export async function checkWithAdms(adms: Tool, text: string): Promise<void> {
  await adms([MODEL], { [MODEL]: text });
}

/**
 * Module in `text` by ADMS's reading. It is read without the analysis of dependencies (-x), which is quick at any size.
 * Throws `ToolError` when ADMS complains, and RangeError where the text is outside the subset of `tree.ts`.
 */
export async function readWithAdms(adms: Tool, text: string): Promise<VaModule> {
  const args = ['-x', MODEL, '-e', SCRIPT];
  const files = { [MODEL]: text, [SCRIPT]: admsScript(TREE) };
  const result = await adms(args, files);
  const tree: unknown = readLeft({ tool: 'ADMS', args, result }, TREE, JSON.parse);
  const read = moduleSchema.safeParse(tree);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new RangeError(`ADMS reads what is outside the portable subset at ${issue?.path.join('.')}: ${issue?.message}`);
}

/** ADMS's words for operators. */
const UNARY = { minus: '-', not: '!' } as const;
const BINARY = {
  addp: '+',
  addm: '-',
  multtime: '*',
  multdiv: '/',
  lt: '<',
  lt_equ: '<=',
  gt: '>',
  gt_equ: '>=',
  equ: '==',
  notequ: '!=',
  and: '&&',
  or: '||',
} as const;

/** ADMS's name of the reference node, which it adds to every module. */
const ADMS_GROUND = 'GND';
const nodeName = z.string().transform((name) => (name === ADMS_GROUND ? GROUND : name));
const keys = <K extends string>(words: Readonly<Record<K, unknown>>) => z.enum(Object.keys(words) as [K, ...K[]]);

const branch = { access: z.string(), positive: nodeName, negative: nodeName };

const expression: z.ZodType<Expression> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('number'),
        value: z
          .string()
          .transform((digits) => (digits === '+inf' ? Infinity : digits === '-inf' ? -Infinity : Number(digits))),
        cast: z.enum(['i', 'd']),
        scale: z.literal('1', 'a number without scale factor'),
      })
      .transform(({ kind, value, cast }) => ({ kind, value, integer: cast === 'i' })),
    z.strictObject({ kind: z.literal('string'), text: z.string() }),
    z.strictObject({ kind: z.literal('name'), name: z.string() }),
    z.strictObject({ kind: z.literal('probe'), ...branch }),
    z.strictObject({
      kind: z.literal('unary'),
      operator: keys(UNARY).transform((word) => UNARY[word]),
      of: expression,
    }),
    z.strictObject({
      kind: z.literal('binary'),
      operator: keys(BINARY).transform((word) => BINARY[word]),
      left: expression,
      right: expression,
    }),
    z.strictObject({ kind: z.literal('choice'), condition: expression, yes: expression, no: expression }),
    z.strictObject({ kind: z.literal('call'), name: z.string(), inputs: z.array(expression) }),
  ]),
);

const statement: z.ZodType<Statement> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('block'), items: z.array(statement) }),
    z.strictObject({ kind: z.literal('assignment'), name: z.string(), value: expression }),
    z.strictObject({
      kind: z.literal('conditional'),
      condition: expression,
      yes: statement,
      no: statement.nullable(),
    }),
    z.strictObject({ kind: z.literal('contribution'), ...branch, value: expression }),
  ]),
);

const type = z.enum(['real', 'integer']);
const bound = z.enum(['range_bound_include', 'range_bound_exclude', 'range_bound_value']);
const variable = z.strictObject({
  name: z.string(),
  type,
  input: z.enum(['yes', 'no']),
  output: z.enum(['yes', 'no']),
});

const range = z
  .strictObject({ lower: bound, upper: bound, from: expression, to: expression })
  .transform(({ lower, upper, from, to }) => ({
    exclude: lower === 'range_bound_value',
    ...{ from, to },
    closed: [lower !== 'range_bound_exclude', upper !== 'range_bound_exclude'] as const,
  }));

const moduleSchema = z
  .strictObject({
    name: z.string(),
    nodes: z.array(
      z
        .strictObject({
          name: nodeName,
          location: z.enum(['external', 'internal', 'ground']),
          direction: z.enum(['input', 'output', 'inout']),
          discipline: z.string(),
        })
        .transform(({ name, location, direction, discipline }) => ({
          name,
          direction: location === 'external' ? direction : null,
          discipline: discipline || null,
          port: location === 'external',
        })),
    ),
    parameters: z.array(
      z
        .strictObject({ name: z.string(), type, value: expression, ranges: z.array(range) })
        .transform(({ name, type, value, ranges }) => ({ name, integer: type === 'integer', value, ranges })),
    ),
    variables: z.array(variable),
    functions: z.array(
      z.strictObject({ name: z.string(), variables: z.array(variable), body: statement }).transform((read) => ({
        name: read.name,
        integer: read.variables.some(({ output, type }) => output === 'yes' && type === 'integer'),
        inputs: read.variables.filter(({ input }) => input === 'yes').map(({ name }) => name),
        variables: read.variables.filter(({ output }) => output === 'no').map(declared),
        body: read.body,
      })),
    ),
    body: statement,
  })
  .transform((read) => ({
    ...read,
    nodes: read.nodes.filter(({ name }) => name !== GROUND),
    variables: read.variables.map(declared),
  }));

/** Variable as declared. */
function declared({ name, type }: z.infer<typeof variable>) {
  return { name, integer: type === 'integer' };
}
