"""The browser of the tests sees what it must see."""

import socket
import threading
import time
from urllib.parse import urlsplit

import pytest

from tests.site.stand_in import ROOT
from tools.chromium import serve, visit


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.html").write_text(
        '<!doctype html><img src="missing.png"><img src="http://example.org/a.png">'
        "<script>console.log('hello'); throw new Error('oops')</script>"
    )
    (tmp_path / "good.html").write_text("<!doctype html><link rel=icon href='data:,'><p>good")
    return tmp_path


def test_a_clean_page_is_clean(browser, folder):
    with serve(folder) as address, visit(browser, address + "good.html") as (_, log):
        log.assert_clean()
        assert log.requests == [address + "good.html"]


def test_foreign_missing_and_printed_are_logged(browser, folder):
    with serve(folder) as address, visit(browser, address + "page.html") as (_, log):
        assert log.foreign == ["http://example.org/a.png"]
        assert any("404" in line and "missing.png" in line for line in log.failed)
        assert any("hello" in line for line in log.console)
        assert any("oops" in line for line in log.console)
        with pytest.raises(AssertionError, match="other hosts"):
            log.assert_clean()


def test_a_page_from_a_folder_is_watched_too(browser, folder):
    with visit(browser, (folder / "page.html").as_uri()) as (_, log):
        assert log.foreign == ["http://example.org/a.png"]
        assert any("missing.png" in line for line in log.failed)


def test_who_leaves_before_a_file_has_come_is_no_error(tmp_path, capsys):
    (tmp_path / "long.bin").write_bytes(bytes(20_000_000))
    before = threading.active_count()
    with serve(tmp_path) as address, socket.create_connection(("127.0.0.1", urlsplit(address).port)) as left:
        left.sendall(b"GET /long.bin HTTP/1.0\r\n\r\n")
        assert left.recv(9) == b"HTTP/1.0 "
        left.close()
        until = time.monotonic() + 10
        while threading.active_count() > before + 1 and time.monotonic() < until:
            time.sleep(0.01)
    assert capsys.readouterr().err == ""


def test_nothing_on_our_pages_is_waited_for_by_eval():
    """Their policy forbids it: Playwright's wait_for_function fails if what it waits for is not true at once."""
    ours = [path for folder in ("tests", "tools") for path in (ROOT / folder).rglob("*.py")
            if "jupyterlab" not in path.parts]
    waiting = ".wait_for" + "_function("
    assert [path.name for path in ours if waiting in path.read_text(encoding="utf-8")] == []
