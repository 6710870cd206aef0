"""Serve the book on 127.0.0.1 and rebuild it on every change: `python tools/serve_book.py`; PORT chooses the port."""

import contextlib
import functools
import http.server
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from watchfiles import PythonFilter, watch

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "html"
FOLDERS = ("chapters", "further", "appendix", "guides", "api", "code", "assets", "_ext")
SUFFIXES = (".md", ".ipynb", ".yml", ".bib", ".css", ".js", ".svg", ".html", ".toml", ".json")  # and .py


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Cache-Control", "no-store")  # the page that is seen is the page that was built
        super().end_headers()

    def log_message(self, *_):
        pass

    def copyfile(self, source, out):
        with contextlib.suppress(ConnectionError):  # who leaves a page does not wait for the rest of it
            super().copyfile(source, out)


class Builder:
    """Builds in a process of its own, so that changed code counts and a failing build does not end the server."""

    def __init__(self):
        self._one_at_a_time = threading.Lock()

    def build(self):
        """Build once; print the seconds, or what Sphinx complained about."""
        with self._one_at_a_time:
            started = time.perf_counter()
            done = subprocess.run([sys.executable, str(ROOT / "tools" / "build_book.py")], capture_output=True,
                                  text=True)
            seconds = time.perf_counter() - started
            if done.returncode == 0:
                print(f"Built in {seconds:.1f} s", flush=True)
            else:
                print(f"{done.stdout}{done.stderr}\nNot built ({seconds:.1f} s). Waiting for the next change ...",
                      flush=True)

    def follow(self, *paths, recursive, stop):
        """Build after every change below `paths` until the event `stop` is set."""
        for changes in watch(*paths, recursive=recursive, stop_event=stop,
                             watch_filter=PythonFilter(extra_extensions=SUFFIXES)):
            print(f"Changed: {', '.join(sorted({os.path.relpath(path, ROOT) for _, path in changes}))}", flush=True)
            self.build()


def main():
    """Build, serve and follow until interrupted."""
    SITE.mkdir(parents=True, exist_ok=True)
    port = os.environ.get("PORT") or "0"
    try:
        if not port.isdecimal() or int(port) > 65535:
            raise OSError(None, "it must be a whole number up to 65535")
        port = int(port)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Handler, directory=str(SITE)))
    except OSError as error:
        sys.exit(f"Port {port} cannot be used ({error.strerror}). "
                 f"Choose another, or leave PORT out to take a free one.")
    print("Building the book ...", flush=True)
    builder, stop = Builder(), threading.Event()
    builder.build()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving http://127.0.0.1:{server.server_address[1]}/  (Ctrl-C ends)", flush=True)
    # the root is watched without its folders: .venv and node_modules hold thousands of files
    follow_root = threading.Thread(target=builder.follow, args=(ROOT,), kwargs={"recursive": False, "stop": stop},
                                   daemon=True)
    follow_root.start()
    try:
        builder.follow(*(ROOT / folder for folder in FOLDERS), recursive=True, stop=stop)
    except KeyboardInterrupt:
        print("Ended.")
    finally:
        stop.set()
        server.shutdown()
        follow_root.join(timeout=2)


if __name__ == "__main__":
    main()
