"""Where the repository lives is found, never typed; without an answer there is no Colab button."""

import subprocess

import pytest
from bs4 import BeautifulSoup

from book_pages.notebook_links import Repository, colab_address, find_repository
from tests.site.stand_in import build, write_book


@pytest.fixture
def repository(tmp_path):
    """Return a function that makes a git repository with one remote."""

    def make(remote=None):
        subprocess.run(["git", "init", "-q", "-b", "trunk", str(tmp_path)], check=True)
        if remote:
            subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", remote], check=True)
        return tmp_path

    return make


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/someone/some.book",
        "https://github.com/someone/some.book.git",
        "https://someone:secret@github.com/someone/some.book.git",
        "git@github.com:someone/some.book.git",
        "ssh://git@github.com/someone/some.book.git",
    ],
)
def test_every_form_of_a_remote_on_github_is_understood(repository, remote):
    assert find_repository(repository(remote), {}) == Repository("someone/some.book", "trunk")


@pytest.mark.parametrize("remote", [None, "/srv/git/book.git", "git@example.org:someone/book.git", "https://notgithub.com/someone/book"])
def test_without_a_remote_on_github_there_is_no_repository(repository, remote):
    assert find_repository(repository(remote), {}) is None


def test_a_folder_that_is_no_repository_has_none(tmp_path):
    assert find_repository(tmp_path / "missing", {}) is None


def test_a_hosted_run_names_its_repository_and_branch(repository):
    environ = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b", "GITHUB_REF_NAME": "main"}
    assert find_repository(repository("git@github.com:someone/else.git"), environ) == Repository("a/b", "main")


def test_a_hosted_run_of_a_pull_request_names_the_branch_it_comes_from(tmp_path):
    environ = {"GITHUB_REPOSITORY": "a/b", "GITHUB_REF_NAME": "12/merge", "GITHUB_HEAD_REF": "new chapter"}
    address = colab_address(find_repository(tmp_path, environ), "chapters/5_relu_elbow.ipynb")
    assert address == "https://colab.research.google.com/github/a/b/blob/new%20chapter/chapters/5_relu_elbow.ipynb"


def links(site, page):
    parsed = BeautifulSoup((site / page).read_text(), "html.parser")
    return [link["href"] for link in parsed.select(".notebook-links a")]


def test_without_a_repository_a_chapter_has_the_download_only(stand_in):
    assert links(stand_in, "chapters/9_sample.html") == ["../_sources/chapters/9_sample.ipynb"]
    assert links(stand_in, "index.html") == []


def test_with_a_repository_a_chapter_opens_in_colab(tmp_path):
    site, done = build(write_book(tmp_path / "book"), GITHUB_REPOSITORY="a/b", GITHUB_REF_NAME="main")
    assert done.returncode == 0, done.stderr
    assert links(site, "chapters/9_sample.html")[0] == "https://colab.research.google.com/github/a/b/blob/main/chapters/9_sample.ipynb"
