"""What a page's reader downloads, compressed as servers send it: `python -m tools.bench.page_weight`."""

import gzip
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.bench.table import Row, line
from tools.chromium import chromium, pages_that_stay, serve, visit

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"
COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp")
HEAVIEST, MOST_REQUESTS = 350, 25   # kB
# four subspaces, a fit whose features the reader rescales, and in the script the pad that one figure of the book has;
# (and 0.2 kB of style for letters twice as large); eleven live figures, three judges of a penalty; tables of training
# runs; the words and formulas of all sections
HEAVIER = {"3_least_squares": 366, "4_ridge": 410, "6_networks": 450, "search": 380}   # kB


def heaviest(name):
    """Return how many kB the page of this name may weigh."""
    return HEAVIER.get(Path(name).stem, HEAVIEST)


def bytes_sent(site, address, requests):
    """Return the sum of the sizes of the files of `site` that `requests` name, gzipped where that helps."""
    total = 0
    for request in requests:
        if request.startswith(address):
            path = site / unquote(urlsplit(request).path).lstrip("/")
            content = (path / "index.html" if path.is_dir() else path).read_bytes()
            total += len(content) if path.suffix in COMPRESSED_ALREADY else len(gzip.compress(content, 9))
    return total


def weight(site, address, name, requests):
    """The rows of a page of `site`, served at `address` and asked for `requests`: its weight and their number."""
    kilobytes = bytes_sent(site, address, requests) / 1000
    return Row(f"{name}: weight, compressed", kilobytes, "kB", heaviest(name)), Row(f"{name}: requests", len(requests),
                                                                                    "", MOST_REQUESTS)


def requests_of(browser, address):
    """Return what the page at this address asks for by itself, before anybody scrolls."""
    with visit(browser, address) as (page, log):
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        return list(log.requests)


def main():
    """Print the table of all pages; the exit status is 1 if a limit is not kept."""
    names = [path.relative_to(SITE).as_posix() for path in pages_that_stay(SITE)]
    with chromium() as browser, serve(SITE) as address:
        rows = [row for name in names for row in weight(SITE, address, name, requests_of(browser, address + name))]
    print("\n".join(map(line, rows)))
    sys.exit(not all(row.kept for row in rows))


if __name__ == "__main__":
    main()
