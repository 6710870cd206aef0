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
    return htmlToText(page.documentElement.outerHTML, anchor);
  };
})();
