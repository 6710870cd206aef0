// The filter of the list of claims: words, conversation, part, truth, severity. The list is complete without it.
(() => {
  "use strict";

  function label(text, control) {
    const element = document.createElement("label");
    element.append(text, control);
    return element;
  }

  function select(name, choices) {
    const element = document.createElement("select");
    element.name = name;
    element.append(...choices.map(([value, text]) => new Option(text, value)));
    return element;
  }

  function start(list) {
    const parts = [...list.querySelectorAll("details")];
    const items = [...list.querySelectorAll("li")].map((item) => ({
      item, part: item.closest("details").dataset.part, ...item.dataset, text: item.textContent.toLowerCase(),
    }));
    const seen = (name) => [...new Set(items.map((item) => item[name]).filter(Boolean))];
    const names = JSON.parse(list.dataset.names);
    const problems = [...new Set(seen("part").map((part) => part[0]))].filter((sign) => /\d/.test(sign));

    const form = document.createElement("form");
    const words = document.createElement("input");
    Object.assign(words, {type: "search", name: "words", autocomplete: "off", spellcheck: false});
    const conversation = select("conversation", [["", "all"],
      ...seen("conversation").map((slug) => [slug, names[slug]])]);
    const part = select("part", [["", "all"],
      ...problems.map((problem) => [`${problem}*`, `all of problem ${problem}`]),
      ...parts.map((group) => [group.dataset.part, group.dataset.part])]);
    const truth = select("truth", [["", "all"], ["flawed", "all that is flawed"],
      ...seen("truth").map((name) => [name, name])]);
    const severity = select("severity", [["", "all"], ...seen("severity").map((name) => [name, name])]);
    const status = document.createElement("output");
    const reset = Object.assign(document.createElement("button"), {type: "reset", textContent: "Show all"});
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter the claims");
    form.append(label("Words", words), label("Conversation", conversation), label("Part", part), label("Truth", truth),
      label("Severity", severity), reset, status);

    const controls = [words, conversation, part, truth, severity];
    const fits = (wanted, value) => !wanted || wanted === value
      || (wanted.endsWith("*") && value.startsWith(wanted.slice(0, -1)));

    function filter() {
      const looked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const filtered = controls.some((control) => control.value.trim());
      let found = 0;
      for (const entry of items) {
        const shown = fits(conversation.value, entry.conversation) && fits(part.value, entry.part)
          && fits(severity.value, entry.severity)
          && (truth.value === "flawed" ? "flawed" in entry : fits(truth.value, entry.truth))
          && looked.every((word) => entry.text.includes(word));
        if (entry.item.hidden === shown) entry.item.hidden = !shown;
        found += shown;
      }
      for (const group of parts) {
        group.hidden = !group.querySelector("li:not([hidden])");
        group.open = filtered && !group.hidden;
      }
      status.textContent = found ? `${found} of ${items.length} claims`
        : "No claim fits. Remove a word or a condition.";
    }

    function remember() {
      const query = new URLSearchParams(
        controls.filter((control) => control.value).map((control) => [control.name, control.value]));
      try {
        history.replaceState(history.state, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
      } catch {
        // a page that may not change its address filters all the same
      }
    }

    function recall() {
      for (const [name, value] of new URLSearchParams(location.search)) {
        const control = controls.find((candidate) => candidate.name === name);
        if (control) control.value = value;
        if (control && control.value !== value) control.value = "";
      }
    }

    let waiting = 0;
    function change() {
      filter();
      clearTimeout(waiting);
      waiting = setTimeout(remember, 250);
    }

    form.addEventListener("input", change);
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
    recall();
    list.prepend(form);
    filter();
    let aim = null;
    try { aim = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* not ours */ }
    if (aim && list.contains(aim)) {
      aim.closest("details").open = true;
      aim.scrollIntoView();
    }
  }

  const started = "started";
  for (const list of document.querySelectorAll(".hw0-claims")) {
    if (!(started in list.dataset)) {
      list.dataset[started] = "";
      start(list);
    }
  }
})();
