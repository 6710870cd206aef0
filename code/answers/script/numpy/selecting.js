// Entries that are chosen, replaced or looked for.
import { beyond, raise } from '../python/faults.js';
import { ELLIPSIS, Namespace, Slice, Tuple, iterate } from '../python/values.js';
import { NDArray, broadcast, filled, reshape, transpose } from './array.js';
import { asArray, isOn, operand } from './convert.js';
import { kindOf } from './dtypes.js';
import { nonzero, setEntries } from './indexing.js';
import { atLeast, columnsOf, concatenate, stack, where } from './joining.js';
import { ascending } from './reductions.js';

const single = value => new NDArray([], [value], 's');
const { MAX_VALUE } = Number, LARGEST_SINGLE = 3.4028234663852886e38;

/** np.r_[a, b] and np.c_[a, b]: what stands in the brackets, one after another, or as columns. */
const between = (name, join) => new Namespace(name, { __getitem__: given => {
  const items = given instanceof Tuple ? [...given] : [given];
  if (items.some(item => typeof item === 'string' || item instanceof Slice)) beyond(`${name} takes arrays only here.`);
  return join(items.map(item => asArray(item)));
} });
export const JOINED = {
  r_: between('np.r_', all => concatenate(all.map(a => atLeast(a, 1)))),
  c_: between('np.c_', all => concatenate(columnsOf(all), -1)),
};

/** An array in the middle of one of zeros: `width` is n, (before, after), or one such pair for each axis. */
function padded(value, width, mode = 'constant') {
  if (mode !== 'constant') beyond('np.pad pads with zeros only here.');
  const a = asArray(value), pairs = broadcast(asArray(width), [a.ndim, 2]);
  const at = d => [2 * d, 2 * d + 1].map(k => pairs.at(k));
  const shape = a.shape.map((n, d) => n + at(d)[0] + at(d)[1]), made = filled(shape, 0, a.kind);
  setEntries(made, Tuple.from(a.shape.map((n, d) => new Slice(at(d)[0], at(d)[0] + n, null))), a);
  return made;
}

export const SELECTING = {
  select: ['condlist, choicelist, default=', (tests, values, otherwise = 0n) => [...iterate(tests)].reduceRight(
    (rest, c, k) => where(asArray(c), operand([...iterate(values)][k]), rest), operand(otherwise))],
  nan_to_num: ['x, copy=, nan=, posinf=, neginf=', (x, copy, nan = 0, up = null, down = null) => {
    const given = asArray(x), most = given.kind === 's' ? LARGEST_SINGLE : MAX_VALUE;
    const made = isOn(copy, true) ? given.copy() : given;
    const of = v => v !== v ? nan : v === Infinity ? up ?? most : v === -Infinity ? down ?? -most : v;
    setEntries(made, ELLIPSIS, new NDArray(made.shape, made.values().map(v => asArray(of(v)).at(0))));
    return made;
  }],
  unique: ['ar', a => {
    const v = ascending(new Set(asArray(a).values()));
    return new NDArray([v.length], v, asArray(a).kind);
  }],
  pad: ['array, pad_width, mode=', padded],
  argwhere: ['a', a => transpose(stack(nonzero(asArray(a))))], isin: ['element, test_elements', (a, all) => {
    const known = new Set(asArray(all).values()), given = asArray(a);
    return new NDArray(given.shape, given.values().map(v => +known.has(v)), 'b');
  }],
  ix_: ['*args', args => Tuple.from(Array.from(args, (v, k) => {
    const a = asArray(v);
    if (a.ndim !== 1) raise('ValueError', 'Cross index must be 1 dimensional');
    const at = a.kind === 'b' ? nonzero(a)[0] : a;
    return reshape(at, Array.from(args, (_, j) => j === k ? -1 : 1));
  }))],
  finfo: ['dtype', kind => new Namespace('finfo', kindOf(kind) === 's' ? { eps: single(2 ** -23),
    max: single(LARGEST_SINGLE), tiny: single(2 ** -126) }
    : { eps: 2 ** -52, max: MAX_VALUE, min: -MAX_VALUE, tiny: 2.2250738585072014e-308 })],
};
