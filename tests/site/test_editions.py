"""The editions for who has no network: the archive that opens from a folder."""

import zipfile

from tools.chromium import visit
from tools.zip_book import pack


def test_the_archive_is_one_folder_that_opens(browser, site, tmp_path):
    count = pack(site, tmp_path / "book.zip")
    with zipfile.ZipFile(tmp_path / "book.zip") as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"book"}
        archive.extractall(tmp_path)
    assert count == sum(path.is_file() for path in (tmp_path / "book").rglob("*"))
    with visit(browser, (tmp_path / "book" / "index.html").as_uri()) as (page, log):
        page.click("nav.chapters a >> nth=1")
        page.wait_for_selector("h1")
        log.assert_clean()


def test_the_same_book_gives_the_same_archive(stand_in, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        pack(stand_in, tmp_path / name / "book.zip")
    assert (tmp_path / "one" / "book.zip").read_bytes() == (tmp_path / "two" / "book.zip").read_bytes()
