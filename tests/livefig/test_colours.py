"""Colours can be told apart on white and on dark pages, and follow the theme."""

import re

import pytest

from tests.livefig import pages
from tests.livefig.browser import live
from tests.livefig.demos import FIGURES, hinge

ROLES = ("truth", "model", "compare", "third", "muted")
STROKES = "es => es.filter(e => e.checkVisibility()).map(e => getComputedStyle(e).stroke)"
COLOR = """name => {
    const e = document.createElement('i');
    e.style.color = `var(${name})`;
    document.querySelector('.livefig').append(e);
    const color = getComputedStyle(e).color;
    e.remove();
    return color;
}"""


def luminance(color):
    """Return the relative luminance of (r, g, b) in 0..255, as the Web Content Accessibility Guidelines define it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    """Return the contrast ratio of two colours."""
    lo, hi = sorted((luminance(a), luminance(b)))
    return (hi + 0.05) / (lo + 0.05)


def rgb(text):
    return [float(v) for v in re.findall(r"[\d.]+", text)[:3]]


@pytest.mark.parametrize(("name", "grounds"), [("all", ["#ffffff"]), ("dark", ["#121212", "#1a1e24"])])
def test_colours_can_be_told_from_the_page_and_texts_have_a_rim_of_it(book, name, grounds):
    with book.open(f"{name}.html") as (page, _):
        live(page, "travel")
        assert (page.locator(".livefig[data-dark]").count() == len(FIGURES)) == (name == "dark")
        for ground in grounds:
            back = [int(ground[i : i + 2], 16) for i in (1, 3, 5)]
            for role in ROLES:
                for kind, least in (("", 3), ("-text", 4.5)):
                    color = page.evaluate(COLOR, f"--lf-{role}{kind}")
                    assert contrast(rgb(color), back) >= least, f"{role}{kind} {color} on {ground}"
        rim = live(page, "hinge").locator(".lf-text").evaluate("e => getComputedStyle(e).stroke")
        assert rgb(rim) == back


def test_the_still_picture_has_the_colours_of_a_dark_page(book):
    def strokes(page):
        return page.locator(".lf-plot > svg > svg path").evaluate_all(STROKES)

    with book.open("dark.html", java_script_enabled=False) as (still, _), book.open("dark.html") as (moving, _):
        live(moving, "travel")
        assert len(strokes(still)) > 20
        assert strokes(still) == strokes(moving)


def test_a_change_of_theme_is_followed(book):
    with book.open("all.html") as (page, _):
        figure = live(page, "hinge")
        curve = figure.locator(".lf-plot svg svg path[stroke*=model]").first
        light = curve.evaluate("e => getComputedStyle(e).stroke")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        page.wait_for_selector("#fig-hinge[data-dark]")
        assert curve.evaluate("e => getComputedStyle(e).stroke") != light
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        page.wait_for_selector("#fig-hinge:not([data-dark])")
        assert curve.evaluate("e => getComputedStyle(e).stroke") == light


def test_a_page_that_follows_the_system_is_followed(book):
    style = ("<style>@media (prefers-color-scheme: dark) "
             "{ body { background: #111 !important; color: #ddd !important } }</style>")
    pages.site(book.folder, "system", style, hinge())
    with book.open("system.html", color_scheme="dark") as (page, _):
        page.wait_for_selector("#fig-hinge[data-dark]")
        page.emulate_media(color_scheme="light")
        page.wait_for_selector("#fig-hinge:not([data-dark])")
