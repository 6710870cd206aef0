"""No page writes a formula with the raised and lowered signs of Unicode, which fonts draw badly: ᵀ may look like ˢ."""

import re
import sys
import unicodedata

import pytest

SMALL = "".join(sign for sign in map(chr, range(0x80, sys.maxunicode))
                if unicodedata.decomposition(sign).startswith(("<super>", "<sub>")))
# code, and what is kept of an answer or a label, which is plain text
APART = re.compile(r"<(script|style|pre|code|textarea|math)\b.*?</\1>|<!--.*?-->| data-[\w-]+=\"[^\"]*\"", re.DOTALL)
SIGN = re.compile(f"[{SMALL}].{{0,30}}")


def raised(page):
    """Return the places of a page's HTML with such a sign outside of code, in what is seen or heard."""
    seen = APART.sub("", page)
    return [seen[max(0, found.start() - 30):found.end()] for found in SIGN.finditer(seen)]


def test_no_page_has_one(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    found = {str(page.relative_to(site)): signs for page in pages
             if (signs := raised(page.read_text(encoding="utf-8")))}
    assert found == {}, r"write it as $X^\top$; livefig.typeset sets it"


@pytest.mark.parametrize("planted", ["<p>The row 2xᵀ has length 10</p>", "<legend>3w₁ + 4w₂ = 10</legend>",
                                     '<img alt="λ‖w‖²">', "<td>10⁻¹⁰</td>", "<code>x</code> squared is x²<pre></pre>"])
def test_one_that_is_planted_is_noticed(planted):
    assert len(raised(f"<body><p>all is well</p>{planted}</body>")) == 1


@pytest.mark.parametrize("fine", ["<p>w<sub>1</sub></p>", "<code>x²</code>", "<script>'ᵀ'</script>",
                                  '<span data-said="2xᵀA">2x<sup>⊤</sup>A</span>', "½"])
def test_code_and_what_is_set_are_left_alone(fine):
    assert raised(fine) == []
