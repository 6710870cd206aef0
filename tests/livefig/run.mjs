// node run.mjs spec.json '{"row": values of the inputs, "steps": n, "rooms": [names], "nodes": [numbers]}' out.bin:
// the rooms after each step, then the values of nodes of the graph after a look.
import { openSync, readFileSync, writeSync } from 'node:fs';
import { program } from '../../code/livefig/script/program.js';
import { run } from '../../code/livefig/script/run.js';

const spec = JSON.parse(readFileSync(process.argv[2], 'utf8')), asked = JSON.parse(process.argv[3]);
const { vals, deps, set, renew } = program(spec), out = openSync(process.argv[4], 'w');
set(asked.row);
const training = run(spec.run, vals, deps);
for (let k = 0; k < asked.steps; k++) {
  training.once();
  for (const name of asked.rooms) writeSync(out, training.room(name));
}
[...training.look()];
renew();
for (const node of asked.nodes) writeSync(out, vals[node]);
