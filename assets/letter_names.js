// The names of a letter in the rows of notation.md, told by what stands above, below and behind it on the page:
// "σ_*" and "σ" of σ_i, "hat:X", "X^†", "w^′". hw0.notation.rows makes the same names of the LaTeX there.
(() => {
  "use strict";
  const MARKS = {"^": "hat", "~": "tilde", "ˉ": "bar"};
  const STYLES = ["mathbf", "mathbb", "mathcal"];
  const WORDS = ".lf-math, .lf-number", SENTENCE = ".hw0-verdict, .answer-asks, .answer-diagnosis";
  const SCRIPT = "sub, sup, .lf-sub, .lf-sup", ABOVE = "sup, .lf-sup";
  const plain = (element) => element.textContent.replace(/[\s\u200b]/g, "");

  /** Whether a d is that of a derivative: in front of a letter, or first in a fraction over such a d. */
  function isDerivative(span, node, index) {
    const next = node.data[index + 1] ?? span.nextElementSibling?.textContent[0] ?? "";
    if (/\p{L}/u.test(next)) return true;
    const fraction = span.closest(".mfrac"), parts = fraction?.querySelector(".vlist").children;
    if (!parts || !/^d\p{L}/u.test(plain(parts[0]))) return false;
    const above = parts[parts.length - 1];
    return plain(above).startsWith("d") && above.querySelector(".mathnormal") === span;
  }

  /** What stands below and above a letter: ["i", "2"]. */
  function scriptsOf(atom) {
    const scripts = atom.nextElementSibling;
    if (!scripts?.matches(".msupsub")) return ["", ""];
    const table = scripts.firstElementChild, texts = [...table.querySelector(".vlist").children].map(plain);
    return table.matches(".vlist-t2") ? [texts[0], texts[1] ?? ""] : ["", texts[0]];
  }

  /** The names that a letter may have over `sub` and under `sup`, the most special one first; w′ is no w. */
  function namesWith(name, sub, sup) {
    const bare = sup.startsWith("′") ? [] : [sub && `${name}_${sub}`, sub && `${name}_*`, name];
    return [sup && `${name}_${sub}^${sup}`, sup && `${name}^${sup}`, ...bare].filter(Boolean);
  }

  /** The same in the words of a figure or a question, which livefig sets from runs such as <i>w</i><sub>1</sub>. */
  function namesInWords(node, index) {
    const span = node.parentElement, sign = node.data[index], script = span.closest(SCRIPT);
    if (sign === "†") {
      const base = script?.previousSibling, last = base?.lastChild ?? base;
      return last?.data ? namesInWords(last, last.data.length - 1) : [];
    }
    const isSlanted = span.matches("i, .lf-i"), scripts = {sub: "", sup: ""};
    if (!(isSlanted ? /\p{L}/u : /[Α-Ωℓ]/).test(sign)) return [];
    let next = (isSlanted || span.localName === "tspan" && !span.matches(WORDS) ? span : node).nextSibling;
    if (!script && index === node.data.length - 1) for (; next?.matches?.(SCRIPT); next = next.nextSibling) {
      scripts[next.matches(ABOVE) ? "sup" : "sub"] += plain(next);
    }
    if (sign === "d" && /\p{L}/u.test(node.data[index + 1] ?? "")) return [];
    return [...namesWith(sign, scripts.sub, scripts.sup), `${sign}_*`]; // s, where s_j has a row
  }

  const ARTICLE = /^[Aa] (?!(?:has|is|and|or|must|still)\b)[a-z]{2}/;

  /** The same in a sentence of `check`, where a letter is what stands by itself: "w" in "the w (d,)", not in "the". */
  function namesInSentence(node, index) {
    const sign = node.data[index].replace("φ", "ϕ"), before = node.data.slice(0, index), after = node.data.slice(index);
    const script = node.parentElement.closest(SCRIPT), [, marks] = /^.(\u0302?[′']?)/u.exec(after);
    if (!/\p{L}/u.test(sign) || script && sign === "T" || ARTICLE.test(after)) return [];
    if (/[\p{L}\p{N}_.]$/u.test(before) && !/(?:^|[^\p{L}\p{N}])d$/u.test(before)) return []; // x of dx is one
    if (/^[\p{L}\p{N}_]|^\.\p{L}/u.test(after.slice(1 + marks.length))) return [];
    const other = sign === "N" && after[1] === "(" ? "mathcal:N" : sign === "s" ? "σ" : ""; // s is σ in code
    if (other) return [other];
    const scripts = {sub: "", sup: marks.includes("\u0302") ? "" : marks.replace("'", "′")};
    let next = script || after.length > 1 + marks.length ? null : node.nextSibling;
    for (; next?.matches?.(SCRIPT); next = next.nextSibling) scripts[next.localName] += plain(next).replace("+", "†");
    return namesWith(marks.includes("\u0302") ? `hat:${sign}` : sign, scripts.sub, scripts.sup);
  }

  /** The names that a letter may have in the table, the most special one first. */
  function namesOf(node, index) {
    const span = node.parentElement, sign = node.data[index], style = STYLES.find((one) => span.matches(`.${one}`));
    if (span.closest(WORDS)) return namesInWords(node, index);
    if (span.closest(SENTENCE)) return namesInSentence(node, index);
    if (!span.closest(".katex-html") || span.closest(".text") || span.matches(".mathrm")) return [];
    if (span.closest(".mop, .msupsub")?.matches(".mop")) return [];
    if (sign === "†") {
      const base = span.closest(".msupsub")?.previousElementSibling, last = base?.lastChild;
      return last?.nodeType === Node.TEXT_NODE ? namesOf(last, last.data.length - 1) : [];
    }
    if (!/\p{L}/u.test(sign) && !style) return [];
    const accent = span.closest(".accent"), mark = accent && MARKS[plain(accent.querySelector(".accent-body"))];
    const [sub, sup] = accent || index === node.data.length - 1 ? scriptsOf(accent ?? span) : ["", ""];
    if (sign === "d" && !mark && !sub && !sup && isDerivative(span, node, index)) return [];
    return namesWith(style || mark ? `${style ?? mark}:${sign}` : sign, sub, sup);
  }

  globalThis.bookLetters = {WORDS: `${WORDS}, ${SENTENCE}`, namesOf};
})();
