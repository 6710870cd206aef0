"""Take the picture that is shown where a page is shared: `python -m tools.cards` after `make book`.

It shows the title of the page and its first live figure, 1200 by 630 pixels, as messengers and networks expect it.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "html"
sys.path.insert(0, str(ROOT / "_ext"))  # where Sphinx finds the same module

from book_pages.summary import card  # noqa: E402
from tools.chromium import chromium, pages_that_stay, visit  # noqa: E402

SIZE = {"width": 1200, "height": 630}
LAY_OUT = """() => {
  const title = document.querySelector("h1").cloneNode(true);
  title.querySelector(".headerlink")?.remove();
  const book = document.querySelector(".brand").cloneNode(true);
  const panels = document.querySelector(".livefig .lf-panels");
  const card = document.createElement("div");
  card.className = "card";
  card.append(book, title, ...(panels ? [panels] : []));
  document.body.replaceChildren(card);
  document.head.append(Object.assign(document.createElement("style"), { textContent: `
    body { margin: 0; background: #fff; overflow: hidden; }
    .card { box-sizing: border-box; width: 1200px; height: 630px; padding: 56px; display: grid;
      grid-template: auto 1fr / 2fr 3fr; gap: 24px 48px; border-bottom: 14px solid #0072B2; }
    .card .brand { grid-column: 1; font-size: 24px; }
    .card h1 { grid-column: 1; margin: 0; font-size: 56px; line-height: 1.1; border: 0; }
    .card .lf-panels { grid-area: 1 / 2 / 3 / 3; align-self: center; }
    .card > h1:last-child { grid-column: 1 / 3; font-size: 84px; }` }));
}"""


def take(browser, site, document):
    """Write the picture of a document of the built site, and return its path."""
    path = site / card(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    with visit(browser, (site / f"{document}.html").as_uri(), viewport=SIZE, color_scheme="light",
               java_script_enabled=False) as (page, _):
        page.evaluate(LAY_OUT)
        page.screenshot(path=path)
    return path


def main():
    """Take the pictures of all pages that name one."""
    pages = [path.relative_to(SITE).with_suffix("").as_posix() for path in pages_that_stay(SITE)
             if path.name != "search.html"]
    with chromium() as browser:
        sizes = [take(browser, SITE, document).stat().st_size for document in pages]
    print(f"Took {len(sizes)} pictures, {sum(sizes) // len(sizes) // 1000} kB each on average.")


if __name__ == "__main__":
    main()
