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
PLANT_SCRIPT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.planted = true";
  document.body.append(script);
  return window.planted === true;
}"""


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


def test_a_planted_script_does_not_run(browser, sample):
    with visit(browser, sample) as (page, log):
        assert not page.evaluate(PLANT_SCRIPT)
        assert "Content Security Policy" in log.console[0]


def test_planted_text_is_not_run_as_a_program(browser, sample):
    with visit(browser, sample) as (page, log):
        page.evaluate("() => { setTimeout('window.planted = true', 0); }")
        page.wait_for_timeout(100)
        assert not page.evaluate("window.planted === true")
        assert "unsafe-eval" in log.console[0]


def test_a_planted_foreign_image_is_not_asked_for(browser, sample):
    with visit(browser, sample) as (page, log):
        page.evaluate("() => { document.body.append(Object.assign(new Image(), {src: 'http://example.org/a.png'})); }")
        page.wait_for_timeout(200)
        assert any("Content Security Policy" in message for message in log.console)


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
