// Which sections of the book a query means, and how a result looks.  MiniSearch ranks the words (minisearch.js),
// search_index.js says what stands where; the field in the bar (search_field.js) and the search page (search_page.js)
// show what is found.
const bookSearch = (() => {
  "use strict";

  const MARK = "\ue000"; // around the number of a formula
  const GREEK = {α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", η: "eta", θ: "theta", λ: "lambda",
    μ: "mu", σ: "sigma", φ: "phi", ϕ: "phi", Σ: "sigma", "∞": "infinity", "→": "to", "†": "dagger"};
  const IDLE = new Set(("a an and are as at be by can do does for from how i in is it many me much my of on or that "
    + "the there this to what when where which who why with you your").split(" "));
  const CALLED = /\b(?:(?:homework|hw)\s*(?:0|zero)?|problem|question|exercise|part|section|chapter)\b/g;
  const BRIEFLY = /^(?:homework|hw0?|problem|question|exercise|part|section|chapter|q|p)+(?=\d)/;
  const ROMAN = ["", "i", "ii", "iii", "iv"];
  const CLOSING = new Set(["Explore", "What chatbots got wrong", "Exercises", "Summary"]); // every chapter has them
  const WEIGHTS = {title: 6, terms: 5, parts: 4, subtitle: 2, chapter: 1.5, text: 1, code: 0.4};
  const KINDS = {page: 1.25, part: 1.2, section: 1, word: 0.6, code: 0.5, closing: 0.4};
  const MOST = 30, FEW = 8, EXCERPT = 170;

  const words = (text) => text.replace(/[\p{L}\p{S}†]/gu, (sign) => sign in GREEK ? ` ${GREEK[sign]} ` : sign)
    .normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // Plurals and British endings: enough, since beginnings of words and near ones are found, too.
  function term(word) {
    if (IDLE.has(word)) return null;
    return word.replace(/is(?=(?:e|ed|er|es|ing|ation|ations|ers)$)/, "iz").replace(/([^sui]|ri)s$/, "$1");
  }

  // "4(f)", "problem 4 f", "5 b ii", "problem 5 part b (2)": letters and digits, without what they are called.
  const spelled = (text) => text.toLowerCase().replace(CALLED, " ").replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(BRIEFLY, "").replace(/^(\d[a-z])([1-4])$/, (_, part, number) => part + ROMAN[number]);

  function kind(anchor, title, parts) {
    if (!anchor) return "page";
    if (anchor.startsWith("term-")) return "word";
    if (/\w\.\w/.test(anchor)) return "code";
    return CLOSING.has(title) ? "closing" : parts.length ? "part" : "section";
  }

  const sections = BOOK_INDEX.sections.map(([page, anchor, title, parts, subtitle, text, code, terms], id) => {
    const [address, chapter, number] = BOOK_INDEX.pages[page];
    return {id, page, address: anchor ? `${address}#${anchor}` : address, title, parts: parts.join(" "), subtitle,
      text, code, terms,
      number, top: !anchor, chapter: anchor ? chapter : "", kind: kind(anchor, title, parts)};
  });
  const byPart = new Map(), byName = new Map(), byCode = new Map();
  for (const section of sections) if (section.kind === "code") {
    const names = section.title.split(".");
    names.forEach((_, k) => { const name = names.slice(k).join("."); byCode.set(name, byCode.get(name) ?? section); });
  }
  for (const section of sections) {
    if (section.kind !== "word") for (const name of [section.title, ...section.terms.split(", ")]) {
      const key = words(name).map(term).join(" ").trim();
      byName.set(key, byName.has(key) ? null : section); // a name of several sections leads to none
    }
  }
  for (const section of sections) {
    const parts = section.parts.split(" ").filter((name) => name && !/^\d$/.test(name));
    for (const part of parts.map(spelled)) byPart.set(part, section).set(part.replace(/^\d(?=[a-z]{5})/, ""), section);
    if (section.top && section.number) byPart.set(section.number, section);
  }

  const index = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize: words,
    processTerm: term,
    extractField: (section, field) => field === "text" ? section.text.replace(/\ue000\d+\ue000/g, " ") : section[field],
    searchOptions: {
      boost: WEIGHTS,
      prefix: (word, place, all) => place === all.length - 1 && word.length > 1 || word.length > 3,
      fuzzy: (word) => (word.length > 7 ? 2 : word.length > 4 ? 1 : false),
      maxFuzzy: 2,
      weights: {fuzzy: 0.3, prefix: 0.5},
      boostDocument: (id) => KINDS[sections[id].kind],
    },
  });
  index.addAll(sections);

  // The section of the part that a query names, if it names one and nothing else.
  const part = (query) => byPart.get(spelled(query));
  // "min_norm_solution", "ridge.path", "path()": what is written as code is
  const asCode = (query) => (/\w[._]\w|\)$/.test(query) ? byCode.get(query.replace(/\(.*\)$/, "")) : undefined);
  const named = (query) => part(query) ?? asCode(query.trim()) ?? byName.get(words(query).map(term).join(" ").trim());

  // The sections that a query means, best first: `{section, terms}`, the words that were found in each.
  function find(query) {
    const first = named(query);
    const found = index.search(query, {combineWith: "AND"});
    if (found.length < FEW) { // then also those with some of the words
      const seen = new Set(found.map((result) => result.id));
      found.push(...index.search(query).filter((result) => !seen.has(result.id)).slice(0, FEW - found.length));
    }
    const results = found.slice(0, MOST)
      .map((result) => ({section: sections[result.id], terms: new Set(result.terms)}));
    const place = results.findIndex((result) => result.section === first);
    if (!first) return results;
    const best = place < 0 ? {section: first, terms: new Set()} : results[place];
    return [best, ...results.filter((_, k) => k !== place)];
  }

  // The sentences of a section in which most of the words stand, as many as have room.
  function excerpt({section, terms}) {
    const sentences = section.text.replace(/([.?!]) /g, "$1\n").split("\n").filter(Boolean);
    const found = (sentence) => words(sentence).map(term).filter((word) => terms.has(word));
    const worth = sentences.map((sentence) => new Set(found(sentence)).size);
    let place = worth.indexOf(Math.max(0, ...worth)), text = sentences[place] ?? "";
    while (++place < sentences.length && text.length + sentences[place].length < EXCERPT) {
      text += ` ${sentences[place]}`;
    }
    return text;
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  const written = (text, terms) => (text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? [])
    .map((piece) => (words(piece).some((word) => terms.has(term(word))) ? element("mark", "", piece) : piece));

  function formula(number) {
    const holder = document.createElement("template");
    holder.innerHTML = `<math>${BOOK_INDEX.formulas[number]}</math>`;
    return holder.content;
  }

  // A link to a section, from the page whose way to the top of the book is `root`.
  function link(result, root) {
    const {section, terms} = result;
    const made = element("a", "found");
    made.href = root + section.address;
    const chapter = section.chapter && `${section.number} ${section.chapter}`.trim();
    const name = section.top ? `${section.number} ${section.title}`.trim() : section.title;
    const title = element("span", "found-title", ...written(name, terms));
    if (section.parts && !/^\d$/.test(section.parts)) title.append(" ", element("span", "found-part", section.parts));
    const text = excerpt(result).split(MARK)
      .flatMap((piece, place) => (place % 2 ? [formula(piece)] : written(piece, terms)));
    made.append(title, ...(chapter ? [element("span", "found-chapter", chapter)] : []),
      element("span", "found-text", ...text));
    return made;
  }

  return {find, part, link};
})();
