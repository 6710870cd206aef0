"""Pictures have their size in the page, and are loaded when the reader comes near."""

import re

import pytest

from book_pages import pictures
from tests.site.table_of_contents import PAGES


def test_a_picture_has_its_size_and_waits(stand_in):
    page = (stand_in / "chapters" / "9_sample.html").read_text()
    assert re.findall(r'<img [^>]*alt="A square"[^>]*>', page)[0].endswith(' width="1" height="1" loading="lazy">')


def test_every_picture_of_the_book_has_its_size(site):
    found = [tag for name in PAGES for tag in re.findall(r"<img [^>]*_images/[^>]*>", (site / name).read_text())]
    assert found
    assert [tag for tag in found if not re.search(r'width="\d+" height="\d+" loading="lazy"', tag)] == []


@pytest.mark.parametrize("content", [b"", b"GIF89a" + bytes(30)])
def test_what_is_no_png_is_refused(tmp_path, content):
    (tmp_path / "picture.png").write_bytes(content)
    with pytest.raises(ValueError, match=r"picture\.png is not a PNG file"):
        pictures.size(tmp_path / "picture.png")
