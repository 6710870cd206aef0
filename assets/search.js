// On the search page: what Sphinx's search does not know of this book.
(() => {
  "use strict";

  // It fetches each page it found to quote from it; a page opened from a folder may not fetch others.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  // A formula stands twice in a page, to be seen and to be heard; a quotation needs it once, and no drawings.
  const htmlToText = Search.htmlToText;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    page.querySelectorAll(".katex-mathml, .livefig, form").forEach((element) => element.remove());
    page.querySelectorAll("td, th, li, p, dt, dd").forEach((element) => element.append(" ")); // else their words run together
    return htmlToText(page.documentElement.outerHTML, anchor);
  };

  // First the chapter that is called after a word, then the other chapters; last the headings that stand in every section.
  const words = (new URLSearchParams(location.search).get("q") ?? "").toLowerCase().split(/\W+/).filter((word) => word.length > 3);
  Scorer.score = ([name, title, , , score]) => {
    if (/ > (Predict|Derive|Check)$/.test(title)) return 0;
    return score + (name.startsWith("chapters/") ? 1 : 0) + (words.some((word) => name.includes(word)) ? 12 : 0);
  };

  // Sphinx speaks of categories, which this book does not have.
  const nothing = "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.";
  Documentation.TRANSLATIONS[nothing] = "Your search did not match any page. Are all words spelled correctly?";
})();
