// What an answer asks for less often: linear algebra, statistics, einsum, the module math.
import { tellAbsent } from '../python/absent.js';
import { telling } from '../python/attributes.js';
import { defined } from '../python/calls.js';
import { math } from '../python/builtins.js';
import { MATHEMATICS } from '../python/mathematics.js';
import { CONTRACTIONS } from './contractions.js';
import { argumentsOf, elementwiseNames } from './elementwise.js';
import { foldsOf } from './folding.js';
import { GRIDS } from './grids.js';
import { linalg } from './linalg.js';
import { np } from './namespace.js';
import { REARRANGING } from './rearranging.js';
import { JOINED, SELECTING } from './selecting.js';
import { STATISTICS } from './statistics.js';

/** Adds it to what np and math hold. */
export function addFurther() {
  Object.assign(np.members, { linalg, ...JOINED, ...defined({ ...CONTRACTIONS, ...GRIDS,
    ...REARRANGING,
    ...SELECTING, ...STATISTICS }, 'np.') });
  Object.assign(math.members, MATHEMATICS);
  telling.absent = tellAbsent;
  for (const name of elementwiseNames) if (argumentsOf(name) === 2) np.members[name].members = foldsOf(name);
}
