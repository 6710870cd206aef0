// node evaluate.mjs texts.json out.json: what the page's Python makes of each text; with --names, the names that it
// knows.
import { readFileSync, writeFileSync } from 'node:fs';
import { NDArray } from '../../code/answers/script/numpy/array.js';
import { kindOf } from '../../code/answers/script/numpy/dtypes.js';
import { addFurther } from '../../code/answers/script/numpy/further.js';
import { methods, properties } from '../../code/answers/script/numpy/methods.js';
import { answerOf } from '../../code/answers/script/python/answer.js';
import { allow } from '../../code/answers/script/python/budget.js';
import { builtins } from '../../code/answers/script/python/builtins.js';
import { Beyond, PythonError, SyntaxFault, place } from '../../code/answers/script/python/faults.js';
import { Dict, PySet, Tuple, Namespace } from '../../code/answers/script/python/values.js';

addFurther();
const number = v => typeof v === 'bigint' ? Number(v) : Number.isFinite(v) ? v : String(v);
const STEPS = 400_000;

function shown(value) {
  if (value instanceof NDArray) return { kind: value.kind, shape: value.shape, values: value.values().map(number) };
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return { kind: 'b', shape: [], values: [+value] };
  const kind = { number: 'f', bigint: 'i' }[typeof value];
  if (kind) return { kind, shape: [], values: [number(value)] };
  if (value instanceof PySet) return { set: value.pairs.map(([key]) => shown(key)) };
  if (value instanceof Dict) return { dict: value.pairs.map(pair => pair.map(shown)) };
  if (Array.isArray(value)) return { [value instanceof Tuple ? 'tuple' : 'list']: Array.from(value, shown) };
  if (value instanceof Namespace) return { type: kindOf(value) };
  return { other: typeof value };
}

function tried(text) {
  allow(STEPS);
  try {
    return { value: shown(answerOf(text, [])()) };
  } catch (error) {
    if (error instanceof PythonError) return { error: error.type, message: error.message };
    if (error instanceof Beyond) return { beyond: error.message };
    if (error instanceof SyntaxFault) return { unread: error.message, ...place(text, error.at) };
    return { broken: `${error?.stack ?? error}` };
  }
}

const [, , from, to] = process.argv;
if (from === '--names') {
  const of = name => Object.keys(builtins[name].members);
  console.log(JSON.stringify({
    numpy: of('np'), linalg: Object.keys(builtins.np.members.linalg.members), math: of('math'),
    methods: Object.keys({ ...methods, ...properties }),
    builtins: Object.keys(builtins),
  }));
} else writeFileSync(to, JSON.stringify(JSON.parse(readFileSync(from, 'utf8')).map(tried)));
