// The search page: all that is found, while one types and when one comes with `?q=…` from the field of another page.
(() => {
  "use strict";
  const MOST = 1000; // characters of a query: each word of it costs time
  const field = document.querySelector("main .search input"), form = field.form;
  const summary = document.querySelector(".search-summary"), list = document.getElementById("search-results");

  function show() {
    const query = field.value.trim().slice(0, MOST);
    const results = query ? bookSearch.find(query) : [];
    list.replaceChildren(...results.map((result) => {
      const item = document.createElement("li");
      item.append(bookSearch.link(result, ""));
      return item;
    }));
    if (!query) summary.textContent = "";
    else if (results.length === 1) summary.textContent = "1 section";
    else if (results.length) summary.textContent = `${results.length} sections, the best first`;
    else summary.textContent = "Nothing is found. Fewer words find more; a part is found by its number, such as 4f.";
    const name = query ? `${query}: search` : "Search";
    document.title = document.title.replace(/^.*?(?= —)/, () => name);
    try {
      history.replaceState(history.state, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      // a page that may not change its address searches all the same
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (bookSearch.part(field.value)) location.href = list.querySelector("a").href;
  });
  field.addEventListener("input", show);
  field.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, MOST);
  const part = bookSearch.part(field.value);
  if (part) location.replace(part.address);
  else show();
})();
