"""The same book gives the same site, wherever and however it is built; and what must not be told is in none of it."""

import os
import shutil
import subprocess
import zipfile

from tests.site.stand_in import ROOT, build, hand_on_answers, tree, write_book

SECRET = "s3cret-t0ken"
GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
WHEN = {"GIT_AUTHOR_DATE": "2031-10-07T12:00:00Z", "GIT_COMMITTER_DATE": "2031-10-07T12:00:00Z"}


def committed(folder, remote):
    """The folder of the stand-in book as a repository with one commit, the same in every run."""
    write_book(folder)
    commands = ["init", "-q"], ["add", "index.md"], ["commit", "-qm", "Begin"], ["remote", "add", "origin", remote]
    for command in commands:
        subprocess.run([*GIT, "-C", str(folder), *command], check=True, env={**os.environ, **WHEN})
    return folder


def test_another_folder_time_zone_language_and_mask_give_the_same_bytes(tmp_path):
    folder = committed(tmp_path / "book", "https://github.com/owner/book.git")
    site, done = build(folder, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")  # the answers' data of an earlier build
    assert done.returncode == 0, done.stderr
    plain = tree(site)
    longer = tmp_path / "ein längerer Ordner mit Lücken" / "book"
    folder = committed(longer, f"https://me:{SECRET}@github.com/owner/book")
    before = os.umask(0o077)
    try:
        site, done = build(folder, anew=True, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="42")
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    found = tree(site)
    assert sorted(found) == sorted(plain)
    assert [name for name in plain if found[name] != plain[name]] == []
    assert SECRET not in done.stdout + done.stderr
    assert "github.com/owner/book" in found["other.html"].decode()
    for name, data in found.items():
        assert SECRET.encode() not in data, name
        assert b"L\xc3\xbccken" not in data and b"L%C3%BCcken" not in data, name


def test_make_with_four_jobs_at_once_gives_the_same_bytes(tmp_path, stand_in):
    folder = write_book(tmp_path / "book")
    for name in ("Makefile", "requirements.lock", "package.json", "package-lock.json"):
        shutil.copy2(ROOT / name, folder)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "tools", folder / "tools")
    hand_on_answers(folder / "_build" / "html")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "BOOK_"))}
    done = subprocess.run(["make", "-j4", "zip", "book"], cwd=folder, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert tree(folder / "_build" / "html") == tree(stand_in)
    with zipfile.ZipFile(folder / "_build" / "homework-zero.zip") as packed:
        assert packed.read("homework-zero/other.html") == (stand_in / "other.html").read_bytes()
