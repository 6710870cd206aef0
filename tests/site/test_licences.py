"""Whatever the site ships that others made is named on the page About, with the text of its licence."""

from pathlib import Path

import pytest

from book_pages import licences

ASSETS = licences.ROOT / "assets"
WRITTEN = {"answers", "answers.css", "answers.js", "answers_derivation.js", "answers_engine.js", "answers_further.js",
           "answers_instances.js", "answers_offer.js", "formulas", "letters", "licences", "livefig.css", "livefig.js",
           "prediction.css", "prediction.js", "search_index.js", "worksheet.css", "worksheet.js"}  # by our own rooms
PHRASES = {"MIT": "Permission is hereby granted, free of charge", "BSD-2-Clause": "Redistribution and use in source",
           "BSD-3-Clause": "Neither the name", "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1"}


def unexplained(files):
    """Return those of the paths below `_static` that are neither the book's own nor those of a named work."""
    return [file for file in files if not licences.owner(file) and not (ASSETS / file).is_file()
            and file.split("/")[0] not in WRITTEN]


def test_every_shipped_file_is_our_own_or_has_a_named_owner(site):
    static = site / "_static"
    files = [path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()]
    assert len(files) > 60 and not unexplained(files)
    unused = [work.name for work in licences.WORKS if not any(licences.owner(file) is work for file in files)]
    assert not unused, f"named, and nothing of it is shipped: {unused}"


def test_a_file_of_somebody_else_is_noticed():
    assert unexplained(["book.css", "jquery.js", "katex.min.css"]) == ["jquery.js"]


@pytest.mark.parametrize("work", licences.WORKS, ids=lambda work: work.name)
def test_the_text_is_that_of_the_licence_and_names_a_holder(work):
    text = work.text()
    assert PHRASES[work.licence] in text
    assert "Copyright" in text or "©" in text
    assert text.count("SIL OPEN FONT LICENSE Version") == (work.licence == "OFL-1.1")


def test_the_page_links_each_text(site):
    page = (site / "appendix" / "about.html").read_text(encoding="utf-8")
    for work in licences.WORKS:
        assert f'href="../_static/licences/{work.text_name}"' in page
        assert (site / "_static" / "licences" / work.text_name).read_text(encoding="utf-8") == work.text()
        assert work.version in page


def test_a_package_without_a_text_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(licences, "NODE", Path(tmp_path))
    (tmp_path / "bare").mkdir()
    with pytest.raises(FileNotFoundError, match="npm:bare has no text of its licence"):
        licences.Work("Bare", "", "MIT", (), "npm:bare").text()
