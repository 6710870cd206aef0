// + - * / ... and comparisons, for Python's numbers, text, lists and sets, and for arrays.
import { NDArray, broadcastShape, sameShape, tight } from '../numpy/array.js';
import { apply } from '../numpy/elementwise.js';
import { asArray, entry, isIndex, operand, whole } from '../numpy/convert.js';
import { TYPE_NAMES, classOf, kindOf } from '../numpy/dtypes.js';
import { setEntries } from '../numpy/indexing.js';
import { matmul } from '../numpy/products.js';
import { spend } from './budget.js';
import { beyond, raise } from './faults.js';
import { floorDivide, power, remainder, wholePower } from './numbers.js';
import { Dict, ELLIPSIS, Message, Namespace, PySet, Range, Tuple, iterate, truth, typeName } from './values.js';

const UFUNCS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '**': 'power', '//': 'floor_divide',
  '%': 'remainder',
  '&': 'bitwise_and', '|': 'bitwise_or', '^': 'bitwise_xor', '<<': 'left_shift', '>>': 'right_shift', '<': 'less',
    '>': 'greater',
  '<=': 'less_equal', '>=': 'greater_equal', '==': 'equal', '!=': 'not_equal' };
const SIGNS = { '-': 'negative', '+': 'positive', '~': 'invert' };
const COMMON_WORDS = { '**': '** or pow()' };

export const isNumber = v => typeof v === 'number' || typeof v === 'bigint' || typeof v === 'boolean';
const isWhole = v => typeof v !== 'number';
const BY_ZERO = { '/': 'division by zero', '//': 'integer division or modulo by zero', '%': 'integer modulo by zero' };
const int = v => typeof v === 'boolean' ? BigInt(v) : v;
const unsupported = (operator, a, b) => raise('TypeError',
  `unsupported operand type(s) for ${COMMON_WORDS[operator] ?? operator}: '${typeName(a)}' and '${typeName(b)}'`);

export function binary(operator, a, b) {
  if (operator === '%' && typeof a === 'string') return new Message();
  if (a instanceof NDArray || b instanceof NDArray) return ofArrays(operator, a, b);
  if (isNumber(a) && isNumber(b)) {
    if (isWhole(a) && isWhole(b)) return ofWholes(operator, a, b);
    return '&|^<<>>@'.includes(operator) ? unsupported(operator, a, b) : ofFloats(operator, Number(a), Number(b));
  }
  readable(a, b);
  if (a instanceof PySet && b instanceof PySet) return ofSets(operator, a, b);
  if (a instanceof Dict && b instanceof Dict && operator === '|') return joined(a, b);
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return sized(a + b);
  if (operator === '+' && isSequence(a)) {
    if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple)
      return like(a, sized([...a, ...b]));
    raise('TypeError', `can only concatenate ${typeName(a)} (not "${typeName(b)}") to ${typeName(a)}`);
  }
  if (operator === '*' && isSequence(a)) return repeated(a, b);
  if (operator === '*' && isSequence(b)) return repeated(b, a);
  return unsupported(operator, a, b);
}

/** A text made with f"…" is not known. */
const readable = (...all) => all.forEach(v => v instanceof Message && typeName(v));

const LARGEST_LIST = 100_000;
const like = (a, items) => a instanceof Tuple ? Tuple.from(items) : items;

function sized(items) {
  spend(items.length / 4);
  return items.length <= LARGEST_LIST ? items
    : beyond(`Lists and texts of more than ${LARGEST_LIST} items are too long for this page.`);
}

const isSequence = v => Array.isArray(v) || typeof v === 'string';

function repeated(a, b) {
  if (!isIndex(b)) raise('TypeError', `can't multiply sequence by non-int of type '${typeName(b)}'`);
  const times = Math.max(0, whole(b));
  sized({ length: a.length * times });
  return typeof a === 'string' ? a.repeat(times) : like(a, Array.from({ length: times }, () => [...a]).flat(1));
}

function ofArrays(operator, a, b) {
  if (operator === '@') return matmul(a, b);
  const [shaped, other] = a instanceof NDArray ? [a, b] : [b, a];
  if (operator === '*' && !shaped.ndim && isSequence(other)) return repeated(other, shaped); // a number of NumPy's
  if (!(other instanceof NDArray || isNumber(other) || Array.isArray(other) || other instanceof Range)) {
    if (operator === '==' || operator === '!=') {
      return shaped.ndim ? beyond('Arrays can only be compared with numbers here.') : operator === '!=';
    }
    const one = v => v === shaped ? entry(0, v.kind) : v;
    if (typeof other !== 'string') return ('<=>='.includes(operator) ? compare : unsupported)(operator, one(a), one(b));
    raise('UFuncTypeError', `ufunc '${UFUNCS[operator]}' did not contain a loop with signature matching types `
      + `(dtype('${TYPE_NAMES[shaped.kind]}'), dtype('<U${other.length}')) -> None`);
  }
  return apply(UFUNCS[operator], operand(a), operand(b));
}

/** array op= value: the array itself is changed. */
export function inPlace(operator, old, given) {
  if (old.fixed) raise('ValueError', 'output array is read-only');
  if (given instanceof NDArray && operator !== '@') broadcastShape(old.shape, given.shape, old.shape);
  const made = binary(operator, old, given), name = UFUNCS[operator] ?? 'matmul';
  if (classOf(made.kind) > classOf(old.kind)) {
    raise('UFuncTypeError', `Cannot cast ufunc '${name}' output from dtype('${TYPE_NAMES[made.kind]}') to `
      + `dtype('${TYPE_NAMES[old.kind]}') with casting rule 'same_kind'`);
  }
  if (!sameShape(made.shape, old.shape)) {
    const [was, is] = [old.shape, made.shape].map(tight);
    raise('ValueError', `non-broadcastable output operand with shape ${was} doesn't match the broadcast shape ${is}`);
  }
  setEntries(old, ELLIPSIS, made);
  return old;
}

