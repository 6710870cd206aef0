// node scripts.mjs FILE...: the single faults of scripts as JSON, {file: [[kind, start, end, new]]}, in characters.
// What no reader can see is left out: imports, the messages of errors, names of properties, directives.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const OPERATORS = {
  '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*', '&': '|', '|': '&', '<<': '>>', '>>': '<<',
};
const COMPARISONS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '==': '!=', '!=': '==' };
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' };
const LOGIC = { '&&': '||', '||': '&&' };

const EITHER_WAY = /^Math\.(?:max|min|hypot)$|\.is$|^sameShape$/; // the order of what they take changes nothing
const ROUNDING = 1e-4; // as in changes.py
const TITLED = /^(?:replace|push)State$/; // of what browsers do not read, the title
const changed = ['BinaryExpression', 'UnaryExpression', 'Literal']; // tests that have a fault of their own
const isPause = node => node.type === 'YieldExpression' && !node.argument; // a clock sees it, and no reader
const isText = node => node.type === 'TemplateLiteral' || node.type === 'Literal' && typeof node.value === 'string';

function* faultsOf(node, text) {
  const of = part => text.slice(part.start, part.end);
  // the sign between two parts, which brackets and spaces surround
  const between = (left, right, sign, other) => {
    const start = text.indexOf(sign, left.end);
    return start < right.start ? [start, start + sign.length, other] : null;
  };
  if (node.type === 'BinaryExpression' && COMPARISONS[node.operator])
    yield ['comparison', ...between(node.left, node.right, node.operator, COMPARISONS[node.operator])];
  else if (node.type === 'BinaryExpression' && OPERATORS[node.operator] && !isText(node.left) && !isText(node.right))
    yield ['operator', ...between(node.left, node.right, node.operator, OPERATORS[node.operator])];
  else if (node.type === 'AssignmentExpression' && ASSIGNMENTS[node.operator] && !isText(node.right))
    yield ['operator', ...between(node.left, node.right, node.operator, ASSIGNMENTS[node.operator])];
  else if (node.operator === '??') yield ['logic', node.start, node.end, of(node.left)]; // none may stand beside &&
  else if (node.type === 'LogicalExpression')
    yield ['logic', ...between(node.left, node.right, node.operator, LOGIC[node.operator])];
  else if (node.type === 'UnaryExpression' && (node.operator === '-' || node.operator === '!'))
    yield [node.operator === '-' ? 'sign' : 'logic', node.start, node.end, ` ${of(node.argument)}`];
  else if (node.type === 'Literal') yield* faultsOfLiteral(node);
  else if ((node.type === 'IfStatement' || node.type === 'ConditionalExpression') && !changed.includes(node.test.type))
    yield ['branch', node.test.start, node.test.end, `!(${of(node.test)})`];
  else if (node.type === 'ExpressionStatement' && !node.directive && !isPause(node.expression))
    yield ['statement', node.start, node.end, ';'];
  else if (node.type === 'CallExpression' && node.arguments.length === 2) {
    if (node.arguments.some(part => part.type === 'SpreadElement') || EITHER_WAY.test(of(node.callee))) return;
    const [first, second] = node.arguments;
    yield ['order', first.start, second.end, `${of(second)}, ${of(first)}`];
  }
}

function* faultsOfLiteral({ value, start, end }) {
  const other = value => Number.isInteger(value) ? value + 1 : Math.abs(value) < ROUNDING ? 1 : value * 1.5;
  if (typeof value === 'number') yield ['number', start, end, `${other(value)}`];
  else if (typeof value === 'boolean') yield ['logic', start, end, String(!value)];
  else if (typeof value === 'string') yield ['text', start, end, value ? "''" : "'x'"];
}

function* visible(node) {
  if (!node || typeof node.type !== 'string') return;
  const silent = ['ImportDeclaration', 'ThrowStatement', 'ExportAllDeclaration', 'ImportExpression'];
  if (silent.includes(node.type) || node.type === 'NewExpression' && /Error$/.test(node.callee.name)) return;
  yield node;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'key' && !node.computed || name === 'source') continue;
    if (name === 'value' && node.key?.name === 'passive') continue; // who listens without stopping may say so or not
    const unread = name === 'arguments' && TITLED.test(node.callee.property?.name) ? value[1] : null;
    for (const child of [value].flat())
      if (child !== unread && child && typeof child === 'object') yield* visible(child);
  }
}

const found = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  found[file] = [];
  for (const node of visible(parse(text, { ecmaVersion: 'latest', sourceType: 'module' })))
    for (const fault of faultsOf(node, text)) found[file].push(fault);
}
process.stdout.write(JSON.stringify(found));
