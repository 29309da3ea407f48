/**
 * Script by which ADMS prints its tree of a model as JSON. It keeps ADMS's own words for operators, types and ends of
 * ranges. In ADMS's language `%(path)` is a value of the tree, templates call each other, and whatever is not a known
 * kind of node is printed with its kind alone, for the reader to refuse.
 */

/**
 * Text of the script for `admsXml -x MODEL -e SCRIPT`. It prints the tree of the model's module into the file `tree`.
 * Under -x the lists of declarations and statements are in the reverse order of the text.
 */
export function admsScript(tree: string): string {
  const refused = text('{"kind":"%(datatypename)"}');
  const branch = '"access":"%(nature/access)","positive":"%(branch/pnode/name)","negative":"%(branch/nnode/name)"';
  const expression = choose(
    'datatypename',
    {
      expression: apply('tree', 'x'),
      number: text('{"kind":"number","value":"%(value)","cast":"%(cast)","scale":"%(scalingunit)"}'),
      string: text('{"kind":"string","text":"%(value)"}'),
      variable: text('{"kind":"name","name":"%(name)"}'),
      probe: text(`{"kind":"probe",${branch}}`),
      mapply_unary: text('{"kind":"unary","operator":"%(name)","of":') + apply('arg1', 'x') + text('}'),
      mapply_binary:
        text('{"kind":"binary","operator":"%(name)","left":') +
        apply('arg1', 'x') +
        text(',"right":') +
        apply('arg2', 'x') +
        text('}'),
      mapply_ternary:
        text('{"kind":"choice","condition":') +
        apply('arg1', 'x') +
        text(',"yes":') +
        apply('arg2', 'x') +
        text(',"no":') +
        apply('arg3', 'x') +
        text('}'),
      function: text('{"kind":"call","name":"%(name)","inputs":[') + each('arguments', apply('.', 'x')) + text(']}'),
    },
    refused,
  );
  const statement = choose(
    'datatypename',
    {
      block: text('{"kind":"block","items":[') + each('reverse(item)', apply('.', 's')) + text(']}\\n'),
      assignment: text('{"kind":"assignment","name":"%(lhs/name)","value":') + apply('rhs', 'x') + text('}\\n'),
      conditional:
        text('{"kind":"conditional","condition":') +
        apply('if', 'x') +
        text(',"yes":') +
        apply('then', 's') +
        text(',"no":') +
        `<admst:choose><admst:when test="[exists(else)]">${apply('else', 's')}</admst:when>` +
        `<admst:otherwise>${text('null')}</admst:otherwise></admst:choose>` +
        text('}\\n'),
      contribution:
        text(`{"kind":"contribution",${branch.replaceAll('%(', '%(lhs/')},"value":`) + apply('rhs', 'x') + text('}\\n'),
    },
    refused,
  );
  const node =
    '{"name":"%(name)","location":"%(location)","direction":"%(direction)","discipline":"%(discipline/name)"}\\n';
  const range =
    text('{"lower":"%(infboundtype)","upper":"%(supboundtype)","from":') +
    apply('infexpr', 'x') +
    text(',"to":') +
    apply('supexpr', 'x') +
    text('}');
  const parameter =
    text('{"name":"%(name)","type":"%(type)","value":') +
    apply('default', 'x') +
    text(',"ranges":[') +
    each('range', range) +
    text(']}\\n');
  const variable = text('{"name":"%(name)","type":"%(type)","input":"%(input)","output":"%(output)"}');
  const routine =
    text('{"name":"%(name)","variables":[') +
    each('reverse(variable)', variable) +
    text('],"body":') +
    apply('tree', 's') +
    text('}\\n');
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE admst SYSTEM "admst.dtd">',
    '<admst version="2.3.0" xmlns:admst="http://mot-adms.sourceforge.net/adms/admst.xml">',
    template('x', expression),
    template('s', statement),
    '<admst:for-each select="/module">',
    `<admst:open file="${tree}">`,
    text('{"name":"%(name)","nodes":[\\n') + each('reverse(node)', text(node)),
    text('],"parameters":[\\n') + each("reverse(variable[input='yes'])", parameter),
    text('],"variables":[\\n') + each("reverse(variable[input='no'])", variable),
    text('],"functions":[\\n') + each('reverse(analogfunction)', routine),
    text('],"body":') + apply('analog/code', 's') + text('}\\n'),
    '</admst:open>',
    '</admst:for-each>',
    '</admst>',
    '',
  ].join('\n');
}

const text = (format: string): string =>
  `<admst:text format="${format.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/>`;
const apply = (path: string, template: string): string =>
  `<admst:apply-templates select="${path}" match="${template}"/>`;
const each = (path: string, body: string): string => `<admst:join select="${path}" separator=",">${body}</admst:join>`;
const choose = (field: string, cases: Readonly<Record<string, string>>, otherwise: string): string =>
  [
    '<admst:choose>',
    ...Object.entries(cases).map(([value, body]) => `<admst:when test="[${field}='${value}']">${body}</admst:when>`),
    `<admst:otherwise>${otherwise}</admst:otherwise>`,
    '</admst:choose>',
  ].join('\n');
const template = (name: string, body: string): string => `<admst:template match="${name}">\n${body}\n</admst:template>`;
