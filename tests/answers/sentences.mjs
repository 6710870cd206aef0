// node sentences.mjs given.json found.json: what the page makes of sentences, as HTML without escapes.
import { readFileSync, writeFileSync } from 'node:fs';

globalThis.document = { createElement: tag => ({ tag, append(text) { this.text = text; } }) };
const { sentence } = await import('../../code/answers/script/box/sentences.js');
const html = piece => typeof piece === 'string' ? piece : `<${piece.tag}>${piece.text}</${piece.tag}>`;
const [, , from, to] = process.argv;
const texts = JSON.parse(readFileSync(from, 'utf8'));
writeFileSync(to, JSON.stringify(texts.map(text => sentence(text).map(html).join(''))));
