"""The two buttons of a chapter: download the notebook, and open it in Colab if it is known where the repository lives."""

import os
import re
import subprocess
from typing import NamedTuple
from urllib.parse import quote

GITHUB = re.compile(r"^(?:https?://(?:[^@/]+@)?|ssh://(?:[^@/]+@)?|(?:[^@/]+@)?)github\.com[:/](?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?$")
COLAB = "https://colab.research.google.com/github/{name}/blob/{branch}/{path}"


class Repository(NamedTuple):
    """A repository on GitHub: `name` is "owner/repository"."""

    name: str
    branch: str


def find_repository(folder, environ=os.environ):
    """Return the `Repository` that `folder` belongs to, or None if it is not known to be on GitHub.

    A hosted run names it in its environment; elsewhere git's remote "origin" does.
    """
    server = environ.get("GITHUB_SERVER_URL", "https://github.com")
    named = environ.get("GITHUB_REPOSITORY")
    match = GITHUB.match(f"{server}/{named}" if named else _git(folder, "remote", "get-url", "origin"))
    if match is None:
        return None
    branch = environ.get("GITHUB_HEAD_REF") or environ.get("GITHUB_REF_NAME") or _git(folder, "branch", "--show-current")
    return Repository(match["name"], branch or "main")


def colab_address(repository, path):
    """Return the address that opens the notebook at `path` of a `Repository` in Colab."""
    return COLAB.format(name=repository.name, branch=quote(repository.branch), path=quote(path))


def _git(folder, *arguments):
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):  # no git, no repository, no remote: then there is no button
        return ""


def _find(app, config):
    config.book_repository = find_repository(app.srcdir)


def _add_links(app, pagename, templatename, context, doctree):
    if doctree is None or not context.get("sourcename", "").endswith(".ipynb"):
        return
    context["download_url"] = context["pathto"](f"_sources/{context['sourcename']}", 1)
    if app.config.book_repository:
        context["colab_url"] = colab_address(app.config.book_repository, f"{pagename}.ipynb")


def setup(app):
    """Find the repository once; a changed answer rewrites the pages."""
    app.add_config_value("book_repository", None, "html")
    app.connect("config-inited", _find)
    app.connect("html-page-context", _add_links)
