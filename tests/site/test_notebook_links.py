"""Where the repository lives is found, never typed; without an answer there is no Colab button."""

import json
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from book_pages import colab
from book_pages.repository import Repository, find_repository
from tests.site.stand_in import COMMIT, HOSTED


@pytest.fixture
def repository(tmp_path):
    """Return a function that makes a git repository with one remote."""

    def make(remote=None):
        subprocess.run(["git", "init", "-q", "-b", "trunk", str(tmp_path)], check=True)
        author = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", "-C", str(tmp_path), *author, "commit", "-q", "--allow-empty", "-m", "First"],
                       check=True)
        if remote:
            subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", remote], check=True)
        return tmp_path

    return make


@pytest.mark.parametrize("remote", [
    "https://github.com/someone/some.book",
    "https://github.com/someone/some.book.git",
    "https://someone:secret@github.com/someone/some.book.git",
    "https://secret@github.com/someone/some.book",
    "git@github.com:someone/some.book.git",
    "ssh://git@github.com/someone/some.book.git",
])
def test_every_form_of_a_remote_on_github_is_understood(repository, remote):
    folder = repository(remote)
    head = subprocess.run(["git", "-C", str(folder), "rev-parse", "HEAD"], capture_output=True, text=True,
                          check=True).stdout.strip()
    assert find_repository(folder, {}) == Repository("someone/some.book", head)


@pytest.mark.parametrize("remote", [
    None, "/srv/git/book.git", "git@example.org:someone/book.git", "https://notgithub.com/someone/book",
    "https://me:secret@git.example.org/owner/book", "https://secret@github.com.example.org/owner/book",
    "https://me:secret@github.com:8443/owner/book", "https://github.com/secret",
    "https://github.com/owner/book?token=secret",
])
def test_without_a_remote_on_github_there_is_no_repository(repository, remote):
    assert find_repository(repository(remote), {}) is None


def test_without_git_a_repository_or_a_commit_there_is_none_and_no_error(repository, tmp_path, monkeypatch):
    assert find_repository(tmp_path / "missing", {}) is None
    subprocess.run(["git", "init", "-q", tmp_path / "new"], check=True)
    subprocess.run(["git", "-C", tmp_path / "new", "remote", "add", "origin", "https://github.com/a/b"], check=True)
    assert find_repository(tmp_path / "new", {}) is None
    folder = repository("https://github.com/a/b")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_repository(folder, {}) is None


def test_a_hosted_run_names_its_repository_and_commit(repository):
    environ = {"GITHUB_SERVER_URL": "https://github.com", **HOSTED}
    assert find_repository(repository("git@github.com:someone/else.git"), environ) == Repository("a/b", COMMIT)


def test_pip_is_told_the_commit():
    assert Repository("a/b", COMMIT).origin == f"git+https://github.com/a/b@{COMMIT}"


def links(site, page):
    parsed = BeautifulSoup((site / page).read_text(), "html.parser")
    return [link["href"] for link in parsed.select(".notebook-links a")]


def test_without_a_repository_a_chapter_has_the_download_only(stand_in):
    assert links(stand_in, "chapters/9_sample.html") == ["../_sources/chapters/9_sample.ipynb"]
    assert links(stand_in, "index.html") == []
    assert "Code: BSD 3-Clause" in (stand_in / "index.html").read_text()


def test_with_a_repository_a_chapter_opens_in_colab_and_downloads_with_the_cell_that_installs(published):
    button, download = links(published, "chapters/9_sample.html")
    assert button == "https://colab.research.google.com/github/a/b/blob/colab/chapters/9_sample.ipynb"
    given = json.loads((published / "chapters" / download).read_text())
    assert COMMIT in "".join(given["cells"][0]["source"])
    assert f'<a href="https://github.com/a/b/tree/{COMMIT}">Code</a>: BSD' in (published / "index.html").read_text()


def test_an_address_is_quoted():
    assert colab.address(Repository("a/b", COMMIT),
                         "chapters/ä b.ipynb").endswith("/blob/colab/chapters/%C3%A4%20b.ipynb")


def test_without_a_repository_the_download_says_what_to_install_and_holds_no_markdown_of_sphinx(stand_in, tmp_path):
    given = json.loads((stand_in / "_sources" / "chapters" / "9_sample.ipynb").read_text())
    first = "".join(given["cells"][0]["source"])
    run = [sys.executable, "-I", "-S", "-c", first]  # without the packages that are installed here
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True)
    assert "Run `pip install .` in the folder of the book" in done.stderr
    assert subprocess.run([sys.executable, "-c", first]).returncode == 0
    prose = "\n".join("".join(cell["source"]) for cell in given["cells"] if cell["cell_type"] == "markdown")
    assert prose
    assert not re.search(r"\{[\w:-]+\}`|^:::|\(eq-[\w-]+\)", prose, re.MULTILINE)
