"""The Content-Security-Policy stands on every page and does what it says."""

import re

import pytest

from tests.site.stand_in import ROOT
from tools.chromium import serve, visit

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self' file:",  # in Firefox a page from a folder is no 'self'
}
PLANTED = {     # what is planted, and what the console says of it
    "() => document.body.append(Object.assign(document.createElement('script'), { text: 'planted = true' }))":
        "inline script",
    "() => { setTimeout('planted = true', 0); }": "unsafe-eval",
    "() => document.body.append(Object.assign(new Image(), { src: 'http://example.org/a.png' }))":
        "http://example.org/a.png",
}


@pytest.fixture(params=["http", "file"])
def sample(request, stand_in):
    """Return the address of the sample chapter, from a server and from a folder."""
    if request.param == "file":
        yield (stand_in / "chapters" / "9_sample.html").as_uri()
    else:
        with serve(stand_in) as address:
            yield address + "chapters/9_sample.html"


def test_every_page_carries_the_policy(site, stand_in):
    pages = [*site.rglob("*.html"), *stand_in.rglob("*.html")]
    for page in pages:
        content = page.read_text().split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
        assert dict(part.split(" ", 1) for part in content.split("; ")) == POLICY


def test_what_is_planted_is_neither_run_nor_asked_for(browser, sample):
    with visit(browser, sample) as (page, log):
        for plant in PLANTED:
            page.evaluate(plant)
        page.wait_for_timeout(200)
        assert not page.evaluate("window.planted === true")
        assert [said for said in PLANTED.values() if not any(said in line for line in log.console)] == []


def test_the_policy_is_written_once():
    sources = [
        path for path in (ROOT / "_ext").rglob("*") if path.is_file()
        and "Content-Security-Policy" in path.read_text(errors="ignore")
    ]
    assert [path.name for path in sources] == ["layout.html"]


def test_no_page_asks_a_browser_to_fetch_another(site):
    for page in site.rglob("*.html"):
        head = page.read_text(encoding="utf-8").split("</head>")[0]
        assert not re.search(r'<link[^>]*rel="(?:next|prev|prefetch|prerender|preconnect|dns-prefetch)"', head), page
