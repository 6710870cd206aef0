// Stands between the parts of a long page. A parser that has met a script soon lets the browser do something else, as
// painting what has come; else Chromium parses for half a second at a time. Who waits for a part of the page is told.
dispatchEvent(new CustomEvent("page-came", {detail: document.currentScript}));
