"""hw0.datasets: a server or an archive may do what it likes; it is told, and nothing of it is kept or written."""
import contextlib
import hashlib
import http.server
import io
import os
import tarfile
import threading

import pytest

from hw0 import datasets
from tests import hostile
from tests.hw0.test_datasets import archive, offered


@contextlib.contextmanager
def server(*headers, status=200, body=b"", endless=False):
    """The address of an archive that is sent in this way."""
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.send_response(status)
            for header in headers:
                self.send_header(*header)
            self.end_headers()
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.wfile.write(body)
                while endless:
                    self.wfile.write(bytes(1 << 16))

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}/pictures.tar.gz"
        made.shutdown()


@pytest.mark.parametrize(("headers", "status", "body", "said"), [
    ([("Content-Length", "abc")], 200, b"login", "is not CIFAR-10"),
    ([("Content-Length", "-5")], 200, b"login", "is not CIFAR-10"),
    ([("Content-Length", "1" + "0" * 30)], 200, b"login", "broke off after 5 of 10"),
    ([("Location", "/again"), ("Content-Length", "0")], 302, b"", "infinite loop"),
    ([("Location", "file:///etc/hostname"), ("Content-Length", "0")], 302, b"", "is not allowed"),
    ([("Location", "http://[::1"), ("Content-Length", "0")], 302, b"", "could not be fetched"),
    ([("Content-Length", "0")], 500, b"", "HTTP Error 500"),
    ([("X", "y" * 100_000)], 200, b"", "could not be fetched"),
    ([("Content-Length", "100000")], 200, b"x" * 70_000,
     r"(broke off after 70000 of 100000 bytes|after \d+ bytes).*Call again"),
    ([("Transfer-Encoding", "chunked")], 200, b"10000\r\n" + b"x" * 0x10000 + b"\r\n10000\r\nxxx",
     "could not be fetched.*Call again"),
])
def test_whatever_a_server_sends_is_told_and_not_kept(tmp_path, headers, status, body, said):
    with server(*headers, status=status, body=body) as url, pytest.raises((ConnectionError, ValueError), match=said):
        datasets.cifar10(tmp_path / "cache", url=url)
    assert os.listdir(tmp_path / "cache") == []


def test_an_answer_that_is_an_error_is_closed(tmp_path):
    with server(status=500) as url, pytest.raises(ConnectionError) as told:
        datasets.cifar10(tmp_path / "cache", url=url)
    assert told.value.__cause__.closed


def test_what_never_ends_does_not_fill_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(datasets, "LARGEST", 3_000_000)
    with server(endless=True) as url, pytest.raises(ConnectionError, match="more than 3000000 bytes"):
        datasets.cifar10(tmp_path / "cache", url=url)
    assert os.listdir(tmp_path / "cache") == []


def test_what_comes_byte_by_byte_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(datasets, "PATIENCE", 0)
    monkeypatch.setattr(datasets, "SLOWEST", 10**12)
    with server(body=b"x" * 1000) as url, pytest.raises(ConnectionError, match=r"bytes a second.*Call again"):
        datasets.cifar10(tmp_path / "cache", url=url)
    assert os.listdir(tmp_path / "cache") == []


def test_an_archive_that_is_damaged_anywhere_is_read_or_told(tmp_path):
    """With a checksum that fits, as of an archive that was packed so."""
    raw, _ = archive()
    told = 0
    for number, bad in enumerate([*hostile.torn(raw[:600]), *hostile.torn(raw)]):
        try:
            datasets.cifar10(tmp_path / str(number), **offered(tmp_path, bad))
        except ValueError:
            told += 1
    assert told > 100


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE])
@pytest.mark.parametrize("link", ["data_batch_1.bin", datasets.BATCHES[0], "/etc/hostname", "../../outside"])
def test_a_link_in_an_archive_leads_nowhere(tmp_path, kind, link):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name in datasets.BATCHES:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, link
            tar.addfile(member)
    with pytest.raises(ValueError, match="has no file of pictures"):
        datasets.cifar10(tmp_path / "cache", **offered(tmp_path, packed.getvalue()))
    assert sorted(os.listdir(tmp_path)) == ["cache", "pictures.tar.gz"]


def test_the_checksum_is_that_of_the_whole_archive(tmp_path):
    raw, _ = archive()
    knobs = offered(tmp_path, raw + b"more")
    assert hashlib.sha256(raw).hexdigest() != knobs["sha256"]
    with pytest.raises(ValueError, match="is not CIFAR-10"):
        datasets.cifar10(tmp_path / "cache", **knobs | {"sha256": hashlib.sha256(raw).hexdigest()})
