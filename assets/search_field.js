// Suggestions below the field in the bar while somebody types: sections of the book, by keyboard and pointer.  Loaded
// by book.js.
(() => {
  "use strict";
  const MOST = 7;
  const root = document.documentElement.dataset.content_root;
  const form = document.querySelector(".bar .search"), field = form.querySelector("input");
  const list = Object.assign(document.createElement("ul"), {id: "suggestions", className: "suggestions", hidden: true});
  let chosen = -1;

  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Sections of the book");
  field.setAttribute("role", "combobox");
  for (const [name, value] of [["autocomplete", "list"], ["controls", list.id], ["expanded", "false"]]) {
    field.setAttribute(`aria-${name}`, value);
  }
  form.append(list);

  function option(result, place) {
    const item = document.createElement("li"), link = bookSearch.link(result, root);
    item.id = `suggestion-${place}`;
    item.setAttribute("role", "option");
    link.tabIndex = -1;
    item.append(link);
    return item;
  }

  function show(open) {
    list.hidden = !open;
    field.setAttribute("aria-expanded", open);
    if (!open) choose(-1);
  }

  function choose(place) {
    chosen = place;
    [...list.children].forEach((item, k) => item.setAttribute("aria-selected", k === place));
    if (place < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({block: "nearest"});
    }
  }

  function suggest() {
    const results = field.value.trim() ? bookSearch.find(field.value).slice(0, MOST) : [];
    list.replaceChildren(...results.map(option));
    choose(-1);
    show(results.length > 0);
  }

  function follow(link) {
    show(false);
    location.href = link.href;
  }

  function press(event) {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) show(false);
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      show(true);
      choose(((event.key === "ArrowUp" ? Math.max(chosen, 0) - 1 : chosen + 1) + count) % count);
    } else if (event.key === "Enter" && chosen >= 0) follow(list.children[chosen].querySelector("a"));
    else return;
    event.preventDefault();
  }

  // What names a part goes straight there; everything else to the page of all results.
  form.addEventListener("submit", (event) => {
    if (!bookSearch.part(field.value)) return;
    event.preventDefault();
    follow(list.querySelector("a") ?? bookSearch.link(bookSearch.find(field.value)[0], root));
  });
  field.addEventListener("input", suggest);
  field.addEventListener("focus", () => list.children.length && show(true));
  field.addEventListener("keydown", press);
  // else the field loses the focus, and the list goes before the click
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", () => show(false));
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || show(false));
  if (document.activeElement === field) suggest();
})();
