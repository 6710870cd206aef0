"""Where the book lives: its repository on GitHub and the commit it is built from, found and never typed."""

import os
import re
import subprocess
from typing import NamedTuple

GITHUB = re.compile(r"^(?:https?://(?:[^@/]+@)?|ssh://(?:[^@/]+@)?|(?:[^@/]+@)?)github\.com[:/]"
                    r"(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?$")


class Repository(NamedTuple):
    """A repository on GitHub: `name` is "owner/repository", `commit` the full hash of what is built."""

    name: str
    commit: str

    @property
    def address(self):
        """Where this very commit can be read."""
        return f"https://github.com/{self.name}/tree/{self.commit}"

    @property
    def origin(self):
        """What pip installs this very commit from."""
        return f"git+https://github.com/{self.name}@{self.commit}"


def find_repository(folder, environ=os.environ):
    """Return the `Repository` that `folder` belongs to, or None if it is not known to be on GitHub.

    A hosted run names it in its environment; elsewhere git's remote "origin" does.
    """
    server = environ.get("GITHUB_SERVER_URL", "https://github.com")
    named = environ.get("GITHUB_REPOSITORY")
    match = GITHUB.match(f"{server}/{named}" if named else git(folder, "remote", "get-url", "origin"))
    commit = environ.get("GITHUB_SHA") or git(folder, "rev-parse", "HEAD")
    return Repository(match["name"], commit) if match and commit else None


def git(folder, *arguments):
    """Return what git prints when it is asked in `folder`, or "" if there is no git, no repository or no answer."""
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True,
                              check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _find(app, config):
    config.book_repository = find_repository(app.srcdir)


def _link(app, pagename, templatename, context, doctree):
    context["code_address"] = app.config.book_repository and app.config.book_repository.address


def setup(app):
    """Find the repository once; a changed answer writes the pages again."""
    app.add_config_value("book_repository", None, "html")
    app.connect("config-inited", _find)
    app.connect("html-page-context", _link)
