// node evaluate.mjs spec.json inputs.json out.bin: every node's values at each input, as float64; what is said, on
// stdout
import { openSync, readFileSync, writeSync } from 'node:fs';
import { program } from '../../code/livefig/script/program.js';
import { fmt } from '../../code/livefig/script/words.js';

const [spec, inputs] = process.argv.slice(2, 4).map(f => JSON.parse(readFileSync(f, 'utf8')));
const { vals, set } = program(spec), out = openSync(process.argv[4], 'w');
const say = parts => parts.map(p => typeof p === 'string' ? p : fmt(vals[p[0]][0], p[1])).join('');
const all = new Float64Array(vals.reduce((sum, v) => sum + v.length, 0));
const said = inputs.map(row => {
  set(row);
  let at = 0;
  for (const v of vals) { all.set(v, at); at += v.length; }
  writeSync(out, all);
  const cells = r => r.map(c => typeof c === 'string' ? c : say(c));
  return spec.said.map(s => s.rows ? s.rows.map(cells) : say(s.texts ? s.texts[vals[s.pick][0]] : s.text));
});
console.log(JSON.stringify(said));
