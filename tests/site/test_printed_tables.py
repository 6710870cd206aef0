"""What a cell prints in columns is told from lines of words, which go on below where there is no room."""

import pytest

from book_pages.printed_tables import with_tables_marked

OUTPUT = ('<div class="output stream highlight-x notranslate"><div class="highlight"><pre><span></span>{}\n</pre>'
          "</div></div>")


@pytest.mark.parametrize(("printed", "table"), [
    ("kappa   residual |   inv  normal\n3e+02          0 |    11      11\n3e+03          0 |     9       9", True),
    ("        <span>truth</span>  best   error\n&lt;b&gt;    0.09  0.022  1.0", True),
    ("one rate,  25 units: best from 0.316\none rate,  50 units: best from 0.316", False),
    ("training diverges: the loss is inf at step 167, and has only risen since step 1.", False),
    ("a  b  c\n1  2  3\nand a sentence.\nAnother one.\nA third one.", False),
])
def test_a_table_is_marked(printed, table):
    page = OUTPUT.format(printed)
    assert with_tables_marked(page) == (page.replace("<pre>", '<pre class="printed-table">') if table else page)
