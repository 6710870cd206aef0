// A name that a value has not: Python's own has it and the page cannot use it, or nobody has.
import { NDArray } from '../numpy/array.js';
import { beyond, raise } from './faults.js';
import { Callable, Message, typeName } from './values.js';

// Python's lists, dicts, sets, texts and numbers have these; the page has not.
const KNOWN_TO_PYTHON = new RegExp(`^(__\\w+__|as_integer_ratio|bit_length|casefold|center|clear|conjugate|copy|count|
difference\\w*|encode|endswith|expandtabs|find|format\\w*|fromhex|fromkeys|hex|imag|index|intersection\\w*|is[a-z]+|
join|ljust|lstrip|numerator|denominator|maketrans|partition|pop|popitem|remove\\w*|replace|rfind|rindex|rjust|
rpartition|rsplit|rstrip|split\\w*|startswith|swapcase|
symmetric_difference\\w*|title|translate|union|update|zfill|_\\w+)$`.replaceAll('\n', ''));
// NumPy's arrays have these; the page has not.
const KNOWN_TO_NUMPY = new RegExp(`^(__\\w+__|argpartition|base|byteswap|choose|compress|ctypes|data|device|dump|dumps|
flags|getfield|imag|itemset|itemsize|mT|nbytes|newbyteorder|partition|put|repeat|resize|searchsorted|setfield|setflags|
strides|take|to_device|tobytes|tofile|tostring|view)$`.replaceAll('\n', ''));

const MEANT_INSTEAD = { __proto__: null, inv: 'np.linalg.inv(A)', I: 'np.linalg.inv(A)', H: 'A.T', t: 'A.T',
  norm: 'np.linalg.norm(a)', det: 'np.linalg.det(A)',
  abs: 'np.abs(a)', exp: 'np.exp(a)', log: 'np.log(a)', sqrt: 'np.sqrt(a)', length: 'len(a)', len: 'len(a)' };

export function tellAbsent(value, name) {
  const type = typeName(value), known = value instanceof NDArray ? KNOWN_TO_NUMPY : KNOWN_TO_PYTHON;
  if (value instanceof Callable || value instanceof Message || known.test(name)) {
    beyond(`.${name} of a ${type} cannot be used here.`);
  }
  const meant = typeof value !== 'string' && MEANT_INSTEAD[name];
  raise('AttributeError', `'${type}' object has no attribute '${name}'`, meant ? `Did you mean ${meant}?` : '');
}