function ofFloats(operator, a, b) {
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return b === 0 ? raise('ZeroDivisionError', 'float division by zero') : a / b;
    case '//': return b === 0 ? raise('ZeroDivisionError', 'float floor division by zero') : floorDivide(a, b);
    case '%': return b === 0 ? raise('ZeroDivisionError', 'float modulo') : remainder(a, b);
    default: return power(a, b);
  }
}

function ofWholes(operator, p, q) {
  if (typeof p === 'boolean' && typeof q === 'boolean' && '&|^'.includes(operator)) {
    return { '&': p && q, '|': p || q, '^': p !== q }[operator];
  }
  const a = int(p), b = int(q), wholeDown = (x, y) => (x - modulo(x, y)) / y;
  if (b === 0n && Object.hasOwn(BY_ZERO, operator)) raise('ZeroDivisionError', BY_ZERO[operator]);
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return wholePower(a, 1n) * wholePower(b, 1n);
    case '/': return Number(a) / Number(b);
    case '//': return wholeDown(a, b);
    case '%': return modulo(a, b);
    case '**': return b < 0n ? power(Number(a), Number(b)) : wholePower(a, b);
    case '&': return a & b;
    case '|': return a | b;
    case '^': return a ^ b;
    case '<<': return b < 0n ? raise('ValueError', 'negative shift count') : a * wholePower(2n, b);
    case '>>': return b < 0n ? raise('ValueError', 'negative shift count') : wholeDown(a, wholePower(2n, b));
    default: return unsupported(operator, p, q);
  }
}

const modulo = (a, b) => { const m = a % b; return m && (m < 0n) !== (b < 0n) ? m + b : m; };

function ofSets(operator, a, b) {
  const items = [...iterate(a)];
  if (operator === '-') return PySet.from(items.filter(v => !b.has(v)));
  if (operator === '&') return PySet.from(items.filter(v => b.has(v)));
  if (operator === '|') return PySet.from([...items, ...iterate(b)]);
  return operator === '^' ? ofSets('-', ofSets('|', a, b), ofSets('&', a, b)) : unsupported(operator, a, b);
}

function joined(a, b) {
  const out = new Dict();
  for (const [key, value] of [...a.pairs, ...b.pairs]) out.put(key, value);
  return out;
}

export function unary(operator, value) {
  if (value instanceof NDArray) return apply(SIGNS[operator], value);
  if (!isNumber(value)) raise('TypeError', `bad operand type for unary ${operator}: '${typeName(value)}'`);
  if (operator === '~') return isWhole(value) ? ~int(value) : raise('TypeError',
    "bad operand type for unary ~: 'float'");
  return operator === '-' ? -int(value) : int(value);
}

export function compare(operator, a, b) {
  if (operator === 'is' || operator === 'is not') return (a === b) === (operator === 'is');
  readable(a, b);
  if (operator === 'in' || operator === 'not in') return contains(b, a) === (operator === 'in');
  if (a instanceof NDArray || b instanceof NDArray) return binary(operator, a, b);
  if (operator === '==' || operator === '!=') return equal(a, b) === (operator === '==');
  if (isNumber(a) && isNumber(b) || typeof a === 'string' && typeof b === 'string') return inOrder(operator, int(a),
    int(b));
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) return listsInOrder(operator,
    a, b);
  if (a instanceof PySet && b instanceof PySet) beyond('Sets can only be compared by == here.');
  return raise('TypeError', `'${operator}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function inOrder(operator, a, b) {
  switch (operator) {
    case '<': return a < b;
    case '>': return a > b;
    case '<=': return a <= b;
    default: return a >= b;
  }
}

function listsInOrder(operator, a, b) {
  const k = a.findIndex((v, i) => i < b.length && !alike(v, b[i]));
  return k < 0 ? inOrder(operator, a.length, b.length) : truth(compare(operator, a[k], b[k]));
}

/** Whether an item is found as another one. */
export const alike = (a, b) => a === b || truth(compare('==', a, b));

function equal(a, b) {
  if (isNumber(a) && isNumber(b)) return int(a) == int(b); // eslint-disable-line eqeqeq -- 1n and 1 are equal
  if (Array.isArray(a) && Array.isArray(b)) {
    return a instanceof Tuple === b instanceof Tuple && a.length === b.length
      && a.every((v, k) => alike(v, b[k]));
  }
  if (a instanceof Range && b instanceof Range) return equal([...a], [...b]);
  if (a instanceof Dict && b instanceof Dict) {
    return a instanceof PySet === b instanceof PySet && a.size === b.size
      && a.pairs.every(([key, value]) => b.has(key) && alike(value, b.get(key)));
  }
  if (a?.kind && a instanceof Namespace && (b?.kind || typeof b === 'string')) return a.kind === kindOf(b);
  return a === b;
}

function contains(all, value) {
  if (typeof all === 'string') {
    return typeof value === 'string' ? all.includes(value) : raise('TypeError',
      `'in <string>' requires string as left operand, not ${typeName(value)}`);
  }
  if (all instanceof Dict) return all.has(value);
  if (all instanceof NDArray) return apply('equal', all, asArray(value)).values().some(v => v);
  for (const item of iterate(all)) if (alike(item, value)) return true;
  return false;
}
