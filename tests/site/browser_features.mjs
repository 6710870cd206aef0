// Which features of browsers scripts and style sheets use, and since when each browser has them:
// node browser_features.mjs FILE ... writes {file: {feature: [Chrome, Firefox, Safari]}}; null: not in that browser.
// Of a script's names the kind is not known: the oldest feature of that name counts, and names that are not in all
// three are left out, since most of them are the script's own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { parse } from 'acorn';
import * as csstree from 'css-tree';

const { api, css, javascript } = createRequire(import.meta.url)('@mdn/browser-compat-data');
const BROWSERS = ['chrome', 'firefox', 'safari'];
const WHOLE = ['flags', 'prefix', 'alternative_name', 'partial_implementation', 'version_removed'];

function since({ __compat: { support } }) {
  return BROWSERS.map(browser => {
    const found = [support[browser]].flat().find(s => s?.version_added && WHOLE.every(lack => !s[lack]));
    return parseFloat(`${found?.version_added ?? ''}`.replace('≤', ''));
  });
}

// name -> since when, of all members of interfaces, and of all that is there without naming an interface
const members = new Map(), globals = new Map();
for (const tree of [api, javascript.builtins]) {
  for (const [owner, own] of Object.entries(tree)) {
    if (own.__compat) oldest(globals, owner, own);
    for (const [member, feature] of Object.entries(own)) {
      if (!feature.__compat) continue;
      oldest(members, member.replace(/_(static|event)$/, ''), feature);
      if (owner === 'Window' || owner === '_globals') oldest(globals, member, feature);
    }
  }
}
function oldest(map, name, feature) {
  const had = map.get(name), versions = since(feature);
  map.set(name, had ? had.map((v, k) => Math.min(v, versions[k] || Infinity)) : versions.map(v => v || Infinity));
}

const SYNTAX = {
  ChainExpression: 'operators.optional_chaining', '??': 'operators.nullish_coalescing',
  '??=': 'operators.nullish_coalescing_assignment', '||=': 'operators.logical_or_assignment',
  '&&=': 'operators.logical_and_assignment', '**': 'operators.exponentiation',
  PropertyDefinition: 'classes.public_class_fields', static: 'classes.static.class_fields',
  PrivateIdentifier: 'classes.private_class_fields', StaticBlock: 'classes.static.initialization_blocks',
  AwaitExpression: 'operators.await', ImportExpression: 'operators.import',
  catch: 'statements.try_catch.optional_catch_binding',
  spread: 'operators.spread.spread_in_object_literals', bigint: 'builtins.BigInt',
  behind: 'regular_expressions.lookbehind_assertion', named: 'regular_expressions.named_capturing_group',
  property: 'regular_expressions.unicode_character_class_escape',
};
const PATTERNS = { behind: /\(\?<[=!]/, named: /\(\?<[A-Za-z]/, property: /\\p\{/ };

function* kinds(node, parent) {
  yield node.type === 'PropertyDefinition' && node.static ? 'static' : node.type;
  if (node.operator) yield node.operator;
  if (node.type === 'CatchClause' && !node.param) yield 'catch';
  if (node.type === 'SpreadElement' && parent.type === 'ObjectExpression') yield 'spread';
  if (node.bigint) yield 'bigint';
  if (node.regex) yield* Object.keys(PATTERNS).filter(kind => PATTERNS[kind].test(node.regex.pattern));
}

function script(text) {
  const found = {};
  const name = (map, key, versions = map.get(key)) => { if (versions?.every(Number.isFinite)) found[key] = versions; };
  (function walk(node, parent, key) {
    for (const kind of kinds(node, parent)) {
      const path = Object.hasOwn(SYNTAX, kind) && SYNTAX[kind];
      if (path) found[path] = since(path.split('.').reduce((tree, part) => tree[part], javascript));
    }
    const field = parent.type === 'MemberExpression' && key === 'property';
    if (node.type === 'Identifier' && field && !parent.computed) name(members, node.name);
    const own = parent.type === 'Property' && key === 'key';
    if (node.type === 'Identifier' && !field && !own) name(globals, node.name);
    for (const [part, inner] of Object.entries(node)) {
      for (const each of [inner].flat()) if (each?.type) walk(each, node, part);
    }
  })(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), {}, '');
  return found;
}

function styles(text) {
  const found = {}, { properties, selectors, types, 'at-rules': rules } = css;
  const name = (key, feature) => { if (feature?.__compat && !/^\W*-/.test(key)) found[key] = since(feature); };
  csstree.walk(csstree.parse(text), node => {
    if (node.type === 'Declaration') {
      const property = properties[node.property];
      name(node.property, property);
      csstree.walk(node.value, value => {
        const kind = value.type === 'Function' && [types, types.color, types.image, types.gradient]
          .find(tree => tree[value.name]);
        if (kind) name(`${value.name}()`, kind[value.name]);
        if (value.type === 'Identifier') name(`${node.property}: ${value.name}`, property?.[value.name]);
      });
    }
    if (node.type === 'PseudoClassSelector') name(`:${node.name}`, selectors[node.name]);
    if (node.type === 'PseudoElementSelector') name(`::${node.name}`, selectors[node.name]);
    if (node.type === 'Atrule') name(`@${node.name}`, rules[node.name]);
    // (rules within rules are not all understood)
    const nested = node.type === 'NestingSelector' || node.type === 'Raw' && node.value.includes('{');
    if (nested) name('&', selectors.nesting);
  });
  return found;
}

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map(path =>
  [basename(path), (path.endsWith('.css') ? styles : script)(readFileSync(path, 'utf8'))]))));
