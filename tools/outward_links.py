"""Ask every address that the built book links to: `python -m tools.outward_links` after `make book`.

An address that is known not to answer programs stands in tools/links_quarantine.txt, with the date and the reason.
"""

import concurrent.futures
import http.client
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urldefrag

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[1]
SITE, QUARANTINE = ROOT / "_build" / "html", Path(__file__).with_name("links_quarantine.txt")
TRIES, PAUSE, PATIENCE = 3, 2.0, 20.0  # seconds
BROWSER = {"User-Agent": "Mozilla/5.0 (link check of a book)"}


def outward_links(site):
    """Return the addresses on other hosts that the pages below `site` link to, `{address: [page, ...]}`."""
    found = {}
    for page in sorted(site.rglob("*.html")):
        for link in BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("a[href^=http]"):
            found.setdefault(urldefrag(link["href"]).url, set()).add(page.relative_to(site).as_posix())
    return {address: sorted(pages) for address, pages in sorted(found.items())}


def ask(address, pause=PAUSE):
    """Return None if the address answers, else why it does not; asked three times, later and later."""
    for attempt in range(TRIES):
        time.sleep(attempt * pause)
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=BROWSER), timeout=PATIENCE):
                return None
        except urllib.error.HTTPError as error:
            reason = f"answers {error.code} {error.reason}"
            error.close()
            if error.code in (404, 410):  # a clear word: asking again changes nothing
                return reason
        except (OSError, http.client.HTTPException, ValueError) as error:  # no answer, one that is no HTTP, no address
            reason = f"does not answer ({type(error).__name__}: {error})"
    return reason


def quarantined(text):
    """Return the addresses of a quarantine file: one a line, then date and reason; # begins a comment."""
    return {line.split()[0] for line in text.splitlines() if line.strip() and not line.startswith("#")}


def report(links, answers, known):
    """Return the lines to print, and whether every address answers or is known not to."""
    lost = {address: reason for address, reason in answers.items() if reason}
    lines = [f"{address} {lost[address]}; linked from {', '.join(links[address])}" for address in lost
             if address not in known]
    fine = not lines
    lines += [f"{address} answers again: take it out of the quarantine."
              for address in sorted(known & answers.keys() - lost.keys())]
    lines += [f"{address} is linked no more: take it out of the quarantine."
              for address in sorted(known - links.keys())]
    return [*lines,
            f"{len(links)} addresses, {len(lost)} without answer, {len(lost.keys() & known)} of them known."], fine


def main():
    """Ask all addresses; the exit status is 1 if one is lost that is not in quarantine."""
    if not SITE.exists():
        sys.exit("There is no built book: run `make book` first.")
    links = outward_links(SITE)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = dict(zip(links, pool.map(ask, links), strict=True))
    lines, fine = report(links, answers, quarantined(QUARANTINE.read_text(encoding="utf-8")))
    print("\n".join(lines))
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
