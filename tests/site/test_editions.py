"""What is attached to a release: the archive that opens from a folder, and the list of what the book is built with."""

import json
import zipfile
from importlib.metadata import PackageNotFoundError, version

import pytest

from book_pages import licences
from tools.bill_of_materials import ROOT, bill, of_node, of_python
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


def test_the_bill_names_all_that_is_locked_in_the_version_that_is_installed():
    components = bill("1.0")["components"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    node = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(components) == sum("==" in line and line[0] not in " #" for line in lock.splitlines()) + len(node) - 1
    assert len({component["bom-ref"] for component in components}) == len(components)
    tried = 0
    for component in components:
        if component["purl"].startswith("pkg:pypi/"):
            try:
                assert version(component["name"]) == component["version"], component["name"]
                tried += 1
            except PackageNotFoundError:     # for another system
                continue
    assert tried > 100


def test_the_bill_tells_what_the_site_ships():
    shipped = {work.package for work in licences.WORKS if work.package}
    required = [component for component in bill("1.0", shipped)["components"] if component["scope"] == "required"]
    assert {(component["name"], component["version"]) for component in required} == {
        (work.package.split(":")[1], work.version) for work in licences.WORKS if work.package}


@pytest.mark.parametrize(("read", "lock", "component"), [
    (of_python, "a-b==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n    # via c\n",
     {"name": "a-b", "version": "1.0", "purl": "pkg:pypi/a-b@1.0"}),
    (of_python, "a[b,c]==2.0rc1 \\\n", {"name": "a", "version": "2.0rc1", "purl": "pkg:pypi/a@2.0rc1"}),
    (of_node, '{"packages": {"": {}, "node_modules/x/node_modules/@a/b": {"version": "3", "integrity": "sha512-AAE=", '
              '"license": "MIT"}}}',
     {"name": "@a/b", "version": "3", "purl": "pkg:npm/%40a/b@3", "licenses": [{"expression": "MIT"}],
      "hashes": [{"alg": "SHA-512", "content": "0001"}]}),
])
def test_each_form_of_a_lock_file_is_read(read, lock, component):
    (found,) = read(lock)
    assert component.items() <= found.items()
