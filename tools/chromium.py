"""Chromium for the browser tests: a launcher, a server of a folder, and pages that log what went wrong.

The system's Chromium is used if there is one, else Playwright's own. The one that has no windows comes first: it loads
a page in a third of the time. Every host but 127.0.0.1 is unreachable in it.

    with chromium() as browser, serve(folder) as address, visit(browser, address + "page.html") as (page, log):
        ...
        log.assert_clean()
"""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

SYSTEM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Playwright brings a Node, too, but that one needs a library that a bare system lacks
NODE = Path(sys.executable).with_name("node")
MACOS_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = [
    "--no-sandbox",  # root in a container has no user namespace to sandbox in
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
LOCAL = ("http://127.0.0.1:", "file://", "data:", "blob:", "about:")


def system_chromium():
    """Return the path of a Chromium or Chrome of this system, or None."""
    found = next(filter(None, map(shutil.which, SYSTEM_NAMES)), None)
    return found or (MACOS_CHROME if os.path.exists(MACOS_CHROME) else None)


@contextlib.contextmanager
def chromium(executable=None):
    """Yield a headless browser; `executable` chooses one that `system_chromium` would not.

    Raises
    ------
    RuntimeError
        If there is no browser; the message says how to get one.
    """
    _take_our_node()
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=executable or system_chromium(), args=FLAGS)
        except Error as error:
            if "Executable doesn't exist" not in str(error):
                raise
            raise RuntimeError(
                "No Chromium found. Install your system's (Debian, Ubuntu: apt-get install chromium-headless-shell) or "
                "run `make browser`."
            ) from error
        try:
            yield browser
        finally:
            browser.close()


def _take_our_node():
    if NODE.exists():
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))


@dataclass
class Log:
    """What a page asked for and complained about: addresses and messages, in order."""

    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def attach(self, context):
        """Record everything that happens on the pages of a browser context."""
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response",
                   lambda reply: self.failed.append(f"{reply.status} {reply.url}") if reply.status >= 400 else None)
        context.on("console", lambda message: self.console.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: self.console.append(f"page error: {error.error}"))
        return self

    def _request(self, request):
        self.requests.append(request.url)
        if not request.url.startswith(LOCAL):
            self.foreign.append(request.url)

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # that is the reader who moved on, or a download
            self.failed.append(f"{request.failure} {request.url}")

    def assert_clean(self):
        """Raise AssertionError if anything was foreign, failed or printed to the console."""
        assert self.foreign == [], f"requests to other hosts: {self.foreign}"
        assert self.failed == [], f"requests that failed: {self.failed}"
        assert self.console == [], f"messages in the console: {self.console}"


def pages_that_stay(site):
    """Return the paths of the pages of a built site, sorted, without those that lead on to another at once."""
    return [page for page in sorted(site.rglob("*.html"))
            if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")]


@contextlib.contextmanager
def visit(browser, address=None, **context):
    """Yield `(page, log)` of a fresh context, at `address` if one is given.

    `context` goes to Playwright's `new_context`: `viewport={"width": 360, "height": 800}`, `color_scheme="dark"`,
    `java_script_enabled=False`, `reduced_motion="reduce"`, `has_touch=True`.
    """
    opened = browser.new_context(**context)
    log = Log().attach(opened)
    try:
        page = opened.new_page()
        if address is not None:
            page.goto(address, wait_until="load")
        yield page, log
    finally:
        opened.close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def copyfile(self, source, out):
        with contextlib.suppress(ConnectionError):  # who leaves a page does not wait for the rest of it
            super().copyfile(source, out)


@contextlib.contextmanager
def serve(folder):
    """Yield the address `http://127.0.0.1:<free port>/` of a server of `folder`."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def main():
    """Say which browser there is; install Playwright's own if the system has none."""
    found = system_chromium()
    if found is None:
        _take_our_node()
        print("No Chromium on this system: installing Playwright's own ...", flush=True)
        if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode:
            raise SystemExit("That failed. Install your system's Chromium (Debian: apt-get install "
                             "chromium-headless-shell), and go on.")
    print(f"Browser: {found}")


if __name__ == "__main__":
    main()
