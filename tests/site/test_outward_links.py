"""The command that asks for outward links: patient with a server that stumbles, clear about what is lost."""

import contextlib
import http.server
import threading

import pytest

from tools.outward_links import ask, outward_links, quarantined, report


@contextlib.contextmanager
def server(*statuses):
    """Yield the address of a server that gives these answers in turn, and the list of those that are left."""
    left = list(statuses)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(left.pop(0))
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{found.server_address[1]}/", left
        found.shutdown()
        thread.join()


@pytest.mark.parametrize("statuses", [(200,), (503, 200), (429, 500, 200)])
def test_a_server_that_stumbles_is_asked_again(statuses):
    with server(*statuses) as (address, left):
        assert ask(address, pause=0) is None
        assert left == []


def test_a_page_that_is_gone_is_not_asked_for_again():
    with server(404, 200) as (address, left):
        assert ask(address, pause=0).startswith("answers 404")
        assert left == [200]


def test_a_server_that_never_answers_is_lost():
    with server(500, 500, 500) as (address, _):
        assert ask(address, pause=0).startswith("answers 500")
    assert ask(address, pause=0).startswith("does not answer")


def test_each_address_is_asked_once_whatever_its_anchor(tmp_path):
    (tmp_path / "a.html").write_text('<a href="https://example.org/x#one">a</a><a href="b.html">b</a>')
    (tmp_path / "b.html").write_text('<a href="https://example.org/x#two">a</a>')
    assert outward_links(tmp_path) == {"https://example.org/x": ["a.html", "b.html"]}


def test_the_book_has_outward_links_to_ask(site):
    assert any("doi.org" in address for address in outward_links(site / "appendix"))


def test_only_what_is_not_in_quarantine_makes_the_command_fail():
    links = {"https://a.example": ["a.html"], "https://b.example": ["a.html", "b.html"]}
    lost = {"https://a.example": None, "https://b.example": "answers 403 Forbidden"}
    lines, fine = report(links, lost, set())
    assert not fine
    assert lines[0] == "https://b.example answers 403 Forbidden; linked from a.html, b.html"
    assert report(links, lost, {"https://b.example"})[1]


def test_what_can_leave_the_quarantine_is_named():
    known = quarantined("# address, date, reason\n\nhttps://a.example 2026-01-01 refuses programs\nhttps://c.example "
                        "2026-01-01 slow\n")
    lines, fine = report({"https://a.example": ["a.html"]}, {"https://a.example": None}, known)
    assert fine
    assert [line.split(" ", 1)[1] for line in lines[:2]] == [
        "answers again: take it out of the quarantine.",
        "is linked no more: take it out of the quarantine.",
    ]


@pytest.mark.parametrize("path", ["a b", "caf\u00e9"])
def test_an_address_that_is_none_is_lost_and_does_not_stop_the_others(path):
    assert "does not answer" in ask("http://127.0.0.1:9/" + path, pause=0)
