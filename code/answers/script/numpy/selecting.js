// Entries that are chosen, replaced or looked for.
import { Namespace, Tuple, iterate } from '../python/values.js';
import { NDArray, reshape, transpose } from './array.js';
import { asArray, operand } from './convert.js';
import { kindOf } from './dtypes.js';
import { nonzero } from './indexing.js';
import { stack, where } from './joining.js';

const single = value => new NDArray([], [value], 's');
const { MAX_VALUE } = Number;

export const SELECTING = {
  select: ['condlist, choicelist, default=', (tests, values, otherwise = 0n) => [...iterate(tests)].reduceRight(
    (rest, c, k) => where(asArray(c), operand([...iterate(values)][k]), rest), operand(otherwise))],
  nan_to_num: ['x, copy=, nan=, posinf=, neginf=', (x, copy, nan = 0, up = MAX_VALUE, down = -MAX_VALUE) => [
    [v => v !== v, nan], [v => v === Infinity, up ?? MAX_VALUE], [v => v === -Infinity, down ?? -MAX_VALUE],
  ].reduce((a, [test, to]) => new NDArray(a.shape, a.values().map(v => test(v) ? asArray(to).at(0) : v), a.kind),
    asArray(x))],
  argwhere: ['a', a => transpose(stack(nonzero(asArray(a))))], isin: ['element, test_elements', (a, all) => {
    const known = new Set(asArray(all).values()), given = asArray(a);
    return new NDArray(given.shape, given.values().map(v => +known.has(v)), 'b');
  }],
  ix_: ['*args', args => Tuple.from(Array.from(args, (v, k) => {
    const a = asArray(v), at = a.kind === 'b' ? nonzero(a)[0] : a;
    return reshape(at, Array.from(args, (_, j) => j === k ? -1 : 1));
  }))],
  finfo: ['dtype', kind => new Namespace('finfo', kindOf(kind) === 's' ? { eps: single(2 ** -23),
    max: single(3.4028234663852886e38), tiny: single(2 ** -126) }
    : { eps: 2 ** -52, max: MAX_VALUE, min: -MAX_VALUE, tiny: 2.2250738585072014e-308 })],
};
