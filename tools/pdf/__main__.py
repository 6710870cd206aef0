"""Print the built book into _build/homework-zero.pdf."""

import os
import sys
from pathlib import Path

import yaml

from tools.chromium import chromium, visit
from tools.pdf.composed import Book
from tools.pdf.page_numbers import page_numbers, pages

ROOT = Path(__file__).resolve().parents[2]
SITE, PDF = ROOT / "_build" / "html", ROOT / "_build" / "homework-zero.pdf"
STYLE = Path(__file__).with_name("print.css")
WIDTH = 642  # A4 without margins, in CSS pixels
FOOT = '<div style="width: 100%; text-align: center; font: 8pt sans-serif"><span class="pageNumber"></span></div>'
PAPER = {
    "format": "A4",
    "margin": {"top": "18mm", "bottom": "20mm", "left": "20mm", "right": "20mm"},
    "print_background": True,
    "outline": True,
    "tagged": True,
    "display_header_footer": True,
    "header_template": "<i></i>",
    "footer_template": FOOT,
}
# What is wider than the paper scrolls on a screen; on paper it is made smaller.
FIT = """() => {
  for (const box of document.querySelectorAll(".katex-display, table, .text_html, .livefig, .worksheet")) {
    const ratio = box.clientWidth / box.scrollWidth;
    const outside = box.closest("section.document").clientWidth / box.getBoundingClientRect().width;
    const shrink = Math.min(ratio || 1, outside);
    if (shrink < 0.999) box.style.zoom = Math.floor(shrink * 98) / 100;
  }
}"""
OVERFLOW = """() => [...document.querySelectorAll("section.document *")].filter((box) => {
  if (box.closest("svg, .katex-mathml, .katex-html") || !box.getClientRects().length) return false;
  return box.scrollWidth > box.clientWidth + 2 && getComputedStyle(box).overflowX !== "visible"
    || box.getBoundingClientRect().right > document.documentElement.clientWidth + 2;
}).map((box) => box.outerHTML.slice(0, 160))"""


def documents(source):
    """Return the documents of the table of contents, in order, without suffix."""
    toc = yaml.safe_load((source / "_toc.yml").read_text(encoding="utf-8"))
    listed = [page for part in toc["parts"] for chapter in part["chapters"] for page in _pages(chapter)]
    return [toc["root"], *listed]


def _pages(chapter):
    """The page of a chapter and what leads on from it; of the pages about the code only the first is printed."""
    return [chapter["file"], *(page["file"] for page in chapter.get("sections", ())
                               if page["file"].startswith("further/"))]


def print_book(site, names, target, **about):
    """Print a built site's documents into the PDF `target`; return the pages' number and what does not fit.

    It is printed until the numbers of the pages that it names are those that they have, which is twice.

    Raises
    ------
    RuntimeError
        If that is not so the fourth time.
    """
    book, numbers = Book(site, names, style=STYLE.read_text(encoding="utf-8"), **about), {}
    file = site / "print.html"  # beside the pages, so that it finds their styles and pictures
    try:
        with chromium() as browser, visit(browser, viewport={"width": WIDTH, "height": 1000}) as (page, log):
            page.emulate_media(media="print")
            for _ in range(4):
                file.write_text(book.html(), encoding="utf-8")
                page.goto(file.as_uri(), wait_until="load")
                page.evaluate("document.fonts.ready")
                page.evaluate(FIT)
                clipped, pdf = page.evaluate(OVERFLOW), page.pdf(**PAPER)
                before, numbers = numbers, page_numbers(pdf)
                if numbers == before:
                    break
                book.set_pages(numbers)
            else:
                raise RuntimeError("The numbers of the pages do not settle: a page that names them must not change its "
                                   "length.")
            log.assert_clean()
    finally:
        file.unlink(missing_ok=True)
    target.write_bytes(pdf)
    return len(pages(pdf)[0]), clipped


def main():
    """Print the book, and say how long it became."""
    title = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["title"]
    count, clipped = print_book(SITE, documents(ROOT), PDF, title=title,
                                address=os.environ.get("BOOK_ADDRESS", "").rstrip("/") or None)
    print(f"Printed {count} pages into {PDF.relative_to(ROOT)}, {PDF.stat().st_size / 1e6:.1f} MB.")
    if clipped:
        sys.exit("\n".join(["Wider than the paper:", *clipped]))


if __name__ == "__main__":
    main()
